"""What every screen test gets: an empty desk with a fixed clock, and a pilot that does not dawdle."""

import itertools
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
import textual.app
import textual.pilot
from tests.tui.resting import at_rest

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


@pytest.fixture
def desk(person: Path) -> Desk:
    """A desk over an empty home. Ids are counted, the clock stands still."""
    numbers = itertools.count(1)
    home = find_home(None, os.environ, person)
    # Time stands still: how many minutes have passed is drawn, and a slow machine must not change it.
    return Desk(home, clock=lambda: NOW, mint=lambda: f"{next(numbers):016d}", ticks=lambda: 0.0)
