"""What every test gets: an own home, far from the real one, and the settings of hypothesis."""

import gc
import itertools
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Nothing here may depend on how busy the machine is: no deadline, and slow generation is not a failure.
settings.register_profile("house", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
# On a build machine the same commit must give the same answer twice, and nothing is remembered between runs.
settings.register_profile("ci", settings.get_profile("house"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "house")

HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "COACHTUI_HOME": "coachtui",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "APPDATA": "data",
    "LOCALAPPDATA": "data",
}
"""Every variable that tells a program where a person keeps things, and where a test keeps them instead."""

# These would change what the program prints, and they differ from one developer's terminal to the next.
TERMINAL_VARIABLES = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "COLORTERM", "COLORFGBG", "LC_ALL", "LANGUAGE")

# Where this is set, each of the programs that the tests start would compile the whole house anew.
SLOW_VARIABLES = ("PYTHONDONTWRITEBYTECODE",)

# One terminal, one language and one time zone for all tests, wherever they run.
FIXED_VARIABLES = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC"}


def pytest_configure(config: pytest.Config) -> None:
    """The marks of ours."""
    config.addinivalue_line("markers", "first: takes long and mostly waits, so it begins before all others")
    # Going through all that is loaded, again and again, took the collector a third of all the time.
    gc.set_threshold(50_000, 20, 50)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first: one worker waits for it while the other does the rest, and nobody waits at the end."""
    items.sort(key=lambda item: item.get_closest_marker("first") is None)


def pytest_collection_finish() -> None:
    """What stands now stays to the end: the collector need not look at it any more."""
    gc.freeze()


@pytest.fixture(scope="session")
def persons(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty folder for each person of this run. Counted here: pytest would look through all of them for a free number."""
    folder = tmp_path_factory.mktemp("persons")
    return (folder / str(number) for number in itertools.count(1))


@pytest.fixture(autouse=True)
def person(persons: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person with an empty home folder, for this test alone.

    The folder is not inside `tmp_path`, so a test may say what is left in its `tmp_path` to the last file. The
    coachtui home in it (`person / "coachtui"`) is named but not made: making it is the program's task.
    """
    folder = next(persons)
    folder.mkdir()
    for name, below in HOME_VARIABLES.items():
        monkeypatch.setenv(name, str(folder / below))
    for name in [*TERMINAL_VARIABLES, *SLOW_VARIABLES, *(name for name in os.environ if name.startswith("TEXTUAL"))]:
        monkeypatch.delenv(name, raising=False)
    for name, value in FIXED_VARIABLES.items():
        monkeypatch.setenv(name, value)
    if sys.platform != "win32":
        time.tzset()
    return folder
