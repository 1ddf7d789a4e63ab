"""Sessions of a home: made, found, opened, listed, amended, deleted, and nothing ever outside their folder."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.workshop import LONG, a_document, a_store, beside

from coachtui.errors import UserError
from coachtui.store.jsonfile import KEYS, dump
from coachtui.store.keeper import OpenSession
from coachtui.store.layout import Files, plain_stem
from coachtui.store.sessions import Store
from coachtui.store.state import Saved


def closed(store: Store, **more: object) -> Path:
    session = store.create(a_document(**more))
    assert session.close(LONG)
    return session.path


def test_a_new_session_has_its_moment_framework_and_id_in_its_name(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    session = store.create(a_document(id="7f3kaaaaaaaaaaaa"))
    assert session.path == store.home.sessions / "2026" / "2026-11-21-1622-grow-7f3k.json"
    assert session.close(LONG)
    assert beside(session.path) == {session.path.name}


def test_a_planned_session_is_named_by_its_plan_and_gets_an_id(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    session = store.create({"framework": {"id": "prepare"}, "planned": "2027-01-08T09:00:00+00:00", "started": None})
    assert session.path.parent.name == "2027"
    assert session.path.name == f"2027-01-08-0900-prepare-{session.id[:4]}.json"
    assert session.close(LONG)


def test_the_file_is_plain_json_with_its_keys_in_order(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    session = store.create({"zeal": 1, "records": {}, "spot": "goal", "acme": [], **a_document()})
    session.keep({"records/goal": {"text": "où"}, "people": [{"id": "p"}]})
    assert session.close(LONG)
    text = session.path.read_text("utf-8")
    assert text.startswith('{\n  "format": 1,\n  "id": "')
    assert text.endswith("}\n")
    assert "où" in text
    keys = list(json.loads(text))
    assert keys == [key for key in KEYS if key in keys] + ["zeal", "acme"]


def test_unknown_fields_are_kept_through_everything(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    path = closed(store, from_elsewhere={"deep": [1, {"x": None}]})
    session = store.open(path)
    session.keep({"records/a": {"odd": {"y": 1.5}}})
    assert session.close(LONG)
    document = store.read(path).document
    assert document["from_elsewhere"] == {"deep": [1, {"x": None}]}
    assert document["records"]["a"] == {"odd": {"y": 1.5}}


def test_opening_and_closing_without_a_change_leaves_every_byte(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    path = closed(store)
    odd = path.read_bytes().replace(b"  ", b"\t")
    path.write_bytes(odd)
    session = store.open(path)
    assert session.state == Saved()
    assert session.close(LONG)
    assert path.read_bytes() == odd
    assert beside(path) == {path.name}


def test_what_was_kept_is_there_after_a_kill_and_the_state_folder_has_one_older_copy(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    path = closed(store)
    older = path.read_bytes()
    session = store.open(path)
    session.keep({"drafts/goal": "half a wo"})
    assert session.flush(LONG)
    session.discard()
    again = store.open(path)
    assert again.document["drafts"] == {"goal": "half a wo"}
    assert again.close(LONG)
    assert (store.home.previous / path.name).read_bytes() == older
    assert json.loads(path.read_text())["drafts"] == {"goal": "half a wo"}
    assert beside(path) == {path.name}


def test_none_takes_an_entry_away_and_stands_as_a_value_at_the_top(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    session = store.create(a_document(drafts={"a": "x", "b": "y"}, ended="now"))
    session.keep({"drafts/a": None, "drafts/nothing": None, "ended": None})
    assert session.close(LONG)
    document = store.read("last").document
    assert document["drafts"] == {"b": "y"}
    assert document["ended"] is None


def test_a_second_window_reads_and_is_told_who_has_it(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    first = store.create(a_document())
    first.keep({"records/a": 1})
    assert first.flush(LONG)
    second = store.open("last")
    assert second.read_only is not None
    assert "already open in another window on this computer (process" in second.read_only
    assert second.document["records"] == {"a": 1}
    with pytest.raises(UserError):
        second.keep({"records/b": 2})
    assert second.close(0)
    with pytest.raises(UserError, match="already open"):
        store.amend("last", lambda _: {"records/b": 2})
    with pytest.raises(UserError, match="not deleted"):
        store.delete("last")
    assert first.close(LONG)
    third = store.open("last")
    assert third.read_only is None
    assert third.close(LONG)


def test_opened_for_reading_nothing_is_locked_or_written(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    path = closed(store)
    session = store.open(path, write=False)
    assert session.read_only is not None
    assert beside(path) == {path.name}
    assert session.flush(0)


def test_sessions_are_found_by_id_start_of_one_name_and_last(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    one = closed(store, id="7f3kaaaaaaaaaaaa", started="2026-11-20T10:00:00+00:00")
    two = closed(store, id="7f9caaaaaaaaaaaa", started="2026-11-21T10:00:00+00:00")
    closed(store, id="9999aaaaaaaaaaaa", started=None, planned="2026-12-24T10:00:00+00:00")
    assert store.find("7f3kaaaaaaaaaaaa") == one
    assert store.find("7f3") == one
    assert store.find("7F9C") == two
    assert store.find(two.stem) == two
    assert store.find("last") == two
    with pytest.raises(UserError, match="More than one session begins with 7f"):
        store.find("7f")
    with pytest.raises(UserError, match="no session 'zz'"):
        store.find("zz")


def test_an_empty_home_says_how_to_start(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no sessions here yet"):
        a_store(tmp_path).find("last")


def test_the_list_is_newest_first_and_only_of_the_years(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    paths = [closed(store, started=f"20{year}-01-01T10:00:00+00:00") for year in (24, 26, 25)]
    examples = store.home.sessions / "examples"
    examples.mkdir()
    (examples / "x.json").write_bytes(paths[0].read_bytes())
    (store.home.sessions / "2026" / "notes.txt").write_text("x")
    (store.home.sessions / "2023").symlink_to(examples)
    assert [each.path for each in store.listing()] == [paths[1], paths[2], paths[0]]


def test_an_unreadable_session_is_listed_with_its_reason_and_never_touched(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    path = closed(store)
    session = store.open(path)
    session.keep({"records/a": 1})
    assert session.close(LONG)
    path.write_bytes(b"{ broken")
    (listed,) = store.listing()
    assert listed.document is None
    assert listed.unreadable is not None
    assert "on line 1" in listed.unreadable
    assert str(store.home.previous / path.name) in listed.unreadable
    with pytest.raises(UserError):
        store.open(path)
    assert path.read_bytes() == b"{ broken"
    assert beside(path) == {path.name}


def test_a_copy_made_by_another_program_is_shown_as_a_second_version(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    path = closed(store, id="7f3kaaaaaaaaaaaa")
    copy = path.with_name(f"{path.stem} (X's conflicted copy 2026-11-22).json")
    copy.write_bytes(path.read_bytes())
    found = {each.path: each for each in store.listing()}
    assert set(found[path].versions) == {path, copy}
    assert found[copy].odd_name
    assert not found[path].odd_name
    with pytest.raises(UserError, match="two versions"):
        store.find("7f3k")
    assert store.find(copy.stem) == copy


def test_amending_changes_a_closed_session_and_leaves_it_closed(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    path = closed(store, records={"done": {"events": ()}})
    store.amend(path, lambda document: {"records/done": {"events": [*document["records"]["done"]["events"], "moving"]}})
    assert store.read(path).document["records"]["done"]["events"] == ["moving"]
    assert beside(path) == {path.name}


def test_an_amendment_that_fails_changes_nothing_and_frees_the_session(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    path = closed(store)
    before = path.read_bytes()
    with pytest.raises(ZeroDivisionError):
        store.amend(path, lambda _: {"records/a": 1 // 0})
    assert path.read_bytes() == before
    assert store.open(path).close(LONG)


def test_deleting_leaves_nothing_anywhere(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    path = closed(store)
    keep = closed(store)
    session = store.open(path)
    session.keep({"records/secret": "canary"})
    assert session.flush(LONG)
    session.compact()
    session.keep({"records/secret": "canary 2"})
    assert session.flush(LONG)
    session.discard()
    files = Files.of(path)
    files.bak.write_text("canary")
    files.damaged(3).write_text("canary")
    store.home.previous.mkdir(parents=True, exist_ok=True)
    (store.home.previous / path.name).write_text("canary")
    removed = store.delete(path)
    assert path in removed
    left = [each for root in (store.home.root, store.home.state) for each in root.rglob("*") if each.is_file()]
    assert left == [keep]


def test_only_sessions_of_this_home_can_be_named_by_path(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    outside = tmp_path / "outside.json"
    outside.write_text("{}")
    for path in (outside, store.home.sessions / "2026" / ".." / ".." / "people.json", store.home.people):
        with pytest.raises(UserError, match="not a session of this home"):
            store.delete(path)
    assert outside.exists()


TRICKS = st.sampled_from(
    [
        "../../x",
        "/etc/passwd",
        "C:\\x",
        "a:b",
        "CON",
        "nul.txt ",
        "COM\u00b9",
        "x" * 400,
        "\x1b[2J",
        "",
        ".",
        "..",
        "a\nb",
        "\u202eb",
    ]
)
ANY_TEXT = st.text(max_size=80) | TRICKS


@given(framework=ANY_TEXT, identity=ANY_TEXT)
def test_no_framework_or_id_makes_a_name_that_leaves_the_folder(framework: str, identity: str) -> None:
    stem = plain_stem({"framework": {"id": framework}, "id": identity}, datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
    assert stem.startswith("2026-01-02-0304-")
    assert stem == "".join(sign for sign in stem if sign.isascii() and (sign.isalnum() or sign == "-"))
    assert len(stem) < 80


@pytest.mark.parametrize("ref", ["../../etc/passwd", "/etc/passwd", "a\x1b[2Jb", "..", "x" * 5000, "CON", "\udc80"])
def test_no_reference_reaches_outside_or_shows_its_tricks(tmp_path: Path, ref: str) -> None:
    store = a_store(tmp_path)
    closed(store)
    with pytest.raises(UserError) as caught:
        store.find(ref)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    one = closed(store, id="7f3kaaaaaaaaaaaa")
    two = closed(store, id="7f3kbbbbbbbbbbbb")
    assert two.stem == f"{one.stem}-2"
    assert [each.odd_name for each in store.listing()] == [False, False]
    assert [each.versions for each in store.listing()] == [(), ()]


def test_many_changes_end_in_the_newest_of_each(tmp_path: Path) -> None:
    session: OpenSession = a_store(tmp_path).create(a_document())
    for number in range(300):
        session.keep({f"records/r{number % 7}": {"text": "words " * number}})
    assert session.close(LONG)
    raw = session.path.read_bytes()
    assert dump(json.loads(raw)) == raw
    newest = {f"r{number % 7}": {"text": "words " * number} for number in range(293, 300)}
    assert json.loads(raw)["records"] == newest


def test_a_session_cut_off_while_being_made_is_not_listed(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    folder = store.home.sessions / "2026"
    folder.mkdir()
    (folder / "2026-11-21-1622-grow-7f3k.journal").write_bytes(b"")
    (folder / "2026-11-21-1622-grow-9999.journal").write_bytes(b"0000000")
    assert store.listing() == []
