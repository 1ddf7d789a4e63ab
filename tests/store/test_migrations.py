"""Files of other versions: older ones are brought up to date when they change, newer ones are only read."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.store.workshop import LONG, a_document, a_store, beside

from coachtui.errors import UserError
from coachtui.store.layout import Files
from coachtui.store.migrations import MIGRATIONS


def to_two(document: dict[str, Any]) -> dict[str, Any]:
    return {**document, "format": 2, "setting": document.get("setting", "in person")}


def to_three(document: dict[str, Any]) -> dict[str, Any]:
    return {**document, "format": 3, "added": True}


TABLE = {1: to_two, 2: to_three}


def an_old_session(folder: Path) -> Path:
    store = a_store(folder)
    session = store.create(a_document(records={"a": "old"}))
    assert session.close(LONG)
    return session.path


def test_an_older_file_is_new_in_memory_and_stays_as_it_is_until_it_changes(tmp_path: Path) -> None:
    path = an_old_session(tmp_path)
    original = path.read_bytes()
    store = a_store(tmp_path, migrations=TABLE, newest=3)
    session = store.open(path)
    assert session.document["format"] == 3
    assert session.document["added"] is True
    assert session.close(LONG)
    assert path.read_bytes() == original
    assert beside(path) == {path.name}


def test_the_first_change_writes_the_new_format_and_keeps_the_original_once(tmp_path: Path) -> None:
    path = an_old_session(tmp_path)
    original = path.read_bytes()
    store = a_store(tmp_path, migrations=TABLE, newest=3)
    store.amend(path, lambda _: {"records/b": "new"})
    assert json.loads(path.read_bytes())["format"] == 3
    assert Files.of(path).bak.read_bytes() == original
    store.amend(path, lambda _: {"records/c": "newer"})
    assert Files.of(path).bak.read_bytes() == original
    assert store.read(path).document["records"] == {"a": "old", "b": "new", "c": "newer"}


def test_a_journal_of_the_old_format_is_migrated_with_its_session(tmp_path: Path) -> None:
    path = an_old_session(tmp_path)
    old = a_store(tmp_path)
    session = old.open(path)
    session.keep({"setting": "remote"})
    assert session.flush(LONG)
    session.discard()
    store = a_store(tmp_path, migrations=TABLE, newest=3)
    assert store.read(path).document["setting"] == "remote"
    again = store.open(path)
    again.keep({"records/b": "new"})
    assert again.flush(LONG)
    again.discard()
    document = store.read(path).document
    assert (document["format"], document["setting"], document["records"]) == (3, "remote", {"a": "old", "b": "new"})


def test_a_newer_file_is_read_only_said_and_byte_for_byte_untouched(tmp_path: Path) -> None:
    path = an_old_session(tmp_path)
    newer = path.read_bytes().replace(b'"format": 1', b'"format": 7, "unknown": [1e3]')
    path.write_bytes(newer)
    store = a_store(tmp_path)
    session = store.open(path)
    assert session.read_only is not None
    assert "newer coachtui (format 7; this one knows up to 1)" in session.read_only
    with pytest.raises(UserError):
        session.keep({"records/a": 1})
    assert session.close(LONG)
    with pytest.raises(UserError, match="newer"):
        store.amend(path, lambda _: {"records/a": 1})
    (listed,) = store.listing()
    assert listed.newer == session.read_only
    assert listed.document is not None
    assert path.read_bytes() == newer
    assert beside(path) == {path.name}


def test_a_format_that_never_was_is_unreadable(tmp_path: Path) -> None:
    path = an_old_session(tmp_path)
    store = a_store(tmp_path, migrations={2: to_three}, newest=3)
    with pytest.raises(UserError, match="format 1 is not one that was ever written"):
        store.read(path)


def test_every_format_up_to_the_newest_has_its_migration() -> None:
    from coachtui.store.migrations import FORMAT

    assert sorted(MIGRATIONS) == list(range(1, FORMAT))
