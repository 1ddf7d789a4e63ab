"""Private is the last word: what was made of a thing stays with it, whatever was said of that before; said again, it goes."""

import json
from collections.abc import Mapping
from random import Random

import pytest
from hypothesis import given, settings
from tests.sharing.hiding import Eyes
from tests.sharing.test_non_interference import LEVELS, OPEN, PHASES, SEEDS, conversations, differ, for_audience, held
from tests.strategies.given import CountingMint, FixedClock, soaked

from coachtui.errors import UserError
from coachtui.framework.models import Framework
from coachtui.framework.steps import CONTENTS
from coachtui.session.document import to_document
from coachtui.session.editor import SessionEditor, writing
from coachtui.session.models import Person, Session, Working
from coachtui.session.spot import Spot
from coachtui.sharing import share

ALL: Mapping[str, str] = dict.fromkeys(map(str, CONTENTS), "yes")
WAYS = Framework.model_validate(
    {
        "format": 1,
        "id": "ways",
        "name": "Ways",
        "roles": ["Coach", "Coachee"],
        "step": [
            {"id": "ways", "kind": "notes", "title": "Ways"},
            {"id": "pick", "kind": "choose", "title": "Which", "from": "ways"},
            {"id": "sure", "kind": "rate", "title": "How sure", "scale": [1, 10], "rows": {"from": "pick"}},
            {"id": "do", "kind": "actions", "title": "What I will do", "from": "pick"},
        ],
    }
)


class Ways:
    """A note, one that grew from it, the pick of that, its number, and a promise: everything marked as one to share."""

    def __init__(self) -> None:
        people = (Person(id="ann0", name="Ann", role="Coachee"), Person(id="ben0", name="Ben", role="Coach"))
        empty = Working(Session(id="aaaaaaaaaaaaaaaa", framework=WAYS, people=people), Spot("ways"))
        self.editor = SessionEditor(empty, FixedClock(step=1), CountingMint())
        self.first = self.editor.add_note(Spot("ways"), "the head")
        self.next = self.editor.add_note(Spot("ways"), "tell the head", parent=self.first)
        self.pick = self.editor.pick(Spot("pick"), self.next)
        self.sure = self.editor.rate(Spot("sure"), 7, row=self.next)
        self.promise = self.editor.commit(Spot("do"), "tell the head on Monday", source=self.next)
        for one in (self.next, self.sure, self.promise):
            self.editor.mark(one, "shareable")

    def goes(self) -> str:
        """What an audience gets that gets everything."""
        return repr(share(for_audience(self.editor.session, ALL), "the reader"))


def test_nothing_that_was_made_of_it_goes_any_more_directly_or_by_way_of_others() -> None:
    ways = Ways()
    assert "on Monday" in ways.goes()
    ways.editor.mark(ways.first, "private")
    assert "the head" not in ways.goes()


def test_what_was_rated_because_it_was_picked_stays_with_the_pick() -> None:
    ways = Ways()
    assert "How sure" in ways.goes()
    ways.editor.mark(ways.pick, "private")
    assert "How sure" not in ways.goes()
    assert "on Monday" not in ways.goes()
    assert "tell the head" in ways.goes()


def test_said_again_afterwards_it_goes_and_private_said_once_more_keeps_it_again() -> None:
    ways = Ways()
    for _ in range(2):
        ways.editor.mark(ways.first, "private")
        assert "on Monday" not in ways.goes()
        ways.editor.mark(ways.promise, "shareable")
        assert "on Monday" in ways.goes()


def test_taking_the_word_back_takes_it_back_for_what_was_made_of_it() -> None:
    ways = Ways()
    ways.editor.mark(ways.first, "private")
    for one in (ways.next, ways.promise):
        ways.editor.mark(one, "shareable")
    ways.editor.mark(ways.next, None)
    assert "the head" not in ways.goes()


def test_what_was_dropped_between_the_two_changes_nothing() -> None:
    ways = Ways()
    ways.editor.drop(ways.next)
    ways.editor.mark(ways.promise, None)
    assert "on Monday" in ways.goes()
    ways.editor.mark(ways.first, "private")
    assert "on Monday" not in ways.goes()


def test_it_is_one_edit() -> None:
    ways = Ways()
    before = ways.editor.session
    ways.editor.mark(ways.first, "private")
    after = ways.editor.session
    ways.editor.undo()
    assert ways.editor.session == before
    ways.editor.redo()
    assert ways.editor.session == after


# -- in any conversation, as the other opinion says what was made of what


def offspring(eyes: Eyes, thing: str) -> set[str]:
    """The ids of everything that was made of a thing, directly or by way of others, and is still there."""
    picked, found = eyes.picked(), {thing}
    while True:
        more = found | {one["id"] for key, name, one in eyes.things() if eyes.made_of(key, name, one, picked) & found}
        if more == found:
            return {one["id"] for _, _, one in eyes.things() if one["id"] in found - {thing} and not one.get("gone")}
        found = more


def seen(session: Session) -> Eyes:
    """The eyes of an audience that gets everything."""
    return Eyes(json.loads(json.dumps(to_document(Working(session, Spot(""))))), ALL, frozenset())


def slips(said: Session, random: Random) -> tuple[set[str], set[str], Session]:
    """Everything made of some thing is marked as one to share, then the thing as private.

    What was made of it; what of that would still be handed over; and the conversation.
    """
    eyes = seen(said)
    sources = sorted(one["id"] for _, _, one in eyes.things() if not one.get("gone") and offspring(eyes, one["id"]))
    if not sources:
        return set(), set(), said
    editor = SessionEditor(Working(said, Spot("")), FixedClock(step=1), CountingMint(9**9))
    source = random.choice(sources)
    made = offspring(eyes, source)
    for one in sorted(made):
        editor.mark(one, "shareable")
    try:
        editor.mark(source, "private")
    except UserError:  # a clause: what was agreed stays as it is
        return set(), set(), said
    return made, made - seen(editor.session).hidden(), editor.session


@settings(max_examples=soaked(50), phases=PHASES, report_multiple_bugs=False)
@given(OPEN, SEEDS)
def test_in_no_conversation_anything_slips_out(working: Working, seed: int) -> None:
    random = Random(seed)
    _, left, after = slips(held(working, seed), random)
    assert left == set()
    assert not differ(after, random.choice(LEVELS), random)


def many() -> list[tuple[set[str], set[str]]]:
    """What was made, and what slips, in some conversations."""
    random = Random(7)
    found = [slips(said, random)[:2] for said in conversations(60)]
    return [one for one in found if one[0]]


@pytest.mark.parametrize("broken", [True, False])
def test_a_mark_that_is_left_standing_is_noticed(monkeypatch: pytest.MonkeyPatch, *, broken: bool) -> None:
    if broken:
        monkeypatch.setattr(writing, "made_of", lambda session, thing: ())
    found = many()
    assert len(found) >= 8  # enough that something was made of
    assert any(left for _, left in found) == broken
