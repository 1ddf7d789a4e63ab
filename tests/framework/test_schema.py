"""The JSON Schema for editors: it is up to date, it agrees with the checker, and every setting is described."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it ships no types
import pytest

from coachtui.framework.schema import TARGET, schema, text
from coachtui.framework.shipped import shipped_folder

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
GOOD = [*sorted(shipped_folder().rglob("*.toml")), HERE / "everything.toml", *sorted((HERE / "parts").glob("*.toml"))]


@pytest.fixture(scope="module")
def editor() -> Any:
    """What an editor does with the schema."""
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


def test_the_schema_in_the_docs_is_up_to_date() -> None:
    stored = json.loads((ROOT / TARGET).read_text(encoding="utf-8"))
    assert stored == schema(), "python -m coachtui.framework.schema writes it anew"
    assert json.loads(text()) == stored


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_an_editor_finds_no_fault_with_a_good_file(path: Path, editor: Any) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    assert [error.json_path for error in editor.iter_errors(data)] == []


@pytest.mark.parametrize(
    "name", ["unknown-setting", "unknown-kind", "unknown-value", "wrong-type", "agreement", "empty-words"]
)
def test_an_editor_finds_fault_with_a_bad_one(name: str, editor: Any) -> None:
    data = tomllib.loads((HERE / "goldens" / f"{name}.toml").read_text(encoding="utf-8"))
    assert list(editor.iter_errors(data))


def settings(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every setting in the schema."""
    if isinstance(value, dict):
        if isinstance(value.get("properties"), dict):
            yield from value["properties"].items()
        for one in value.values():
            yield from settings(one)


def test_every_setting_is_described_and_none_is_open() -> None:
    made = schema()
    assert [name for name, setting in settings(made) if not setting.get("description", "").strip()] == []
    for one in [made, *made["$defs"].values()]:
        if "properties" in one:
            assert one["additionalProperties"] is False
            assert one["description"]
