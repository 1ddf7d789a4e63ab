"""What the preview shows, what a file holds and what was shared are the same, for conversations nobody thought of."""

import re
from random import Random

from hypothesis import given, settings
from tests.report.handed.hostile import words
from tests.report.handed.test_injection import READER, body_of, inline_text, is_leaf, texts_of
from tests.sharing.test_non_interference import LEVELS, OPEN, PHASES, SEEDS, for_audience, held
from tests.strategies.given import soaked

from coachtui.report.handed import written
from coachtui.report.handed.document import document, in_lines
from coachtui.report.handed.elements import Table
from coachtui.report.handed.preview import preview_lines
from coachtui.session.models import Working
from coachtui.sharing import Shared, questions, share

#: What stands between texts on a page of a terminal: rules, signs of lists, numbers of entries.
BETWEEN = re.compile(r"[-=.0-9]*")


@settings(max_examples=soaked(60), phases=PHASES)
@given(OPEN, SEEDS)
def test_preview_and_files_hold_the_same(working: Working, seed: int) -> None:
    random = Random(seed)
    for levels in (LEVELS[1], random.choice(LEVELS)):
        session = for_audience(held(working, seed, 60), levels)
        asked = {one.key: random.random() < 0.5 for one in questions(session, "the reader")}
        shared = share(session, "the reader", asked)
        assert in_markdown(shared) == [slashed(one) for one in texts_of(in_lines(shared))]
        assert in_html(shared) == texts_of(document(shared))
        assert_on_page(shared)


def slashed(text: str) -> str:
    return text.replace("/", "")


def in_markdown(shared: Shared) -> list[str]:
    """Every text of the Markdown file, as another program reads it. In tables a slash stands for the end of a line."""
    tokens = READER.parse(written(shared, ".md").decode())
    return [slashed(words(inline_text(one))) for one in tokens if one.type == "inline"]


def in_html(shared: Shared) -> list[str]:
    """Every text of the HTML file, as another program reads it."""
    body = body_of(written(shared, ".html"))
    return [words("".join(one.itertext())) for one in body.iter() if is_leaf(one)]


def assert_on_page(shared: Shared) -> None:
    """Every text stands in the preview, in the same order, and nothing else does."""
    page, at = words("".join(preview_lines(shared, 96))), 0
    for one in in_lines(shared):
        # A table that is too wide for the page is told line by line, each cell with the name of its column.
        texts = [words(cell) for row in one.rows for cell in row] if isinstance(one, Table) else texts_of((one,))
        for text in texts:
            found = page.find(text, at)
            assert found >= 0, text
            assert isinstance(one, Table) or BETWEEN.fullmatch(page[at:found]), page[at:found]
            at = found + len(text)
    assert BETWEEN.fullmatch(page[at:])
