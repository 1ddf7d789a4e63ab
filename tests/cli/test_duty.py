"""`coachtui duty`: its own path, asked about first; and what `show`, `prepare`, `export` and `doctor` say of a limit."""

import json
import os
from pathlib import Path

import pytest
from tests.support.pipe import piped

from coachtui.cli.app import COMMANDS

START = ["start", "grow", "--with", "p3", "--with", "p7", "--plain"]
SAID = "what nobody else may read"
TALK = ["/go topic", SAID, "/duty", "/duty 1 not yet", "/go goal", "leave at five", "/end"]
CARD = '[duty]\nspeak_to = ["Ms Example, room 12"]\nprocedure = ["Stay with the person."]\n'


@pytest.fixture
def home(person: Path) -> Path:
    """A home with a card, and one closed conversation in which a limit was reached."""
    home = person / "coachtui"
    assert piped(["list"]).code == 0
    (home / "coachtui.toml").write_text(CARD, encoding="utf-8")
    done = piped(START, TALK)
    assert done.code == 0
    assert "1  Ms Example, room 12" in done.out
    assert "/duty WHO yes" in done.out
    assert "Recorded: a limit was reached." in done.out
    return home


def test_without_a_file_it_is_a_preview(home: Path) -> None:
    done = piped(["duty", "last"])
    assert done.code == 0
    assert "Will be told: Ms Example, room 12" in done.out
    assert "The person was told first: not yet" in done.out
    assert "p3" in done.out
    assert "nothing was written" in done.err
    assert SAID not in done.out


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.json"])
def test_a_file_is_written_where_that_was_confirmed(home: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    refused = piped(["duty", "last", "--to", str(path)])
    assert refused.code == 1
    assert "nobody can be asked here" in refused.err
    assert "that a limit was reached, when, who will be told" in refused.err
    assert not path.exists()
    assert piped(["duty", "last", "--to", str(path), "--yes"]).code == 0
    words = path.read_text(encoding="utf-8")
    assert "Ms Example, room 12" in words
    assert SAID not in words
    assert "leave at five" not in words
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
    again = piped(["duty", "last", "--to", str(path), "--yes"])
    assert again.code == 1
    assert "is there already and was left as it is" in again.err


def test_a_folder_gets_a_neutral_name_and_the_conversations_folder_nothing(home: Path, tmp_path: Path) -> None:
    assert piped(["duty", "last", "--to", str(tmp_path), "--yes"]).code == 0
    assert piped(["duty", "last", "--to", str(tmp_path), "--yes"]).code == 0
    assert sorted(one.name for one in tmp_path.glob("record*")) == ["record-2.html", "record.html"]
    inside = piped(["duty", "last", "--to", str(home / "sessions" / "x.md"), "--yes"])
    assert inside.code == 1
    assert "conversations themselves are kept" in inside.err
    assert "says no format" in piped(["duty", "last", "--to", str(tmp_path / "x.ics"), "--yes"]).err


def test_no_limit_is_nothing_to_pass_on(person: Path) -> None:
    assert piped(START, ["/end"]).code == 0
    done = piped(["duty", "last"])
    assert (done.code, done.out) == (1, "")
    assert "No limit was recorded in this conversation." in done.err


@pytest.mark.parametrize("audience", ["coachee", "line manager", "group", "SLT", "anyone"])
def test_no_export_says_what_came_up_there_nor_that_there_was_a_limit(home: Path, audience: str) -> None:
    done = piped(["export", "last", "--for", audience])
    # Where nothing goes at all, no page is made; what is said of that tells nothing either.
    assert done.code == (0 if audience in {"coachee", "line manager"} else 1)
    for words in (SAID, "Ms Example", "limit was reached"):
        assert words not in done.out + done.err
    assert ("leave at five" in done.out) == (audience == "coachee")
    back = piped(["export", "last", "--for", audience, "--held-back"])
    assert f"{SAID} (a limit was reached here)" in " ".join(back.out.split())


def test_the_holder_sees_it_in_show_and_before_the_next_meeting(home: Path) -> None:
    shown = piped(["show", "last"]).out
    assert "A limit was reached" in shown
    assert "Will be told: Ms Example, room 12" in shown
    assert SAID in shown
    (entry,) = json.loads(piped(["show", "last", "--json"]).out)["limits"]
    assert entry["spot"] == "topic"
    page = piped(["prepare", "p3"]).out
    assert "A limit was reached last time." in page
    assert "Ms Example" not in page


def test_doctor_says_whether_the_card_is_filled_in(home: Path) -> None:
    assert "duty-to-act card" not in piped(["doctor"]).out
    (home / "coachtui.toml").write_text('[duty]\nspeak_to = ["Ms Example"]\n', encoding="utf-8")
    assert "The duty-to-act card is not filled in: procedure in [duty]" in piped(["doctor"]).out
    (home / "coachtui.toml").unlink()
    assert "speak_to and procedure in [duty] of coachtui.toml" in piped(["doctor"]).out


def test_the_command_takes_no_words_of_what_was_said() -> None:
    assert "duty" in COMMANDS
    assert "FILE" in (page := piped(["duty", "--help"]).out)
    for option in ("--about", "--text", "--note", "--reason"):
        assert option not in page
