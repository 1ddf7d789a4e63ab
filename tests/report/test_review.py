"""The page of Review: every line knows what it tells of, private things stay away until asked for, and earlier talks stand beside."""

from tests.support.held import holding

from coachtui.library.past import past_for
from coachtui.library.promises import all_actions
from coachtui.report.hiding import without_private
from coachtui.report.review import Sheet, review_sheet
from coachtui.report.terminal import record_lines, record_rows
from coachtui.session.editor import SessionEditor
from coachtui.session.spot import Spot
from coachtui.session.things import ActionRef

GOAL, ACTIONS = Spot("goal"), Spot("actions")


def words(sheet: Sheet) -> str:
    """The page as one text."""
    return "\n".join(row.text for row in sheet.rows)


def things(editor: SessionEditor, text: str) -> set[tuple[str, ...]]:
    """What the lines with this text in them tell of."""
    return {row.things for row in record_rows(editor.working) if text in row.text}


def test_rows_are_the_lines_of_the_record() -> None:
    editor = holding()
    editor.say(GOAL, "sleep through")
    lines = record_lines(editor.working)
    assert [row.text for row in record_rows(editor.working)] == lines[:-2]
    assert lines[-1].startswith("Session "), "its id is small print, and no part of the page"


def test_a_line_knows_the_thing_it_tells_of_and_where_it_was_said() -> None:
    editor = holding()
    editor.say(GOAL, "be calmer")
    editor.say(GOAL, "sleep through")
    note = editor.add_note(Spot("options"), "ask them")
    action = editor.commit(ACTIONS, "ring the parents")
    idea = editor.park("the rota")
    goal = next(one.id for _, record in editor.session.records_of("goal") for one in record.things())
    assert things(editor, "sleep through") == things(editor, "first: be calmer") == {(goal,)}
    assert things(editor, "ask them") == {(note,)}
    assert things(editor, "ring the parents") == things(editor, "status: open") == {(action,)}
    assert things(editor, "the rota") == {(idea,)}
    assert {row.spot for row in record_rows(editor.working) if "sleep through" in row.text} == {GOAL}
    titles = [row.text for row in record_rows(editor.working) if row.part == "title"]
    assert "What I want" in titles


def test_a_wrapped_note_is_one_thing_on_all_its_lines() -> None:
    editor = holding()
    note = editor.add_note(Spot("options"), "word " * 60)
    rows = [row for row in record_rows(editor.working, (), 60) if note in row.things]
    assert len(rows) > 3


def test_private_things_are_counted_and_not_shown_until_asked_for() -> None:
    editor = holding()
    editor.add_note(Spot("options"), "ask them")
    secret = editor.add_note(Spot("options"), "about Pat")
    editor.mark(secret, "private")
    editor.pick(Spot("pick"), secret)
    hidden = review_sheet(editor.working)
    assert hidden.private == 1
    assert "about Pat" not in words(hidden)
    assert secret not in words(hidden)
    shown = review_sheet(editor.working, private=True)
    assert "about Pat (private)" in words(shown)
    assert shown.private == 1


def test_a_private_promise_is_hidden_wherever_it_is_told_of() -> None:
    first = holding(session="aaaa", start="2026-11-02T16:00:00+00:00")
    secret = first.commit(ACTIONS, "see the doctor")
    first.mark(secret, "private")
    first.commit(ACTIONS, "ring the parents")
    now = holding(session="bbbb", follows="aaaa")
    now.report(Spot("look-back/since"), ActionRef(session="aaaa", id=secret), "done", "it helped")
    actions = all_actions([first.session, now.session])
    sheet = review_sheet(now.working, [first.session], actions)
    assert "ring the parents" in words(sheet)
    assert "doctor" not in words(sheet)
    assert "it helped" not in words(sheet)
    assert sheet.private == 1
    assert "it helped" in words(review_sheet(now.working, [first.session], actions, private=True))


def test_without_anything_private_nothing_is_changed() -> None:
    editor = holding()
    editor.say(GOAL, "sleep through")
    note = editor.add_note(Spot("options"), "ask them")
    editor.pick(Spot("pick"), note)
    editor.rate(Spot("commitment"), 6)
    bare, count = without_private(editor.working)
    assert count == 0
    assert record_lines(bare) == record_lines(editor.working)


def test_what_earlier_conversations_said_of_the_same_stands_beside() -> None:
    first = holding(session="aaaa", start="2026-11-02T16:00:00+00:00")
    first.say(GOAL, "sleep through")
    first.rate(Spot("commitment"), 6, remark="too big")
    promise = first.commit(ACTIONS, "ring the parents")
    first.end()
    now = holding(session="bbbb", follows="aaaa")
    now.say(GOAL, "leave at five")
    now.rate(Spot("commitment"), 8)
    now.report(Spot("look-back/since"), ActionRef(session="aaaa", id=promise), "done", "they were kind")
    sessions = [first.session, now.session]
    sheet = review_sheet(now.working, past_for(now.session, sessions).sessions, all_actions(sessions))
    text = words(sheet)
    told = text[text.index("Earlier conversations") :]
    for line in (
        "- GROW, Monday 2 November 2026",
        "Monday 2 November 2026: sleep through",
        "now: leave at five",
        "Monday 2 November 2026: 6 (too big)",
        "now: 8",
        "ring the parents (Ann, Monday 2 November 2026): done",
        "learned: they were kind",
    ):
        assert line in told
    (old,) = {row.session for row in sheet.rows if "sleep through" in row.text}
    (new,) = {row.session for row in sheet.rows if "now: leave at five" in row.text}
    assert (old, new) == ("aaaa", "")


def test_a_first_conversation_has_no_earlier_ones() -> None:
    editor = holding()
    editor.say(GOAL, "sleep through")
    assert "Earlier conversations" not in words(review_sheet(editor.working, (), all_actions([editor.session])))
