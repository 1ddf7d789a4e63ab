"""What a format says at its top and in its steps, and what that does in the line mode."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.support.fixed_run import counting
from tests.support.held import stepping
from tests.support.pipe import piped

from coachtui.desk import Conversation, Desk
from coachtui.desk.starting import Wish
from coachtui.plain import Console, LineMode, Lines
from coachtui.store.home import find_home

FORMAT = """
format = 1
id = "knobs"
name = "Knobs"
minutes = [10]
materials = ["one sheet, landscape", "a marker"]
leads_to = ["grow", "not-made-yet"]

[[step]]
id = "ideas"
kind = "notes"
title = "Ideas"
optional = true
clock = "hard"
minutes = 5
ask = ["What could we do?"]

[[step]]
id = "weigh"
kind = "rate"
title = "Weighed"
minutes = 5
rows = ["Worth", "Work"]
columns = ["A", "B"]
totals = true
differences = true
weights = { Worth = 2 }
ask = ["How much?"]
"""


@pytest.fixture
def home(person: Path) -> Path:
    """A home with a format of its own."""
    folder = person / "coachtui"
    (folder / "frameworks").mkdir(parents=True)
    (folder / "frameworks/knobs.toml").write_text(FORMAT, encoding="utf-8")
    return folder


class Clocked:
    """Lines, each with the minutes that go by before it is typed."""

    def __init__(self, lines: list[tuple[float, str]]) -> None:
        self.minutes = 0.0
        self._lines = iter(lines)

    def readline(self, limit: int = -1, /) -> str:
        """The next line, once its minutes have gone by."""
        gone_by, line = next(self._lines, (0.0, None))
        self.minutes += gone_by
        return "" if line is None else f"{line}\n"


def held(home: Path, lines: list[tuple[float, str]], wish: Wish | None = None) -> str:
    """What the line mode says to these lines."""
    source, out = Clocked(lines), io.StringIO()
    ticks: Callable[[], float] = lambda: source.minutes * 60  # noqa: E731 - a clock is a function
    desk = Desk(find_home(str(home), {}, home), clock=stepping(), mint=counting(), ticks=ticks)
    conversation: Conversation = desk.start("knobs", [("p3", None), ("p7", None)], wish)
    assert LineMode(conversation, Console(Lines(source), out, io.StringIO())).run() == 0
    return out.getvalue()


def after(text: str, words: str) -> Iterator[str]:
    """The lines that come after one that holds these words."""
    lines = iter(text.splitlines())
    assert any(words in line for line in lines), text
    return lines


def test_a_hard_clock_ends_the_step_by_words_and_moves_nobody(home: Path) -> None:
    said = held(home, [(1, "in time"), (5, "a moment late"), (0, "and one more"), (0, "/show")])
    assert "5 minutes, and then the clock ends this step." in said
    assert said.count("The time for this step is over. An empty line goes on (next: Weighed).") == 1
    assert next(after(said, "The time for this step is over.")) == "3. and one more"


def test_before_its_time_a_hard_clock_does_nothing(home: Path) -> None:
    assert "over" not in held(home, [(1, "one"), (1, "two")])


def test_what_is_typed_up_from_paper_has_no_clock(home: Path) -> None:
    said = held(home, [(60, "one"), (60, "two")], Wish(from_paper=True))
    assert "clock" not in said
    assert "over" not in said
    assert "minutes" not in said
    assert "To have ready" not in said


def test_what_should_lie_ready_is_said_at_the_start(home: Path) -> None:
    assert "To have ready: one sheet, landscape; a marker." in held(home, [(0, "one")])


def test_what_may_be_left_out_says_so(home: Path) -> None:
    assert "May be left out." in held(home, [(0, "one")])


def test_sums_and_differences_are_said_when_a_rating_is_left(home: Path) -> None:
    numbers = [(0.0, one) for one in ("/go weighed", "1", "2", "3", "7", "")]
    said = list(after(held(home, numbers), "Work / B: 7"))
    assert said[:2] == ["Sum: A: 5, B: 11", "Furthest apart: Work (4), Worth (1)"]


def test_what_goes_well_afterwards_is_named_where_it_is_known(home: Path) -> None:
    done = piped(["--home", str(home), "start", "knobs", "--plain"], ["one", "/end"])
    assert "To go on with GROW: coachtui start grow --follow" in done.out
    assert "not-made-yet" not in done.out


def test_a_persons_code_keeps_its_small_letter(home: Path) -> None:
    path = home / "frameworks/knobs.toml"
    path.write_text(FORMAT.replace('optional = true\nclock = "hard"', 'each = "person"'), encoding="utf-8")
    assert "p3: What could we do?" in held(home, [(0, "one")])
