"""What every screen test gets: an empty desk with a fixed clock, and a pilot that does not dawdle."""

import itertools
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import textual.app
import textual.pilot
from tests.tui.resting import at_rest
from textual.css.stylesheet import Stylesheet

from coachtui.desk import Desk
from coachtui.store.home import find_home

#: The moment every screen test happens at.
NOW = datetime(2026, 11, 21, 16, 22, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def quick_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's pilot waits some 60 ms after each key for an idle processor; here the event loop says when it is done."""
    monkeypatch.delenv("COLORFGBG", raising=False)
    monkeypatch.setattr(textual.app, "wait_for_idle", at_rest)
    monkeypatch.setattr(textual.pilot, "wait_for_idle", at_rest)


READ: dict[object, Any] = {}
"""The styles that were read in this run, each under all that it comes from."""


@pytest.fixture(autouse=True)
def styles_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than a thousand apps open in a run, and each would read the same styles anew. Knows Textual's private names."""
    read = Stylesheet._parse_rules

    def once(self: Stylesheet, css: str, *where: Any, **more: Any) -> Any:
        key = (css, where, tuple(more.items()), tuple(self._variables.items()))
        if key not in READ:
            READ[key] = read(self, css, *where, **more)
        return READ[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", once)


@pytest.fixture
def desk(person: Path) -> Desk:
    """A desk over an empty home. Ids are counted, the clock stands still."""
    numbers = itertools.count(1)
    home = find_home(None, os.environ, person)
    # Time stands still: how many minutes have passed is drawn, and a slow machine must not change it.
    return Desk(home, clock=lambda: NOW, mint=lambda: f"{next(numbers):016d}", ticks=lambda: 0.0)
