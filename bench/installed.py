"""coachtui as a person has it: installed, not editable, its modules compiled, started by the script pip makes.

Makes a virtual environment in a folder that is thrown away; it borrows the libraries of the one it runs in.
"""

import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

from bench.measure import plain_environment

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "bench" / "floors"

#: The script as pip 25 and later write it; earlier ones load `re` for it, which is as dear as half of Python.
SCRIPT = """#!{python}
import sys
from coachtui.__main__ import main
if __name__ == '__main__':
    sys.argv[0] = sys.argv[0].removesuffix('.exe')
    sys.exit(main())
"""

#: A framework whose questions have numbers, so that the next one can be told from this one.
FRAMEWORK = """format    = 1
id        = "measured"
name      = "Measured"
version   = 1
words     = "I am being measured"
summary   = "Many questions."
family    = "think"
people    = ["two"]
minutes   = [60]
"""

STEP = """
[[step]]
id    = "step-{number:03}"
stage = "Stage {stage}"
kind  = "text"
title = "Number {number:03}"
ask   = ["What would you say to number {number:03}?", "And what else?"]
"""

#: About as many as the longest real conversation has.
STEPS = 26


@dataclass(frozen=True)
class Installed:
    """An installation with a home of its own.

    Attributes:
        python: its Python.
        command: the installed script.
        home: where its sessions lie.
    """

    python: str
    command: str
    home: Path

    @property
    def env(self) -> dict[str, str]:
        """The environment it is run in."""
        return {**plain_environment(), "COACHTUI_HOME": str(self.home), "COLORTERM": "truecolor"}

    def floor(self, name: str, *words: str) -> list[str]:
        """The command line of a floor program."""
        return [self.python, str(FLOORS / f"{name}.py"), *words]

    def start(self, framework: str = "measured") -> list[str]:
        """The command line that begins a conversation, with nobody asked for a name."""
        return [self.command, "start", framework, "--with", "Ann", "--with", "Bob"]


def install(folder: Path) -> Installed:
    """Install the program as it stands in this checkout into the folder."""
    place = folder / "venv"
    venv.create(place, with_pip=False, symlinks=True)
    python = str(place / "bin" / "python")
    asked = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    site = Path(asked.stdout.strip())
    # A folder named in a .pth file is searched, but its own .pth files are not read: the editable install stays unseen.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "--python", python, "install"]
    subprocess.run(
        [*pip, "--no-deps", "--no-build-isolation", "--no-index", "--ignore-installed", str(ROOT)], check=True
    )
    command = place / "bin" / "coachtui"
    command.write_text(SCRIPT.format(python=python), encoding="utf-8")
    home = folder / "home"
    (home / "frameworks").mkdir(parents=True)
    steps = (STEP.format(number=number, stage=number // 6 + 1) for number in range(1, STEPS + 1))
    (home / "frameworks" / "measured.toml").write_text(FRAMEWORK + "".join(steps), encoding="utf-8")
    found = Installed(python, str(command), home)
    subprocess.run([str(command), "list"], check=True, env=found.env, capture_output=True)  # makes the home's folders
    return found
