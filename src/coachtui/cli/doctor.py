"""`coachtui doctor`: where everything is, what cannot be read, and which version of what is at work."""

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import click

from coachtui import __version__
from coachtui.cli.common import Settings, home_option, lines_out, pass_settings, printable

if TYPE_CHECKING:
    from coachtui.desk import Desk

LIBRARIES = ("textual", "rich", "pydantic", "click", "filelock", "platformdirs", "tomli-w")


@click.command(name="doctor")
@home_option
@pass_settings
def command(settings: Settings) -> None:
    """Say where everything is and what is wrong with it."""
    desk = settings.desk()
    lines_out(printable(line) for line in (*_home(desk), *_sessions(desk), *_frameworks(desk), *_versions()))


def _home(desk: "Desk") -> Iterator[str]:
    yield f"Home: {desk.home.root} ({desk.home.found_by})"
    yield f"Older copies: {desk.home.previous}"
    yield "Protected: no. The files can be read by whoever can use your account on this computer."
    yield from desk.home.hints()
    yield f"Settings: {desk.home.settings_file}" if desk.home.settings_file.exists() else "Settings: none; all is usual"
    yield from (f"  {told}" for told in (*desk.settings_told, *desk.favourites_told()))
    if desk.settings.duty.missing:
        yield desk.settings.duty.missing


def _sessions(desk: "Desk") -> Iterator[str]:
    shelf = desk.shelf()
    yield f"Sessions: {len(shelf.sessions)}"
    for book in shelf.books:
        if book.reason:
            yield f"  {book.reason}"
        elif book.newer:
            yield f"  {book.path.name}: {book.newer}"
        if book.versions > 1:
            yield f"  {book.path.name} is one of {book.versions} versions of the same session."
        if book.open_elsewhere:
            yield f"  {book.path.name} is open in a window, or was not closed cleanly; opening it brings everything back."
        yield from (f"  {line}" for line in book.notices)


def _frameworks(desk: "Desk") -> Iterator[str]:
    entries = desk.catalogue.entries()
    yield f"Frameworks: {len([one for one in entries if one.framework])}"
    for one in entries:
        if one.framework is None:
            yield f"  {one.path} cannot be used."
            yield from (f"    {mistake.sentence}" for mistake in one.mistakes)


def _versions() -> Iterator[str]:
    yield f"coachtui {__version__}"
    # Not `platform.platform()`: that asks another program what the processor is.
    system = platform.uname()
    yield f"Python {platform.python_version()} on {system.system} {system.release} {system.machine}"
    yield f"Terminal: input {_encoding(sys.stdin)}, output {_encoding(sys.stdout)}"
    yield ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)


def _encoding(stream: object) -> str:
    return str(getattr(stream, "encoding", None) or "unknown")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "is missing"
