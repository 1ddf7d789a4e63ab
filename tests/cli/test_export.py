"""`coachtui export`: what is shown, what is asked, what is written and what is refused."""

import json
import stat
from pathlib import Path

import pytest
from tests.support.pipe import piped

from coachtui.desk.places import told

START = ["start", "grow", "--with", "p3", "--with", "p7", "--plain"]
TALK = [
    *["/go topic", "Reading in Year 8", "/go goal", "leave at five", "/go options", "about Pat", "/private 1"],
    *["/go actions", "ring the parents", "Friday", "/go actions", "ask for the box", "", "/end"],
]
LATER = "2026-11-24T15:40:00+00:00"


@pytest.fixture
def home(person: Path) -> Path:
    """A home with one closed conversation in it; nothing was agreed but what is usual."""
    done = piped(START, TALK)
    assert done.code == 0, done.err
    return person / "coachtui"


def files(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(one.name for one in folder.iterdir())


def test_without_a_file_it_is_a_preview(home: Path, tmp_path: Path) -> None:
    done = piped(["export", "last", "--for", "coachee"])
    assert done.code == 0
    assert done.out.startswith("GROW\n====\n")
    assert "Made for the coachee" in done.out
    assert "leave at five" in done.out
    assert "about Pat" not in done.out
    assert "This is a preview: nothing was written." in done.err
    assert files(tmp_path) == []


def test_in_a_pipe_nothing_unanswered_goes(home: Path, tmp_path: Path) -> None:
    done = piped(["export", "last", "--for", "line manager", "--to", str(tmp_path / "notes.md")], ["y", "y", "y"])
    assert done.code == 0
    assert "2 things have to be asked about first, and nobody can be asked here" in done.err
    page = (tmp_path / "notes.md").read_text(encoding="utf-8")
    assert "Reading in Year 8" in page
    assert "Only what the coachee said yes to, one by one; there may be more: what was promised" in page
    for words in ("ring the parents", "ask for the box", "leave at five", "about Pat"):
        assert words not in page


def test_what_is_held_back_is_told_with_the_reason_and_never_written(home: Path, tmp_path: Path) -> None:
    done = piped(["export", "last", "--for", "Line Manager", "--held-back", "--to", str(tmp_path / "notes.md")])
    assert done.code == 0
    assert "For you alone. This stays here:" in done.out
    for line in ("leave at five (not agreed for this reader)", "about Pat (private)"):
        assert line in done.out
    assert "ring the parents" in done.out
    assert files(tmp_path) == []


def test_a_file_for_its_owner_alone_and_a_word_about_printers(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "notes.html"
    done = piped(["export", "last", "--for", "coachee", "--to", str(path)])
    assert done.code == 0
    assert f"Written: {told(path)}" in done.err
    assert "A shared printer keeps paper lying about" in done.err
    assert done.out == ""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    other = piped(["export", "last", "--for", "anyone", "--to", str(tmp_path / "b.html")])
    assert "printer" not in other.err


def test_in_a_folder_it_gets_a_name_that_tells_nothing(home: Path, tmp_path: Path) -> None:
    for name in ("notes.html", "notes-2.html", "notes-3.html"):
        assert piped(["export", "last", "--for", "coachee", "--to", str(tmp_path)]).code == 0
        assert (tmp_path / name).exists()


@pytest.mark.parametrize("ending", [".md", ".html", ".json", ".ics", ".HTML"])
def test_every_format(home: Path, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"notes{ending}"
    assert piped(["export", "last", "--for", "coachee", "--to", str(path)]).code == 0
    assert b"ring the parents" in path.read_bytes()


@pytest.mark.parametrize("more", [[], ["--to", "notes.md"], ["--to", "notes.ics"]])
def test_where_nothing_goes_no_page_is_made_and_that_is_said(
    home: Path, tmp_path: Path, more: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = piped(["export", "last", "--for", "anyone", *more])
    assert done.code == 1
    assert done.out == ""
    assert "Nothing of this conversation goes to anyone, not even that there was one. So no page is made." in done.err
    assert not list(tmp_path.glob("notes*"))
    assert piped(["export", "last", "--for", "anyone", "--held-back"]).code == 0


@pytest.mark.parametrize("audience", ["coachee", "line manager"])
def test_nothing_is_written_over(home: Path, tmp_path: Path, audience: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text("mine", encoding="utf-8")
    done = piped(["export", "last", "--for", audience, "--to", str(path)])
    assert done.code == 1
    assert "is there already and was left as it is" in done.err
    assert path.read_text(encoding="utf-8") == "mine"


def test_nothing_is_written_through_a_link(home: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.md").symlink_to(tmp_path / "elsewhere.md")
    assert piped(["export", "last", "--for", "coachee", "--to", str(tmp_path / "notes.md")]).code == 1
    assert not (tmp_path / "elsewhere.md").exists()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--for", "coachee", "--to", "notes.docx"], "Use one of .md, .html, .json, .ics"),
        (["--for", "coachee", "--to", "notes."], "its ending says no format"),
        (["--for", "line manager", "--to", "notes.ics"], "There is no day for a calendar"),
        (["--for", "the cat", "--to", "notes.md"], "It can be made for: coachee, line manager"),
        (["--for", "coachee", "--to", "nowhere/notes.md"], "there is no folder nowhere"),
        (["--for", "coachee", "--to", "~nobody-there/notes.md"], "cannot be used"),
        (["--for", "coachee", "--to", "coachtui/sessions"], "conversations themselves are kept in that folder"),
        (["--for", "coachee", "--to", "coachtui/sessions/2026/notes.md"], "conversations themselves are kept"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    home: Path, more: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home.parent)
    before = sorted(home.parent.rglob("*"))
    done = piped(["export", "last", *more])
    assert done.code == 1
    assert said in " ".join(done.err.split())
    assert done.out == ""
    assert sorted(home.parent.rglob("*")) == before


def test_without_an_audience_it_is_wrong_usage(home: Path) -> None:
    assert piped(["export", "last"]).code == 2
    assert piped(["export", "zzzz", "--for", "coachee"]).code == 1


def test_one_that_is_open_says_so(home: Path) -> None:
    assert piped(START, ["/go topic", "Half of it"], now=LATER, first=500).code == 0
    done = piped(["export", "last", "--for", "coachee"])
    assert "The conversation was still open when this was made." in done.out
    assert "Half of it" in done.out


def test_of_one_by_a_newer_coachtui_no_copy_is_made(home: Path, tmp_path: Path) -> None:
    (path,) = home.glob("sessions/*/*.json")
    document = json.loads(path.read_text(encoding="utf-8"))
    document |= {"format": 99, "unheard-of": "a secret of tomorrow"}
    path.write_text(json.dumps(document), encoding="utf-8")
    done = piped(["export", "last", "--for", "coachee", "--to", str(tmp_path / "notes.md")])
    assert done.code == 1
    assert "newer coachtui" in done.err
    assert "no copy is made of it" in done.err
    assert files(tmp_path) == []


def test_one_that_cannot_be_read_is_a_sentence(home: Path, tmp_path: Path) -> None:
    (path,) = home.glob("sessions/*/*.json")
    path.write_text("{ nothing", encoding="utf-8")
    done = piped(["export", path.stem, "--for", "coachee", "--to", str(tmp_path / "notes.md")])
    assert done.code == 1
    assert files(tmp_path) == []
