"""The session: one question, what was captured, one entry line. One screen, updated in place from question to question.

It holds no truth: it draws what `Talk.view()` says and hands on each line. What it does hold is the window's own: a menu
that is open, the thing being mended, whether the strip is peeked at.
"""

from dataclasses import dataclass

from textual.message import Message
from textual.timer import Timer

from coachtui.store.state import NotSaved, State
from coachtui.talk.view import Reply
from coachtui.tui.screens import frame, pasting
from coachtui.tui.screens.acting import Acting

#: Seconds between two beats of the clock that books the time; a longer gap is a closed lid.
BEAT = 20.0
#: So many times it is said how one comes back.
TOLD = 3
#: How the command begins that takes a thing out.
DROP = "/drop "
TAKE_OUT = "Take it out? Enter again takes it out, Escape leaves it."
STAYS = "This cannot be taken out here. Escape leaves it as it was."


class SessionScreen(Acting):
    """A conversation being held."""

    AUTO_FOCUS = "#entry"
    _seconds: Timer | None = None

    @dataclass
    class Saving(Message):
        """The store says how the saving goes; sent from its threads."""

        state: State

    @dataclass
    class Noticed(Message):
        """The store has something to tell, such as another program's changes; sent from its threads."""

        sentence: str

    @dataclass
    class Left(Message):
        """The person is done here: ended, or leaves it open (`quit`). `swap`: the next one follows, on each other's chairs."""

        ended: bool
        swap: bool = False

    def on_mount(self) -> None:
        """Listen to the store, and put back what was being typed."""
        self._listen()
        self._put_draft()
        self.set_interval(BEAT, self._beat)
        self._seconds = self.set_interval(1.0, self._clock, pause=self._view.clock_left is None)
        # Before the first frame, so that nothing is seen to find its place.
        self._draw()

    def on_unmount(self) -> None:
        """The window's part is over; the store goes on."""
        if self._open.kept.on_state == self._saving:  # another screen of the same conversation may listen by now
            self._open.kept.on_state = None
            self._open.kept.on_notice = None

    def on_screen_resume(self) -> None:
        """In front again, after a page or another screen of the same conversation."""
        self._listen()

    def _listen(self) -> None:
        self._open.kept.on_state = self._saving
        self._open.kept.on_notice = self._noticed
        self._window.state = self._open.kept.state

    def _saving(self, state: State) -> None:
        """Called from the store's threads: only a message, which Textual takes from any thread."""
        self.post_message(self.Saving(state))

    def _noticed(self, sentence: str) -> None:
        """Called from the store's threads, like `_saving`."""
        self.post_message(self.Noticed(sentence))

    def _beat(self) -> None:
        if not self._open.read_only:
            self._talk.tick(beating=True)

    def _clock(self) -> None:
        """Where the method is the clock: draw it when it says something else. Everywhere else this does not run."""
        was, now = self._view, self._talk.view()
        if frame.clock(was) != frame.clock(now) or was.notices != now.notices:
            self._view = now
            self._draw()

    def _draw(self) -> None:
        super()._draw()
        if self._seconds is not None:
            (self._seconds.resume if self._view.clock_left else self._seconds.pause)()

    # -- the entry line reports here

    def typed(self, text: str) -> None:
        """Keep the half line at once; open, filter or close the menu."""
        self._out_of_silence()
        window = self._window
        self._keep_half(text)
        if text:
            self._leave_it_in()
        had, window.menu = window.menu, None if window.mending else self._menu_for(text)
        replaced = self._entry.taken_over() if window.handed_back else ""
        if window.aside is not None and window.mending is None and not text.startswith("/"):
            # The slash is gone, so nothing is being asked of the menu any more.
            if replaced:
                # What is typed over a command that was refused goes on with what stood here before it.
                self._took_place(replaced)
                half, window.aside = window.aside, None
                self._fill(half + text)
            else:
                self._put_away(text)
            self._draw()
            return
        cleared, again = window.handed_back and not text, False
        if replaced:
            self._took_place(replaced)
        elif text and text == window.put_by and not window.handed_back:
            window.handed_back = again = True
        if had is not window.menu or window.asked_twice or cleared or replaced or again:
            window.asked_twice = False
            window.handed_back &= not cleared
            self._draw()
        else:
            self._picture.grow()

    def _took_place(self, replaced: str) -> None:
        """What is typed took the place of a line that had been refused; say how that comes back."""
        self._window.put_by, self._window.put_at = replaced, self._so_far
        self._window.handed_back = False
        self._window.tell(f"{self._window.undoes} brings back what stood here.")

    def entered(self, text: str) -> None:
        """Enter: mend, run a command, keep the words, or go on."""
        if self._out_of_silence() and not text:
            return
        shown = self._window.menu
        chosen = shown.chosen if shown else None
        if shown is not None and shown.of_thing:
            self._entry.fill(text)
        if self._window.mending is not None:
            self._mend(text)
        elif chosen is not None:
            self.take(chosen, text)
        elif text.strip():
            self._window.menu = None
            self._keep(text)
        elif self._window.asked_twice:
            self._went_on(self._talk.line(""))
        else:
            self._window.asked_twice = True
            self._window.tell()
            # What is offered to somebody about to leave may have come with the minutes.
            self._view = self._talk.view()
            self._draw()

    # -- what Enter does

    def _went_on(self, reply: Reply) -> None:
        """After an empty Enter: the first times it led somewhere, how one comes back stands there."""
        before = self._view.spot
        self._heard(reply, "")
        if self._view.spot != before and not reply.wants and self._window.moves < TOLD:
            self._window.moves += 1
            self._window.tell(*self._window.said, "/back goes back.")
            self._draw()

    def _keep(self, text: str) -> None:
        """Hand over what was typed, line by line where several notes were pasted at once."""
        if self._open.read_only:
            self._put_back(text, self._open.read_only)
            return
        lines = pasting.lines(self._view, text)
        if isinstance(lines, str):
            self._put_back(text, lines)
            return
        self._heard(*pasting.hand_over(self._talk, lines))

    def _mend(self, text: str) -> None:
        thing, self._window.mending = self._window.mending, None
        if thing is None:
            self._give_up()
            return
        reply = self._talk.mend(thing, text) if text.strip() else self._take_out(thing)
        if reply is None or reply.problem:
            self._window.mending = thing
        if reply is None:
            self._draw()
        else:
            self._heard(reply, text)

    def _take_out(self, thing: str) -> Reply | None:
        """What is emptied is taken out, once Enter is pressed again; None until then."""
        window = self._window
        deed = next((one for one in self._talk.deeds(thing) if one.line.startswith(DROP)), None)
        if deed is None:
            return Reply(problem=STAYS)
        window.taking_out = not window.taking_out
        if window.taking_out:
            window.tell(TAKE_OUT)
            return None
        return self._talk.line(deed.line)

    def _leave(self, *, ended: bool, swap: bool = False) -> None:
        self.post_message(self.Left(ended, swap))

    def _give_up(self) -> None:
        self._window.mending = None
        self._leave_it_in()
        self._clear()
        self._draw()

    # -- what the store tells

    def on_session_screen_saving(self, event: Saving) -> None:
        """Only *not saved* ever changes the screen."""
        was, self._window.state = self._window.state, event.state
        if isinstance(was, NotSaved) or isinstance(event.state, NotSaved):
            self._draw()

    def on_session_screen_noticed(self, event: Noticed) -> None:
        """It stands there from now on: nobody may be looking at this moment."""
        self._window.told_by_store = (*self._window.told_by_store, event.sentence)
        self._draw()
