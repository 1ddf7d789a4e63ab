"""The JSON Schema of framework files, for editors that complete and check while one types.

Made from the models; the text under each setting is its description. `python -m coachtui.framework.schema` writes it to
`docs/framework.schema.json` of a checkout. Reads the source of the models, writes that one file, is used by nothing else.
"""

import ast
import inspect
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode
from pydantic_core import CoreSchema

from coachtui.framework.models import Framework

#: Where the schema lies in a checkout.
TARGET = Path("docs") / "framework.schema.json"

#: What a file has to say; a part needs no name.
_REQUIRED = ["format", "id", "step"]


class _Generator(GenerateJsonSchema):
    """Pydantic's own, without the titles that only repeat the keys."""

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> dict[str, Any]:
        tidy: dict[str, Any] = _tidy(super().generate(schema, mode))
        return tidy


def schema() -> dict[str, Any]:
    """The schema as a value."""
    made = Framework.model_json_schema(by_alias=True, schema_generator=_Generator, mode="validation")
    described = _descriptions()
    definitions = made.get("$defs", {})
    for name, one in [("Framework", made), *definitions.items()]:
        if "properties" in one:
            one["additionalProperties"] = False
            for key, setting in one["properties"].items():
                if key in described.get(name, {}):
                    setting["description"] = described[name][key]
    made["required"] = _REQUIRED
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "coachtui framework",
        **made,
    }


def text() -> str:
    """The schema as the file holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False, sort_keys=False) + "\n"


def _tidy(value: Any, *, names: bool = False) -> Any:
    """Without titles and defaults; both say what the description says better."""
    if isinstance(value, dict):
        # Under "properties" the keys are names of settings, and one of them is called title.
        kept = {key: one for key, one in value.items() if names or key not in ("title", "default")}
        return {key: _tidy(one, names=key == "properties" and not names) for key, one in kept.items()}
    return [_tidy(one) for one in value] if isinstance(value, list) else value


def _descriptions() -> dict[str, dict[str, str]]:
    """For each model the text under each of its settings, those it inherits included."""
    found: dict[str, dict[str, str]] = {}
    todo: list[type[BaseModel]] = [BaseModel]
    while todo:
        model = todo.pop()
        todo += model.__subclasses__()
        if model.__module__.startswith("coachtui.framework."):
            inherited = [one for one in reversed(model.__mro__) if one.__module__.startswith("coachtui.framework.")]
            own = {key: words for one in inherited for key, words in _under_settings(one).items()}
            aliases = {name: field.alias or name for name, field in model.model_fields.items()}
            found[model.__name__] = {aliases.get(key, key): words for key, words in own.items()}
    return found


def _under_settings(model: type) -> dict[str, str]:
    """The strings that stand under the annotated names of a class."""
    tree = ast.parse(inspect.getsource(model)).body[0]
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    found: dict[str, str] = {}
    for setting, below in pairwise(body):
        if isinstance(setting, ast.AnnAssign) and isinstance(setting.target, ast.Name):
            words = below.value if isinstance(below, ast.Expr) else None
            if isinstance(words, ast.Constant) and isinstance(words.value, str):
                found[setting.target.id] = inspect.cleandoc(words.value)
    return found


def main() -> None:
    """Write the schema into the checkout that is the current folder."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{TARGET} is written.\n")


if __name__ == "__main__":
    main()
