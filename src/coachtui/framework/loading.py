"""Loading one framework file: read, parsed, its parts put in, checked.

Reads files through `source` and `parts`; writes nothing. Nothing that lies in a file makes it raise.
"""

from pathlib import Path as FilePath

from coachtui.framework.checking import check, in_order
from coachtui.framework.mistakes import MOST_TOLD, Mistake, printable
from coachtui.framework.models import Framework
from coachtui.framework.parts import Parts, expand, parse_bytes, part_mistakes
from coachtui.framework.pieces import draft
from coachtui.framework.shape import newer
from coachtui.framework.shipped import shipped_folder
from coachtui.framework.source import read_bytes

#: A framework that is fit to run, or everything that keeps it from being so.
Loaded = Framework | list[Mistake]


def load(path: FilePath, parts: Parts | None = None) -> Loaded:
    """The framework (or the part) in a file, or every mistake in it.

    Args:
        path: the file.
        parts: where its opening and closing are found. Without it: beside the file, then among the shipped ones.
    """
    data = read_bytes(path)
    return [data] if isinstance(data, Mistake) else load_bytes(path, data, parts)


def load_bytes(path: FilePath, data: bytes, parts: Parts | None = None) -> Loaded:
    """The same for a file whose bytes are already read."""
    parsed = parse_bytes(path, data)
    if isinstance(parsed, list):
        return in_order(parsed)
    file, tables = parsed
    if not tables:
        return [file.mistake((), "There is nothing in this file.", "Copy a framework that works and change its words.")]
    own, mistakes = draft(file, tables)
    too_new = newer(own.head)
    if too_new is not None:
        return [too_new]
    if own.is_part:
        mistakes += part_mistakes(own, path.stem)
        whole = own
    else:
        whole, found = expand(own, parts or parts_beside(path))
        mistakes += found
    loaded = check(whole, path.stem)
    if isinstance(loaded, list):
        mistakes += loaded
    return told(path, mistakes) if mistakes or isinstance(loaded, list) else loaded


def told(path: FilePath, mistakes: list[Mistake]) -> list[Mistake]:
    """The first mistakes in the order of the file, and that there are more."""
    found = in_order(mistakes)
    if len(found) <= MOST_TOLD:
        return found
    more = Mistake(
        printable(str(path)), None, None, "There are more mistakes than these.", "Mend these, then check again."
    )
    return [*found[:MOST_TOLD], more]


def check_file(path: FilePath, parts: Parts | None = None) -> list[Mistake]:
    """Every mistake in a framework file or a part; an empty list where it is fit to run."""
    loaded = load(path, parts)
    return loaded if isinstance(loaded, list) else []


def parts_beside(path: FilePath) -> Parts:
    """Parts in the folder of a framework file first, then the shipped ones."""
    return Parts([path.parent, shipped_folder()])
