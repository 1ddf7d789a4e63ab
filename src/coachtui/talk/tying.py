"""Ties: what a line of numbers and letters ties together, and how one is taken back. The editor does the writing.

The first list has numbers and the second letters, so that each begins where a list begins and a pair means one thing only,
whichever comes first. Numbers alone are read as people count: from 1 in each list, the first list first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coachtui.errors import UserError
from coachtui.framework.steps import LinkStep
from coachtui.session.records import LinkRecord
from coachtui.session.things import Tie
from coachtui.talk.bodies import body
from coachtui.talk.holder import Holder
from coachtui.talk.taking import as_remark, take
from coachtui.talk.tying_words import pair_in
from coachtui.talk.view import Entry, Group, LinkBody, Reply

#: Words and signs that join the two ends of a tie.
_JOINS = re.compile(r"\b(?:and|with|to)\b|[&+=/<>\u2013\u2014\u2192-]+", re.IGNORECASE)
_TOKEN = re.compile(r"\d+|[a-z]+|[,;\n]|[^\s\w,;]|\w", re.IGNORECASE)
#: What was said for a tie, behind it: `1 A because ...`, `1 A: ...`.
_REASON = re.compile(r"^(.+?)(?::\s+|[\s,]+(?=(?:because|since|as)\s))(\S.*)$", re.IGNORECASE | re.DOTALL)
_SPLITS = (",", ";", "\n")


@dataclass(frozen=True, slots=True)
class _Lists:
    """The two lists as they are on show."""

    left: Group
    right: Group

    @property
    def example(self) -> str:
        """A pair as it is typed."""
        left, right = self.left.entries, self.right.entries
        return f"{left[0].label} {right[0].label}" if left and right else "1 A"

    def lettered(self, word: str) -> bool:
        """Whether it could be a letter of the second list: as long as these are."""
        return word.isalpha() and len(word) <= max((len(one.letter) for one in self.right.entries), default=1)

    def told_in(self, text: str) -> tuple[str, str] | None:
        """The pair that a sentence names, and the words beside it; None where it names none, or lists share a thing."""
        left, right = self.left.entries, self.right.entries
        if [one.number for one in left] != list(range(1, len(left) + 1)) or not all(one.letter for one in right):
            return None
        return pair_in(text, [one.text for one in left], {one.letter for one in right})

    def first(self, number: int) -> Entry | None:
        """What has this number in the first list."""
        return next((one for one in self.left.entries if one.number == number), None)

    def second(self, token: str) -> Entry | None:
        """What is meant in the second list: by its letter, by the number it has in the first, or counted from 1."""
        entries = self.right.entries
        named = next((one for one in entries if one.label == token.upper()), None)
        if named is not None or not token.isdecimal():
            return named
        return entries[int(token) - 1] if 0 < int(token) <= len(entries) and entries[0].letter else None


@take.register
def _link(step: LinkStep, talk: Holder, text: str) -> Reply:
    shown = _on_show(talk, step)
    line, reason = _reason(text, shown, step)
    tokens = _tokens(line, shown, step)
    told = shown.told_in(text) if tokens is None else None
    if told is not None:
        tokens, reason = _tokens(told[0], shown, step), told[1]
    if tokens is None:
        return as_remark(talk, text, f"To tie two things: {shown.example}, one from each list.")
    pairs = _pairs(tokens, shown)
    before = _standing(talk)
    for a, b in pairs:
        talk.newest = talk.editor.tie(talk.spot, a.id, b.id, reason)
    if all((a.id, b.id) in before for a, b in pairs):
        return Reply(said=(f"Tied already. /unlink {_said(pairs[:1])} takes it back.",))
    # Numbers were counted in each list; what they were taken to mean is said with the signs that stand there.
    counted = not any(one.isalpha() for one in tokens) and any(b.letter for _, b in pairs)
    return Reply(said=(f"Tied: {_said(pairs)}.",) if counted or told is not None else ())


def unlink(talk: Holder, argument: str) -> Reply:
    """Take a tie back, by the two things it ties, or by the number a click on it says."""
    step = talk.session.framework.step(talk.spot.step)
    if not isinstance(step, LinkStep):
        raise UserError("Nothing is tied here.")
    shown = _on_show(talk, step)
    if not argument.strip():
        raise UserError(f"Which tie? Say the two things it ties: /unlink {shown.example}.")
    for tie in _meant(talk, step, shown, argument):
        talk.editor.untie(tie)
    return Reply()


def _meant(talk: Holder, step: LinkStep, shown: _Lists, argument: str) -> list[str]:
    """The ids of the ties that are to be taken back."""
    standing, bare = _standing(talk), argument.strip()
    if bare.isdecimal() and talk.numbers.get(int(bare)) in standing.values():
        return [talk.numbers[int(bare)]]
    tokens = _tokens(argument, shown, step)
    pairs = _pairs(tokens, shown) if tokens is not None else ()
    if not pairs or any((a.id, b.id) not in standing for a, b in pairs):
        raise UserError(f"Those two are not tied. Say the two things a tie ties: /unlink {shown.example}.")
    return [standing[a.id, b.id] for a, b in pairs]


def _on_show(talk: Holder, step: LinkStep) -> _Lists:
    drawn = body(step, talk.moment())
    assert isinstance(drawn, LinkBody)  # noqa: S101 - the table of bodies says so; this tells the type checker
    return _Lists(drawn.left, drawn.right)


def _standing(talk: Holder) -> dict[tuple[str, str], str]:
    """The ids of the ties that stand here, by what they tie."""
    record = talk.session.record(talk.spot)
    ties: tuple[Tie, ...] = record.ties if isinstance(record, LinkRecord) else ()
    return {(one.a, one.b): one.id for one in ties if one.gone is None}


def _reason(text: str, shown: _Lists, step: LinkStep) -> tuple[str, str]:
    """The ties of a line, and what was said for them."""
    found = _REASON.match(text)
    if found is None or _tokens(found[1], shown, step) is None:
        return text, ""
    return found[1], found[2].strip()


def _tokens(line: str, shown: _Lists, step: LinkStep) -> list[str] | None:
    """The numbers, letters and commas of a line that holds nothing else but what joins them; None for other words."""
    bare = line.strip().rstrip(".")
    if step.tie:
        bare = re.sub(rf"(?<!\w){re.escape(step.tie)}(?!\w)", " ", bare, flags=re.IGNORECASE)
    tokens = [str(one) for one in _TOKEN.findall(_JOINS.sub(" ", bare))]
    named = [one for one in tokens if one not in _SPLITS]
    plain = all((one.isdecimal() and one.isascii() and len(one) <= 4) or shown.lettered(one) for one in named)
    return tokens if plain and any(one.isdecimal() for one in named) else None


def _pairs(tokens: Sequence[str], shown: _Lists) -> tuple[tuple[Entry, Entry], ...]:
    """What the tokens tie: group by group where each is whole, else all of them in one. UserError where nothing fits."""
    for side in (shown.left, shown.right):
        if not side.entries:
            raise UserError(f"There is nothing in {side.name} that could be tied yet.")
    groups = _groups(tokens)
    whole = [one for group in groups for one in group]
    found = [_grouped(one) for one in groups]
    ends = [pair for some in found for pair in some or ()] if all(found) else _grouped(whole)
    if not ends:
        raise UserError(f"A tie needs two things, one from each list: {shown.example}.")
    return tuple(dict.fromkeys(_resolved(one, shown) for one in ends))


def _groups(tokens: Sequence[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for one in tokens:
        if one not in _SPLITS:
            found[-1].append(one)
        elif found[-1]:
            found.append([])
    return [one for one in found if one]


def _grouped(names: Sequence[str]) -> list[tuple[str, str]]:
    """The pairs of a group: two by two where all are numbers, else each with each of the other kind beside it."""
    if not any(one.isalpha() for one in names):
        pairs = list(zip(names[::2], names[1::2], strict=False))
        return pairs if len(names) % 2 == 0 else []
    runs = list(_runs(names))
    if len(runs) % 2:
        return []
    return [_number_first(x, y) for a, b in zip(runs[::2], runs[1::2], strict=True) for x in a for y in b]


def _runs(names: Sequence[str]) -> Iterator[list[str]]:
    """Numbers and letters as they come, those of a kind together."""
    run: list[str] = []
    for one in names:
        if run and run[0].isalpha() != one.isalpha():
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _number_first(x: str, y: str) -> tuple[str, str]:
    return (y, x) if x.isalpha() else (x, y)


def _resolved(ends: tuple[str, str], shown: _Lists) -> tuple[Entry, Entry]:
    """The two things; UserError names the one that is not there."""
    a, b = shown.first(int(ends[0])), shown.second(ends[1])
    if (a is None or b is None) and ends[1].isdecimal():
        other = shown.first(int(ends[1])), shown.second(ends[0])
        a, b = other if None not in other else (a, b)  # the other way round is the only way in which they fit
    if a is None:
        raise UserError(_missing(ends[0], shown.left))
    if b is None:
        raise UserError(_missing(ends[1].upper(), shown.right))
    return a, b


def _missing(name: str, side: Group) -> str:
    first, last = side.entries[0].label, side.entries[-1].label
    has = f"{first} to {last}" if first != last else f"only {first}"
    return f"There is no {name} in {side.name}: it has {has}."


def _said(pairs: Sequence[tuple[Entry, Entry]]) -> str:
    return ", ".join(f"{a.label} {b.label}" for a, b in pairs)
