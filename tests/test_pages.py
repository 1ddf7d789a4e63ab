"""The documents: what is said to be one page is short enough for one, and every link leads somewhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

#: Words that fit on one page of A4, headings and tables included, in letters that can be read.
ONE_PAGE = 640
PAGES = [*sorted((ROOT / "docs/readers").glob("for-*.md")), *sorted((ROOT / "docs/coaches").glob("*copy*.md"))]
LINKED = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_one_page_is_one_page(page: Path) -> None:
    assert len(page.read_text(encoding="utf-8").split()) <= ONE_PAGE


@pytest.mark.parametrize("page", LINKED, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    for link in links:
        if not re.match(r"https?:|mailto:", link):
            path, _, part = link.partition("#")
            there = page.parent / path if path else page
            assert there.exists(), link
            if part:
                assert part in _headings(there), link


def _headings(page: Path) -> set[str]:
    """The names of the headings of a page, as links name them."""
    found = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one.lower()).strip().replace(" ", "-") for one in found}
