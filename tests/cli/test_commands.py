"""The commands: what stands on standard output, what on standard error, and the exit code."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.support.pipe import Done, piped

import coachtui

ROOT = Path(__file__).parent.parent.parent
LATER = "2026-12-09T15:40:00+00:00"
START = ["start", "grow", "--with", "p3", "--with", "p7", "--plain"]
TALK = ["/go topic", "How to say no", "/go actions", "ring the parents", "Friday", "/end"]


def loaded(done: Done) -> Any:
    """The one JSON document on standard output."""
    assert done.code == 0, done.err
    return json.loads(done.out)


@pytest.fixture
def home(person: Path) -> Path:
    """A home with one closed conversation in it."""
    assert piped(START, TALK).code == 0
    return person / "coachtui"


# -- the program as a whole


def test_the_person_is_told_once_where_notes_live(person: Path) -> None:
    assert f"Your notes are kept in {person / 'coachtui'}" in piped(["list"]).err
    assert "Your notes" not in piped(["list"]).err


def test_the_home_is_named_before_or_after_the_command(person: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert piped(["--home", str(one), "list"]).code == 0
    assert piped(["list", "--home", str(two)]).code == 0
    assert one.is_dir()
    assert two.is_dir()
    assert not (person / "coachtui").exists()


def test_the_nearest_command_is_suggested(person: Path) -> None:
    done = piped(["strat"])
    assert done.code == 2
    assert "Did you mean 'start'?" in done.err
    assert not (person / "coachtui").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["list", "--nonsense"],
        ["start", "grow", "--minutes", "many", "--plain"],
        ["start", "grow", "--minutes", "0", "--plain"],
        ["start", "grow", "--on", "yesterday", "--from-paper", "--plain"],
        ["start", "grow", "--on", "2026-11-03", "--plain"],
        ["start", "grow", "--role", "p3", "--plain"],
        ["start", "grow", "--swap", "--plain"],
        ["start", "--plain"],
        ["show"],
        ["check"],
        ["actions", "set", "0001"],
        ["actions", "--due", "soon"],
    ],
)
def test_wrong_usage_is_two_and_makes_no_session(person: Path, words: list[str]) -> None:
    done = piped(words)
    assert done.code == 2
    assert done.err
    assert done.out == ""
    assert list(person.glob("coachtui/sessions/*/*")) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["show", "zzzz"], "There is no session 'zzzz' here."),
        (["start", "grwo", "--plain"], 'Did you mean "grow"?'),
        (["start", "grow", "--follow", "zzzz", "--plain"], "There is no session 'zzzz' here."),
        (["prepare", "p1"], "Nobody of that name"),
        (["prepare"], "Whom do you meet?"),
        (["rename"], "Whose name"),
        (["rename", "p1", "p2"], "Nobody of that name"),
        (["delete", "last"], "nobody can be asked here"),
        (["actions", "set", "zzzz", "done"], "There is no action with that id."),
        (["actions", "set", "0001", "finished"], "open, done, moving, stuck, dropped"),
        (["list", "--with", "p1"], "Nobody of that name"),
        ([], "--plain"),
        (["start", "grow"], "--plain"),
        (["resume"], "--plain"),
    ],
)
def test_what_could_not_be_done_is_one_and_a_sentence(home: Path, words: list[str], said: str) -> None:
    done = piped(words, now=LATER, first=500)
    assert done.code == 1
    assert said in done.err
    assert done.out == ""
    assert len(list(home.glob("sessions/*/*"))) == 1


@pytest.mark.parametrize("words", [["--version"], ["list", "--version"], ["--home", "x", "--version"], ["-V"]])
def test_the_version_among_other_words(person: Path, words: list[str]) -> None:
    done = piped(words)
    assert (done.code, done.out) == (0, f"coachtui {coachtui.__version__}\n")
    assert not (person / "coachtui").exists()


def test_every_command_explains_itself(person: Path) -> None:
    whole = piped(["--help"])
    assert whole.code == 0
    for name in (
        "start",
        "resume",
        "list",
        "show",
        "prepare",
        "actions",
        "search",
        "frameworks",
        "check",
        "rename",
        "delete",
    ):
        assert f"\n  {name} " in whole.out
        done = piped([name, "--help"])
        assert done.code == 0
        assert "Usage: coachtui" in done.out
    assert not (person / "coachtui").exists()


def test_a_bug_is_told_without_a_word_of_what_was_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        words = "How to say no"
        raise KeyError(words)

    monkeypatch.setattr("coachtui.report.terminal.record_lines", broken)
    done = piped(["show", "last"])
    assert done.code == 70
    assert "KeyError at " in done.err
    assert "How to say no" not in done.out + done.err
    assert "Traceback" not in done.err


def test_odd_words_reach_no_terminal(person: Path) -> None:
    done = piped(["\x1b[31mlist\x07"])
    assert done.code == 2
    assert "\x1b" not in done.err
    assert "\x07" not in done.err


# -- list, show, prepare


def test_list_newest_first_with_topic_and_state(home: Path) -> None:
    piped(["start", "instant-pay-off", "--plain"], ["/park an idea"], now=LATER, first=500)
    first, second = piped(["list"], now=LATER).out.splitlines()
    assert first.split("  ") == ["0500", "09 Dec 2026 15:40", "Instant pay-off", "-", "open"]
    assert second.split("  ") == ["0003", "21 Nov 2026 16:22", "GROW", "p3, p7", "How to say no"]


def test_list_as_json_and_by_person(home: Path) -> None:
    piped(["start", "instant-pay-off", "--with", "p9", "--plain"], ["/park an idea"], now=LATER, first=500)
    sessions = loaded(piped(["list", "--json"]))["sessions"]
    assert [one["id"][:4] for one in sessions] == ["0501", "0003"]
    assert sessions[1]["framework"] == {"id": "grow", "name": "GROW"}
    assert [one["name"] for one in sessions[1]["people"]] == ["p3", "p7"]
    assert (sessions[1]["topic"], sessions[0]["ended"]) == ("How to say no", None)
    assert [one["id"][:4] for one in loaded(piped(["list", "--with", "P3", "--json"]))["sessions"]] == ["0003"]


def test_one_that_cannot_be_read_hides_no_other(home: Path) -> None:
    (home / "sessions/2026/2026-12-01-0900-grow-zzzz.json").write_text('{"format": 1,', encoding="utf-8")
    done = piped(["list"])
    assert done.code == 0
    assert "2026-12-01-0900-grow-zzzz.json" in done.out
    assert "How to say no" in done.out
    sessions = loaded(piped(["list", "--json"]))["sessions"]
    assert sum("unreadable" in one for one in sessions) == 1


def test_an_empty_home_says_how_to_begin(person: Path) -> None:
    done = piped(["list"])
    assert (done.code, done.out) == (0, "")
    assert "coachtui start" in done.err
    assert loaded(piped(["list", "--json"])) == {"sessions": []}


def test_show_reads_like_a_page_and_json_is_the_file(home: Path) -> None:
    done = piped(["show", "last"])
    assert done.code == 0
    assert "Our topic\n  How to say no" in done.out
    (path,) = home.glob("sessions/*/*.json")
    assert loaded(piped(["show", "0003", "--json"])) == json.loads(path.read_text(encoding="utf-8"))


def test_show_says_what_became_of_an_action(home: Path) -> None:
    action = loaded(piped(["actions", "--json"]))["actions"][0]["id"]
    piped(["actions", "set", action[:4], "moving", "--learned", "they were kind"], first=500)
    assert "status: moving\n     learned: they were kind" in piped(["show", "last"]).out


def test_prepare(home: Path) -> None:
    done = piped(["prepare", "P3"], now=LATER)
    assert done.code == 0
    assert done.out.startswith("Before meeting p3\n")
    assert "ring the parents" in done.out


# -- actions


def test_actions_open_all_and_due(home: Path) -> None:
    assert "ring the parents" in piped(["actions"]).out
    assert "ring the parents" in piped(["actions", "--due", "2026-11-27"]).out
    early = piped(["actions", "--due", "2026-11-26"])
    assert (early.code, early.out) == (0, "")
    (action,) = loaded(piped(["actions", "--json"]))["actions"]
    assert {name: action[name] for name in ("what", "who", "role", "due", "by_when", "status", "promised")} == {
        "what": "ring the parents",
        "who": "p3",
        "role": "Coachee",
        "due": "2026-11-27",
        "by_when": "Friday",
        "status": "open",
        "promised": "2026-11-21",
    }
    done = piped(["actions", "set", action["id"], "dropped"], first=500)
    assert (done.code, done.err) == (0, f"{action['id'][:4]}: open -> dropped\n")
    assert piped(["actions"]).out == ""
    assert "dropped" in piped(["actions", "--all"]).out
    assert loaded(piped(["actions", "--json"])) == {"actions": []}


# -- frameworks and check


def test_frameworks_and_one_of_ones_own(home: Path) -> None:
    done = piped(["frameworks"])
    assert done.code == 0
    assert "grow - GROW, 30/45/60 minutes, two" in done.out
    (home / "frameworks/mine.toml").write_text("nonsense", encoding="utf-8")
    after = piped(["frameworks"])
    assert "mine cannot be used" in after.err
    assert "grow - GROW" in after.out
    listed = {one["id"]: one for one in loaded(piped(["frameworks", "--json"]))["frameworks"]}
    assert listed["grow"]["origin"] == "shipped"
    assert listed["mine"]["mistakes"]


def test_check_tells_place_mistake_and_remedy_of_all_files(person: Path, tmp_path: Path) -> None:
    good, bad = ROOT / "frameworks/grow.toml", tmp_path / "mine.toml"
    bad.write_text('format = 1\nid = "mine"\nnam = "Mine"\n[[step]]\nid = "a"\nkind = "txt"\n', encoding="utf-8")
    done = piped(["check", str(good), str(bad)])
    assert done.code == 1
    assert f"{bad}:3:1: " in done.out
    assert f"{bad}:6:8: " in done.out
    assert "1 of 2 files are fit to run." in done.err
    assert piped(["check", str(good)]).code == 0
    assert not (person / "coachtui").exists()


def test_check_takes_a_folder_with_its_parts() -> None:
    done = piped(["check", str(ROOT / "frameworks")])
    assert done.code == 0
    assert "files are fit to run." in done.err


# -- rename, delete, doctor


def test_rename(home: Path) -> None:
    done = piped(["rename", "p3", "p33"])
    assert (done.code, done.err) == (0, "Corrected, in 1 session.\n")
    assert "p33, p7" in piped(["list"]).out


def test_delete_for_good(home: Path) -> None:
    done = piped(["delete", "0003", "--yes"])
    assert done.code == 0
    assert list(home.glob("sessions/*/*")) == []


def test_doctor(home: Path) -> None:
    (home / "sessions/2026/2026-12-01-0900-grow-zzzz.json").write_text("{", encoding="utf-8")
    done = piped(["doctor"])
    assert done.code == 0
    assert f"Home: {home} (named in COACHTUI_HOME)" in done.out
    assert "2026-12-01-0900-grow-zzzz.json cannot be read" in done.out
    assert "Protected: no." in done.out
    assert f"coachtui {coachtui.__version__}" in done.out


def test_doctor_tells_what_in_the_settings_cannot_be_used(home: Path) -> None:
    text = 'signs = "ascii"\ntheme = "drak"\nfavourites = ["grow", "torr"]\n[keys]\naks = "Ctrl+N"\n'
    (home / "coachtui.toml").write_text(text, encoding="utf-8")
    done = piped(["doctor"])
    assert done.code == 0
    assert 'coachtui.toml, line 3: There is no format called "torr". Did you mean "tour"?' in done.out
    assert 'coachtui.toml, line 5: There is no command called "aks". Did you mean "ask"?' in done.out
    assert 'coachtui.toml, line 2: It cannot be "drak". Did you mean "dark"?' in done.out


def test_a_conversation_is_begun_in_the_words_of_the_school(person: Path) -> None:
    (person / "coachtui").mkdir()
    (person / "coachtui/coachtui.toml").write_text('[school.terms]\nhomework = "prep"\n', encoding="utf-8")
    assert piped(["start", "grow", "--plain"], ["/go topic", "How to say no"]).code == 0
    framework = loaded(piped(["show", "last", "--json"]))["framework"]
    assert "adding prep" in str(framework).lower()
    assert "Coach" in framework["roles"], "what is referred to by name stays"


# -- start


def test_start_with_all_its_options(person: Path) -> None:
    words = ["start", "grow", "--with", "p3", "--role", "p7=Coach", "--minutes", "25", "--remote", "--plain"]
    assert piped([*words, "--from-paper", "--on", "2026-11-03"], ["/park an idea"]).code == 0
    session = loaded(piped(["show", "last", "--json"]))
    assert [(one["name"], one["role"]) for one in session["people"]] == [("p3", "Coachee"), ("p7", "Coach")]
    assert (session["minutes"], session["setting"], session["from_paper"]) == (25, "remote", True)
    assert session["started"].startswith("2026-11-03")


def test_in_a_pipe_people_not_given_are_left_out(person: Path) -> None:
    assert piped(["start", "grow", "--plain"], ["/go topic", "How to say no"]).code == 0
    assert loaded(piped(["show", "last", "--json"]))["people"] == []


def test_following_and_swapping(home: Path) -> None:
    done = piped(["start", "--follow", "last", "--swap", "--plain"], ["/park an idea"], now=LATER, first=500)
    assert done.code == 0
    session = loaded(piped(["show", "last", "--json"]))
    assert session["follows"] == "0003000000000000"
    assert [(one["name"], one["role"]) for one in session["people"]] == [("p3", "Coach"), ("p7", "Coachee")]


def test_growing_from_an_earlier_note(home: Path) -> None:
    action = loaded(piped(["actions", "--json"]))["actions"][0]["id"]
    words = ["start", "instant-pay-off", "--from", f"last:{action}", "--plain"]
    assert piped(words, now=LATER, first=500).code == 0
    session = loaded(piped(["show", "last", "--json"]))
    assert session["grew_from"] == [{"session": "0003000000000000", "item": action}]
    assert session["records"]["problem"]["passages"][0]["text"] == "ring the parents"


def test_wrong_usage_is_told_before_a_missing_terminal() -> None:
    done = piped(["start", "grow", "--role", "X"])
    assert done.code == 2
    assert "NAME=ROLE" in done.err


def test_a_newer_session_is_listed_and_shown_as_far_as_it_is_understood(person: Path) -> None:
    piped(START, ["/go topic", "How to say no", "/quit"])
    (path,) = (person / "coachtui").glob("sessions/*/*.json")
    path.write_text(path.read_text(encoding="utf-8").replace('"format": 1', '"format": 9', 1), encoding="utf-8")
    before = path.read_bytes()
    assert "from a newer coachtui" in piped(["list"]).out
    shown = piped(["show", "last"])
    assert "How to say no" in shown.out
    assert "written by a newer coachtui" in shown.err
    assert path.read_bytes() == before


def test_a_file_name_stands_once_before_the_reason(person: Path) -> None:
    folder = person / "coachtui/sessions/2026"
    folder.mkdir(parents=True)
    (folder / "2026-11-21-1622-grow-aaaa.json").write_text("{", encoding="utf-8")
    assert piped(["list"]).out.count("grow-aaaa") == 1


def test_a_list_does_not_tell_a_private_topic() -> None:
    assert piped(["start", "grow", "--plain"], ["/go topic", "How to say no", "/private 1"]).code == 0
    told = piped(["list"]).out
    assert "a private topic" in told
    assert "How to say no" not in told
    assert json.loads(piped(["list", "--json"]).out)["sessions"][0]["topic_private"] is True
