"""Searching by scanning: what is found, how it is marked, and in what order commitments stand."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.held import ANN, BEN, holding

from coachtui.library.ledger import promise_fits, promises
from coachtui.library.search import (
    Entry,
    around,
    entry_of,
    fits,
    fold,
    hit_in,
    hits_in,
    newest_first,
    occurs,
    spans,
    words_of,
)
from coachtui.library.shelf import Book
from coachtui.session.document import to_document
from coachtui.session.editor import SessionEditor
from coachtui.session.spot import Spot
from coachtui.store.jsonfile import encode, parse

OPTIONS, ACTIONS = Spot("options"), Spot("actions")


def entry(editor: SessionEditor) -> Entry:
    """The entry of what an editor holds, by the way of a file."""
    return entry_of(
        Book(editor.session.id, Path(f"{editor.session.id}.json"), parse(encode(to_document(editor.working))))
    )


def found(editor: SessionEditor, query: str, *, names: bool = False) -> bool:
    """Whether a search finds it."""
    return fits(entry(editor), words_of(query), names=names)


@pytest.fixture
def editor() -> SessionEditor:
    """A talk in which a few things were said."""
    made = holding()
    made.add_note(OPTIONS, "Ask the Headteacher about the café")
    made.add_note(OPTIONS, "plan it together")
    return made


@pytest.mark.parametrize(
    "query",
    [
        "headteacher",
        "HEAD",
        "cafe",
        "café",
        "cafe head",
        "plan cafe",
        "grow",
        "nov 2026",
        "2026-11-21",
        "saturday plan",
        "",
    ],
)
def test_every_word_occurs_somewhere(editor: SessionEditor, query: str) -> None:
    assert found(editor, query)


@pytest.mark.parametrize("query", ["teacher", "afé", "cafe zebra", "october"])
def test_a_word_is_found_from_its_beginning_and_all_must_be_there(editor: SessionEditor, query: str) -> None:
    assert not found(editor, query)


def test_names_are_found_only_when_they_are_asked_for(editor: SessionEditor) -> None:
    assert not found(editor, "Ann")
    assert found(editor, "ann plan", names=True)


def test_what_was_dropped_is_not_found(editor: SessionEditor) -> None:
    note = editor.add_note(OPTIONS, "shout back")
    assert found(editor, "shout")
    editor.drop(note)
    assert not found(editor, "shout")


def test_parked_ideas_remarks_reasons_and_what_was_learned_are_found(editor: SessionEditor) -> None:
    editor.park("the rota")
    editor.remark(Spot("goal"), "smiled")
    note = editor.add_note(OPTIONS, "ring them")
    editor.pick(Spot("pick"), note, reason="it is quick")
    editor.rate(Spot("commitment"), 6, remark="too big")
    for query in ("rota", "smiled", "quick", "too big"):
        assert found(editor, query)


def test_scripts_without_blanks_are_found_anywhere(editor: SessionEditor) -> None:
    editor.add_note(OPTIONS, "この会議を終える")
    assert found(editor, "会議")


def test_the_hit_is_the_thing_with_most_of_the_words(editor: SessionEditor) -> None:
    best = editor.add_note(OPTIONS, "plan the head's week")
    hit = hit_in(entry(editor), words_of("plan head"))
    assert hit.said is not None
    assert (hit.said.thing, hit.said.spot, hit.more) == (best, "options", 2)
    assert len(hits_in(entry(editor), words_of("plan head"))) == 3


def test_an_open_hit_goes_before_a_private_one(editor: SessionEditor) -> None:
    secret = editor.add_note(OPTIONS, "zebra one")
    editor.mark(secret, "private")
    assert hit_in(entry(editor), ("zebra",)).said == next(one for one in entry(editor).said if one.thing == secret)
    assert hit_in(entry(editor), ("zebra",)).said is not None
    free = editor.add_note(OPTIONS, "zebra two")
    hit = hit_in(entry(editor), ("zebra",))
    assert hit.said is not None
    assert (hit.said.thing, hit.said.private) == (free, False)


def test_what_is_said_at_a_private_step_is_private() -> None:
    editor = holding("everything")
    (step,) = [one for one in editor.session.framework.steps if one.private and one.kind == "text"][:1]
    editor.say(Spot(step.id), "a secret")
    (said,) = [one for one in entry(editor).said if "secret" in one.text]
    assert said.private


def test_a_file_that_cannot_be_read_has_an_entry_with_its_reason() -> None:
    broken = entry_of(Book("", Path("x.json"), {}, trouble="It is not JSON."))
    assert (broken.card, broken.reason, broken.when) == (None, "It is not JSON.", None)


def test_newest_first(editor: SessionEditor) -> None:
    older = entry(holding(session="oooo", start="2025-01-02T10:00:00+00:00"))
    broken = entry_of(Book("", Path("x.json"), {}, trouble="no"))
    assert newest_first([broken, older, entry(editor)]) == [entry(editor), older, broken]


@given(st.text(max_size=60), st.text(max_size=8))
def test_what_is_marked_is_what_was_looked_for(text: str, query: str) -> None:
    words = words_of(query)
    for start, end in spans(text, words):
        assert any(fold(text[start:end]).startswith(word[:1]) for word in words)
    if words and all(occurs(word, fold(text)) for word in words):
        assert spans(text, words)


@given(st.text(max_size=60))
def test_folding_is_letter_by_letter(text: str) -> None:
    assert fold(text) == "".join(fold(char) for char in text)


def test_a_snippet_begins_a_little_before_the_word() -> None:
    text = "word " * 30 + "zebra and more"
    assert around(text, ("zebra",)).startswith("… word")
    assert around(text, ("zebra",)).index("zebra") < 30
    assert around("a zebra", ("zebra",)) == "a zebra"


# -- commitments


def test_open_ones_first_then_the_coachs_own_then_the_soonest() -> None:
    editor = holding()
    later = editor.commit(ACTIONS, "later")
    editor.set_field(later, "by when", "then", due=date(2026, 12, 1))
    soon = editor.commit(ACTIONS, "soon")
    editor.set_field(soon, "by when", "then", due=date(2026, 11, 24))
    whenever = editor.commit(ACTIONS, "whenever")
    own = editor.commit(ACTIONS, "own")
    editor.set_who(own, BEN.id)
    assert [one.open.ref.id for one in promises([entry(editor)])] == [own, soon, later, whenever]
    first = promises([entry(editor)])[0].open
    assert (first.who, first.who_role, first.status) == ("Ben", "Coach", "open")


def test_what_became_of_a_promise_is_told_in_another_session() -> None:
    from coachtui.session.things import ActionRef

    first = holding(session="aaaa", start="2026-11-02T16:00:00+00:00")
    promise = first.commit(ACTIONS, "ring the parents")
    now = holding(session="bbbb", follows="aaaa")
    now.report(Spot("look-back/since"), ActionRef(session="aaaa", id=promise), "done", "they were kind")
    every = [entry(first), entry(now)]
    assert promises(every) == ()
    (told,) = promises(every, closed=True)
    assert (told.open.status, told.open.learned, told.open.who) == ("done", "they were kind", ANN.name)


def test_a_promise_is_found_by_its_words_day_and_state_and_private_ones_only_when_in_sight() -> None:
    editor = holding()
    action = editor.commit(ACTIONS, "ring the parents")
    editor.set_field(action, "by when", "then", due=date(2026, 11, 27))
    (one,) = promises([entry(editor)])
    for query in ("ring", "27 november", "friday", "open", "grow"):
        assert promise_fits(one, words_of(query), names=False, private=False)
    assert not promise_fits(one, words_of("ann"), names=False, private=False)
    assert promise_fits(one, words_of("ann"), names=True, private=False)
    editor.mark(action, "private")
    (secret,) = promises([entry(editor)])
    assert secret.private
    assert not promise_fits(secret, words_of("ring"), names=False, private=False)
    assert promise_fits(secret, words_of("ring"), names=False, private=True)


def test_two_versions_of_a_session_promise_once() -> None:
    editor = holding()
    editor.commit(ACTIONS, "ring the parents")
    assert len(promises([entry(editor), entry(editor)])) == 1
