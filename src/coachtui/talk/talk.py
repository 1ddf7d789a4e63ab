"""One conversation being held: takes a line, says what is to be shown. Both faces go through it.

Touches no disk. Writing is the editor's, order and offers are the flow's; this room only says what a line means.
"""

from dataclasses import replace

from coachtui.errors import UserError
from coachtui.session.spot import Spot
from coachtui.talk import mending, moving
from coachtui.talk.answers import says_no_more, says_yes, takes
from coachtui.talk.commands import CommandInfo, Deed, deeds, infos, run
from coachtui.talk.ending import Ending, ending_of
from coachtui.talk.enough import more_is_asked
from coachtui.talk.holder import Holder
from coachtui.talk.taking import take_line
from coachtui.talk.view import Reply, View
from coachtui.talk.viewing import make_view, takes_plain_yes


class Talk(Holder):
    """One conversation in the hands of a face.

    The face shows `view()`, hands each typed line to `line`, and keeps nothing of its own. Wrong input never raises: the
    reply holds a sentence, and the face puts the line back.
    """

    def view(self) -> View:
        """Everything there is to show now. The numbers in it are what the next line refers to."""
        view = self._numbered()
        self.short_way_told = any(one.short for one in view.offers)
        return view

    def _numbered(self) -> View:
        """The view, with what its numbers mean kept for the line that is typed next."""
        at = self.moment()
        view = make_view(self, at)
        self.numbers, self.letters = at.numbers.ids, at.numbers.letters
        return view

    def line(self, text: str) -> Reply:
        """Take one line: words, a slash command, or nothing (go on)."""
        spot = self.spot
        self.tick()
        self._numbered()  # numbers in the line mean what is on show now
        try:
            with self.editor.together():  # a line is one act, and one undo takes it back
                reply = self._line(text)
        except UserError as problem:
            return Reply(problem=str(problem))
        half, over = self.working.drafts.get(spot.key, ""), f"\n{text}"
        # A command that came by a key or a click leaves the words that are being typed alone; so does one typed over them.
        if _is_command(text) and half.endswith(over):
            self.editor.draft(spot, half.removesuffix(over))
        elif half and (_is_command(half) or not _is_command(text)):
            self.editor.draft(spot, "")
        return reply

    def _line(self, text: str) -> Reply:
        asked, self.asked = self.asked, None
        wanted_end = self.end_asked
        if not text.strip():
            self.end_asked = None
            return moving.close(self) if wanted_end == (self.spot, self.session) else self.go_on()
        if _is_command(text):
            self.unclear = None
            reply = run(self, "/help" if text.strip() == "?" else text)
            self.end_asked = self.end_asked if reply.wants == "sure" else None
            return reply
        self.end_asked = self.unclear = None
        words = text[1:] if text.startswith("//") else text
        if asked is not None and asked.answered_by(words):
            return asked.done() if says_yes(words) else Reply(said=("It stays as it is.",))
        taken = takes(words)
        if taken and takes_plain_yes(self) and moving.has_offer(self):
            return moving.yes(self, "") if taken == "yes" else moving.no(self, "")
        if says_no_more(words) and more_is_asked(self):
            reply = self.go_on()
            return replace(reply, said=("Nothing more, then.", *reply.said))
        return take_line(self, words)

    def draft(self, text: str, spot: Spot | None = None) -> None:
        """Keep the line being typed, so that it outlives the window. A text that is too long is not kept as a draft.

        `spot`: where it was being typed, if not here.
        """
        try:
            self.editor.draft(spot or self.spot, text)
        except UserError:
            return

    def last(self) -> tuple[str, str] | None:
        """The newest thing of this spot that has words, for mending: its id and its words."""
        return mending.last(self)

    def mend(self, thing: str, text: str) -> Reply:
        """Mend the words of a thing; an empty text leaves them as they are."""
        if not text.strip():
            return Reply()
        try:
            with self.editor.together():
                said = mending.mend(self, thing, text)
        except UserError as problem:
            return Reply(problem=str(problem))
        self.draft("")
        return Reply(said=(mending.MENDED, *said))

    def forget(self, thing: str) -> Reply:
        """Take the earlier wordings of a thing away for good."""
        try:
            self.editor.forget(thing)
        except UserError as problem:
            return Reply(problem=str(problem))
        return Reply(said=(mending.FORGOTTEN, mending.REMAINS))

    def go(self, spot: Spot) -> Reply:
        """Go to any spot, freely."""
        self.arrive(spot)
        return Reply(moved=True)

    def commands(self) -> tuple[CommandInfo, ...]:
        """All slash commands, and whether each can be done here."""
        return infos(self)

    def deeds(self, thing: str) -> tuple[Deed, ...]:
        """What can be done with a thing on show, by its id or its number; for the menu of a thing that is clicked."""
        return deeds(self, thing)

    def ending(self) -> Ending:
        """What to say back when it is over, and what could follow."""
        return ending_of(self.session, self.past)

    def leave(self) -> None:
        """Book the time so far; call it before the window closes."""
        self.tick()


def _is_command(text: str) -> bool:
    """Whether a line is a command: a slash, but not two; and a lone question mark asks what can be done."""
    return text.strip() == "?" or (text.startswith("/") and not text.startswith("//"))
