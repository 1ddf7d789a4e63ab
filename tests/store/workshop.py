"""What the store's tests build their stores from."""

import itertools
import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from coachtui.store.disk import Disk
from coachtui.store.home import Home
from coachtui.store.keeper import OpenSession
from coachtui.store.sessions import Store
from coachtui.store.state import Pace, State
from coachtui.store.vault import Plain, Vault

SOAK = max(1, int(os.environ.get("COACHTUI_SOAK", "1")))
"""How many times as long the long tests run: COACHTUI_SOAK=100 before a release."""

QUICK = Pace(flush=0.0, retry=0.005, silence=60.0, journal=64 * 1024)
"""Everything at once, so that a test waits for events and never for a clock."""

LONG = 20.0
"""Seconds after which a test gives up waiting for something that must happen."""

START = datetime(2026, 11, 21, 16, 22, 5, tzinfo=UTC)


def counting_mint(prefix: str = "") -> Callable[[], str]:
    """Ids that count, all different in their first four characters."""
    numbers = itertools.count(1)
    return lambda: f"{prefix}{next(numbers):04}aaaaaaaaaaaa"


def ticking_clock() -> Callable[[], datetime]:
    """A minute passes at each look."""
    numbers = itertools.count()
    return lambda: START + timedelta(minutes=next(numbers))


def a_home(folder: Path, disk: Disk | None = None) -> Home:
    home = Home(folder / "home", "for a test", folder / "state", folder / "cache", disk or Disk())
    home.make()
    return home


def a_store(folder: Path, disk: Disk | None = None, vault: Vault | None = None, **more: Any) -> Store:
    home = a_home(folder, disk)
    more.setdefault("pace", QUICK)
    return Store(home, home.disk, vault or Plain(), counting_mint(), ticking_clock(), **more)


def a_document(**more: Any) -> dict[str, Any]:
    return {"framework": {"id": "grow"}, "people": [], "started": START.isoformat(), "records": {}, **more}


def beside(session_file: Path) -> set[str]:
    """The names in the folder of a session."""
    return {path.name for path in session_file.parent.iterdir()}


class States:
    """Every state a session went through, and a way to wait for one."""

    def __init__(self, session: OpenSession) -> None:
        self.seen: list[State] = []
        self._changed = threading.Condition()
        self._session = session
        session.on_state = self._take

    def _take(self, state: State) -> None:
        with self._changed:
            self.seen.append(state)
            self._changed.notify_all()

    def wait_for(self, kind: type[State]) -> State:
        """The last state told, as soon as one of that kind was."""
        with self._changed:
            told = self._changed.wait_for(lambda: isinstance(self.seen[-1] if self.seen else None, kind), LONG)
            assert told, self.seen
            return self.seen[-1]
