"""The report that a limit was reached: a page of its own, from a `LimitReport` and from nothing else. Touches no disk."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from coachtui.errors import UserError
from coachtui.report.handed.elements import Element, Heading, Item, Items, Paragraph
from coachtui.report.handed.html import html_page
from coachtui.report.handed.markdown import markdown_of
from coachtui.report.handed.preview import element_lines
from coachtui.report.page import day
from coachtui.sharing import LimitReport, Reached

TITLE: Final = "A limit was reached"
CLOSING: Final = (
    "This says that a limit was reached in a coaching conversation, and nothing of what was said. That belongs on the "
    "school's own system."
)
#: What is in the report, for whoever is asked whether it is to be written.
CONTENTS: Final = "that a limit was reached, when, who will be told, whether the person was told first, and the names of coach and coachee"
#: The version of the JSON form; it has nothing to do with that of session files.
FORM: Final = 1


def limit_document(report: LimitReport) -> tuple[Element, ...]:
    """The report as elements, from top to bottom."""
    return (
        Heading(1, TITLE),
        Paragraph(f"Coach: {report.coach}"),
        Paragraph(f"Coachee: {report.coachee}"),
        Items(tuple(Item(moment(one), below=tuple(facts(one))) for one in report.reached)),
        Paragraph(CLOSING, quiet=True),
    )


def moment(one: Reached) -> str:
    """When it was: Saturday 21 November 2026, 16:22."""
    return f"{day(one.when)}, {one.when:%H:%M}"


def facts(one: Reached) -> Iterator[str]:
    """Who will be told, and whether the person was told first."""
    yield f"Will be told: {one.told}"
    yield f"The person was told first: {one.told_first}"


def limit_lines(report: LimitReport, width: int = 80) -> list[str]:
    """The report on one page of a terminal: what would be written."""
    return element_lines(limit_document(report), width)


def _html(report: LimitReport) -> bytes:
    *page, closing = limit_document(report)
    return html_page(TITLE, tuple(page), (closing,))


def _markdown(report: LimitReport) -> bytes:
    return markdown_of(limit_document(report))


def _json(report: LimitReport) -> bytes:
    told = [
        {"when": one.when.isoformat(timespec="minutes"), "will_be_told": one.told, "told_first": one.told_first}
        for one in report.reached
    ]
    whole = {"limit_report": FORM, "coach": report.coach, "coachee": report.coachee, "reached": told}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


#: From the ending of a file to what writes it.
LIMIT_WRITERS: Final[Mapping[str, Callable[[LimitReport], bytes]]] = {".md": _markdown, ".html": _html, ".json": _json}


def limit_written(report: LimitReport, ending: str) -> bytes:
    """The report as a file with this ending. UserError where there is no such format."""
    writer = LIMIT_WRITERS.get(ending.lower())
    if writer is None:
        raise UserError(
            f"A file that ends in {ending[:12] or 'nothing'} cannot be made of this.",
            f"Use one of {', '.join(LIMIT_WRITERS)}.",
        )
    return writer(report)
