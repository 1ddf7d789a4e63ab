"""Keys, pastes and clicks that come faster than they are dealt with: each has its turn. Uses Textual's promised names only.

Textual hands each key at once to whatever is in front when it comes in. In a program that is behind, the keys after one that
opens or closes a screen went to the screen that was about to go, and the words they made went with it; a click right behind
some letters was there before them. Here the next one is handed on when the one before has done all it does, and what it
opens can take keys.

Looked after by `tests/tui/test_ahead.py`.
"""

from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from time import monotonic
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.errors import NoWidget
from textual.events import Event, InputEvent, Key, MouseEvent, MouseMove, Paste
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import Worker

#: Seconds for which something may be held back. After that it is handed on as Textual would: never stuck comes first.
PATIENCE = 2.0
#: The group of the work after which another screen is there.
WAY = "way"
#: The group of what a key asked for before its screen knew what there is. It ends for certain, and can be given up.
SOON = "soon"


def on_the_way(screen: Screen[Any], work: Coroutine[Any, Any, None], *, instead: bool = False) -> Worker[None]:
    """Do what a key began and that puts another screen in front: keys after it wait for that screen.

    `instead`: what was on its way on this screen already is given up.
    """
    return screen.run_worker(_then_on(screen.app, work), exclusive=instead, group=WAY)


def once_known(screen: Screen[Any], work: Coroutine[Any, Any, None], *, instead: bool = True) -> Worker[None]:
    """Do what a key asked for as soon as its screen knows what there is: keys after it wait for that, however long it takes.

    Those that hold on every screen, and the one that gives up, do not wait. The screen must say that it keeps keys waiting.
    `instead`: what was asked for on this screen before is given up; else this comes out of it.
    """
    return screen.run_worker(_then_on(screen.app, work), exclusive=instead, group=SOON)


async def _then_on(app: App[None], work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    finally:
        app.screen_change_signal.publish(app.screen)


def answers_at_once(node: DOMNode) -> bool:
    """Whether this is a line to type in: it deals with a key in one go, and sends nobody anything because of it."""
    return bool(getattr(node, "at_once", False))


def _is_letter(event: Event) -> bool:
    """Whether this only adds to a line. Everything else may open something, and what comes behind it waits."""
    return isinstance(event, Key) and event.is_printable


class InTurn:
    """The keys, pastes and clicks of an app, in their order.

    One is dealt with when the widget it went to, everybody that holds that widget, and the app itself have looked at all
    that was waiting for them: what it made them do has been done then, and a screen that it opened stands in front. Words
    must not wait on their way to the disk, so letters go to a line one right behind the other, and a line is only waited for
    itself.
    """

    def __init__(self, app: App[None], hand_on: Callable[[Event], Awaitable[None]]) -> None:
        """`hand_on`: what the app does with an event whose turn has come."""
        self._app = app
        self._hand_on = hand_on
        self._waiting: deque[tuple[Event, float]] = deque()
        self._turn = 0
        self._busy = False
        self._letters: DOMNode | None = None
        self._ready: Screen[Any] | None = None
        self._timer: Timer | None = None

    def listen(self) -> None:
        """Hear of screens that come and go. Once, when the app runs."""
        self._app.screen_change_signal.subscribe(self._app, self._changed, immediate=True)

    @staticmethod
    def concerns(event: Event) -> bool:
        """Whether this is something a person does, on its way in."""
        return isinstance(event, InputEvent | Paste) and not event.is_forwarded

    async def take(self, event: Event) -> None:
        """It came in: hand it on, or keep it until its turn."""
        if isinstance(event, MouseMove):
            if not self._waiting:
                await self._hand_on(event)  # it says where the mouse is, and asks for nothing
                return
            if isinstance(self._waiting[-1][0], MouseMove):
                self._waiting.pop()
        self._waiting.append((event, monotonic()))
        if not self._busy:
            await self._next(self._turn)
        if self._waiting and self._timer is None:
            self._timer = self._app.set_timer(PATIENCE, self._late)

    async def _next(self, turn: int) -> None:
        """Hand on whatever can be handed on now. `turn`: whose end this is; an end that comes late means nothing."""
        if turn != self._turn:
            return
        self._busy = False
        while self._waiting and not self._busy:
            front = self._app.screen
            if self._held_up(front, self._waiting[0][0]):
                return
            if front is not self._ready and not self._overdue:
                self._ready = front
                await self._hop(self._begin(), [front, front])
                return
            event, _ = self._waiting[0]
            line, node = self._letters, self._node(event)
            if line is not None and (line is not node or not _is_letter(event)):
                # Letters have gone there at once, one behind the other; what comes now waits until they are dealt with.
                self._letters = None
                await self._hop(self._begin(), [line])
                return
            self._waiting.popleft()
            if answers_at_once(node) and _is_letter(event):
                self._letters = node
                await self._hand_on(event)
                continue
            path = [node] if answers_at_once(node) else self._path(node)
            turn = self._begin()
            await self._hand_on(event)
            await self._hop(turn, path)

    def _node(self, event: Event) -> DOMNode:
        """Where it goes."""
        app = self._app
        if not isinstance(event, MouseEvent):
            return app.focused or app.screen
        try:
            return app.mouse_captured or app.get_widget_at(event.x, event.y)[0]
        except NoWidget:
            return app.screen

    def _path(self, node: DOMNode) -> list[DOMNode]:
        """Through whose hands it goes. The first and the last may send themselves something to be done later."""
        app = self._app
        return [node, *(one for one in node.ancestors_with_self if one is not app), app.screen]

    def _begin(self) -> int:
        self._busy = True
        self._turn += 1
        return self._turn

    async def _hop(self, turn: int, nodes: list[DOMNode]) -> None:
        """From one to the next, each behind all that waits there; then on. Whoever goes away takes no more."""
        while nodes:
            if nodes.pop(0).call_later(self._hop, turn, nodes):
                return
        self._app.call_later(self._next, turn)

    def _held_up(self, front: Screen[Any], event: Event) -> bool:
        """Whether something is being done on this screen that comes before this."""
        groups = {one.group for one in self._app.workers if one.node is front and not one.is_finished}
        if SOON in groups:
            return not (isinstance(event, Key) and (event.key == "escape" or self._everywhere(event)))
        return WAY in groups and not self._overdue

    def _everywhere(self, event: Event) -> str:
        """What this key does on every screen; nothing if it is not such a key."""
        bound = self._app.active_bindings.get(event.key) if isinstance(event, Key) else None
        return bound.binding.action if bound is not None and bound.binding.priority else ""

    # -- never stuck

    @property
    def _overdue(self) -> bool:
        return bool(self._waiting) and monotonic() - self._waiting[0][1] >= PATIENCE

    def _changed(self, _: object) -> None:
        self._ready = None  # what the way asked of its screen comes before the next key
        if self._waiting and not self._busy:
            self._app.call_later(self._next, self._turn)

    async def _late(self) -> None:
        """Something has waited long: hand it on."""
        self._timer = None
        if not self._waiting:
            return
        if self._overdue:
            self._leaving_first()
            self._turn += 1
            await self._next(self._turn)
        if self._waiting:
            self._timer = self._app.set_timer(PATIENCE, self._late)

    def _leaving_first(self) -> None:
        """Whoever wants to leave is not kept by letters that are kept themselves."""
        leaving = next((one for one in self._waiting if self._everywhere(one[0]) == "quit"), None)
        if leaving is not None and self._held_up(self._app.screen, self._waiting[0][0]):
            self._waiting.remove(leaving)
            self._waiting.appendleft(leaving)
