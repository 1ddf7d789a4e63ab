"""Handing a conversation over: what would be asked, what the reader would get, and the file. The only way out of a home.

Touches the disk only to write the one new file that was asked for, for its owner's eyes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coachtui.errors import UserError
from coachtui.library.shelf import Shelf
from coachtui.library.threads import earlier
from coachtui.report.handed import WRITERS, written
from coachtui.session.models import Session
from coachtui.sharing import HeldBack, Question, Shared, audiences, held_back, questions, share
from coachtui.store.disk import Disk
from coachtui.store.words import because, shown

#: What the file is called unless somebody says otherwise: it tells nobody's name and no topic.
NEUTRAL = "notes"

#: Said where a copy is made for the coachee.
CARE = (
    "A shared printer keeps paper lying about, and school e-mail can be read by others. Best is to hand it over, or to "
    "keep it on a stick of your own."
)


@dataclass(frozen=True)
class Handing:
    """One conversation on its way to one audience. `answers` hold what the coachee said where it was asked."""

    session: Session
    audience: str
    earlier: tuple[Session, ...] = ()
    answers: Mapping[str, bool] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What has to be asked first, thing by thing."""
        return questions(self.session, self.audience, self.earlier)

    @property
    def shared(self) -> Shared:
        """What the audience would get."""
        return share(self.session, self.audience, self.answers, self.earlier)

    @property
    def held_back(self) -> tuple[HeldBack, ...]:
        """What stays here: for the coach alone."""
        return held_back(self.session, self.audience, self.answers, self.earlier)

    def answered(self, answers: Mapping[str, bool]) -> "Handing":
        """The same, with these answers."""
        return Handing(self.session, self.audience, self.earlier, dict(answers))


def handing(session: Session, shelf: Shelf, audience: str) -> Handing:
    """A conversation for an audience. UserError names the audiences there are where this one is none of them."""
    wanted = " ".join(audience.split()).casefold()
    known = audiences(session)
    name = next((one for one in known if one.casefold() == wanted), None)
    if name is None:
        raise UserError(f"Nothing is agreed for {audience[:60]!r}.", f"It can be made for: {', '.join(known)}.")
    return Handing(session, name, earlier(shelf.related(session), session))


def file_for(target: str | Path) -> Path:
    """Where a file goes: a file's name as it is; in a folder, a neutral name. UserError where the ending is not known."""
    path = Path(target).expanduser()
    if path.is_dir():
        path /= f"{NEUTRAL}.html"
    if path.suffix.lower() not in WRITERS:
        raise UserError(
            f"{shown(path)} was not written: its ending says no format.", f"Use one of {', '.join(WRITERS)}."
        )
    return path


def hand_over(disk: Disk, given: Handing, path: Path) -> Path:
    """Write the file. It is new, and nobody but its owner can read it.

    Raises:
        UserError: something of that name is there, or the place cannot be written.
    """
    data = written(given.shared, path.suffix)
    try:
        disk.write_new(path, data)
        disk.flush_folder(path.parent)
    except FileExistsError:
        raise UserError(f"{shown(path)} is there already and was left as it is.", "Choose another name.") from None
    except OSError as error:
        raise UserError(f"{shown(path)} could not be written: {because(error)}.", "Nothing was handed over.") from None
    return path
