"""The table of colours, computed: everything can be read, families can be told apart, nothing relies on colour alone."""

from itertools import combinations
from typing import get_args

import pytest
from rich.color import Color, ColorSystem
from rich.terminal_theme import TerminalTheme
from tests.support.colours import SEEN_BY, contrast, difference

from coachtui.framework.models import Family
from coachtui.layouts import ASCII, USUAL
from coachtui.tui.looks.families import MARKS, mark
from coachtui.tui.looks.paints import INK, NAMES, PAINTS, PAPER, Name
from coachtui.tui.widgets.look import FAMILIES, LOOKS

COLOURED = tuple(name for name in NAMES if name != "plain")
#: WCAG 2.2: 1.4.3 for text, 1.4.6 for enhanced contrast. The lines of drawings are no text: 1.4.11 asks 3 of them.
LEAST = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
LINES = {"edge"}

#: The sixteen colours as xterm and as the Windows and Linux consoles draw them.
XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
VGA = "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"


def test_every_look_has_a_paint_in_every_theme() -> None:
    assert set(PAINTS) == set(LOOKS)
    assert all(set(themes) == set(NAMES) for themes in PAINTS.values())
    assert set(FAMILIES) <= set(LOOKS)


@pytest.mark.parametrize("look", ["", *LOOKS])
@pytest.mark.parametrize("name", COLOURED)
def test_every_look_can_be_read(name: Name, look: str) -> None:
    paint = PAINTS[look][name] if look else INK[name]
    least = 3.0 if look in LINES and name != "contrast" else LEAST[name]
    assert contrast(paint.colour, PAPER[name].colour) >= least


def test_known_contrasts() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("look", ["", *LOOKS])
@pytest.mark.parametrize("name", COLOURED)
def test_with_256_colours_every_look_can_still_be_read(name: Name, look: str) -> None:
    paint = PAINTS[look][name] if look else INK[name]
    ink, paper = (_nearest(colour) for colour in (paint.colour, PAPER[name].colour))
    assert contrast(ink, paper) >= (3.0 if look in LINES else LEAST[name])


def _nearest(colour: str) -> str:
    """What a terminal of 256 colours gets for it, as rich chooses it."""
    return Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex


@pytest.mark.parametrize("palette", [XTERM, VGA], ids=["xterm", "vga"])
@pytest.mark.parametrize("name", COLOURED)
def test_with_16_colours_every_look_can_still_be_read(name: Name, palette: str) -> None:
    shades = [f"#{shade}" for shade in palette.split()]
    for look, paint in {"": INK[name], **{look: themes[name] for look, themes in PAINTS.items()}}.items():
        assert contrast(shades[paint.sixteen], shades[PAPER[name].sixteen]) >= LEAST[name], look


@pytest.mark.parametrize("seen_by", SEEN_BY)
@pytest.mark.parametrize("name", COLOURED)
def test_families_can_be_told_apart_by_everybody(name: Name, seen_by: str) -> None:
    """0.02 can just be seen; three times that is plain to see at a glance."""
    for one, other in combinations(FAMILIES, 2):
        found = difference(PAINTS[one][name].colour, PAINTS[other][name].colour, seen_by)
        assert found >= 0.06, (one, other)


def test_the_simulation_is_right_about_what_is_known() -> None:
    assert difference("#ff0000", "#ff0000", "protanopia") == 0
    red_and_green = [difference("#b05030", "#707000", seen_by) for seen_by in ("most people", "deuteranopia")]
    assert red_and_green[1] < red_and_green[0] / 2


def test_every_family_has_a_mark_of_its_own() -> None:
    assert set(MARKS) == set(get_args(Family))
    assert len({mark(family, USUAL) for family in FAMILIES}) == len(FAMILIES)
    plain = [mark(family, ASCII) for family in FAMILIES]
    assert len(set(plain)) == len(FAMILIES)
    assert all(one.isascii() and len(one) == 1 for one in plain)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("look", ["here", "picked", "warn", "strong", "question"])
def test_what_matters_never_relies_on_colour_alone(name: Name, look: str) -> None:
    assert "bold" in PAINTS[look][name].weight


def test_rich_still_has_the_sixteen_in_the_order_we_count_them() -> None:
    theme = TerminalTheme((0, 0, 0), (255, 255, 255), [(n, n, n) for n in range(8)], [(n, n, n) for n in range(8, 16)])
    assert [Color.from_ansi(n).get_truecolor(theme)[0] for n in range(16)] == list(range(16))
