"""What was agreed for one audience: how far each kind of content goes. Pure; touches nothing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from coachtui.framework.steps import CONTENTS, Content, Level
from coachtui.session.clauses import usual_levels
from coachtui.session.models import Session
from coachtui.session.things import Thing

#: For whom an export can be made, whatever else an agreement names.
AUDIENCES = ("coachee", "line manager", "group", "SLT", "anyone")

#: From the narrowest to the widest.
_ORDER: tuple[Level, ...] = ("no", "ask", "yes")
_NAMED: Mapping[str, Level] = {one: one for one in _ORDER}

#: The keys under which the two facts that are no things of their own are asked about.
ATTENDANCE, FORMAT = "attendance", "format"


@dataclass(frozen=True, slots=True)
class Policy:
    """How far each kind of content goes to one audience, and what was answered where it says *ask first*.

    `answers` is by the key of what was asked (see `asking.Question`); what was not answered stays here.
    """

    audience: str
    levels: Mapping[Content, Level]
    answers: Mapping[str, bool] = field(default_factory=dict, hash=False)

    @property
    def listed(self) -> tuple[tuple[Content, Level], ...]:
        """The levels of all kinds of content, in a fixed order."""
        return tuple((one, self.levels.get(one, _ORDER[0])) for one in CONTENTS)

    @property
    def nothing(self) -> bool:
        """Whether nothing at all goes there, not even that people met."""
        return all(level == "no" for _, level in self.listed)

    def level(self, contents: Iterable[Content]) -> Level:
        """The narrowest level of several kinds of content."""
        levels: list[Level] = [self.levels.get(one, _ORDER[0]) for one in contents]
        return narrowest(*levels)

    def verdict(self, contents: Iterable[Content], thing: Thing) -> Level:
        """How far a thing may travel: what is private goes nowhere, what may be shared need not be asked for again."""
        if thing.gone is not None or thing.mark == "private":
            return "no"
        level = self.level(contents)
        return "yes" if level == "ask" and thing.mark == "shareable" else level

    def allows(self, contents: Iterable[Content], thing: Thing, part: str = "") -> bool:
        """Whether a thing, or a part of it such as what was said to it, is handed over."""
        level = self.verdict(contents, thing)
        return level == "yes" or (level == "ask" and self.answers.get(key_of(thing.id, part), False))

    def grants(self, content: Content, key: str) -> bool:
        """Whether a fact that is no thing of its own is handed over: that people met, the name of the format."""
        level = self.level([content])
        return level == "yes" or (level == "ask" and self.answers.get(key, False))


def narrowest(*levels: Level) -> Level:
    """The narrowest of some levels."""
    return min(levels, key=_ORDER.index)


class _Everything(Mapping[str, bool]):
    """Yes to whatever is asked."""

    def __getitem__(self, key: str) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def willing(agreed: Policy) -> Policy:
    """The same policy if everything that is asked were answered with yes."""
    return replace(agreed, answers=_Everything())


def key_of(thing: str, part: str = "") -> str:
    """What a question about a thing, or a part of it, is answered under."""
    return f"{thing}:{part}" if part else thing


def policy(session: Session, audience: str, answers: Mapping[str, bool] | None = None) -> Policy:
    """What these people agreed for an audience.

    Where nothing was agreed at all, the usual stands: the coachee has everything, a line manager the topic and, asked for,
    the actions, others nothing. An audience that an agreement does not name gets nothing from it; only the coachee, whose
    words these are, keeps what is usual.
    """
    wanted = " ".join(audience.split()).casefold()
    agreed = session.agreement.levels if session.agreement else {}
    named = next((levels for name, levels in agreed.items() if name.casefold() == wanted), None)
    if named is None and agreed and wanted != "coachee":
        named = {}
    levels = named if named is not None else usual_levels(wanted)
    return Policy(audience, {one: _level(levels.get(one)) for one in CONTENTS}, dict(answers or {}))


def _level(word: str | None) -> Level:
    """A level as a file says it; anything else is the narrowest."""
    return _NAMED.get(word or "", _ORDER[0])


def audiences(session: Session) -> tuple[str, ...]:
    """Everybody an export of this session can be made for: those the agreement names, and the usual ones."""
    agreed = tuple(session.agreement.levels) if session.agreement else ()
    known = {one.casefold() for one in agreed}
    return (*agreed, *(one for one in AUDIENCES if one.casefold() not in known))


def readers(session: Session) -> tuple[str, ...]:
    """Those of them that these people were told of: two people have no group, unless they agreed something for one."""
    return tuple(
        one
        for one in audiences(session)
        if session.is_group or one.casefold() != "group" or not policy(session, one).nothing
    )
