"""The event loop says when an app is at rest, as in the tests of the screens."""

import pytest
import textual.app
import textual.pilot
from tests.tui.resting import at_rest


@pytest.fixture(autouse=True)
def quick_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for an idle processor."""
    monkeypatch.setattr(textual.app, "wait_for_idle", at_rest)
    monkeypatch.setattr(textual.pilot, "wait_for_idle", at_rest)
