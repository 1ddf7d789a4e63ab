"""The arithmetic of colours: how well one is read on another, and how different two are to whom. Pure; touches nothing.

Contrast is that of WCAG 2.2 (relative luminance). Colour blindness is simulated with the matrices of Machado, Oliveira
and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on
Visualization and Computer Graphics 15(6), 2009, at severity 1.0, on linear light. The difference of two colours is
their distance in Oklab (Ottosson, 2020), where 0.02 is about what can just be seen.
"""

from collections.abc import Mapping
from typing import Final

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

#: What each way of seeing makes of linear red, green and blue.
SEEN_BY: Final[Mapping[str, Matrix]] = {
    "most people": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

_TO_CONES: Final[Matrix] = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_OKLAB: Final[Matrix] = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def linear(colour: str) -> Triple:
    """The linear light of a colour written `#rrggbb`."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _straight(red), _straight(green), _straight(blue)


def _straight(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _times(matrix: Matrix, given: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, given, strict=True)) for row in matrix)
    return first, second, third


def contrast(colour: str, background: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    brightness = sorted(_luminance(linear(one)) for one in (colour, background))
    return (brightness[1] + 0.05) / (brightness[0] + 0.05)


def _luminance(light: Triple) -> float:
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def difference(one: str, other: str, seen_by: str = "most people") -> float:
    """How far two colours are apart, for somebody who sees in this way."""
    first, second = (_oklab(_times(SEEN_BY[seen_by], linear(colour))) for colour in (one, other))
    return float(sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5)


def _oklab(light: Triple) -> Triple:
    red, green, blue = (min(1.0, max(0.0, part)) for part in light)
    long, middle, short = (part ** (1 / 3) for part in _times(_TO_CONES, (red, green, blue)))
    return _times(_TO_OKLAB, (long, middle, short))
