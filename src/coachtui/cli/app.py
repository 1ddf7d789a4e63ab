"""The command line's entrance. It says so when there is nothing behind it yet."""

import sys


def main(argv: list[str]) -> int:
    """Run one command.

    Args:
        argv: the words after the program's name.

    Returns:
        0 done, 1 could not, 2 wrong usage.
    """
    print("coachtui has no commands yet; only --version answers.", file=sys.stderr)
    return 2 if argv else 1
