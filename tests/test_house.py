"""The house itself: floors while running, what is shipped, and what the documents promise.

The import contracts in pyproject.toml read the source; these tests start a fresh Python for every room, load all
of it, and look at what really came along.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import coachtui

ROOT = Path(__file__).parent.parent
GROUND = {"text", "errors", "ids"}
CONVERSATION = {"framework", "session"}
ENGINE = GROUND | CONVERSATION | {"sharing", "flow", "store", "layouts", "talk", "report", "library"}

MAY_LOAD = {
    "text": GROUND,
    "errors": set[str](),
    "ids": set[str](),
    "framework": GROUND,
    "session": GROUND | CONVERSATION,
    "flow": GROUND | CONVERSATION,
    "store": GROUND | CONVERSATION,
    "sharing": GROUND | CONVERSATION,
    "layouts": GROUND | CONVERSATION,
    "talk": GROUND | CONVERSATION | {"flow", "sharing", "layouts"},
    "report": GROUND | CONVERSATION | {"flow", "store", "sharing", "layouts"},
    "library": GROUND | CONVERSATION | {"flow", "store", "sharing"},
    "desk": ENGINE,
    "plain": ENGINE | {"desk"},
    "cli": ENGINE | {"desk", "plain"},
    "tui": ENGINE | {"desk"},
}
"""Each room, and the rooms that may come along when all of it is loaded.

`cli` opens the screens, but only inside the command that does, so loading it must not bring `tui`.
"""

MAY_LOAD_LIBRARY = {"textual": {"tui"}, "click": {"cli"}}
"""The libraries of the top floor, and the rooms that may bring them."""

LOAD_ALL = """
import importlib, json, pkgutil, sys
room = importlib.import_module("coachtui." + sys.argv[1])
for found in pkgutil.walk_packages(getattr(room, "__path__", []), room.__name__ + "."):
    importlib.import_module(found.name)
print(json.dumps(sorted(sys.modules)))
"""


def python(*words: str, cwd: Path = ROOT, path: Path = ROOT / "src") -> str:
    """Run a fresh Python that reads coachtui from `path`; gives back what it printed."""
    environment = {**os.environ, "PYTHONPATH": str(path)}
    done = subprocess.run(
        [sys.executable, *words], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def rooms_on_disk() -> set[str]:
    """Every room that is really there."""
    packages = {place.parent.name for place in (ROOT / "src/coachtui").glob("*/__init__.py")}
    modules = {place.stem for place in (ROOT / "src/coachtui").glob("[!_]*.py")}
    return packages | modules


def test_every_room_has_a_floor() -> None:
    assert rooms_on_disk() == set(MAY_LOAD)


@pytest.mark.parametrize("room", sorted(MAY_LOAD))
def test_a_room_loads_only_rooms_below_it(room: str) -> None:
    loaded = set(json.loads(python("-c", LOAD_ALL, room)))
    rooms = {name.split(".")[1] for name in loaded if name.startswith("coachtui.")}
    assert room in rooms
    assert rooms - {room} <= MAY_LOAD[room]
    for library, where in MAY_LOAD_LIBRARY.items():
        assert library not in loaded or room in where, f"{room} loads {library}"


def test_the_version_loads_no_library() -> None:
    """The first thing a helpdesk asks for must answer even when an installation is half broken."""
    script = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(*sorted(sys.modules), sep='\\n'))\n"
        "from coachtui.__main__ import main\n"
        "main(['--version'])\n"
    )
    version, *modules = python("-c", script).splitlines()
    assert version == f"coachtui {coachtui.__version__}"
    assert not {"textual", "rich", "pydantic", "click", "coachtui.cli"} & set(modules)
    assert [name for name in modules if name.startswith("coachtui")] == ["coachtui", "coachtui.__main__"]


# --- what is shipped


# Not part of a checkout, or (a developer's own conversations) nothing that a test may copy about.
LEFT_BEHIND = (
    ".git",
    ".venv",
    ".*_cache",
    ".hypothesis",
    "__pycache__",
    "dist",
    "[0-9][0-9][0-9][0-9]",
    "people.json",
)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The source archive of a checkout that has been used as a home, and the wheel built from that archive."""
    work = tmp_path_factory.mktemp("ship")
    checkout = work / "checkout"
    shutil.copytree(ROOT, checkout, ignore=shutil.ignore_patterns(*LEFT_BEHIND))
    private = checkout / "sessions/2026/2026-11-21-1622-grow-7f3k.json"
    private.parent.mkdir(parents=True, exist_ok=True)
    private.write_text("{}")
    (checkout / "people.json").write_text("{}")

    python("-m", "hatchling", "build", "-t", "sdist", "-d", str(work / "out"), cwd=checkout)
    (sdist,) = (work / "out").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(work / "unpacked", filter="data")
    (unpacked,) = (work / "unpacked").iterdir()
    python("-m", "hatchling", "build", "-t", "wheel", "-d", str(work / "out"), cwd=unpacked)
    (wheel,) = (work / "out").glob("*.whl")
    return unpacked, wheel


def test_the_wheel_carries_every_framework(shipped: tuple[Path, Path]) -> None:
    here = ROOT / "frameworks"
    wanted = {f"coachtui/_frameworks/{place.relative_to(here).as_posix()}" for place in here.rglob("*.*")}
    assert "coachtui/_frameworks/README.md" in wanted
    assert wanted <= set(zipfile.ZipFile(shipped[1]).namelist())


def test_the_wheel_carries_the_whole_program(shipped: tuple[Path, Path]) -> None:
    here = ROOT / "src"
    wanted = {
        place.relative_to(here).as_posix()
        for place in here.rglob("*")
        if place.is_file() and place.suffix in {".py", ".tcss", ".typed"}
    }
    assert wanted <= set(zipfile.ZipFile(shipped[1]).namelist())


def test_the_wheel_runs_from_anywhere(shipped: tuple[Path, Path], tmp_path: Path) -> None:
    """The wheel as it is, put first on the path: what an installation would find."""
    where = "import coachtui; print(coachtui.__file__)"
    assert str(shipped[1]) in python("-c", where, cwd=tmp_path, path=shipped[1])
    said = python("-m", "coachtui", "--version", cwd=tmp_path, path=shipped[1])
    assert said == f"coachtui {coachtui.__version__}\n"


def test_nothing_that_was_said_is_shipped(shipped: tuple[Path, Path]) -> None:
    unpacked, wheel = shipped
    in_archive = {place.relative_to(unpacked).as_posix() for place in unpacked.rglob("*") if place.is_file()}
    sessions = {name for name in in_archive if name.startswith("sessions/")}
    assert "sessions/README.md" in sessions
    assert all(name.startswith("sessions/examples/") for name in sessions - {"sessions/README.md"})
    assert not [name for name in in_archive if name.endswith("people.json")]
    assert not [name for name in zipfile.ZipFile(wheel).namelist() if "7f3k" in name or "people.json" in name]


# --- what the documents promise

DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def make_targets() -> set[str]:
    """Everything `make` can be asked for."""
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))


def test_the_readme_names_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in text
    assert "make test" in text


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda place: place.relative_to(ROOT).as_posix())
def test_every_make_target_a_document_names_exists(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", text, flags=re.MULTILINE))
    assert named <= make_targets()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda place: place.relative_to(ROOT).as_posix())
def test_every_link_inside_the_documents_leads_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = [link.split("#")[0] for link in re.findall(r"\]\((?!\w+:|#)([^)\s]+)\)", text)]
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_make_target_explains_itself_or_is_a_file() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", text, flags=re.MULTILINE)
    assert set(phony.split()) == make_targets()
    assert set(re.findall(r"^([a-z]+):.*## \S", text, flags=re.MULTILINE)) == make_targets()
