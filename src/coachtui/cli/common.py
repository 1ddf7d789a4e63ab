"""What all commands share: where the home is, who tells the time, how things are printed and asked.

Touches the terminal. Standard output is for what was asked for; messages and questions go to standard error.
"""

import json
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from coachtui import ids
from coachtui.errors import UserError
from coachtui.text import visible

if TYPE_CHECKING:
    from coachtui.desk import Desk
    from coachtui.store.home import Home

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Settings:
    """What a command is given besides its words. `home` is the word after --home."""

    clock: ids.Clock
    mint: ids.Mint
    ticks: Callable[[], float]
    home: str | None = None

    def find_home(self) -> "Home":
        """Where the home is. Makes nothing."""
        import os
        from pathlib import Path

        from coachtui.store.home import find_home

        return find_home(self.home, os.environ, Path.cwd())

    def desk(self) -> "Desk":
        """The home, opened; made on first use, when the person is told where notes live."""
        from coachtui.desk import Desk

        desk = Desk(self.find_home(), clock=self.clock, mint=self.mint, ticks=self.ticks)
        for line in desk.welcome:
            note(line)
        return desk


pass_settings = click.make_pass_decorator(Settings)


def _keep_home(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.ensure_object(Settings).home = value


def home_option(command: F) -> F:
    """The option --home, before or after the command's name."""
    return click.option(
        "--home",
        metavar="FOLDER",
        expose_value=False,
        callback=_keep_home,
        is_eager=True,
        help="The folder that holds frameworks and sessions.",
    )(command)


def json_option(command: F) -> F:
    """The option --json."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON document and nothing else.")(command)


def day_of(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """Callback of an option that takes a day, written 2026-11-21."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter("a day is written like 2026-11-21.", context, parameter) from None


def note(line: str) -> None:
    """Print a message to standard error."""
    click.echo(line, err=True)


def lines_out(lines: Iterable[str]) -> None:
    """Print lines to standard output."""
    click.echo("\n".join(lines))


def json_out(value: Any) -> None:
    """Print one JSON document to standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def width() -> int:
    """Cells in a line of this terminal; 80 in a pipe."""
    return shutil.get_terminal_size((80, 24)).columns


def at_terminal() -> bool:
    """Whether a person sits at a terminal and can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def asked(question: str) -> str:
    """One line from the person, cleaned where it is used; empty for just Enter. Only at a terminal."""
    suffix = " " if question.endswith("?") else ": "
    answer = click.prompt(question, default="", show_default=False, prompt_suffix=suffix, err=True)
    return str(answer).strip()


def needed(value: str | None, question: str, missing: str) -> str:
    """A word that was given, or asked for at a terminal, so that it need not stand in a shell's history.

    Raises:
        UserError: `missing`, where nobody can be asked or nothing was answered.
    """
    word = value if value is not None else asked(question) if at_terminal() else ""
    if not word:
        raise UserError(missing)
    return word


def printable(text: str) -> str:
    """Text of unknown origin, fit for a terminal."""
    return visible(text)
