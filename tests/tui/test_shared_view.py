"""Two people look at this screen: every spot of every shipped framework, and nothing on it that is for one of them.

The shared view is what a conversation opens with. No tip for the coach may stand there, nothing of a private step, and
nobody's name but those the two put there themselves; nor may the window's title tell any of it.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.support.held import ROOT
from tests.tui.support import FakeConversation, entry, fake, look, screens, start, talk_of, view_of
from textual.app import App
from textual.pilot import Pilot

from coachtui.desk import Conversation, Desk
from coachtui.flow.spots import spots
from coachtui.framework.catalogue import Catalogue
from coachtui.session.spot import Spot
from coachtui.talk.view import Entry, TextBody, View

FRAMEWORKS = sorted(path.stem for path in (ROOT / "frameworks").glob("*.toml"))
#: Somebody of another conversation, and what was said there.
OTHERS = ("Zacharias", "Wilhelmina", "the other matter")
#: Said and half said in a private step.
PRIVATE = ("worried about their health", "half a private lin")


def another(desk: Desk) -> None:
    """A conversation with other people, open on the same desk."""
    other = start(desk, "grow", *OTHERS[:2])
    for line in ("/go topic", OTHERS[2], "/go actions", "ring the parents", "Friday"):
        other.talk.line(line)
    assert other.close()


def fill(conversation: Conversation) -> None:
    """Words at every spot, so that rounds go over all their people and there is something to show everywhere."""
    talk, seen = conversation.talk, set[Spot]()
    talk.line("/park a parked idea")
    while ahead := [spot for spot in every_spot(conversation) if spot not in seen]:
        seen.add(ahead[0])
        talk.go(ahead[0])
        if talk.view().private:
            talk.line(PRIVATE[0])
            continue
        for line in ("first words", "second words", "1", "7 with a remark", "2", "Friday", "/remark a remark"):
            talk.line(line)


def every_spot(conversation: Conversation) -> list[Spot]:
    """All spots there are by now."""
    return list(spots(conversation.session, conversation.talk.past))


def tips(desk: Desk, framework: str) -> set[str]:
    """Every line for the coach in a framework, as the screen would show it: its first words, which are never wrapped."""
    found = Catalogue([desk.home.frameworks]).get(framework)
    return {tip for step in found.steps for tip in (*step.do, *step.avoid)}


def leaks(app: App[None], shown: str, secrets: set[str]) -> Iterator[str]:
    """Everything on the screen or in the title that is not for both."""
    title = f"{app.title} {app.sub_title} {app.screen.title} {app.screen.sub_title}"
    words = " ".join(f"{shown} {title}".split())
    for secret in secrets:
        whole = " ".join(secret.split())
        if whole in words or whole[:40] in words:
            yield secret


async def walk(pilot: Pilot[None], conversation: Conversation, secrets: set[str]) -> int:
    """Every spot, with what the screen shows at each."""
    walked = 0
    for spot in every_spot(conversation):
        screen = talk_of(pilot.app)
        screen._heard(conversation.talk.go(spot), "")
        shown = await look(pilot)
        assert list(leaks(pilot.app, shown, secrets)) == [], f"{spot}\n{shown}"
        await pilot.press("enter")
        shown = await look(pilot)
        assert list(leaks(pilot.app, shown, secrets)) == [], f"{spot}, Enter\n{shown}"
        await pilot.press("left")
        walked += 1
    return walked


@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=str)
@pytest.mark.parametrize("framework", [*FRAMEWORKS])
async def test_nothing_for_one_of_them_stands_on_the_shared_screen(
    desk: Desk, framework: str, size: tuple[int, int]
) -> None:
    another(desk)
    conversation = start(desk, framework, "p1", "p2")
    fill(conversation)
    secrets = tips(desk, framework) | set(OTHERS) | set(PRIVATE)
    async with screens(desk, conversation, size=size) as pilot:
        assert await walk(pilot, conversation, secrets) >= 1


async def test_a_private_step_is_closed_and_so_is_what_was_said_there(desk: Desk) -> None:
    framework = ROOT / "tests" / "framework" / "everything.toml"
    (desk.home.frameworks / "parts").mkdir(exist_ok=True)
    (desk.home.frameworks / "everything.toml").write_text(framework.read_text(encoding="utf-8"), encoding="utf-8")
    for part in (ROOT / "tests" / "framework" / "parts").glob("*.toml"):
        (desk.home.frameworks / "parts" / part.name).write_text(part.read_text(encoding="utf-8"), encoding="utf-8")
    conversation = start(desk, "everything", "p1", "p2")
    fill(conversation)
    assert any(PRIVATE[0] in repr(record) for record in conversation.session.records.values())
    secrets = tips(desk, "everything") | {PRIVATE[0], "keep an eye on"}
    async with screens(desk, conversation, size=(160, 45)) as pilot:
        assert await walk(pilot, conversation, secrets) > 30


@pytest.mark.parametrize("place", ["question", "hint", "notices", "framework", "body"])
async def test_the_walk_bites(place: str) -> None:
    """A tip or a private line that comes into the drawing, by any way, is found."""
    tip = "Wait a little before you ask again."
    view = view_of(do=(tip,))
    told: dict[str, object] = {"notices": (tip,), "body": TextBody((Entry(1, "a", tip),))}
    changed = replace(view, **{place: told.get(place, tip)})  # type: ignore[arg-type]  # of the place's own type
    for shown, wanted in ((view, []), (changed, [tip])):
        async with screens(opening=fake_of(shown), size=(100, 30)) as pilot:
            assert list(leaks(pilot.app, await look(pilot), {tip})) == wanted


async def test_peeking_shows_a_tip_so_the_tips_are_really_there() -> None:
    async with screens(opening=fake(do=("Wait a little.",)), size=(100, 30)) as pilot:
        assert list(leaks(pilot.app, await look(pilot), {"Wait a little."})) == []
        await pilot.press("ctrl+g")
        assert list(leaks(pilot.app, await look(pilot), {"Wait a little."})) == ["Wait a little."]


def fake_of(view: View) -> FakeConversation:
    """A conversation that shows this view."""
    conversation = fake()
    conversation.talk.shown = view
    return conversation


APART = """
format = 1
id = "apart"
name = "Apart"
words = "Something of my own"
family = "think"
people = ["two"]
roles = ["Coach", "Coachee"]
minutes = [20]
[[step]]
id = "own"
kind = "text"
title = "My own"
lines = "one"
private = true
ask = ["What do you keep to yourself?"]
[[step]]
id = "after"
kind = "text"
title = "Afterwards"
ask = ["What do you say?"]
"""


def apart(desk: Desk) -> Conversation:
    """A conversation that begins with a private step."""
    (desk.home.frameworks / "apart.toml").write_text(APART, encoding="utf-8")
    return start(desk, "apart", "p1", "p2")


async def test_what_was_half_typed_at_a_private_step_comes_back_only_where_it_is_opened(desk: Desk) -> None:
    conversation = apart(desk)
    conversation.talk.draft("half a secret")
    async with screens(desk, conversation, size=(80, 24)) as pilot:
        assert "secret" not in await look(pilot)
        await pilot.press("ctrl+g")
        assert "half a secret" in await look(pilot)
        await pilot.press("exclamation_mark", "ctrl+g")
        assert "secret" not in await look(pilot)
        await pilot.press("enter", "enter")
        assert "What do you say?" in await look(pilot)
        await pilot.press(*"/back", "enter")
        assert "secret" not in await look(pilot)
        assert conversation.talk.view().draft == "half a secret!"
        await pilot.press(*"more", "ctrl+g")
        assert entry(pilot.app).text == "half a secret!\nmore"


async def test_a_line_said_at_a_closed_step_leaves_the_half_line_and_shows_nothing_of_it(desk: Desk) -> None:
    conversation = apart(desk)
    conversation.talk.draft("half a secret")
    async with screens(desk, conversation, size=(80, 24)) as pilot:
        await pilot.press(*"hush", "enter")
        assert conversation.talk.view().draft == "half a secret"
        for keys in (("up",), ("ctrl+z",), ("ctrl+y",), tuple("/mend 1"), ("enter",)):
            await pilot.press(*keys)
            shown = await look(pilot)
            assert "hush" not in shown, f"{keys}\n{shown}"
            assert "secret" not in shown, f"{keys}\n{shown}"
        await pilot.press("ctrl+g")
        shown = await look(pilot)
        assert "hush" in shown
        assert "half a secret" in shown
