"""Where the program starts: the version at once, everything else through the command line."""

import gc
import os
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from coachtui import __version__
from coachtui.__main__ import main


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[list[str]]]:
    """Puts a stand-in where the command line is; gives back the words it was called with."""
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "")  # so that it is put back as it was
    heard: list[list[str]] = []

    def run(words: list[str]) -> int:
        heard.append(words)
        return len(words)

    stand_in = ModuleType("coachtui.cli.app")
    monkeypatch.setattr(stand_in, "main", run, raising=False)
    monkeypatch.setitem(sys.modules, "coachtui.cli.app", stand_in)
    yield heard
    gc.enable()  # the start turns it off


@pytest.mark.parametrize("flag", ["--version", "-V"])
def test_the_version_is_answered_without_the_command_line(
    flag: str, calls: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main([flag])
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"coachtui {__version__}\n"
    assert calls == []


@pytest.mark.parametrize("words", [[], ["list"], ["show", "last"], ["list", "--version"]])
def test_everything_else_goes_to_the_command_line_and_its_code_comes_back(
    words: list[str], calls: list[list[str]]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert calls == [words]
    assert stop.value.code == len(words)


def test_what_was_really_typed_is_used_when_nothing_is_handed_in(
    calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["coachtui", "list", "--json"])
    with pytest.raises(SystemExit):
        main()
    assert calls == [["list", "--json"]]


def test_textual_is_not_steered_from_outside(calls: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """TEXTUAL_LOG would write what is typed to a file."""
    monkeypatch.setenv("TEXTUAL_LOG", "notes.log")
    monkeypatch.setenv("TEXTUAL", "debug,devtools")
    monkeypatch.setenv("TEXT_OF_MINE", "stays")
    with pytest.raises(SystemExit):
        main(["list"])
    assert not [name for name in os.environ if name.startswith("TEXTUAL")]
    assert os.environ["TEXT_OF_MINE"] == "stays"


def test_no_plugin_of_a_library_overhears(calls: list[list[str]]) -> None:
    """A plugin of pydantic would be handed every value that is checked, notes included."""
    with pytest.raises(SystemExit):
        main(["list"])
    assert os.environ["PYDANTIC_DISABLE_PLUGINS"] == "__all__"


def test_no_garbage_is_looked_for_while_the_program_loads(calls: list[list[str]]) -> None:
    with pytest.raises(SystemExit):
        main(["list"])
    assert not gc.isenabled()
