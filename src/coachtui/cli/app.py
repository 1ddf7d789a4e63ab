"""The command line's entrance: finds the command, runs it, and turns whatever happens into words and an exit code.

0 done, 1 could not (one plain sentence), 2 wrong usage, 70 a bug in coachtui. No command loads what it does not need: each
stands in a file of its own, loaded when it is named.
"""

import importlib
import os
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from difflib import get_close_matches
from io import TextIOWrapper
from pathlib import Path

import click

from coachtui import __version__, ids
from coachtui.cli.common import Settings, home_option, note, printable
from coachtui.cli.hardening import harden
from coachtui.errors import UserError

#: Command and the file it stands in, in the order of the help.
COMMANDS = {
    "start": "start",
    "resume": "resume",
    "list": "listing",
    "show": "show",
    "prepare": "prepare",
    "actions": "actions",
    "search": "search",
    "export": "export",
    "duty": "duty",
    "frameworks": "frameworks",
    "check": "check",
    "rename": "rename",
    "delete": "delete",
    "doctor": "doctor",
}

#: A mistake of ours, not of the person's (EX_SOFTWARE).
BUG = 70


class Commands(click.Group):
    """The commands by name, each loaded when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        found = importlib.import_module(f"coachtui.cli.{COMMANDS[cmd_name]}").command
        assert isinstance(found, click.Command)  # noqa: S101 - a file without one is a bug a test finds
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; a usage error names the nearest where there is none."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=1, cutoff=0.5)
            hint = f"Did you mean {near[0]!r}?" if near else "coachtui --help lists the commands."
            ctx.fail(f"There is no command {printable(args[0])[:40]!r}. {hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@home_option
@click.option("--version", "-V", is_flag=True, help="Say which coachtui this is.")
@click.pass_context
def commands(context: click.Context, version: bool) -> int | None:
    """coachtui: the quiet third chair in a coaching conversation. Alone, it opens the screens."""
    if version:
        click.echo(f"coachtui {__version__}")
        context.exit(0)
    if context.invoked_subcommand is None:
        from coachtui.cli.screens import open_screens

        return open_screens(context.ensure_object(Settings))
    return None


def main(
    argv: list[str],
    *,
    clock: ids.Clock = ids.now,
    mint: ids.Mint = ids.mint,
    ticks: Callable[[], float] = time.monotonic,
) -> int:
    """Run one command.

    Args:
        argv: the words after the program's name.
        clock: the time of day.
        mint: where ids come from.
        ticks: seconds of a clock that only runs forward.

    Returns:
        The exit code.
    """
    harden()
    _steady_streams()
    words = argv[: argv.index("--")] if "--" in argv else argv
    if "--version" in words:
        argv = ["--version"]
    try:
        code = _run(argv, Settings(clock, mint, ticks))
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_output()
        return 0
    return code


def _run(argv: list[str], settings: Settings) -> int:
    try:
        result = commands.main(argv, prog_name="coachtui", standalone_mode=False, obj=settings)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.UsageError as error:
        note(printable(error.format_message()))
        where = error.ctx.command_path if error.ctx else "coachtui"
        note(f"{where} --help shows how it is used.")
        return 2
    except (click.Abort, KeyboardInterrupt):
        note("Stopped. Nothing was changed.")
        return 1
    except click.ClickException as error:
        note(printable(error.format_message()))
        return 1
    except UserError as error:
        note(str(error))
        return 1
    except BrokenPipeError:
        raise
    except SystemExit:
        return 0  # click leaves like this where nobody reads our output, and when a shell asked for completions
    except Exception as error:  # noqa: BLE001 - the last resort, so that no traceback with words in it is ever shown
        note(
            f"Something is wrong in coachtui itself ({_code(error)}). What was saved is safe. Please report that code."
        )
        return BUG


def _code(error: BaseException) -> str:
    """The kind of a mistake and the place in our source; never what it says, which may quote a note."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if f"{os.sep}coachtui{os.sep}" in one.filename]
    frame = (ours or list(frames))[-1]
    place = Path(frame.filename)
    return f"{type(error).__name__} at {place.parent.name}/{place.name}:{frame.lineno}"


def _steady_streams() -> None:
    """No odd byte and no sign that the terminal lacks ends a conversation; pipes speak UTF-8 on every system."""
    for stream, lenient in ((sys.stdin, "replace"), (sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            with suppress(OSError, ValueError, LookupError):
                stream.reconfigure(encoding=encoding, errors=lenient)


def _let_go_of_output() -> None:
    """Nobody reads our output any more: point it nowhere, so that Python does not complain at its end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
