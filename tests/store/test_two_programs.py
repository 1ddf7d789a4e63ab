"""Two programs at one file: nobody's words are overwritten, both versions are shown, and the person is told."""

import json
import tempfile
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.faults.fake_disk import FakeDisk
from tests.store.workshop import LONG, QUICK, SOAK, a_document, a_store, beside

from coachtui.errors import UserError
from coachtui.store.keeper import OpenSession
from coachtui.store.sessions import Store
from coachtui.store.state import Pace


def foreign(path: Path, key: str, words: str, *, rename: bool) -> bytes:
    """What an editor or a sync program does: the whole file anew, in place or by renaming."""
    document = json.loads(path.read_bytes())
    document["records"][key] = words
    data = json.dumps(document).encode()
    if rename:
        spare = path.with_name("spare")
        spare.write_bytes(data)
        spare.replace(path)
    else:
        path.write_bytes(data)
    return data


def all_words(store: Store) -> set[str]:
    found: set[str] = set()
    for each in store.listing():
        assert each.document is not None
        found |= {str(value) for value in each.document["records"].values()}
    return found


@pytest.mark.parametrize("rename", [True, False])
def test_a_file_changed_by_another_program_is_left_and_ours_goes_beside_it(tmp_path: Path, rename: bool) -> None:
    store = a_store(tmp_path)
    session = store.create(a_document())
    session.keep({"records/a": "ours"})
    session.compact()
    assert session.flush(LONG)
    first = session.path
    session.soon()
    told: list[str] = []
    session.on_notice = told.append
    wait_for_snapshot(session)
    theirs = foreign(first, "b", "theirs", rename=rename)
    session.keep({"records/c": "ours too"})
    assert session.flush(LONG)
    assert session.close(LONG)
    assert session.path == first.with_name(f"{first.stem}-2.json")
    assert first.read_bytes() == theirs
    assert json.loads(session.path.read_text())["records"] == {"a": "ours", "c": "ours too"}
    assert beside(first) == {first.name, session.path.name}
    assert {each.versions for each in store.listing()} == {tuple(each.path for each in store.listing())}
    assert len(told) == 1
    assert "Neither version is overwritten" in told[0]
    assert told[0] in session.notices


def wait_for_snapshot(session: OpenSession) -> None:
    """Until the JSON holds what was kept."""
    while not session.path.exists() or "ours" not in session.path.read_text():
        assert session.flush(LONG)


def test_a_file_only_touched_is_not_taken_for_changed(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    session = store.create(a_document())
    assert session.close(LONG)
    session = store.open("last")
    path = session.path
    path.write_bytes(path.read_bytes())
    session.keep({"records/a": "ours"})
    assert session.close(LONG)
    assert session.path == path
    assert session.notices == ()


def test_a_file_taken_away_while_open_comes_back(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    assert store.create(a_document(records={"a": "old"})).close(LONG)
    session = store.open("last")
    session.path.unlink()
    session.keep({"records/b": "new"})
    assert session.close(LONG)
    assert store.read("last").document["records"] == {"a": "old", "b": "new"}


def test_saved_is_not_said_before_words_that_were_overwritten_stand_somewhere_again(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    assert store.create(a_document(records={"a": "ours"})).close(LONG)
    session = store.open("last")
    session.keep({"records/b": "begun"})
    assert session.flush(LONG)
    foreign(session.path, "a", "theirs", rename=True)
    session.keep({"records/c": "ours too"})
    assert session.flush(LONG)
    session.discard()
    assert {"ours", "theirs", "begun", "ours too"} <= all_words(store)


def test_a_change_is_noticed_even_while_nobody_types(tmp_path: Path) -> None:
    store = a_store(tmp_path, pace=Pace(flush=0.0, look=0.01))
    assert store.create(a_document(records={"a": "ours"})).close(LONG)
    session = store.open("last")
    session.keep({"records/b": "ours too"})
    assert session.flush(LONG)
    told = threading.Event()
    session.on_notice = lambda _: told.set()
    foreign(session.path, "a", "theirs", rename=True)
    assert told.wait(LONG)
    assert all_words(store) == {"ours", "theirs", "ours too"}
    assert session.close(LONG)


def test_a_change_made_after_a_kill_is_found_by_the_journal(tmp_path: Path) -> None:
    store = a_store(tmp_path, pace=Pace(flush=0.0, journal=1 << 30))
    assert store.create(a_document(records={"a": "old"})).close(LONG)
    session = store.open("last")
    session.keep({"records/a": "ours"})
    assert session.flush(LONG)
    session.discard()
    foreign(session.path, "a", "theirs", rename=False)
    again = store.open("last")
    assert "Neither is overwritten" in again.notices[0]
    assert again.close(LONG)
    assert all_words(store) == {"ours", "theirs"}
    assert len(beside(again.path)) == 2


def test_a_write_in_the_moment_of_renaming_is_kept_too(tmp_path: Path) -> None:
    class Meddled(FakeDisk):
        meddle: Path | None = None

        def rename(self, source: Path, target: Path) -> None:
            if self.meddle == target:
                self.meddle = None
                foreign(target, "b", "theirs", rename=False)
            super().rename(source, target)

    disk = Meddled()
    store = a_store(tmp_path, disk)
    assert store.create(a_document()).close(LONG)
    session = store.open("last")
    disk.meddle = session.path
    session.keep({"records/a": "ours"})
    assert session.close(LONG)
    assert all_words(store) == {"ours", "theirs"}
    assert "What it wrote is kept" in session.notices[0]


@pytest.mark.parametrize("rename", [True, False])
def test_a_program_that_saves_what_it_read_long_ago_takes_no_words_away(tmp_path: Path, rename: bool) -> None:
    """An editor that was opened before ours were written, a synced folder that brings an older copy: nothing is typed after it."""
    store = a_store(tmp_path)
    session = store.create(a_document())
    assert session.flush(LONG)
    old = json.loads(session.path.read_bytes())
    session.keep({"records/a": "ours"})
    session.compact()
    wait_for_snapshot(session)
    first = session.path
    old["records"]["b"] = "theirs"
    theirs = json.dumps(old).encode()
    if rename:
        spare = first.with_name("spare")
        spare.write_bytes(theirs)
        spare.replace(first)
    else:
        first.write_bytes(theirs)
    assert session.close(LONG)
    assert all_words(store) == {"ours", "theirs"}
    assert first.read_bytes() == theirs


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["one", "two", "editor", "editor", "compact", "close", "kill", "swap"]),
        st.sampled_from("abc"),
        st.booleans(),
    ),
    max_size=20,
)


@given(DEEDS)
@settings(max_examples=50 * SOAK)
def test_no_order_of_two_programs_loses_the_words_of_either(deeds: list[tuple[str, str, bool]]) -> None:
    """Each word goes to a key of its own; an editor only adds. So every word must stand in some version at the end."""
    with tempfile.TemporaryDirectory() as folder:
        stores = [a_store(Path(folder), pace=QUICK) for _ in range(2)]
        assert stores[0].create(a_document(id="7f3kaaaaaaaaaaaa")).close(LONG)
        path = stores[0].listing()[0].path
        said: set[str] = set()
        session: OpenSession | None = None
        for number, (deed, key, rename) in enumerate(deeds):
            word = f"{deed} {number}"
            store = stores[number % 2]
            if deed in {"one", "two"}:
                session = session or opened(store, path)
                session.keep({f"records/{key}{number}": word})
                assert session.flush(LONG)
                said.add(word)
            elif deed == "editor" and path.exists():
                foreign(path, f"{key}{number}", word, rename=rename)
                said.add(word)
            elif session is not None:
                session = carried_on(session, deed)
        if session is not None:
            assert session.close(LONG)
        for each in stores[0].listing():
            assert opened(stores[0], each.path).close(LONG)
        assert said <= all_words(stores[1])


def opened(store: Store, path: Path) -> OpenSession:
    session = store.open(path)
    assert session.read_only is None
    return session


def carried_on(session: OpenSession, deed: str) -> Any:
    if deed == "compact":
        session.compact()
        return session
    if deed == "close":
        assert session.close(LONG)
    else:
        session.discard()
    return None


def test_of_two_versions_of_the_last_session_the_person_says_which(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    session = store.create(a_document())
    assert session.close(LONG)
    other = session.path.with_name(f"{session.path.stem}-2.json")
    other.write_bytes(session.path.read_bytes())
    with pytest.raises(UserError, match="two versions of the session last") as refused:
        store.find("last")
    assert session.path.stem in str(refused.value)
    assert store.find(other.name) == other
