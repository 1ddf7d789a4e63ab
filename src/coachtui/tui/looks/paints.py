"""The one table of colours: what every look of `widgets.look` is painted with, in each of the four themes. Pure values.

Checked by tests/tui/looks: every text can be read on its background (WCAG 2.2: 4.5 to 1, in `contrast` 7 to 1), on
terminals of 256 and 16 colours as well; the families can be told apart by people who see colours otherwise. Neither
where one stands, nor what was picked, nor a warning relies on its colour: each has a sign or a weight besides.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

Name = Literal["dark", "light", "contrast", "plain"]
#: The themes, in the order in which one key goes through them.
NAMES: Final[tuple[Name, ...]] = get_args(Name)

#: Attributes of the terminal, as Textual spells them.
Weight = Literal["none", "bold", "reverse", "bold reverse", "underline", "bold underline"]


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour as `#rrggbb`, its number among the sixteen of an old terminal, and a weight."""

    colour: str
    sixteen: int
    weight: Weight = "none"


#: The background of each theme.
PAPER: Final[Mapping[Name, Paint]] = {
    "dark": Paint("#15181d", 0),
    "light": Paint("#fbfaf7", 15),
    "contrast": Paint("#000000", 0),
    "plain": Paint("#000000", 0),
}

#: What people said, and everything else that has no look of its own.
INK: Final[Mapping[Name, Paint]] = {
    "dark": Paint("#d9d7d2", 15),
    "light": Paint("#23262b", 0),
    "contrast": Paint("#ffffff", 15),
    "plain": Paint("#ffffff", 15),
}


def _row(
    dark: tuple[str, int],
    light: tuple[str, int],
    contrast: tuple[str, int],
    weight: Weight = "none",
    plain: Weight = "none",
) -> Mapping[Name, Paint]:
    """One look in the four themes: colours of three, the weight that goes with them, and what `plain` has instead."""
    return {
        "dark": Paint(*dark, weight),
        "light": Paint(*light, weight),
        "contrast": Paint(*contrast, weight),
        "plain": Paint("#ffffff", 15, plain),
    }


#: Every look in every theme. Plain terminals show weights only; there nothing is dim, which many draw unreadably.
PAINTS: Final[Mapping[str, Mapping[Name, Paint]]] = {
    "quiet": _row(("#98a0aa", 7), ("#5d646e", 0), ("#d0d0d0", 7)),
    "strong": _row(("#f6f3ec", 15), ("#0d0f13", 0), ("#ffffff", 15), "bold", "bold"),
    "question": _row(("#fffdf7", 15), ("#000000", 0), ("#ffffff", 15), "bold", "bold"),
    "here": _row(("#8cc4ff", 14), ("#0a529c", 4), ("#5cf2ff", 14), "bold", "bold"),
    "picked": _row(("#8cc4ff", 14), ("#0a529c", 4), ("#5cf2ff", 14), "bold", "bold reverse"),
    "warn": _row(("#ffb45c", 11), ("#9c3f00", 1), ("#ffe14d", 11), "bold", "bold reverse"),
    "good": _row(("#9bcfa6", 10), ("#22653a", 0), ("#7dff9b", 10)),
    "key": _row(("#98a0aa", 7), ("#5d646e", 0), ("#d0d0d0", 7)),
    "edge": _row(("#6b737e", 7), ("#878d96", 0), ("#c8c8c8", 7)),
    "behind": _row(("#d9d7d2", 15), ("#23262b", 0), ("#ffffff", 15), plain="bold"),
    # The families: ten colours found by search, as far apart as can be for all four ways of seeing at these contrasts.
    "think": _row(("#10b4c9", 14), ("#1454a6", 4), ("#6bbbf0", 14), "bold"),
    "problem": _row(("#eb7ca2", 9), ("#952846", 1), ("#f284b8", 15), "bold"),
    "perspective": _row(("#c5baff", 13), ("#6c60bd", 4), ("#d7d0fd", 15), "bold"),
    "plan": _row(("#5785e0", 14), ("#032f83", 4), ("#aa82ff", 14), "bold"),
    "change": _row(("#cc6f12", 9), ("#673d14", 1), ("#ff7b1c", 11), "bold"),
    "success": _row(("#59e0a2", 10), ("#616a1b", 0), ("#1aee93", 10), "bold"),
    "time": _row(("#ffdf5f", 11), ("#8e605c", 1), ("#edff1f", 11), "bold"),
    "stock": _row(("#7e9067", 10), ("#5c4a6d", 0), ("#63aa6d", 10), "bold"),
    "agree": _row(("#98f0ff", 15), ("#46225d", 0), ("#b5ffd8", 15), "bold"),
    "learn": _row(("#c5ae30", 11), ("#6c0324", 1), ("#ffc21f", 11), "bold"),
}
