"""Where a file for somebody goes: what people type, paste and drag, and what no file can be called."""

import sys
from pathlib import Path

import platformdirs
import pytest

from coachtui.desk.places import free_name, place_for, told, usual_folder
from coachtui.errors import UserError

ENDINGS = (".html", ".md")


@pytest.fixture
def here(person: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a person who has one folder in it, and conversations in another."""
    monkeypatch.setattr(Path, "home", lambda: person)
    monkeypatch.setenv("HOME", str(person))
    monkeypatch.setenv("USERPROFILE", str(person))
    for one in ("to hand on", "kept"):
        (person / one).mkdir()
    return person


def place(typed: str, here: Path) -> Path:
    """Where it goes."""
    return place_for(typed, here / "kept", ENDINGS, ".html")


def refused(typed: str, here: Path) -> str:
    """Why it goes nowhere."""
    with pytest.raises(UserError) as problem:
        place(typed, here)
    return str(problem.value)


@pytest.mark.parametrize("mark", ["", "'", '"'])
def test_a_folder_gets_a_name_that_tells_nothing(here: Path, mark: str) -> None:
    folder = here / "to hand on"
    assert place(f"{mark}{folder}{mark}", here) == folder / "notes.html"
    assert place(f"  {mark}{folder}{mark} ", here) == folder / "notes.html"
    (folder / "notes.html").write_text("", encoding="utf-8")
    assert place(str(folder), here) == folder / "notes-2.html"


@pytest.mark.skipif(sys.platform == "win32", reason="a backslash is a folder's sign there")
def test_a_path_that_was_dragged_into_the_window(here: Path) -> None:
    assert place(str(here / "to hand on").replace(" ", "\\ "), here) == here / "to hand on" / "notes.html"


def test_a_name_of_its_own_with_an_ending_or_without(here: Path) -> None:
    assert place(str(here / "mine"), here) == here / "mine.html"
    assert place(str(here / "mine.MD"), here) == here / "mine.MD"
    assert place("~/mine", here) == here / "mine.html"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("nowhere/notes.md", "there is no folder"),
        ("nowhere/", "There is no folder"),
        ("~nobody-of-this-name/notes.md", "no file can be called that"),
        ("a\0b.md", "no file can be called that"),
        ("x" * 300 + ".md", "the name is too long"),
        ("notes.docx", "its ending says no format"),
        ("con.md", "Windows keeps that name for itself"),
        ("LPT1.html", "Windows keeps that name for itself"),
        ("nul", "Windows keeps that name for itself"),
        ("kept", "conversations themselves are kept in that folder"),
        ("kept/2026/notes.md", "conversations themselves are kept in that folder"),
    ],
)
def test_what_cannot_be_used_is_a_sentence(here: Path, typed: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here)
    assert words in refused(typed, here)


def test_a_place_is_told_in_full(here: Path) -> None:
    assert told(here / "mine.html") == str(here / "mine.html")
    assert told(here.parent / "elsewhere.html") == str(here.parent / "elsewhere.html")


def test_the_system_says_where_desktop_and_documents_are(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_desktop_path", lambda: here / "Schreibtisch")
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: here / "Dokumente")
    assert usual_folder(here) == here
    (here / "Dokumente").mkdir()
    assert usual_folder(here) == here / "Dokumente"
    (here / "Schreibtisch").mkdir()
    assert usual_folder(here) == here / "Schreibtisch"


def test_names_that_are_free(tmp_path: Path) -> None:
    assert free_name(tmp_path / "notes.md") == tmp_path / "notes.md"
    (tmp_path / "notes.md").write_text("", encoding="utf-8")
    (tmp_path / "notes-2.md").symlink_to(tmp_path / "nowhere")
    assert free_name(tmp_path / "notes.md") == tmp_path / "notes-3.md"
