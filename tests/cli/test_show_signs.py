"""`coachtui show` draws with the signs that the settings name."""

from pathlib import Path

import pytest
from tests.support.held import ROOT
from tests.support.pipe import piped

CIRCLES = ROOT / "sessions/examples/perspective-circles.json"


@pytest.mark.parametrize(("wanted", "plain"), [("ascii", True), ("usual", False)])
def test_pictures_are_drawn_with_the_signs_of_the_settings(person: Path, wanted: str, *, plain: bool) -> None:
    assert piped(["list"]).code == 0  # the home is made on first use
    (person / "coachtui" / "coachtui.toml").write_text(f'signs = "{wanted}"\n', encoding="utf-8")
    done = piped(["show", str(CIRCLES)])
    assert done.code == 0
    assert any(sign in done.out for sign in "│┌─╭╔") != plain
