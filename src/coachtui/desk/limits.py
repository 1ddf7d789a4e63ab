"""Passing on that a limit was reached: its own small file, apart from every export.

Touches the disk only to write the one new file that was asked for, for its owner's eyes.
"""

from pathlib import Path

from coachtui.desk.handing import write_whole
from coachtui.desk.places import free_name, place_for, told, usual_folder
from coachtui.errors import UserError
from coachtui.report.handed.limits import LIMIT_WRITERS, limit_written
from coachtui.sharing import LimitReport
from coachtui.store.disk import Disk
from coachtui.store.words import because

#: What the file is called in a folder: it tells nobody's name and nothing of what it is about.
NEUTRAL = "record"


def limit_offered(home: Path) -> Path:
    """The file that is offered: a neutral name that is free, in the usual folder."""
    return free_name(usual_folder(home) / f"{NEUTRAL}.html")


def limit_file(target: str | Path, kept: Path) -> Path:
    """Where the report goes: a file's name as it is; in a folder, a neutral name that is free.

    Args:
        target: what was typed.
        kept: the folder in which conversations are kept: what is passed on never lies there.

    Raises:
        UserError: it cannot go there; see `place_for`.
    """
    return place_for(target, kept, tuple(LIMIT_WRITERS), ".html", NEUTRAL)


def pass_on(disk: Disk, report: LimitReport, path: Path) -> Path:
    """Write the report. The file is new, and nobody but its owner can read it.

    Raises:
        UserError: something of that name is there, or the place cannot be written.
    """
    data = limit_written(report, path.suffix)
    try:
        write_whole(disk, path, data)
    except FileExistsError:
        raise UserError(f"{told(path)} is there already and was left as it is.", "Choose another name.") from None
    except OSError as error:
        raise UserError(f"{told(path)} could not be written: {because(error)}.", "Nothing was passed on.") from None
    return path
