"""The long forms of the fault and property tests: kills, crash states, hostile files, random edits.

`python -m bench.soak` multiplies their counts; COACHTUI_SOAK says by how much (17 makes 1,020 kills of 60).
"""

import os
import subprocess
import sys

TESTS = ("tests/pty", "tests/faults", "tests/store", "tests/session", "tests/flow", "tests/talk", "tests/framework")


def main() -> int:
    """Run them; the exit status is pytest's."""
    env = {**os.environ, "COACHTUI_SOAK": os.environ.get("COACHTUI_SOAK", "17")}
    command = (sys.executable, "-m", "pytest", "-n", "2", "--timeout", "7200", *TESTS, *sys.argv[1:])
    return subprocess.run(command, env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
