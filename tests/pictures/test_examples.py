"""The invented conversations: they can be held today, and their files can be read and shown."""

import json
import re
from pathlib import Path

import pytest
from pictures.__main__ import EXAMPLES, examples
from pictures.conversations import ALL
from pictures.playing import Script, table
from tests.support.fixed_run import run

from coachtui.framework.catalogue import Catalogue
from coachtui.session.document import from_document, to_document
from coachtui.session.models import Session

AGAIN = "`make pictures` makes them anew; then read the difference."


def session(name: str) -> Session:
    """The session of an example."""
    return from_document(json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))).session


def test_there_is_a_file_for_each_script_and_no_other() -> None:
    assert sorted(one.name for one in EXAMPLES.iterdir()) == sorted(f"{one.name}.json" for one in ALL)


@pytest.mark.parametrize("script", ALL, ids=lambda script: script.name)
def test_an_example_is_a_whole_conversation_of_a_framework_there_is(script: Script) -> None:
    found = session(script.name)
    assert found.ended is not None
    assert found.framework.id == script.framework
    assert {step.id for step in found.framework.steps} == {step.id for step in Catalogue().get(script.framework).steps}


def said(document: dict[str, object]) -> list[str]:
    """Every word that was typed, in the order of the file."""
    return re.findall(r'"text": (".*?[^\\\\]")', json.dumps(document["records"]))


def test_every_line_of_the_scripts_can_be_said_today_and_is_kept_as_in_the_files() -> None:
    """Not byte for byte: a format may get another hint without the examples having to be made anew on the same day."""
    for name, content in examples().items():
        kept = json.loads((EXAMPLES / name).read_text(encoding="utf-8"))
        assert sorted(said(json.loads(content))) == sorted(said(kept)), f"{name}: {AGAIN}"


def test_an_example_is_the_same_after_reading() -> None:
    for path in EXAMPLES.glob("*.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        document.pop("seq")
        assert to_document(from_document(document)) == document


def test_nobody_in_them_has_a_surname() -> None:
    for script in ALL:
        assert all(person.name.isalpha() for person in session(script.name).people)


def test_none_is_listed_and_each_can_be_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = tmp_path / "home"
    table(tmp_path)
    folder = home / "sessions" / "examples"
    folder.mkdir(parents=True)
    for path in EXAMPLES.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    assert run(["list", "--home", str(home)]) == 0
    assert "GROW" not in capsys.readouterr().out
    assert run(["show", str(EXAMPLES / "grow.json"), "--home", str(home)]) == 0
    assert "without it eating my Sunday" in capsys.readouterr().out
    assert sorted(one.name for one in EXAMPLES.iterdir()) == sorted(f"{one.name}.json" for one in ALL)


def test_a_file_that_is_not_there_is_said_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", str(tmp_path / "nothing.json"), "--home", str(tmp_path / "home")]) == 1
    assert "nothing.json" in capsys.readouterr().err
