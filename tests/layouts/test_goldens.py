"""Each picture as a reviewer can read it, at three widths and in plain ASCII.

`COACHTUI_GOLDENS=write` writes them anew; the change is then read in the diff before it is kept.
"""

import os
from pathlib import Path

import pytest
from tests.layouts.examples import PICTURES, RATINGS

from coachtui.layouts import ASCII, USUAL, Signs, draw, draw_ratings, text_of

GOLDENS = Path(__file__).parent / "goldens"
WIDTHS = (80, 100, 160)


def drawn(name: str, width: int, signs: Signs) -> str:
    lines = draw(PICTURES[name], width, signs) if name in PICTURES else draw_ratings(RATINGS[name], width, signs)
    return "\n".join(text_of(line) for line in lines)


def page(name: str) -> str:
    parts = [f"== {width} columns\n\n{drawn(name, width, USUAL)}\n" for width in WIDTHS]
    parts += [f"== {width} columns\n\n{drawn(name, width, USUAL)}\n" for width in (48,)]
    return "\n".join([*parts, f"== 80 columns, plain ASCII\n\n{drawn(name, 80, ASCII)}\n"])


@pytest.mark.parametrize("name", [*PICTURES, *RATINGS])
def test_a_picture_looks_as_it_was_last_read(name: str) -> None:
    golden = GOLDENS / f"{name}.txt"
    now = page(name)
    if os.environ.get("COACHTUI_GOLDENS") == "write":
        golden.write_text(now, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == now


def test_every_golden_belongs_to_a_picture() -> None:
    assert {one.stem for one in GOLDENS.glob("*.txt")} == {*PICTURES, *RATINGS}
