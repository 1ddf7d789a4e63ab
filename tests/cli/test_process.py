"""The program as a process of its own: what it loads, and how it takes pipes, locales and dumps."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support.pipe import piped

ROOT = Path(__file__).parent.parent.parent
LATER = "2026-12-09T15:40:00+00:00"
START = ["start", "grow", "--with", "p3", "--with", "p7", "--plain"]
TALK = ["/go topic", "How to say no", "/go actions", "ring the parents", "Friday", "/end"]


@pytest.fixture
def home(person: Path) -> Path:
    """A home with one closed conversation in it."""
    assert piped(START, TALK).code == 0
    return person / "coachtui"


def process(*words: str, **more: Any) -> "subprocess.CompletedProcess[bytes]":
    """Coachtui as it is really started."""
    path = os.pathsep.join(str(ROOT / one) for one in ("src", "."))
    environment = {**os.environ, "PYTHONPATH": path}
    command = [sys.executable, "-m", "coachtui", *words]
    return subprocess.run(command, capture_output=True, env=environment, check=False, timeout=60, **more)


def test_list_loads_no_textual(home: Path) -> None:
    script = (
        "import sys\n"
        "from coachtui.cli.app import main\n"
        "assert main(['list']) == 0\n"
        "assert 'textual' not in sys.modules, 'textual was loaded'\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr


def test_nobody_reading_the_output_is_no_error(home: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    path = os.pathsep.join(str(ROOT / one) for one in ("src", "."))
    done = subprocess.run(
        [sys.executable, "-m", "coachtui", "show", "last"],
        stdout=write,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_pipe_speaks_utf_8_whatever_the_locale(home: Path) -> None:
    piped(["start", "grow", "--plain"], ["/go topic", "Ärger mit der Zeit 日本"], now=LATER, first=500)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "latin-1", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "coachtui", "show", "last"], capture_output=True, env=environment, check=False
    )
    assert "Ärger mit der Zeit 日本".encode() in done.stdout


def test_the_process_leaves_no_core_dump_and_lets_nobody_read_its_memory() -> None:
    if sys.platform != "linux":
        pytest.skip("the limits are Linux's")
    script = (
        "import resource, ctypes\n"
        "from coachtui.cli.hardening import harden\n"
        "harden()\n"
        "assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)\n"
        "assert ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
