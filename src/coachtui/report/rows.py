"""Rows of a page to read on a screen: a line, what it tells of, and where that was said. Pure values; touches nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from coachtui.report.page import Run, runs_of, things_of
from coachtui.session.spot import Spot

#: What a row is on its page: a heading of the page, the line under it, the title of a spot, or what was said.
Part = Literal["", "heading", "rule", "title"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a page.

    Attributes:
        text: the line.
        things: the ids of the things whose words stand in it, the innermost first.
        spot: where it was said; None for what belongs to no spot.
        part: what it is on the page.
        session: the id of the session it tells of, where that is another than the page's own.
        runs: which part of it is what, in a picture.
    """

    text: str
    things: tuple[str, ...] = ()
    spot: Spot | None = None
    part: Part = ""
    session: str = ""
    runs: tuple[Run, ...] = ()


def plain_rows(lines: Iterable[str], *, heads: int = 0) -> list[Row]:
    """Lines as rows; the first `heads` of them are a heading, with the rule under it as the last."""
    parts: dict[int, Part] = {**dict.fromkeys(range(heads - 1), "heading"), heads - 1: "rule"}
    return [Row(line, things_of(line), part=parts.get(at, "")) for at, line in enumerate(lines)]


def under(title: Iterable[str], lines: Iterable[str], spot: Spot) -> list[Row]:
    """What a spot captured, under its title."""
    return [
        *(Row(line, spot=spot, part="title") for line in title),
        *(Row(line, things_of(line), spot, runs=runs_of(line)) for line in lines),
    ]


def apart(*blocks: list[Row]) -> list[Row]:
    """Blocks with one empty row between them; empty blocks leave none."""
    found: list[Row] = []
    for block in blocks:
        if block:
            found.extend([Row(""), *block] if found else block)
    return found
