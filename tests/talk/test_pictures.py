"""The picture of a moment: the whole board, the numbers a command can name, where the entry line stands, what stays out."""

from typing import Any

from tests.talk.holding import Held, hold, shipped, steps

from coachtui.framework.models import Framework
from coachtui.layouts import Picture
from coachtui.talk.view import NotesBody, RateBody


def picture(held: Held) -> Picture:
    """The picture of the present moment."""
    body = held.view.body
    assert isinstance(body, NotesBody)
    return body.picture


def numbers(held: Held) -> dict[str, int | None]:
    """The numbers beside the notes."""
    return {one.text: one.number for one in picture(held).notes}


def a_board(*, private: bool) -> Framework:
    """Two steps that fill one board, and one that looks at it."""
    more: dict[str, Any] = {"board": [{"id": "sheet", "layout": "rows", "rows": ["A", "B"]}]}
    return steps(
        {
            "kind": "notes",
            "id": "first",
            "title": "First",
            "board": "sheet",
            "row": "A",
            "private": private,
            "ask": ["A?"],
        },
        {"kind": "notes", "id": "second", "title": "Second", "board": "sheet", "row": "B", "ask": ["B?"]},
        {"kind": "text", "id": "look", "title": "Look", "show": ["sheet"], "ask": ["What?"]},
        **more,
    )


def test_a_board_is_whole_and_only_what_can_be_named_has_a_number() -> None:
    held = hold(a_board(private=False))
    held.say("one", "two", "/go second", "three")
    assert numbers(held) == {"one": None, "two": None, "three": 1}
    assert picture(held).here == ("B", "")


def test_what_a_private_step_put_on_a_board_stays_with_it() -> None:
    held = hold(a_board(private=True))
    held.say("for us alone")
    assert numbers(held) == {"for us alone": 1}
    held.say("/go second", "for all")
    assert numbers(held) == {"for all": 1}
    held.say("/go look")
    (shown,) = held.view.shown
    assert isinstance(shown.picture, Picture)
    assert [one.text for one in shown.picture.notes] == ["for all"]
    assert "for us alone" not in " ".join(shown.lines)


def test_a_number_beside_a_note_is_the_one_a_command_refers_to() -> None:
    held = hold(shipped("whats-working-well"))
    held.say("/go notes", "reading hour", "- buses", "~ homework", "/drop 2")
    assert "buses" not in numbers(held)
    found = numbers(held)["homework"]
    held.say(f"/drop {found}")
    assert list(numbers(held)) == ["reading hour"]


def test_people_are_rows_and_a_note_to_be_lifted_stays_in_its_row() -> None:
    held = hold(shipped("perspective-circles"))
    held.say("/go who", "a colleague", "/go me", "tired")
    assert [one.name for one in picture(held).rows] == ["Me", "a colleague"]
    held = hold(shipped("whats-working-well"))
    held.say("/go notes", "- buses", "/go lift", "1")
    assert held.reply.said == (
        "To lift from - Not working well to ~ So-so. It stays where it is until it has got better.",
    )
    (shown,) = held.view.shown
    assert isinstance(shown.picture, Picture)
    assert [(one.row, one.marks) for one in shown.picture.notes] == [("- Not working well", ("to lift to ~ So-so",))]


def test_options_off_a_board_say_where_they_stand() -> None:
    held = hold(shipped("perspective-circles"))
    held.say("/go who", "a colleague", "/go them", "hurried", "guess", "/go worth-checking")
    body = held.view.body
    assert [one.marks for one in getattr(body, "entries", ())] == [("a colleague", "Feeling", "guess")]


def test_sums_stand_with_the_numbers_where_they_are_asked_for() -> None:
    rated = {"kind": "rate", "rows": ["A", "B"], "scale": [1, 10], "totals": True, "ask": ["How much?"]}
    held = hold(steps(rated))
    body = held.view.body
    assert isinstance(body, RateBody)
    assert body.sums == ()
    held.say("4", "5")
    body = held.view.body
    assert isinstance(body, RateBody)
    assert body.sums == ("Sum: 9",)
