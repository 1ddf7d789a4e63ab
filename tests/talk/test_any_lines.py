"""Whatever is typed, wherever, in whatever format: nothing is lost, numbers match, and Enter alone comes to the end."""

from collections.abc import Iterator
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies.given import FixedClock, soaked
from tests.strategies.sessions import workings
from tests.talk.holding import Held, hold

from coachtui.flow.past import Past
from coachtui.flow.places import places
from coachtui.flow.spots import spots
from coachtui.framework.steps import NotesStep
from coachtui.session.models import Working
from coachtui.session.spot import Spot
from coachtui.talk import Reply, View
from coachtui.talk import view as v
from coachtui.talk.moment import UNSEEN
from coachtui.text import one_line

#: What people type, at the right place or not.
LINES = [
    *["One good hour", "talk to Sam", "  two  blanks ", "line one\nline two", "שלום עולם", "مرحبا", "👩‍👩‍👧‍👦 and 🏳️‍🌈"],
    *[
        "e\u0301te\u0301",
        "[b]not markup[/b]",
        "\x1b[31mred\x1b[0m",
        "\u202eturned\u202c",
        "a\x00b\x7f\ud800c",
        "x" * 300,
    ],
    *["\u200e", "\x1b", "y" * 20_001],
    *["1", "2", "1 2", "3 1", "1 1 2", "7", "0", "4,5", "7/10", "3 because", "2: and more", "99", "\u00b2", "\u0663"],
    *["y", "n", "yes", "no", "ok", "ask first", "usual", "known", "done it", "stuck", "moving: a little", "Friday"],
    *["28/11", "no date", "may", "Sam", "//two slashes", "I could", "  ", ""],
]
COMMANDS = ["next", "back", "ask", "undo", "redo", "yes", "no", "by p1", "by", "where", "time", "people Kim", "show"]
COMMANDS += [
    "go 2",
    "go who",
    "park later on",
    "take 1",
    "remark well",
    "col Now",
    "col",
    "row Soon",
    "move 1 2",
    "lift 1",
]
COMMANDS += [
    "tag known",
    "tag 1 2",
    "type action",
    "field who p1",
    "reason since",
    "unlink 1",
    "edit 1 mended",
    "edit 1",
]
COMMANDS += [
    "drop 1",
    "drop 2",
    "private",
    "private 1",
    "share 1",
    "share agreed",
    "help",
    "nonsense",
    "",
    "take \u00b2",
]


def talks() -> st.SearchStrategy[Working]:
    """Conversations in random formats. Where many steps sort the same notes over and over, a test takes too long."""
    return workings().filter(lambda one: _sorting(one) <= (1 if one.session.framework.rounds else 3))


def _sorting(working: Working) -> int:
    steps = [one for one in working.session.framework.steps if isinstance(one, NotesStep)]
    return sum(one.start_with is not None for one in steps)


#: A table of people by notes by notes has more cells than a test has patience.
TOO_MANY = 150


def held_at(working: Working) -> Held:
    """A conversation at the first spot of this working session, with a past where it follows one."""
    past = (
        Past(sessions=(working.session.model_copy(update={"id": "earliersession01"}),))
        if working.session.follows
        else Past()
    )
    return hold(working.session.framework, begin=working, past=past, clock=FixedClock(step=1))


def words_in(value: Any) -> Iterator[str]:
    """Every text in a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from words_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from words_in(one)


def is_kept(line: str, held: Held) -> bool:
    """Whether every word of a line stands somewhere in the file."""
    document = held.document()
    written = {key: document[key] for key in ("people", "parked", "agreement", "records", "setting", "stance")}
    texts = [one_line(one).lower() for one in words_in(written)]
    said = one_line(line[1:] if line.startswith("//") else line).lower()
    return any(said in one for one in texts) or all(any(word in one for one in texts) for word in said.split())


def is_an_answer(line: str, view: View, reply: Reply) -> bool:
    """Whether a line is kept in another shape: numbers, a level, a day, a yes to an offer, a pick taken back."""
    bare = one_line(line).lower()
    agrees = view.kind == "agreement" and bare in {"y", "n", "yes", "no", "ok", "ask first", "usual"}
    offered = bool(view.offers) and bare in {"y", "n", "yes", "no", "ok"}
    dated = view.kind == "actions" or (isinstance(view.body, v.TextBody) and view.body.lines == "date")
    day = dated and ("2026" in "".join(reply.said) or "Left open." in reply.said)
    return agrees or offered or day or reply.said[:1] == ("Taken back.",) or not any(one.isalpha() for one in bare)


def numbered(value: Any) -> Iterator[tuple[int, str]]:
    """Every number on show, and the id it stands for."""
    if isinstance(value, v.Entry | v.TieLine | v.ActionLine | v.ClauseLine):
        yield value.number, value.id
    elif isinstance(value, tuple):
        for one in value:
            yield from numbered(one)
    elif isinstance(value, v.Group):
        yield from numbered(value.entries)
    elif hasattr(value, "__dataclass_fields__") and not isinstance(value, Spot):
        for name in value.__dataclass_fields__:
            yield from numbered(getattr(value, name))


def look(held: Held) -> View:
    """The view, with what must hold of every view."""
    view = held.view
    on_show = list(numbered(view))
    assert all(held.talk.numbers[number] == thing for number, thing in on_show)
    counted = [one for one in sorted(held.talk.numbers) if one < UNSEEN]
    assert counted == list(range(1, len(counted) + 1))
    assert 1 <= view.probe <= view.probes
    assert view.next_hint
    assert sum(one.progress == "here" for one in view.trail) <= 1
    return view


def bound(held: Held) -> int:
    """In how many empty lines a talk has to be over, at most: once through every place, and out of every spot.

    Who went elsewhere for a while comes back from there, and may go through some places once more each time.
    """
    order = spots(held.session, held.talk.past)
    # What an empty line accepts may bring a follow-up question with it, so they are all counted.
    follows = sum(len(held.session.framework.step(one.step).follow) for one in order)
    once = sum(len(places(held.session, held.talk.past, one)) + 1 for one in order) + follows + 1
    # The last line may have been other words than yes or no, and is asked about once.
    return once * (1 + len(held.talk.working.detours)) + 1


def to_the_end(held: Held) -> int:
    """Empty lines until the end. Returns how many."""
    most = bound(held)
    if most > TOO_MANY:
        return most
    for count in range(1, most + 1):
        look(held)
        if held.say("").wants == "ended":
            return count
    raise AssertionError(f"{most} empty lines did not come to the end; at {held.talk.spot}, {held.talk.place}")


@settings(max_examples=soaked(40))
@given(talks())
def test_empty_lines_alone_reach_every_spot_and_the_end(working: Working) -> None:
    held = held_at(working)
    seen: list[Spot] = []
    order = spots(held.session, held.talk.past)
    for _ in range(bound(held)):
        if held.talk.spot not in seen:
            seen.append(held.talk.spot)
        if held.say("").wants == "ended":
            break
    assert tuple(seen) == order or not order
    assert held.session.ended is not None
    held.talk.go(seen[0])
    to_the_end(held)


@settings(max_examples=soaked(40))
@given(talks(), st.integers(0, 2**32))
def test_no_line_is_lost_anywhere(working: Working, seed: int) -> None:
    held, random = held_at(working), Random(seed)
    for _ in range(40):
        look(held)
        line = random.choice(["", *LINES]) if random.random() < 0.75 else "/" + random.choice(COMMANDS)
        view, before = held.view, held.session
        reply = held.talk.line(line)
        if reply.problem:
            assert held.session is before, f"{line!r} was refused and changed something"
            continue
        if line.startswith("/") and not line.startswith("//"):
            continue
        if line.strip():
            assert is_kept(line, held) or is_an_answer(line, view, reply), f"{line!r} was lost at {view.kind}: {reply}"
    to_the_end(held)


@settings(max_examples=soaked(30))
@given(talks(), st.integers(0, 2**32))
def test_taking_every_offer_comes_to_an_end_too(working: Working, seed: int) -> None:
    held, random = held_at(working), Random(seed)
    answers = 30
    for _ in range(3000):
        view = look(held)
        takable = [one for one in view.offers if one.to]
        if takable and random.random() < 0.7:
            line = "/yes"
        elif answers and random.random() < 0.5:
            answers -= 1
            line = random.choice(["1", "2", "3", "a note", "y", "0"])
        else:
            line = ""
        if held.talk.line(line).wants == "ended":
            return
    raise AssertionError(f"going round in circles at {held.talk.spot}")


@settings(max_examples=soaked(40))
@given(talks(), st.integers(0, 2**32))
def test_undoing_everything_leaves_nothing_that_was_not_agreed(working: Working, seed: int) -> None:
    held, random = held_at(working), Random(seed)
    for _ in range(25):
        held.talk.line(random.choice(["", *LINES]))
    for _ in range(400):
        reply = held.say("/undo")
        look(held)
        if not reply.moved:
            break
    else:
        raise AssertionError("undo has no end")
    kinds = {one.kind for one in held.session.records.values()}
    assert kinds <= {"agreement"}
