"""What every screen test gets: an empty desk with a fixed clock, and a pilot that does not dawdle."""

import itertools
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
import textual._wait

from coachtui.desk import Desk
from coachtui.store.home import find_home

#: The moment every screen test happens at.
NOW = datetime(2026, 11, 21, 16, 22, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def quick_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's pilot waits some 60 ms after each key for an idle processor; a thousandth is enough here."""
    monkeypatch.delenv("COLORFGBG", raising=False)
    assert textual._wait.SLEEP_GRANULARITY > 0.001, "the private names have changed their meaning"
    monkeypatch.setattr(textual._wait, "SLEEP_GRANULARITY", 0.001)
    monkeypatch.setattr(textual._wait, "SLEEP_IDLE", 0.0005)


@pytest.fixture
def desk(person: Path) -> Desk:
    """A desk over an empty home. Ids are counted, the clock stands still."""
    numbers = itertools.count(1)
    home = find_home(None, os.environ, person)
    return Desk(home, clock=lambda: NOW, mint=lambda: f"{next(numbers):016d}")
