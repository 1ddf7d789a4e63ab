"""The desk itself: opens conversations and looks over all of them. Touches the disk through the store only.

What a command or a screen does with sessions stands here and in `tending`, so that a test can do it without either.
"""

import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from coachtui import ids
from coachtui.desk.afterwards import names_afterwards
from coachtui.desk.chairs import Named, seated, with_roles
from coachtui.desk.conversation import Conversation, Ticks
from coachtui.desk.naming import Naming, among
from coachtui.desk.overview import Overview, overview_of
from coachtui.desk.prefilled import with_meeting, with_topic
from coachtui.desk.starting import Wish, first_spot, first_value, following, grown_from, invented
from coachtui.errors import UserError
from coachtui.flow.past import NO_PAST, Past
from coachtui.framework.catalogue import Catalogue
from coachtui.framework.mistakes import quoted, suggestion
from coachtui.framework.models import Framework
from coachtui.framework.school import in_words_of
from coachtui.library.before import newest_open, shelf_before
from coachtui.library.past import past_for
from coachtui.library.shelf import Book, Shelf
from coachtui.library.steps import Steps, at_once
from coachtui.session.document import from_document, to_document
from coachtui.session.models import Person, Session, Working
from coachtui.sharing import goes_nowhere
from coachtui.store.home import Home, choose_home
from coachtui.store.keeper import OpenSession
from coachtui.store.people import People
from coachtui.store.recovery import Recovered
from coachtui.store.sessions import Store
from coachtui.store.settings import Settings, SettingsFile, read_settings
from coachtui.store.vault import Plain
from coachtui.talk.keys import Keymap, keymap

#: Seconds to wait for the disk when a session turns out not to be usable.
PATIENCE = 10.0


class Desk:
    """One home, opened.

    Attributes:
        home: the folder everything lies in.
        welcome: sentences to say once, because the home was made just now; else empty.
        store: the sessions on the disk.
        naming: whose a name is.
        clock: the time of day that new things get.
        mint: the ids that new things get.
    """

    def __init__(
        self, home: Home, *, clock: ids.Clock = ids.now, mint: ids.Mint = ids.mint, ticks: Ticks = time.monotonic
    ) -> None:
        """Open a home; it is made where it is not there yet. UserError where it cannot be made."""
        self.home = home
        self.clock = clock
        self.mint = mint
        self._ticks = ticks
        new = home.make()
        self.welcome: tuple[str, ...] = (
            (f"Your notes are kept in {home.root}. coachtui sends them nowhere.", *home.hints()) if new else ()
        )
        self._told = False
        vault = Plain()
        self.store = Store(home, home.disk, vault, mint, clock)
        self.naming = Naming(People(home.people, home.disk, vault, mint, clock), mint)

    def elsewhere(self, words: str) -> "Desk":
        """The desk of another folder, which is the home from now on. What is here stays here.

        Args:
            words: the folder, as somebody typed it.

        Raises:
            UserError: it cannot be a home; nothing is changed then.
        """
        home = choose_home(words, self.home.disk)
        if home.root != self.home.root:
            self.home.leave_if_empty()
        return Desk(home, clock=self.clock, mint=self.mint, ticks=self._ticks)

    @cached_property
    def settings_file(self) -> SettingsFile:
        """The settings of the home, and what is to be told about them. Read once."""
        return read_settings(self.home)

    @property
    def settings(self) -> Settings:
        """What was set; what cannot be used is as it comes."""
        return self.settings_file.settings

    @property
    def settings_told(self) -> tuple[str, ...]:
        """A sentence for each thing in `coachtui.toml` that cannot be used."""
        return (*self.settings_file.told, *self.keymap.told)

    def favourites_told(self) -> tuple[str, ...]:
        """A sentence for each favourite that is no framework here. Reads all frameworks."""
        known = [one.id for one in self.catalogue.entries() if one.framework is not None]
        return tuple(
            self.settings_file.tell(
                ("favourites", at), f"There is no format called {quoted(one)}.", suggestion(one, known, none="")
            )
            for at, one in enumerate(self.settings.favourites)
            if one not in known
        )

    @cached_property
    def keymap(self) -> Keymap:
        """The key of each command, with what was set."""
        file = self.settings_file
        return keymap(
            file.settings.keys, lambda name, what, remedy: file.tell(("keys", *name.split(".", 1)), what, remedy)
        )

    def to_tell(self) -> tuple[str, ...]:
        """What a window says once: where notes live, if that is new, and what is wrong with the settings. Then nothing."""
        told = (*self.welcome, *(() if self._told else self.settings_told))
        self.welcome, self._told = (), True
        return told

    @cached_property
    def catalogue(self) -> Catalogue:
        """All frameworks: the home's own and those that came with the program."""
        return Catalogue([self.home.frameworks])

    def people(self, name: str, role: str) -> Person:
        """The person of this name, holding this role; entered in the home's list where the name is new.

        Raises:
            UserError: two could be meant; the choices are named with their ids.
        """
        return self.naming.person(name, role)

    # -- opening

    def start(
        self,
        framework: str,
        people: Sequence[Named] = (),
        wish: Wish | None = None,
        *,
        follow: str | None = None,
        grew_from: str | None = None,
    ) -> Conversation:
        """Begin a conversation; see `starting`."""
        return at_once(self.starting(framework, people, wish, follow=follow, grew_from=grew_from))

    def starting(
        self,
        framework: str,
        people: Sequence[Named] = (),
        wish: Wish | None = None,
        *,
        follow: str | None = None,
        grew_from: str | None = None,
    ) -> Steps[Conversation]:
        """Begin a conversation, a step at a time. Its file exists from the first moment.

        Args:
            framework: the framework's id.
            people: names (or ids), each with the role said for it or None. An empty name is somebody who is called by
                their role. None at all, in a conversation that follows or grows from another: the people of that one.
            wish: length, setting and day.
            follow: the session it follows: an id, the start of one, or `last`.
            grew_from: `SESSION:ITEM`, the thing of an earlier session that it grows from.

        Raises:
            UserError: something named is not there, or two could be meant.
        """
        asked = in_words_of(self.catalogue.get(framework), self.settings.terms)
        followed = self.session(follow) if follow else None
        source, item = self._source(grew_from) if grew_from else (None, "")
        origin, words = grown_from(source, item) if source is not None else (None, "")
        wish = wish or Wish()
        before = followed or source
        met = {one.id for one in self.naming.list.people()} | {one.id for one in (before.people if before else ())}
        taken = (not people and invented(asked, self.mint)) or self._people(asked, people, before)
        new = {one.id for one in taken} - met
        session = first_value(asked, taken, wish, session=self.mint(), now=self.clock())
        session = following(session, NO_PAST, followed)
        past = past_for(session, (yield from shelf_before(self.store, session, new)).related(session))
        session = following(session, past, followed)
        if origin is not None:
            session = session.model_copy(update={"grew_from": (origin,)})
        working = first_spot(session, past)
        known = with_meeting(working, past, self.clock, self.mint) if wish.asked and not session.from_paper else working
        kept_back = source is not None and origin is not None and goes_nowhere(source, origin.item)
        working = with_topic(known, words, self.clock, self.mint, private=kept_back)
        yield True
        kept = self.store.create(to_document(working))
        return self._conversation(working, kept, past, fresh=True, given=known.session.records)

    def resume(self, ref: str | Path | None = None, *, reopen: bool = True) -> Conversation:
        """Go on with a conversation; see `resuming`."""
        return at_once(self.resuming(ref, reopen=reopen))

    def resuming(self, ref: str | Path | None = None, *, reopen: bool = True) -> Steps[Conversation]:
        """Go on with a conversation, a step at a time; without `ref` the newest open one. A closed one is opened again.

        Where `reopen` is false it stays closed: for mending a word in it.

        Where it cannot be written (open in another window, from a newer version) its `read_only` says why.
        """
        where = (yield from newest_open(self.store)) if ref is None else ref
        path = where if isinstance(where, Path) else self.store.find(where)
        shelf: Shelf | None = None
        with suppress(UserError):  # what cannot be understood is told when it is opened
            shelf = yield from shelf_before(self.store, self.session(path))
        yield True
        kept = self.store.open(path)
        try:
            working = from_document(kept.document, cleaned=True)
            session = working.session
            past = self.past_for(session) if shelf is None else past_for(session, shelf.related(session))
            conversation = self._conversation(working, kept, past)
            if conversation.read_only is None and reopen:
                conversation.talk.editor.start()
                conversation.talk.editor.reopen()
        except UserError as error:
            kept.close(PATIENCE)
            raise UserError(f"{kept.path.name} cannot be opened: {error}") from None
        except BaseException:
            kept.close(PATIENCE)
            raise
        return conversation

    def _conversation(
        self,
        working: Working,
        kept: OpenSession,
        past: Past,
        *,
        fresh: bool = False,
        given: Mapping[str, object] | None = None,
    ) -> Conversation:
        conversation = Conversation(
            working,
            kept,
            past,
            people=self.people,
            clock=self.clock,
            mint=self.mint,
            ticks=self._ticks,
            fresh=fresh,
            forget=lambda: self.store.delete(kept.path),
            given=given,
        )
        conversation.talk.duty = self.settings.duty
        conversation.talk.afterwards = lambda: names_afterwards(self.catalogue, conversation.session.framework)
        return conversation

    def _source(self, ref: str) -> tuple[Session, str]:
        session, colon, item = ref.rpartition(":")
        if not colon:
            raise UserError("What it grows from is written SESSION:ITEM, as in last:7f3k.")
        return self.session(session), item

    def _people(self, framework: Framework, named: Sequence[Named], before: Session | None) -> tuple[Person, ...]:
        """The people of a new session: those named, else those of the session it comes from, on their chairs."""
        if before is not None and all(role is not None and among(before.people, name) for name, role in named):
            said = {one.id: role for name, role in named if (one := among(before.people, name))}
            held = [one.role for one in before.people]
            return with_roles(before.people, seated(framework, [said.get(one.id) for one in before.people], held))
        roles = seated(framework, [role for _, role in named])
        found = tuple(self.people(name, role) for (name, _), role in zip(named, roles, strict=True))
        if len({one.id for one in found}) < len(found):
            raise UserError("The same person was named twice.", "Name each person once; --role says who does what.")
        return found

    # -- looking

    def shelf(self) -> Shelf:
        """All sessions as they are on the disk now."""
        return Shelf.of(self.store.listing())

    def read(self, ref: str | Path) -> Recovered:
        """One session's document as it is on the disk, its journal included. UserError where it is not there."""
        return self.store.read(ref)

    def working(self, found: Recovered) -> Working:
        """What was read, as a session with its spot and half lines. UserError where it cannot be understood."""
        book = Book(id=str(found.document["id"]), path=found.path, document=found.document, newer=found.newer or "")
        if book.working is None:
            raise UserError(book.reason)
        return book.working

    def session(self, ref: str | Path) -> Session:
        """One session. UserError where it is not there or cannot be understood."""
        return self.working(self.read(ref)).session

    def swapped(self, session: Session) -> list[Named]:
        """The people of a session with coach and coachee on each other's chairs, as `start` takes them."""
        coach, coachee = session.coach, session.coachee
        if coach is None or coachee is None:
            raise UserError("That conversation does not say who the coach and the coachee were.")
        chairs = {coach.id: coachee.role, coachee.id: coach.role}
        return [(one.id, chairs.get(one.id, one.role)) for one in session.people]

    def past_for(self, session: Session) -> Past:
        """What the people of a session held before it. Only theirs is read whole."""
        return past_for(session, at_once(shelf_before(self.store, session)).related(session))

    def overview(self) -> Overview:
        """What Home says first: numbers and what is waiting, no names."""
        return overview_of(self.shelf(), self.clock().date())
