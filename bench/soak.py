"""The long forms of the fault and property tests: kills, crash states, hostile files, random edits, pairs at the door.

`python -m bench.soak` multiplies their counts; COACHTUI_SOAK says by how much (17 makes 1,020 kills of 60). The kills
go first and by themselves, because they need the processors, and their figures are printed. Words for pytest, such as
`make soak ARGS="tests/store -x"`, choose what is run instead of all of it.
"""

import os
import subprocess
import sys

KILLS = "tests/pty/test_kills.py"
#: How many times the usual count of examples is tried, unless COACHTUI_SOAK says otherwise.
TIMES = 17
TESTS = (
    "tests/pty",
    "tests/faults",
    "tests/store",
    "tests/session",
    "tests/flow",
    "tests/talk",
    "tests/framework",
    "tests/sharing",
)


def main() -> int:
    """Run them; the exit status is 0 if nothing failed."""
    env = {**os.environ, "COACHTUI_SOAK": os.environ.get("COACHTUI_SOAK", str(TIMES))}
    pytest = (sys.executable, "-m", "pytest", "--timeout", "7200")
    kills = (*pytest, "-s", KILLS)
    others = (*pytest, "-n", "2", f"--ignore={KILLS}", *TESTS)
    chosen = (*pytest, "-n", "2", *sys.argv[1:])
    commands = (chosen,) if sys.argv[1:] else (kills, others)
    return max(subprocess.run(command, env=env, check=False).returncode for command in commands)


if __name__ == "__main__":
    sys.exit(main())
