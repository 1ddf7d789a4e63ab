"""Handing a conversation over: what would be asked, what the reader would get, and the file. The only way out of a home.

Touches the disk only to write the one new file that was asked for, for its owner's eyes.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from coachtui.desk.desk import Desk
from coachtui.desk.places import NEUTRAL, free_name, place_for, told, usual_folder
from coachtui.errors import UserError
from coachtui.library.shelf import Shelf
from coachtui.library.threads import earlier
from coachtui.report.handed import WRITERS, written
from coachtui.report.handed.words import in_short, nothing
from coachtui.session.models import Session
from coachtui.sharing import HeldBack, Question, Shared, audiences, held_back, policy, questions, readers, share
from coachtui.store.disk import Disk
from coachtui.store.recovery import Recovered
from coachtui.store.words import because

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
    def nothing(self) -> str:
        """Why no page is made, where nothing at all goes to the audience; else empty."""
        return nothing(self.audience) if policy(self.session, self.audience).nothing else ""

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


@dataclass(frozen=True)
class Choice:
    """An audience a copy can be made for, and what was agreed for it in a few words."""

    audience: str
    agreed: str


def choices(session: Session) -> tuple[Choice, ...]:
    """Everybody a copy can be made for."""
    return tuple(Choice(one, in_short(policy(session, one).levels)) for one in readers(session))


def handing(session: Session, shelf: Shelf, audience: str) -> Handing:
    """A conversation for an audience. UserError names the audiences there are where this one is none of them."""
    return handing_with(session, _understood(shelf, session), audience)


def handing_with(session: Session, before: tuple[Session, ...], audience: str) -> Handing:
    """The same, where what these people held before is known already."""
    wanted = " ".join(audience.split()).casefold()
    known = audiences(session)
    name = next((one for one in known if one.casefold() == wanted), None)
    if name is None:
        raise UserError(f"Nothing is agreed for {audience[:60]!r}.", f"It can be made for: {', '.join(known)}.")
    return Handing(session, name, before)


def to_hand_over(desk: Desk, found: Recovered) -> Session:
    """What was read from the disk, as a session of which a copy can be made.

    Raises:
        UserError: it cannot be understood, or not for certain: a newer coachtui may have agreed what this one does not know.
    """
    if found.newer:
        raise UserError(found.newer, "What was agreed in it may not be understood here, so no copy is made of it.")
    return desk.working(found).session


def there_before(desk: Desk, session: Session) -> tuple[Session, ...]:
    """What these people held before. Reads all files."""
    return _understood(desk.shelf(), session)


def _understood(shelf: Shelf, session: Session) -> tuple[Session, ...]:
    """Earlier sessions, but for those of a newer coachtui: what was agreed in them may not be understood here."""
    return earlier(Shelf(one for one in shelf.books if not one.newer).related(session), session)


def suggested(home: Path, ending: str) -> Path:
    """The file that is offered: a neutral name that is free, in the usual folder."""
    return free_name(usual_folder(home) / f"{NEUTRAL}{ending}")


def file_for(target: str | Path, kept: Path, ending: str = ".html") -> Path:
    """Where a file goes: a file's name as it is; in a folder, a neutral name that is free.

    Args:
        target: what was typed.
        kept: the folder in which conversations are kept: what is handed on never lies there.
        ending: that of a file in a folder.

    Raises:
        UserError: it cannot go there; see `place_for`.
    """
    return place_for(target, kept, tuple(WRITERS), ending)


def hand_over(disk: Disk, given: Handing, path: Path) -> Path:
    """Write the file. It is new, and nobody but its owner can read it.

    Raises:
        UserError: nothing at all goes to this audience, something of that name is there, or the place cannot be written.
    """
    if given.nothing:
        raise UserError(given.nothing)
    data = written(given.shared, path.suffix)
    try:
        write_whole(disk, path, data)
    except FileExistsError:
        raise UserError(f"{told(path)} is there already and was left as it is.", "Choose another name.") from None
    except OSError as error:
        raise UserError(f"{told(path)} could not be written: {because(error)}.", "Nothing was handed over.") from None
    return path


def write_whole(disk: Disk, path: Path, data: bytes) -> None:
    """A new file with all of it, or none: half a page is not left lying about."""
    descriptor = disk.create(path)
    try:
        disk.write_all(descriptor, data)
        disk.flush(descriptor)
        disk.flush_folder(path.parent)
    except OSError:
        with suppress(OSError):
            disk.remove(path)
        raise
    finally:
        disk.close(descriptor)
