"""What stands around an answer, without a screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.support import COMMANDS, view_of

from coachtui.session.spot import Spot
from coachtui.store.state import Saved
from coachtui.talk import table
from coachtui.talk.commands import info
from coachtui.talk.view import Stop, View
from coachtui.tui.screens import foot, frame, menu
from coachtui.tui.screens.window import Window, shared
from coachtui.tui.widgets.lines import Line, Piece, width_of


def text_of(lines: list[Line]) -> str:
    """The words of a drawing."""
    return "\n".join("".join(piece.text for piece in one) for one in lines)


def trail(here: int, many: int = 6) -> tuple[Stop, ...]:
    """A trail that stands at this stage."""
    return tuple(
        Stop(f"Stage {n}", "here" if n == here else "done" if n < here else "ahead", Spot(f"s{n}")) for n in range(many)
    )


def test_a_question_is_never_wider_than_a_glance() -> None:
    view = view_of(question="What in your skill, knowledge, drive or attitude holds this back? " * 3)
    for width in (20, 80, 160, 300):
        left = frame.margin(width)
        assert max(width_of(one) for one in frame.question(view, width)) <= min(width, left + frame.QUESTION)


def test_with_room_the_question_the_answer_and_the_entry_line_stand_on_a_page_in_the_middle() -> None:
    assert [frame.margin(width) - frame.beginning(width) for width in (80, 100, 120, 160, 300)] == [4] * 5
    assert [frame.beginning(width) for width in (80, 120, 160, 300)] == [3, 3, 23, 93]


@pytest.mark.parametrize("here", range(6))
@pytest.mark.parametrize("width", [12, 30, 60, 100])
def test_the_present_stage_is_always_in_the_trail(here: int, width: int) -> None:
    (row,) = frame.trail(view_of(trail=trail(here)), width)
    assert width_of(row) <= width
    if width >= 30:
        assert f"[Stage {here}]" in text_of([row])


def test_a_stage_that_was_left_out_stands_in_brackets_and_has_no_tick() -> None:
    stops = (Stop("Goal", "done", Spot("a")), Stop("Ideal", "passed", Spot("b")), Stop("Ways", "here", Spot("c")))
    assert text_of(frame.trail(view_of(trail=stops), 60)) == " Goal ✓ ─ (Ideal) ─ [Ways]"


@pytest.mark.parametrize("here", range(6))
def test_a_trail_that_is_too_long_gives_way_by_whole_stages_and_says_so(here: int) -> None:
    (row,) = frame.trail(view_of(trail=trail(here)), 44)
    words = text_of([row])
    assert all(
        part.strip() in ("…", f"[Stage {here}]") or part.strip().startswith("Stage ") for part in words.split("─")
    )
    assert words.startswith(" …") == ("Stage 0" not in words)
    assert words.endswith("…") == ("Stage 5" not in words)


def test_what_is_parked_stands_beside_saved_and_leaves_the_trail_alone() -> None:
    saved = Piece("saved", "quiet")
    assert text_of(frame.head(view_of(parked=2), saved, 80)).endswith("parked 2   saved")
    assert "parked" not in text_of(frame.trail(view_of(trail=trail(2), parked=2), 80))
    assert text_of(frame.head(view_of(parked=2), saved, 20)).endswith("saved"), "saved is what stays"


def footer(view: View, width: int) -> str:
    """The line at the foot of an ordinary moment."""
    return text_of([foot.foot(view, Window(Saved(), commands=COMMANDS), width)[-1]])


def test_the_keys_are_spelt_out_and_what_does_not_fit_is_left_out_whole() -> None:
    for width in (10, 40, 80, 160):
        words = footer(view_of(), width)
        assert len(words) <= width
        assert "^" not in words
        assert not words.endswith("·")
    assert "Ctrl+T another way" in footer(view_of(), 160)


def test_where_an_empty_enter_goes_is_said_in_full_where_the_commands_fit_beside_it() -> None:
    words = footer(view_of(next_hint="next: What stays between us"), 80)
    assert "empty Enter: next: What stays between us · / commands" in words


HEIGHTS = st.integers(1, 60)


@given(HEIGHTS, st.integers(1, 9), st.integers(0, 200), st.integers(1, 6), st.integers(2, 20))
def test_rows_are_shared_out_and_never_more_than_there_are(
    height: int, question: int, body: int, entry: int, foot: int
) -> None:
    rows = frame.share(height, question=question, body=body, entry=entry, foot=foot)
    parts = (rows.head, rows.question, rows.body, rows.entry, rows.foot)
    assert sum(parts) <= height
    assert min(parts) >= 0
    assert rows.entry >= 1, "the entry line never goes"


@given(st.integers(18, 60), st.integers(1, 3), st.integers(0, 200), st.integers(2, 9))
def test_the_question_never_jumps_when_something_is_said_below(
    height: int, question: int, body: int, foot: int
) -> None:
    quiet = frame.share(height, question=question, body=body, entry=1, foot=2)
    loud = frame.share(height, question=question, body=body, entry=1, foot=foot)
    assert (quiet.head, quiet.above, quiet.question) == (loud.head, loud.above, loud.question)


@given(
    st.integers(18, 60),
    st.tuples(st.integers(1, 3), st.integers(1, 3)),
    st.tuples(st.integers(0, 200), st.integers(0, 200)),
)
def test_the_question_stands_in_the_same_row_however_long_the_answer_grows(
    height: int, question: tuple[int, int], body: tuple[int, int]
) -> None:
    one, other = (
        frame.share(height, question=asked, body=said, entry=1, foot=2)
        for asked, said in zip(question, body, strict=True)
    )
    assert (one.head, one.above) == (other.head, other.above)


@given(st.integers(18, 60), st.integers(1, 3), st.integers(0, 200))
def test_nothing_of_the_answer_is_out_of_sight_while_rows_are_free(height: int, question: int, body: int) -> None:
    rows = frame.share(height, question=question, body=body, entry=1, foot=2)
    assert rows.body >= body or rows.question <= question + rows.above


def test_the_menu_finds_by_the_beginning_of_a_name_then_by_what_it_does() -> None:
    names = [one.says for one in (menu.opened(COMMANDS, "/pa") or menu.Menu(())).rows]
    assert names == ["/park", "/take"], "take draws a parked idea in, and cannot be done here"
    every = tuple(info(one, here=True) for one in table.COMMANDS)
    for word, found in {"leave": "/quit", "lea": "/quit", "exit": "/quit", "close": "/end", "end": "/end"}.items():
        assert (menu.opened(every, f"/{word}") or menu.Menu(())).rows[0].says == found


@pytest.mark.parametrize("text", ["", "words", "//text", "/a\nb", " /park"])
def test_what_is_no_command_opens_no_menu(text: str) -> None:
    assert menu.opened(COMMANDS, text) is None


def test_the_menu_is_as_wide_as_the_screen_and_no_wider() -> None:
    for width in (8, 40, 120):
        opened = menu.opened(COMMANDS, "/")
        assert opened is not None
        assert all(width_of(one) <= width for one in menu.draw(opened, width))


def test_a_private_step_is_closed_in_the_shared_view() -> None:
    view = view_of(private=True, question="What worries you about them?", hint="a hunch", notices=("one so far",))
    closed = shared(view)
    assert "worries" not in repr(closed.question) + repr(closed.body)
    assert (closed.hint, closed.notices, closed.remarks, closed.shown) == ("", (), (), ())
    assert shared(view_of(question="What else?")).question == "What else?"
