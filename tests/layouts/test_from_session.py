"""From a session to a picture: whole boards, lifted notes, people named live, what may not be shown, older numbers."""

import tomllib
from pathlib import Path

from tests.session.table import COACH, COACHEE, WHO, File, opened

from coachtui.framework.steps import NotesStep, RateStep
from coachtui.layouts import draw, draw_ratings, text_of
from coachtui.layouts.from_session import board_picture, picture, ratings
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Session
from coachtui.session.spot import Spot

SHIPPED = Path(__file__).parents[2] / "frameworks"
CIRCLES: File = {
    "id": "circles",
    "layout": "circles",
    "centre": "Me",
    "rows": {"from": "who"},
    "columns": ["Feeling", "Seeing"],
    "tags": ["know", "guess"],
}
ME: File = {"id": "me", "kind": "notes", "board": "circles", "row": "Me"}
THEM: File = {"id": "them", "kind": "notes", "board": "circles", "row": "{person}"}
EACH: File = {"id": "each", "for_each": "who", "call_it": "person", "steps": ["them"]}
SURE: File = {
    "id": "sure",
    "kind": "rate",
    "rows": ["now", "by July"],
    "scale": [0, 4],
    "show_as": "balls",
    "barrier": 1,
}


def notes_step(session: Session, name: str) -> NotesStep:
    step = session.framework.step(name)
    assert isinstance(step, NotesStep)
    return step


def words(session: Session, name: str, spot: Spot, width: int = 90) -> str:
    return "\n".join(text_of(line) for line in draw(picture(session, notes_step(session, name), spot), width))


def seen_from_three_places() -> tuple[SessionEditor, str, str]:
    editor = opened(WHO, ME, THEM, boards=(CIRCLES,), rounds=(EACH,))
    sam = editor.add_note(Spot("who"), "a colleague")
    editor.add_note(Spot("me"), "tense", row="Me", column="Feeling")
    guess = editor.add_note(Spot("them", sam), "somebody in a hurry", row=sam, column="Seeing")
    editor.set_tag(guess, "guess")
    return editor, sam, guess


def test_a_step_of_a_board_shows_the_whole_board_wherever_it_is_asked() -> None:
    editor, sam, guess = seen_from_three_places()
    for name, spot in (("me", Spot("me")), ("them", Spot("them", sam))):
        made = picture(editor.session, notes_step(editor.session, name), spot, numbers={guess: 7}, here=(sam, "Seeing"))
        assert [(one.text, one.row, one.column) for one in made.notes] == [
            ("tense", "Me", "Feeling"),
            ("somebody in a hurry", sam, "Seeing"),
        ]
        assert [one.name for one in made.rows] == ["Me", "a colleague"]
        assert made.notes[1].marks == ("guess",)
        assert [one.number for one in made.notes] == [None, 7]
        assert made.centre == "Me"
        assert made.stands(sam, "Seeing")


def test_the_circles_name_everybody_and_become_a_list_when_narrow() -> None:
    editor, _, _ = seen_from_three_places()
    wide, narrow = (words(editor.session, "me", Spot("me"), width) for width in (90, 60))
    assert "═ Me ═" in wide
    assert "─ a colleague ─" in wide
    assert narrow.splitlines()[0] == "  Me"
    assert "═" not in narrow


def test_what_may_not_be_shown_is_left_out_before_anything_is_drawn() -> None:
    editor, sam, guess = seen_from_three_places()
    editor.mark(guess, "private")
    step = notes_step(editor.session, "me")
    whole = picture(editor.session, step, Spot("me"))
    shared = picture(editor.session, step, Spot("me"), wanted=lambda one: one.thing.mark != "private")
    sheet = board_picture(editor.session, "circles", wanted=lambda one: one.row != sam)
    assert whole.notes[-1].marks == ("guess", "private")
    assert [one.text for one in shared.notes] == ["tense"]
    assert sheet is not None
    assert sheet.notes == shared.notes


def test_a_board_that_no_step_fills_has_no_picture() -> None:
    assert board_picture(opened(WHO).session, "circles") is None


def test_a_note_to_be_lifted_is_drawn_where_it_stands_and_says_so() -> None:
    file = tomllib.loads((SHIPPED / "whats-working-well.toml").read_text(encoding="utf-8"))
    editor = opened(*file["step"], boards=tuple(file["board"]))
    slow = editor.add_note(Spot("notes"), "the log-in", row="- Not working well")
    assert words(editor.session, "notes", Spot("notes")).endswith("- Not working well\n  · the log-in")
    editor.pick(Spot("lift"), slow)
    drawn = words(editor.session, "notes", Spot("notes"))
    assert drawn.endswith("- Not working well\n  · the log-in · to lift to ~ So-so")


def test_words_of_somebody_else_carry_their_name_and_resources_are_of_the_second_sort() -> None:
    target: File = {"id": "target", "kind": "notes", "layout": "target", "columns": ["now", "later"]}
    editor = opened({**target, "types": ["action", "resource"]})
    plan = editor.add_note(Spot("target"), "plan it", column="now", by=COACH.id)
    cover = editor.add_note(Spot("target"), "an hour of cover", column="now")
    editor.set_type(plan, "action")
    editor.set_type(cover, "resource")
    made = picture(editor.session, notes_step(editor.session, "target"), Spot("target"))
    assert [(one.marks, one.second) for one in made.notes] == [(("action", COACH.name), False), (("resource",), True)]


def test_ratings_bring_the_older_number_the_remark_and_the_barrier() -> None:
    editor = opened(SURE)
    editor.rate(Spot("sure"), 1, row="now", remark="two of us")
    step = editor.session.framework.step("sure")
    assert isinstance(step, RateStep)
    made = ratings(editor.session, step, Spot("sure"), before={("now", "", ""): 3}, here=("by July", ""))
    assert [(one.row, one.value, one.was, one.remark, one.here) for one in made.cells] == [
        ("now", 1, 3, "two of us", False),
        ("by July", None, None, "", True),
    ]
    assert (made.look, made.scale, made.barrier) == ("balls", (0, 4), "now")
    drawn = [text_of(line) for line in draw_ratings(made, 80)]
    assert drawn[0] == "  now      1 ◔  last time 3 ◕"


def test_where_everyone_answers_apart_each_has_a_row_of_cells() -> None:
    editor = opened({**SURE, "each": "person", "rows": []})
    editor.rate(Spot("sure"), 4, by=COACHEE.id)
    step = editor.session.framework.step("sure")
    assert isinstance(step, RateStep)
    assert [(one.by, one.value) for one in ratings(editor.session, step, Spot("sure")).cells] == [
        (COACH.name, None),
        (COACHEE.name, 4),
    ]
