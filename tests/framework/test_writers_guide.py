"""The guide for framework writers names every setting there is, and its limits are the real ones."""

import re
from pathlib import Path

import pytest

from coachtui.framework.base import MAX_NAMES, Facet, Model, Source
from coachtui.framework.canvases import MOST_CELLS
from coachtui.framework.models import MAX_STEPS, Board, Framework, Round
from coachtui.framework.source import MAX_BYTES
from coachtui.framework.steps import STEP_OF, Check, Option
from coachtui.framework.troubles import MAX_DEPTH, MAX_PARTS
from coachtui.framework.wording import keys_of

GUIDE = (Path(__file__).parents[2] / "docs" / "framework-writers" / "format.md").read_text(encoding="utf-8")
MODELS: list[type[Model]] = [*STEP_OF.values(), Framework, Board, Round, Facet, Option, Source, Check]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_setting_is_in_the_guide(model: type[Model]) -> None:
    words = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`[^`]+`|```.*?```|\[\[?\w+\]\]?", GUIDE, re.DOTALL))))
    assert [key for key in keys_of(model) if key not in words] == []


@pytest.mark.parametrize(
    "limit", [f"{MAX_BYTES // 1024} kB", f"| {MAX_STEPS} |", f"| {MAX_NAMES} |", f"| {MOST_CELLS} |", f"| {MAX_DEPTH}; {MAX_PARTS} |"]
)  # fmt: skip
def test_the_limits_in_the_guide_are_the_real_ones(limit: str) -> None:
    assert limit in GUIDE
