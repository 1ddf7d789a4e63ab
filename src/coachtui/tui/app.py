"""The app: opens the first screen, closes conversations, and stands between Textual and a rough world. Thin on purpose."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.segment import Segments as Drawn
from textual.binding import Binding, BindingType
from textual.events import Event
from textual.filter import LineFilter

from coachtui.desk import Desk
from coachtui.desk.onward import swapped_chairs
from coachtui.errors import UserError
from coachtui.session.models import Session
from coachtui.store.settings import Settings
from coachtui.talk.keys import USUAL
from coachtui.talk.table import COMMANDS
from coachtui.tui.looks.dressed import Dressed
from coachtui.tui.ports import Conversation
from coachtui.tui.screens.leaving import let_go
from coachtui.tui.screens.panels import Blank, Page, close
from coachtui.tui.screens.review.mending import Mending
from coachtui.tui.screens.session import SessionScreen
from coachtui.tui.shell.ahead import InTurn
from coachtui.tui.shell.clean import CleanLines
from coachtui.tui.shell.crash import confession
from coachtui.tui.shell.ending import on_signals, watch_terminal
from coachtui.tui.shell.keyboard import tolerate_odd_bytes
from coachtui.tui.shell.resizing import tell_sizes_in_order
from coachtui.tui.shell.settling import SOON, settle
from coachtui.tui.shell.stopping import stop_between_events

if TYPE_CHECKING:
    from coachtui.tui.screens.home import Home
    from coachtui.tui.screens.review.reading import Reading
    from coachtui.tui.screens.review.screen import Review


class CoachApp(Dressed):
    """All screens of coachtui."""

    CSS_PATH = "coachtui.tcss"
    TITLE = "coachtui"
    # Its screenshot command would write what was said into a picture in the downloads folder.
    ENABLE_COMMAND_PALETTE = False
    # The keys that do the same on every screen; which keys they are comes from the one table, and from `coachtui.toml`.
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(one.key, one.name, id=one.name, show=False, priority=True) for one in COMMANDS if one.everywhere),
        # Textual's own answer to Ctrl+C is a toast; ours is nothing at all, so that a copied word stays a copied word.
        Binding("ctrl+c", "nothing", show=False),
    ]

    def __init__(self, desk: Desk | None, opening: Conversation | None = None) -> None:
        """`desk` may be missing only where a conversation is opened at once."""
        super().__init__(desk.home if desk else None, desk.settings if desk else Settings())
        self._desk = desk
        self._use_keys(desk)
        self._open = opening
        self._alone = opening is not None
        self._clean = CleanLines()
        self._in_turn = InTurn(self, super().on_event)
        self._leaving = False

    def _use_keys(self, desk: Desk | None) -> None:
        """The keys of a home, on every screen from now on."""
        self.command_keys = desk.keymap if desk else USUAL
        self.set_keymap({name: self.command_keys.keys[name] for name in ("blank", "quit")})

    # -- from screen to screen

    def on_mount(self) -> None:
        """Show the first screen, and be ready to be ended."""
        on_signals(self.save_now, lambda status: self.exit(return_code=status))
        watch_terminal(self.save_now)
        self._in_turn.listen()
        self.set_timer(SOON, settle)
        if self._open is not None:
            told = self._desk.settings_told if self._desk else ()
            self.push_screen(SessionScreen(self._open, self.command_keys, told))
        else:
            self.go_home()

    def on_home_moved(self, event: "Home.Moved") -> None:
        """Another folder was chosen."""
        self._desk = event.desk
        self._use_keys(event.desk)

    def on_home_opened(self, event: "Home.Opened") -> None:
        """A conversation was chosen or begun on Home."""
        self.hold(event.conversation)

    def go_home(self) -> None:
        """Home, with everything looked up anew."""
        # Loaded only here: a conversation that is opened by a command does not wait for the screens it may never show.
        from coachtui.tui.screens.home import Home

        if self._desk is None:
            self.exit()
        elif isinstance(self.screen, Mending):
            self.pop_screen()
        elif isinstance(self.screen, SessionScreen):
            self.switch_screen(Home(self._desk))
        else:
            self.push_screen(Home(self._desk))

    def hold(self, conversation: Conversation) -> None:
        """Hold this conversation now; no list it was opened from stays behind it."""
        self._open = conversation
        while len(self.screen_stack) > 2:
            self.pop_screen()
        self.switch_screen(SessionScreen(conversation, self.command_keys))

    def on_review_opened(self, event: "Review.Opened") -> None:
        """A conversation is gone on with, or followed up, from its finished sheet."""
        self.hold(event.conversation)

    def on_review_visited(self, event: "Review.Visited") -> None:
        """One thing is put right: the session stands over the sheet, which comes back afterwards."""
        if self._open is None:
            self._open = event.conversation
            self.push_screen(Mending(event.conversation, event.target, self.command_keys, peek=event.peek))

    def on_showing_copy_wanted(self, event: SessionScreen.CopyWanted) -> None:
        """A copy for the coachee, at the end of a conversation."""
        from coachtui.tui.screens.handing.screen import Share

        if self._desk is not None:
            self.push_screen(Share(self._desk, event.session, "coachee"), event.after)
        else:
            event.after(None)

    def on_reading_copy_wanted(self, event: "Reading.CopyWanted") -> None:
        """A copy for somebody, of what was looked back over."""
        from coachtui.tui.screens.handing.screen import Share

        # Keys typed ahead of it would ask for another one, and another, each to be closed by itself.
        if self._desk is not None and not isinstance(self.screen, Share):
            self.push_screen(Share(self._desk, event.session))

    def on_session_screen_left(self, event: SessionScreen.Left) -> None:
        """Ended, or left open: the file is closed either way."""
        home = event.ended or not self._alone or isinstance(self.screen, Mending)
        self._leave(home=home, swap=event.swap)

    def action_blank(self) -> None:
        """An empty screen, until a key; the same key brings the other one back."""
        if isinstance(self.screen, Blank):
            close(self.screen, None)
        else:
            self.push_screen(Blank())

    async def action_quit(self) -> None:
        """Leave, with everything saved and the conversation open."""
        self._leave(home=False)

    def _leave(self, *, home: bool, swap: bool = False) -> None:
        # Once is enough: a second Ctrl+Q while the person is being asked must not ask again.
        if not self._leaving:
            self._leaving = True
            self.run_worker(self._close_and_leave(home=home, swap=swap))

    async def _close_and_leave(self, *, home: bool, swap: bool) -> None:
        held = self._open
        closed = held is None or await let_go(self, held)
        self._leaving = False
        if not closed:
            return
        self._open = None
        if swap and held is not None and self._desk is not None:
            self._swap(self._desk, held.talk.working.session)
        elif home:
            self._alone = False
            self.go_home()
        else:
            self.exit()

    def _swap(self, desk: Desk, before: Session) -> None:
        """The next conversation of the same two, each on the other's chair."""
        try:
            self.hold(swapped_chairs(desk, before))
        except UserError as error:
            self.go_home()
            self.push_screen(Page((str(error),)))

    def action_nothing(self) -> None:
        """Ctrl+C where nothing is selected."""

    # -- the rough world

    async def on_event(self, event: Event) -> None:
        """What a person does has its turn; everything else is Textual's."""
        if self._in_turn.concerns(event):
            await self._in_turn.take(event)
        else:
            await super().on_event(event)

    def save_now(self, timeout: float) -> bool:
        """Wait until all that was typed is on the disk, if a conversation is open."""
        return self._open is None or self._open.save_now(timeout)

    def let_go(self) -> None:
        """After the last frame, however it came: close what is still open."""
        if self._open is not None:
            self._open.close(2.0)
            self._open = None

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and ours as the last one."""
        return [*super().get_line_filters(), self._clean]

    def _fatal_error(self) -> None:
        """Our mistake: say where in the source, and nothing of what was being said."""
        self._confess(sys.exc_info()[1] or self._exception)

    def panic(self, *renderables: object) -> None:
        """Textual's own way to give up shows values too; ours does not."""
        self._return_code = 1
        self._confess(sys.exc_info()[1] or self._exception)

    def _confess(self, error: BaseException | None) -> None:
        if not self._exit_renderables:
            self._exit_renderables.append(Drawn([Segment(confession(error) + "\n")]))
        self._close_messages_no_wait()


def run(desk: Desk | None, opening: Conversation | None = None) -> int:
    """Open the screens; gives the exit status when they are closed.

    Args:
        desk: where conversations are opened; may be missing where one is handed in.
        opening: the conversation to begin with; Home if None.

    Raises:
        UserError: there is no terminal to draw on.
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.__stdin__, sys.__stderr__)):
        raise UserError("The screens need a terminal, and there is none here.", "Add --plain for the line mode.")
    tolerate_odd_bytes()
    stop_between_events()
    tell_sizes_in_order()
    app = CoachApp(desk, opening)
    try:
        app.run()
    finally:
        app.let_go()
    return app.return_code or 0
