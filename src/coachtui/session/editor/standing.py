"""Where the window stands, who takes part, beginning and end. Touches only the value.

Moves, drafts and seconds are not edits: undo goes through what was said, and leaves them as they are.
"""

from collections.abc import Mapping
from dataclasses import replace

from coachtui.errors import UserError
from coachtui.framework.duty import LONGEST, TOLD_FIRST, ToldFirst
from coachtui.session.editor.base import EditorBase, brief
from coachtui.session.models import Detour, Person, Setting, Stance, Working
from coachtui.session.spot import Spot
from coachtui.session.things import Limit
from coachtui.text import clean, too_long


class Standing(EditorBase):
    """Spot, drafts, time, people, beginning and end."""

    def enter(self, spot: Spot) -> None:
        """Go to a spot. It counts as visited from now on. UserError where the conversation has no such step."""
        self._any_step(spot)
        if self.working.spot != spot or spot.key not in self.working.elapsed:
            self._set(_of_use(self.working.at(spot)))

    def draft(self, spot: Spot, text: str) -> None:
        """Keep the line being typed at a spot; empty text takes the draft away."""
        text = clean(text)
        drafts = self.working.drafts
        if self.read_only is not None or drafts.get(spot.key, "") == text:
            return
        if too_long(text):
            raise UserError(str(too_long(text)))
        others = {key: one for key, one in drafts.items() if key != spot.key}
        changed = replace(self.working, drafts={**others, spot.key: text} if text else others)
        self._set(_of_use(changed))

    def stand(self, spot: Spot, parts: Mapping[str, str]) -> None:
        """Remember where inside a spot the entry line stands; nothing in `parts` where that need not be remembered."""
        known = self.working.places
        if self.read_only is not None or known.get(spot.key, {}) == parts:
            return
        others = {key: one for key, one in known.items() if key != spot.key}
        changed = replace(self.working, places={**others, spot.key: parts} if parts else others)
        self._set(_of_use(changed))

    def spend(self, spot: Spot, seconds: int) -> None:
        """Add time to a spot, in whole seconds of a clock that only runs forward."""
        if seconds > 0:
            spent = self.working.elapsed.get(spot.key, 0) + seconds
            self._set(replace(self.working, elapsed={**self.working.elapsed, spot.key: spent}))

    def set_out(self, detour: Detour) -> None:
        """Remember an offer that was taken or declined."""
        self._set(replace(self.working, detours=(*self.working.detours, detour)))

    def come_back(self, detour: Detour) -> None:
        """The way back of a detour was gone: it is not open any more."""
        closed = replace(detour, back=False)
        detours = tuple(closed if one == detour else one for one in self.working.detours)
        self._set(replace(self.working, detours=detours))

    # -- people and the session as a whole

    def add_person(self, person: Person) -> None:
        """Someone joins. The id comes from the home's people list."""
        if self.session.person(person.id) is not None:
            raise UserError("That person takes part already.")
        new = person.model_copy(update={"name": self._line(person.name), "role": self._line(person.role)})
        self._whole({"people": (*self.session.people, new)}, brief(new.name))

    def rename_person(self, person: str, name: str) -> None:
        """Correct a name or code."""
        words = self._line(name)
        if self.session.person(person) is None:
            raise UserError("Nobody with that id takes part.")
        people = tuple(
            one.model_copy(update={"name": words}) if one.id == person else one for one in self.session.people
        )
        self._whole({"people": people}, brief(words))

    def set_stance(self, stance: Stance) -> None:
        """Say whether it stayed coaching, or became mentoring or telling."""
        self._whole({"stance": stance}, stance)

    def set_setting(self, setting: Setting) -> None:
        """Say whether people meet in person or remotely."""
        self._whole({"setting": setting}, setting)

    def start(self) -> None:
        """The conversation begins, now. Starting twice changes nothing. Not undone by undo."""
        if self.session.started is None:
            started = self.session.model_copy(update={"started": self._clock()})
            self._set(replace(self.working, session=started))

    def end(self) -> None:
        """The conversation is closed. It can be opened again."""
        if self.session.ended is None and self.read_only is None:
            self._set(replace(self.working, session=self.session.model_copy(update={"ended": self._clock()})))

    def reopen(self) -> None:
        """Go on with a conversation that was closed."""
        if self.session.ended is not None and self.read_only is None:
            self._set(replace(self.working, session=self.session.model_copy(update={"ended": None})))

    def reach_limit(self, spot: Spot, told: str, told_first: ToldFirst) -> str:
        """A limit was reached at this spot: keep who will be told and whether the person was told first, now.

        No edit: undo leaves it, and nothing takes it away. There is nowhere to say what it was about. Returns its id.

        Raises:
            UserError: there is no such spot, the words are none, too many or of several lines, or nothing can be written.
        """
        if self.read_only is not None:
            raise UserError(self.read_only)
        self._any_step(spot)
        if told_first not in TOLD_FIRST:
            raise UserError(f"Was the person told first? It is one of: {', '.join(TOLD_FIRST)}.")
        if "\n" in clean(told).strip() or len(words := self._line(told)) > LONGEST:
            raise UserError(
                f"Who will be told is one line of at most {LONGEST} characters: a name, a role, a number. "
                "What was said is recorded on the school's own system."
            )
        coach = self.session.coach
        made = Limit(
            id=self._mint(),
            at=self._clock(),
            by=coach.id if coach else None,
            spot=spot.key,
            told=words,
            told_first=told_first,
        )
        session = self.session.model_copy(update={"limits": (*self.session.limits, made)})
        self._set(replace(self._working, session=session))
        return made.id

    def _whole(self, changes: dict[str, object], what: str) -> None:
        self._edit(self.session.model_copy(update=changes), self.working.spot, what)


def _of_use(working: Working) -> Working:
    """With the places somebody may come back to: of the present spot, and of those where a line is half typed."""
    wanted, known = {working.spot.key, *working.drafts}, working.places
    if wanted.issuperset(known):
        return working
    return replace(working, places={key: one for key, one in known.items() if key in wanted})
