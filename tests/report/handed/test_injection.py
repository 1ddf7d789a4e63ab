"""Hostile texts, read back by independent readers of each format: the same text, and no extra node, link or event."""

import json
from typing import Any

import html5lib
import pytest
import vobject
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.report.handed.hostile import TEXTS, sheet, words

from coachtui.report.handed import written
from coachtui.report.handed.document import document, in_lines
from coachtui.report.handed.elements import Board, Element, Heading, Item, Items, Paragraph, Table

READER = MarkdownIt("gfm-like")
XHTML = "{http://www.w3.org/1999/xhtml}"


def texts_of(elements: tuple[Element, ...]) -> list[str]:
    """Every text of a sheet, in the order in which it is read."""
    return [words(text) for one in elements for text in _texts(one)]


def _texts(one: Element) -> list[str]:
    match one:
        case Heading():
            return [one.text]
        case Paragraph():
            return [f"{one.text}({one.mark})" if one.mark else one.text]
        case Items():
            return [_entry(item) for item in one.items]
        case Table():
            return [cell for row in (one.head, *one.rows) for cell in row]
        case Board():
            return _on_board(one)


def _entry(item: Item) -> str:
    return "".join([item.text, f"({item.mark})" if item.mark else "", *item.below])


def _on_board(one: Board) -> list[str]:
    """As a page shows it: a table with an empty cell where nothing stands, or places that are left out then."""
    table = one.has_rows and one.has_columns and not one.apart
    found = ["", *one.column_names] if table else []
    for row, across in zip(one.row_names, one.cells, strict=True):
        found += [row] if one.has_rows else []
        for column, items in zip(one.column_names, across, strict=True):
            found += [column] if items and one.has_columns and not table else []
            found += [_entry(item) for item in items] or ([""] if table else [])
    return found


def shape(text: str) -> list[tuple[Any, ...]]:
    """What a sheet is built of, whatever is written in it."""
    return [_built(one) for one in document(sheet(text))]


def _built(one: Element) -> tuple[Any, ...]:
    match one:
        case Heading():
            return ("heading", one.level)
        case Paragraph():
            return ("paragraph",)
        case Items():
            return ("list", one.numbered, len(one.items))
        case Table():
            return ("table", len(one.head), len(one.rows))
        case Board():
            return ("board", one.apart, [[len(items) for items in row] for row in one.cells])


# -- Markdown


def inline_text(token: Token) -> str:
    return "".join("\n" if one.type in {"hardbreak", "softbreak"} else one.content for one in token.children or ())


@pytest.mark.parametrize("text", TEXTS)
def test_markdown_reads_back_the_same_text_and_nothing_more(text: str) -> None:
    tokens = READER.parse(written(sheet(text), ".md").decode())
    assert {one.type for one in tokens} <= MARKDOWN_TOKENS
    inner = {child.type for one in tokens for child in one.children or ()}
    assert inner <= {"text", "hardbreak", "softbreak", "em_open", "em_close", "text_special"}, inner
    read = [words(inline_text(one)) for one in tokens if one.type == "inline"]
    wanted = texts_of(in_lines(sheet(text)))
    slash = [words(one.replace("\n", " / ")) for one in wanted]
    assert len(read) == len(wanted)
    for got, one, other in zip(read, wanted, slash, strict=True):
        assert got.replace("/", "") in (one.replace("/", ""), other.replace("/", ""))


MARKDOWN_TOKENS = {
    "inline",
    *("heading_open", "heading_close", "paragraph_open", "paragraph_close"),
    *("bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"),
    *("list_item_open", "list_item_close"),
    *("table_open", "table_close", "thead_open", "thead_close", "tbody_open", "tbody_close"),
    *("tr_open", "tr_close", "th_open", "th_close", "td_open", "td_close"),
}


# -- HTML


def body_of(page: bytes) -> Any:
    tree = html5lib.parse(page.decode(), treebuilder="etree")
    return tree.find(f"{XHTML}body")


@pytest.mark.parametrize("text", TEXTS)
def test_html_reads_back_the_same_text_and_nothing_more(text: str) -> None:
    page = written(sheet(text), ".html")
    body = body_of(page)
    assert tags(body) == tags(body_of(written(sheet("plain"), ".html")))
    read = [words("".join(one.itertext())) for one in body.iter() if is_leaf(one)]
    assert read == texts_of(document(sheet(text)))
    allowed = {"class", "dir", "style", "scope", "data-name"}
    assert {name for one in body.iter() for name in one.attrib} <= allowed


@pytest.mark.parametrize("text", TEXTS)
def test_html_fetches_nothing_and_runs_nothing(text: str) -> None:
    tree = html5lib.parse(written(sheet(text), ".html").decode(), treebuilder="etree")
    found = {str(one.tag).removeprefix(XHTML) for one in tree.iter()}
    assert not found & {"script", "link", "img", "iframe", "object", "embed", "base", "form", "a", "svg", "video"}


LEAVES = {"h1", "h2", "h3", "h4", "h5", "p", "li", "th", "td"}


def is_leaf(one: Any) -> bool:
    """Whether an element holds a text of its own: a cell with a list in it does not."""
    name = one.tag.removeprefix(XHTML)
    return name in LEAVES and not (name == "td" and one.find(f"{XHTML}ul") is not None)


def tags(body: Any) -> list[str]:
    """The elements of a page in order; the line breaks of a text are its own."""
    return [one.tag for one in body.iter() if one.tag != f"{XHTML}br"]


# -- JSON and calendar


@pytest.mark.parametrize("text", TEXTS)
def test_json_reads_back_the_same_text(text: str) -> None:
    found = json.loads(written(sheet(text), ".json"))
    assert found["title"] == text
    assert found["stages"][0]["parts"][0]["blocks"][0]["passages"][0]["text"] == text


@pytest.mark.parametrize("text", TEXTS)
def test_a_calendar_reads_back_the_same_text_and_no_other_event(text: str) -> None:
    calendar = vobject.readOne(written(sheet(text), ".ics").decode())
    events = calendar.contents["vevent"]
    assert len(events) == 2
    assert events[1].summary.value == text
    assert events[1].description.value == f"who: {text}"
    assert {name for event in events for name in event.contents} <= EVENT_FIELDS
    assert all(len(line) <= 75 for line in written(sheet(text), ".ics").split(b"\r\n"))


EVENT_FIELDS = {"uid", "dtstamp", "dtstart", "dtend", "summary", "description", "class", "transp"}


def test_every_sheet_is_the_same_bytes_each_time() -> None:
    for text in TEXTS:
        for ending in (".md", ".html", ".json", ".ics"):
            assert written(sheet(text), ending) == written(sheet(text), ending)


def test_the_shape_hangs_on_what_there_is_and_not_on_the_words() -> None:
    for text in TEXTS:
        assert shape(text) == shape("plain")
