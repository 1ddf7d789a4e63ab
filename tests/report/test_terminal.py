"""The whole record for its holder: everything said is in it, in an order one can read, at any width."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.strategies.edits import Edits
from tests.strategies.given import soaked
from tests.strategies.sessions import workings
from tests.support.held import ANN, BEN, holding

from coachtui.framework.contents import CONTENT_WORDS
from coachtui.layouts import USUAL, Signs
from coachtui.library.promises import all_actions
from coachtui.report.page import shortened, wrap
from coachtui.report.terminal import record_lines
from coachtui.session.editor import SessionEditor
from coachtui.session.lookups import live
from coachtui.session.models import Session, Working
from coachtui.session.spot import Spot
from coachtui.session.things import Action, ActionRef, Clause, Item, RatedBefore, Thing


def page(editor: SessionEditor, width: int = 80, signs: Signs | None = USUAL) -> str:
    """The record as one text."""
    return "\n".join(record_lines(editor.working, all_actions([editor.session]), width, signs))


def under(text: str, title: str) -> list[str]:
    """The lines under a heading of a spot, up to the next one."""
    lines = text.split("\n")
    start = lines.index(title) + 1
    found = lines[start:]
    end = next((number for number, line in enumerate(found) if not line.startswith(" ")), len(found))
    return [line.strip() for line in found[:end]]


def test_head_people_and_links() -> None:
    editor = holding(follows="zzzz")
    text = page(editor)
    assert text.startswith("GROW\n----\nSaturday 21 November 2026, 16:22, still open")
    assert "Ann (Coachee), Ben (Coach)" in text
    assert "follows zzzz" in text


def test_a_text_with_its_earlier_wordings() -> None:
    editor = holding()
    for words in ("be calmer", "sleep through", "leave school at five"):
        editor.say(Spot("goal"), words)
    assert under(page(editor), "What I want") == ["leave school at five", "first: be calmer", "then: sleep through"]


def test_notes_in_columns_with_what_was_moved_and_whose_words() -> None:
    editor = holding()
    late = editor.add_note(Spot("reality"), "two are late")
    editor.add_note(Spot("reality"), "I mend it", by=BEN.id)
    editor.move_note(Spot("sort"), late, column="Gets in the way")
    editor.add_note(Spot("sort"), "one says thanks", column="Helps")
    text = page(editor, signs=None)
    assert under(text, "How things are") == ["- two are late", "- I mend it (Ben)"]
    sorted_ = under(text, "Sorted, if it helps")
    assert sorted_.index("Helps") < sorted_.index("- one says thanks") < sorted_.index("Gets in the way")
    assert sorted_.index("Gets in the way") < sorted_.index("- two are late")
    assert "Not placed" in sorted_


def test_picks_and_reasons() -> None:
    editor = holding()
    plan = editor.add_note(Spot("options"), "plan together")
    ask = editor.add_note(Spot("options"), "ask them")
    editor.pick(Spot("pick"), ask, reason="it is quick")
    editor.pick(Spot("pick"), plan)
    assert under(page(editor), "What I will go for") == ["1. ask them", "because: it is quick", "2. plan together"]


def test_a_rating_always_has_its_digit_and_what_it_was_before() -> None:
    editor = holding()
    editor.rate(Spot("commitment"), 6, remark="too big")
    editor.rate(Spot("commitment"), 8)
    lines = under(page(editor, signs=None), "How sure I am")
    assert lines == ["From 1 (not sure at all) to 10 (as good as done):", "8", "before that 6 (too big)"]


def test_a_table_of_ratings_with_sums() -> None:
    editor = holding("everything")
    now = editor.add_note(Spot("options"), "ask the pupils")
    later = editor.add_note(Spot("options"), "write to parents")
    for row, values in ((now, (4, 2, 3)), (later, (1, 3, 2))):
        for column, value in zip(("Pupils gain", "Time", "In our hands"), values, strict=True):
            editor.rate(Spot("matrix"), value, row=row, column=column)
    lines = under(page(editor, signs=None), "Weighed against each other")
    assert re.fullmatch(r"ask the pupils\s+4\s+2\s+3", lines[2])
    assert lines[-1] == "Sum: Pupils gain: 10, Time: 2.5, In our hands: 5"


def test_each_persons_ratings_and_where_they_lie_apart() -> None:
    editor = holding("everything")
    for who, value in ((ANN.id, 2), (BEN.id, 5)):
        editor.rate(Spot("letters"), value, row="They want it", by=who)
        editor.rate(Spot("letters"), 4, row="They know of it", by=who)
    lines = under(page(editor, signs=None), "Where the change stands")
    assert "Ann:" in lines
    assert "Ben:" in lines
    assert "The first low one: They want it" in lines
    assert "Furthest apart: They want it (3)" in lines


def test_ties_and_what_has_no_partner() -> None:
    editor = holding("instant-pay-off")
    send = editor.add_note(Spot("ways"), "send the agenda")
    editor.add_note(Spot("ways"), "a parking sheet")
    block = editor.add_note(Spot("blocks"), "no agenda", column="In the situation")
    editor.tie(Spot("ties"), send, block)
    lines = under(page(editor), "Which way gets round which block")
    assert lines == ["- send the agenda - gets round - no agenda", "No partner yet:", "- a parking sheet"]


def test_a_board_stands_once_with_all_its_steps() -> None:
    editor = holding("everything")
    editor.add_note(Spot("me"), "torn", column="Feeling", tag="I know")
    head = editor.add_note(Spot("who"), "the head")
    editor.add_note(Spot("them", head), "hurried", column="Feeling")
    text = page(editor, signs=None)
    assert text.count("Who sees what") == 1
    lines = under(text, "Who sees what")
    assert lines == ["Me - Feeling", "- torn (I know)", "the head - Feeling", "- hurried"]


def test_actions_with_who_when_status_and_the_other_fields() -> None:
    editor = holding()
    action = editor.commit(Spot("actions"), "ring the parents")
    editor.set_field(action, "by when", "after the break")
    editor.set_field(action, "support", "a quiet room")
    assert under(page(editor), "What I will do") == [
        "1. ring the parents",
        "who: Ann; by when: after the break; status: open",
        "support: a quiet room",
    ]


def test_a_review_names_what_was_promised() -> None:
    first = holding(session="aaaa", start="2026-11-07T16:00:00+00:00")
    action = first.commit(Spot("actions"), "ring the parents")
    editor = holding(session="bbbb", follows="aaaa")
    editor.report(Spot("look-back/since"), ActionRef(session="aaaa", id=action), "done", "they were kind")
    known = all_actions([first.session, editor.session])
    lines = under("\n".join(record_lines(editor.working, known)), "Since last time")
    assert lines == ["- ring the parents (Ann, Saturday 7 November 2026): done", "learned: they were kind"]
    alone = under("\n".join(record_lines(editor.working)), "Since last time")
    assert alone[0] == "- An action of a session that is not here: done"


def test_the_agreement_with_who_accepted_and_what_is_in_force() -> None:
    editor = holding()
    spot = Spot("agreement/agree")
    clause = editor.session.framework.step("agree").model_dump()["clauses"][0]
    editor.accept(spot, clause, ANN.id)
    editor.accept(spot, clause, BEN.id)
    editor.set_level(spot, "line manager", "points", "yes")
    text = page(editor)
    assert "(accepted by Ann, Ben)" in " ".join(text.split())
    assert "line manager, what is said: no -> yes" in " ".join(text.split())
    rows = [line.strip().split("  ") for line in text.split("\n")]
    head = next([one.strip() for one in row if one] for row in rows if "line manager" in row)
    assert head[:2] == ["coachee", "line manager"]
    told = {row[0]: [one.strip() for one in row[1:] if one][1] for row in rows if row[0] in CONTENT_WORDS.values()}
    assert [told[words] for words in CONTENT_WORDS.values()] == ["yes", "yes", "yes", "ask", "no", "no"]


def test_remarks_parked_ideas_and_half_lines() -> None:
    editor = holding()
    editor.remark(Spot("goal"), "smiled", to="How does that sound?")
    idea = editor.park("ask the head")
    editor.mark(idea, "private")
    editor.draft(Spot("goal"), "to sleep thro")
    text = page(editor)
    assert under(text, "What I want") == ["Remark: smiled (to: How does that sound?)"]
    assert "Parked\n------\n  - ask the head (private)" in text
    assert "Half typed\n----------\n  What I want: to sleep thro" in text


def test_what_was_dropped_is_gone_and_nothing_dangles() -> None:
    editor = holding()
    note = editor.add_note(Spot("options"), "shout back")
    editor.pick(Spot("pick"), note)
    editor.drop(note)
    assert "shout back" not in page(editor)


@pytest.mark.parametrize("width", [1, 24, 40, 80, 300])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    editor = holding()
    editor.say(Spot("goal"), "wörter 日本語の長い文章がここにあります " * 6 + "x" * 200 + " 👩‍🏫 " * 30)
    editor.add_note(Spot("options"), "y" * 150)
    lines = record_lines(editor.working, (), width)
    assert max(cell_len(line) for line in lines) <= max(24, min(width, 96))


def test_wrapping_loses_no_word() -> None:
    text = "one two  three\nfour " + "long" * 30
    for width in range(5, 60):
        assert "".join("".join(wrap(text, width, "- ")).split()).replace("-", "", 1) == "".join(text.split())


def test_shortened_fits() -> None:
    assert shortened("日本語の長い文章", 10) == "日本語..."
    assert shortened("short", 10) == "short"


def test_an_empty_session_reads_as_one() -> None:
    editor = holding(people=())
    assert record_lines(Working(editor.session, Spot("topic")))[0] == "GROW"


def test_a_reason_that_was_said_anew_stands_with_the_one_before() -> None:
    editor = holding()
    pick = editor.pick(Spot("pick"), editor.add_note(Spot("options"), "ask them"), reason="it is quick")
    editor.give_reason(pick, "it is kind")
    assert under(page(editor), "What I will go for") == ["- ask them", "because: it is kind", "first: it is quick"]


def test_a_field_of_an_action_that_was_said_anew_stands_with_the_one_before() -> None:
    editor = holding()
    action = editor.commit(Spot("actions"), "ring the parents")
    editor.set_field(action, "by when", "on Friday")
    editor.set_field(action, "by when", "after half-term")
    editor.set_who(action, BEN.id)
    lines = under(page(editor), "What I will do")
    assert "by when before: on Friday" in lines
    assert "who before: Ann" in lines


def test_what_is_learned_of_an_action_stands_with_what_was_learned_before() -> None:
    editor = holding()
    action = ActionRef(session="zzzz", id="z1")
    editor.report(Spot("look-back/since"), action, "moving", "it is slow")
    editor.report(Spot("look-back/since"), action, "done", "it was quick")
    assert under(page(editor), "Since last time")[1:] == ["learned: it was quick", "first: it is slow"]


def test_an_answer_that_was_added_and_not_picked_is_not_lost() -> None:
    editor = holding("everything")
    editor.add_option(Spot("checkpoint"), "a walk outside")
    assert "added, not picked: a walk outside" in page(editor)


# -- not one word is left out


def words_of(session: Session) -> Iterator[str]:
    """Everything that was said and not dropped, with every earlier wording."""
    ideas: tuple[Thing, ...] = session.parked
    for record in session.records.values():
        ideas = (*ideas, *record.things())
    for thing in live(ideas):
        if isinstance(thing, Clause | Item):
            continue  # a reworded clause is replaced on purpose; a row or column is seen where something stands in it
        for name in ("text", "remark", "reason", "learned"):
            yield getattr(thing, name, "")
        if isinstance(thing, Action):
            yield from thing.fields.values()
        for before in getattr(thing, "earlier", ()):
            yield before.remark if isinstance(before, RatedBefore) else session_name(session, before.text)


def session_name(session: Session, text: str) -> str:
    """An earlier *who* is kept by its id, and shown by name."""
    person = session.person(text)
    return person.name if person else text


def bare(text: str) -> str:
    """A text without what wrapping may put anywhere: blanks, and the sides of a box where it stands in a picture."""
    return "".join(text.translate(dict.fromkeys(map(ord, "║│┃"))).split())


@settings(max_examples=soaked(60))
@given(workings(), st.integers(0, 2**32), st.integers(0, 40))
def test_every_word_that_was_said_stands_in_the_record(working: Working, seed: int, count: int) -> None:
    edits = Edits.of(working, seed)
    for _ in range(count):
        edits.step()
    text = bare(page(edits.editor, 60))
    for said in words_of(edits.editor.session):
        assert bare(said) in text
