"""The house itself: only one room makes what is handed over, and the writers take nothing else."""

import ast
import inspect
from pathlib import Path

import coachtui
from coachtui.report.handed import WRITERS
from coachtui.report.handed.limits import LIMIT_WRITERS
from coachtui.sharing import LimitReport, Shared

SOURCE = Path(coachtui.__file__).parent


def calls(path: Path) -> set[str]:
    """The names that are called in a file."""
    found = [one.func for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(one, ast.Call)]
    return {one.id for one in found if isinstance(one, ast.Name)} | {
        one.attr for one in found if isinstance(one, ast.Attribute)
    }


def imported(path: Path) -> set[str]:
    """Whole names of what a file imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [one for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)]
    return {f"{one.module}.{name.name}" for one in found for name in one.names}


def test_only_share_makes_a_shared() -> None:
    makers = {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py") if "Shared" in calls(path)}
    assert makers == {"sharing/share.py"}


def test_only_its_own_path_makes_a_report_of_limits() -> None:
    makers = {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py") if "LimitReport" in calls(path)}
    assert makers == {"sharing/limits.py"}
    for writer in LIMIT_WRITERS.values():
        (only,) = inspect.signature(writer).parameters.values()
        assert only.annotation in ("LimitReport", LimitReport)


def test_the_exports_know_nothing_of_limits() -> None:
    """What makes and writes a `Shared` never looks at an entry: only which records are closed is asked."""
    apart = {SOURCE / "sharing/limits.py", SOURCE / "report/handed/limits.py"}
    for path in {*(SOURCE / "sharing").glob("*.py"), *(SOURCE / "report/handed").glob("*.py")} - apart:
        read = {
            one.attr for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(one, ast.Attribute)
        }
        # The agreement's own limits are sentences of the framework that were read aloud to both.
        known = {"limits"} if path.name == "terms.py" else set()
        assert not read & ({"limits", "told", "told_first"} - known), path


def test_a_writer_takes_a_shared_and_nothing_else() -> None:
    for ending, writer in WRITERS.items():
        (only,) = inspect.signature(writer).parameters.values()
        assert only.annotation in ("Shared", Shared), ending


def test_the_room_of_the_writers_knows_no_session() -> None:
    for path in (SOURCE / "report/handed").rglob("*.py"):
        assert not {one for one in imported(path) if one.startswith(("coachtui.session", "coachtui.store"))}, path
