"""A glance at the bytes of a file: it leaves out what cannot be meant, and never anything that is."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.test_vault import Toy
from tests.store.workshop import LONG, a_document, a_store

from coachtui.errors import UserError
from coachtui.store.disk import Disk
from coachtui.store.glance import Could, not_ended, with_words
from coachtui.store.jsonfile import BadFileError, dump, parse
from coachtui.store.layout import Files
from coachtui.store.listing import Listed
from coachtui.store.recovery import Recovered, recover
from coachtui.store.sessions import Store
from coachtui.store.vault import Vault

ANN, BOB = "ann0aaaaaaaaaaaa", "bob0aaaaaaaaaaaa"
#: Ways in which a letter of an id may stand in a file that a person or another program wrote.
ODD = ["{}", "\\u00{:x}", "\x7f{}", "\u202e{}", "{}\ufeff", "\\u202e{}", "{}\\b", "\\r{}", "\u2028{}"]


def closed(store: Store, **more: object) -> Path:
    """A session that is closed again."""
    session = store.create(a_document(**more))
    assert session.close(LONG)
    return session.path


def those(store: Store, could: Could) -> list[Listed]:
    """What is read whole."""
    return [one for one in store.sifted(could) if one is not None]


def people(*ids: str) -> list[dict[str, str]]:
    """Who took part."""
    return [{"id": one, "name": "somebody", "role": "Coach"} for one in ids]


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The session files that were read whole."""
    read: list[Path] = []

    def counted(disk: Disk, vault: Vault, files: Files, *more: Any) -> Recovered:
        read.append(files.json)
        return recover(disk, vault, files, *more)

    monkeypatch.setattr("coachtui.store.sessions.recover", counted)
    return read


@given(st.lists(st.tuples(st.sampled_from("abc0"), st.sampled_from(ODD)), min_size=1), st.text())
def test_however_an_id_is_written_the_glance_says_yes_where_the_file_does(
    signs: list[tuple[str, str]], around: str
) -> None:
    written = "".join(form.format(ord(sign) if "x}" in form else sign) for sign, form in signs)
    raw = f'{{"id": "{written}", "said": {json.dumps(around, ensure_ascii=False)}}}'.encode(errors="replace")
    try:
        identity = parse(raw)["id"]
    except BadFileError:
        return  # no session, so nobody looks for it
    assert with_words([identity])(raw)
    assert with_words(["zzzz9999"], [identity])(raw)


def test_all_of_a_group_must_be_there_and_one_group_is_enough() -> None:
    raw = dump(a_document(format=1, id="aaaa", people=people(ANN, BOB)))
    assert with_words([ANN, BOB])(raw)
    assert with_words(["cal0aaaa"], [BOB])(raw)
    assert not with_words([ANN, "cal0aaaa"])(raw)
    assert not with_words(["cal0aaaa"], ["dot0aaaa"])(raw)
    assert with_words(["Übung"])(raw), "nothing is told of an id that is none of ours"


def test_only_what_was_ended_at_the_top_of_a_file_of_ours_is_ended() -> None:
    document = a_document(format=1, id="aaaa")
    assert not_ended(dump({**document, "ended": None}))
    assert not not_ended(dump({**document, "ended": "2026-11-21T17:00:00+00:00"}))
    assert not_ended(dump({**document, "records": {"a": {"ended": "x", "text": '\n  "ended": "'}}}))
    assert not_ended(json.dumps({**document, "ended": "2026-11-21T17:00:00+00:00"}).encode()), "read whole, to be sure"


def test_only_those_that_could_be_meant_are_read_whole(tmp_path: Path, whole: list[Path]) -> None:
    store = a_store(tmp_path)
    mine = [closed(store, people=people(ANN, BOB)) for _ in "ab"]
    for _ in range(5):
        closed(store, people=people(ANN, "cal0aaaaaaaaaaaa"))
    whole.clear()
    assert {one.path for one in those(store, with_words([ANN, BOB]))} == set(mine)
    assert set(whole) == set(mine)


def test_one_is_found_by_its_whole_id_without_reading_the_others(tmp_path: Path, whole: list[Path]) -> None:
    store = a_store(tmp_path)
    others = [closed(store) for _ in range(5)]
    mine = closed(store, id=ANN)
    whole.clear()
    assert store.find(ANN) == mine
    assert store.find(mine.stem) == mine
    assert whole == [mine]
    assert not set(whole) & set(others)


def test_of_two_versions_none_is_taken_unasked(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    mine = closed(store, id=ANN)
    mine.with_name("a copy by hand.json").write_bytes(mine.read_bytes())
    with pytest.raises(UserError, match="two versions"):
        store.find(ANN)


def test_what_only_the_journal_says_is_seen(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    session = store.create(a_document(people=people(ANN)))
    assert session.flush(LONG)
    session.keep({"people": people(ANN, BOB)})
    assert session.flush(LONG)
    assert [one.path for one in those(store, with_words([BOB]))] == [session.path]
    session.discard()


def test_a_sealed_file_is_looked_into_and_a_locked_one_is_left_to_be_told(tmp_path: Path) -> None:
    vault = Toy()
    store = a_store(tmp_path, vault=vault)
    closed(store, people=people(ANN))
    assert [one.id is not None for one in those(store, with_words([ANN]))] == [True]
    assert those(store, with_words([BOB])) == []
    vault.locked = True
    assert [one.unreadable is not None for one in those(store, with_words([BOB]))] == [True]
