"""Where the program starts. Touches only `sys` and `os` before it knows that more is wanted.

Every conversation starts here, so this file is thin: `--version` answers without loading a single library, and
the rest is handed to the command line (`coachtui.cli.app`).
"""

import sys


def main(argv: list[str] | None = None) -> None:
    """Run coachtui and leave the process.

    Args:
        argv: the words after the program's name; what was really typed if None.

    Raises:
        SystemExit: always; 0 done, 1 could not, 2 wrong usage.
    """
    words = sys.argv[1:] if argv is None else argv
    if words in (["--version"], ["-V"]):
        from coachtui import __version__

        print(f"coachtui {__version__}")
        sys.exit(0)
    _start_lightly()
    _keep_to_ourselves()
    from coachtui.cli.app import main as run

    sys.exit(run(words))


def _start_lightly() -> None:
    """Look for no garbage while everything is being loaded: nothing of it is any, and looking takes a tenth of the start.

    A face that stays open begins to look once it stands (`tui/shell/settling.py`, `cli/screens.py`); a command ends first.
    """
    import gc

    gc.disable()


def _keep_to_ourselves() -> None:
    """Take out of the environment what would let others steer or overhear, before a library can read it.

    The TEXTUAL... variables are made for people who develop Textual programs, and some would hurt here: TEXTUAL_LOG
    writes what is typed to a file, TEXTUAL_SCREENSHOT saves pictures of the conversation, TEXTUAL_PRESS types by itself.
    A plugin of pydantic would be shown every value, so none is loaded, nor looked for.
    """
    import os

    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


if __name__ == "__main__":
    main()
