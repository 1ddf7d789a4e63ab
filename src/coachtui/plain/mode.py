"""The line mode itself: prints the question, reads a line, hands it to the talk, prints what is new, and so on.

Touches standard input and output as they are handed in, and the conversation's file through the desk.

However it ends (the last step, /end, /quit, the end of the input, Ctrl+C, a signal, nobody reading any more), everything is
kept first. The process's exit code is 0 for all of these but a signal: 128 and its number (129 hang-up, 143 terminated).
"""

import signal
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from coachtui.desk import Conversation
from coachtui.errors import UserError
from coachtui.flow.past import OpenAction
from coachtui.plain.drawing import arrival, changed, page
from coachtui.plain.reading import Lines, StoppedError, TooLongError
from coachtui.report.ratings import added_up
from coachtui.report.terminal import record_lines
from coachtui.report.would_see import would_see
from coachtui.store.state import NotSaved
from coachtui.talk.view import Reply, View
from coachtui.text import MAX_ANSWER

#: The exit code of a program whose terminal went away.
HUNG_UP = 129


class GoneError(Exception):
    """Nobody reads any more: the other end of the pipe is closed, or the terminal is gone."""


@dataclass(frozen=True)
class Console:
    """Where lines come from and go to.

    Attributes:
        lines: what is typed or piped in.
        out: questions and what was said.
        err: messages: what could not be taken, what is not saved.
        alive: a person sits at a terminal: a prompt is shown, and a question may be asked.
        width: cells in a line, for pages that are laid out.
        height: lines of the screen, for blanking it.
    """

    lines: Lines
    out: TextIO
    err: TextIO
    alive: bool = False
    width: int = 80
    height: int = 24

    def say(self, *lines: str) -> None:
        """Print lines; whoever reads them sees them at once. GoneError where nobody does."""
        self._write(self.out, "".join(f"{line}\n" for line in lines))

    def warn(self, *lines: str) -> None:
        """Print messages that are not part of the conversation."""
        self._write(self.out, "")
        self._write(self.err, "".join(f"{line}\n" for line in lines))

    def prompt(self) -> None:
        """Show that a line is awaited."""
        if self.alive:
            self._write(self.out, "> ")

    @staticmethod
    def _write(stream: TextIO, text: str) -> None:
        try:
            stream.write(text)
            stream.flush()
        except OSError:
            raise GoneError from None


class LineMode:
    """One conversation, held in lines."""

    def __init__(
        self,
        conversation: Conversation,
        console: Console,
        actions: Callable[[], Sequence[OpenAction]] = tuple,
        known: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """`actions` gives every action of these people, for /show; `known` the names of all frameworks by their ids."""
        self._conversation = conversation
        self._console = console
        conversation.talk.asks_to_end = console.alive  # through a pipe nobody could answer
        self._actions = actions
        self._known = known
        self._unsaved = False
        self._heard = 0
        #: The people want to swap chairs: whoever opened this opens the linked conversation next.
        self.swaps = False

    def run(self) -> int:
        """Hold the conversation until it is left. Returns the exit code."""
        console, conversation = self._console, self._conversation
        if conversation.read_only is not None:
            conversation.close()
            console.warn(conversation.read_only, f"To read it: coachtui show {conversation.id}")
            return 1
        with console.lines.watched():
            code = self._held()
            return self._close(code)

    def _held(self) -> int:
        try:
            return self._talk()
        except StoppedError as stopped:
            with suppress(GoneError):
                self._console.say("", *self._left_open("Stopped here. "))
            return 0 if stopped.number == signal.SIGINT else 128 + stopped.number
        except GoneError:
            return HUNG_UP if self._console.alive else 0  # what was taken in is kept

    def _talk(self) -> int:
        console, talk = self._console, self._conversation.talk
        console.say(*self._welcome())
        view = talk.view()
        console.say(*arrival(view))
        while True:
            console.prompt()
            try:
                line = console.lines.next()
            except TooLongError as error:
                console.warn(_too_long(error.length))
                continue
            if line is None:
                console.say("", *self._left_open("The input has ended. "))
                return 0
            reply, view = self._taken(line if line.strip() or not view.draft else view.draft, view)
            if reply.wants in _LEAVING:
                self._farewell(reply)
                return 0

    def _taken(self, line: str, before: View) -> tuple[Reply, View]:
        """Hand in a line and print what came of it: the reply, and the view after it."""
        talk = self._conversation.talk
        reply = talk.line(line)
        after = talk.view()
        if reply.moved and (reply.wants == "ended" or after.spot != before.spot):
            self._console.say(*added_up(self._conversation.session, before.spot, self._console.width))
        self._answer(reply, before, after)
        self._watch_disk()
        return reply, after

    def _welcome(self) -> list[str]:
        session = self._conversation.session
        people = ", ".join(f"{one.name} ({one.role})" if one.name != one.role else one.name for one in session.people)
        length = "typed up from paper" if session.from_paper else f"{session.minutes} minutes"
        lines = [f"{session.framework.name}, {length}"]
        lines += [people] if people else []
        lines.append("Type and press Enter to keep what is said. An empty line goes on. /help shows the commands.")
        notices = self._conversation.notices
        self._heard = len(notices)
        return [*lines, *notices]

    def _answer(self, reply: Reply, before: View, after: View) -> None:
        console = self._console
        if reply.problem:
            console.warn(reply.problem)
        if reply.wants != "ended":
            console.say(*_WANTS.get(reply.wants, _nothing)(self))
            console.say(*page(reply.page))
            console.say(*self._seen_by(reply))
        console.say(*reply.said)
        if reply.wants not in _LEAVING:
            console.say(*changed(before, after))

    def show(self) -> list[str]:
        """Everything said so far, for those who hold it; and how somebody else gets what is agreed of it."""
        talk, width = self._conversation.talk, self._console.width
        lines = record_lines(talk.editor.working, self._actions(), width, None, talk.past.sessions)
        return [*lines, "", f"A copy for somebody: coachtui export {self._conversation.id[:4]} --for coachee"]

    def _seen_by(self, reply: Reply) -> list[str]:
        """What a reader would see of it as it stands now, where that is wanted."""
        if reply.wants != "preview":
            return []
        earlier = self._conversation.talk.past.sessions
        return would_see(self._conversation.session, reply.audience, earlier, self._console.width)

    def blank(self) -> list[str]:
        """Push what was said out of sight; it is still in the terminal's memory, if it has one."""
        return [""] * self._console.height if self._console.alive else ["There is no screen to blank here."]

    def _farewell(self, reply: Reply) -> None:
        console, session = self._console, self._conversation.session
        if reply.wants == "quit":
            console.say(*self._left_open())
            return
        short, ending = session.id[:4], self._conversation.talk.ending()
        console.say(*ending.said_back())
        if console.alive and ending.chairs is not None and self._wanted(ending.swap_question()):
            self.swaps = True
            return
        console.say(f"To read it: coachtui show {short}")
        console.say("A copy for the coachee: coachtui export last --for coachee --to notes.html")
        console.say(f"To meet again on it: coachtui start {session.framework.id} --follow {short}")
        if ending.chairs is not None:
            console.say(f"To swap chairs: coachtui start {session.framework.id} --follow {short} --swap")
        known = self._known() if session.framework.leads_to else {}
        for one in session.framework.leads_to:
            if one in known:
                console.say(f"To go on with {known[one]}: coachtui start {one} --follow {short}")
        if not console.alive and (left := console.lines.rest()):
            lines = "One line" if left == 1 else f"{left} lines"
            console.warn(f"{lines} came after the end and {'was' if left == 1 else 'were'} not taken in.")

    def _wanted(self, question: str) -> bool:
        """Whether a person at a terminal says y; anything else is no."""
        self._console.say(f"{question} (y or n)")
        self._console.prompt()
        with suppress(TooLongError):
            return (self._console.lines.next() or "").strip().lower() in {"y", "yes"}
        return False

    def _left_open(self, why: str = "") -> tuple[str, ...]:
        """What is said of a conversation that is left open; of one in which nothing was said, nothing stays."""
        if self._conversation.empty:
            return (f"{why}Nothing was said, so nothing is kept.",)
        way_back = f"To go on: coachtui resume {self._conversation.id[:4]} --plain"
        return f"{why}Everything is kept, and the conversation stays open.", way_back

    def _watch_disk(self) -> None:
        """Say once when the disk refuses, once when it takes things again, and what other programs did to the file."""
        self._hear()
        state = self._conversation.kept.state
        refused = isinstance(state, NotSaved)
        if isinstance(state, NotSaved) and not self._unsaved:
            self._console.warn(state.reason)
        elif self._unsaved and not refused:
            self._console.warn("Saved again.")
        self._unsaved = refused

    def _hear(self) -> None:
        notices = self._conversation.notices
        new, self._heard = notices[self._heard :], len(notices)
        self._console.warn(*new)

    def _close(self, code: int) -> int:
        """Give the session back; where its own disk refuses, keep it somewhere else rather than lose it."""
        conversation = self._conversation
        with suppress(StoppedError):
            if conversation.close():
                with suppress(GoneError):
                    self._hear()
                return code
        state = conversation.kept.state
        reason = state.reason if isinstance(state, NotSaved) else "Not saved: the disk does not answer."
        with suppress(GoneError):
            self._console.warn(reason)
        try:
            where = conversation.kept.save_elsewhere(self._other_folder())
            told = f"The whole conversation was written to {where} instead."
        except UserError as error:
            told = str(error)
        with suppress(GoneError):
            self._console.warn(told)
        conversation.kept.discard()
        return code or 1

    def _other_folder(self) -> Path:
        """Where to keep a conversation that its own disk refuses: asked for, else the person's home folder."""
        if self._console.alive:
            with suppress(GoneError, StoppedError, TooLongError):
                self._console.say("Another folder to write it to (empty: your home folder)?")
                self._console.prompt()
                named = self._console.lines.next()
                if named and named.strip():
                    return Path(named.strip()).expanduser()
        return Path.home()


def _nothing(_: LineMode) -> list[str]:
    return []


#: What a reply asks for when the conversation is left.
_LEAVING = ("ended", "quit")

_WANTS: dict[str, Callable[[LineMode], list[str]]] = {"show": LineMode.show, "blank": LineMode.blank}


def _too_long(length: int) -> str:
    return (
        f"That is {length:,} characters, and one answer holds {MAX_ANSWER:,}. Nothing was taken in and nothing was lost: "
        "keep it in two parts."
    )
