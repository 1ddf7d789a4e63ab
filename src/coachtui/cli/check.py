"""`coachtui check`: every mistake in a framework file, with its place and what to do."""

from pathlib import Path

import click

from coachtui.cli.common import note, printable


@click.command(name="check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
def command(files: tuple[Path, ...]) -> int:
    """Check framework files; of a folder, all in it."""
    from coachtui.framework.loading import check_file

    wrong = 0
    checked = [one for path in files for one in _in(path)]
    for path in checked:
        mistakes = check_file(path)
        wrong += bool(mistakes)
        for one in mistakes:
            place = ":".join(str(part) for part in (one.file, one.line, one.column) if part is not None)
            click.echo(f"{printable(place)}: {one.what} {one.remedy}".rstrip())
    fine = len(checked) - wrong
    note(f"{fine} of {len(checked)} {'file is' if len(checked) == 1 else 'files are'} fit to run.")
    return 1 if wrong else 0


def _in(path: Path) -> list[Path]:
    """The file itself; of a folder, its frameworks and parts."""
    if not path.is_dir():
        return [path]
    return sorted([*path.glob("*.toml"), *path.glob("parts/*.toml")])
