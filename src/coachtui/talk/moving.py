"""Slash commands that move, ask and show. They write nothing but where we are."""

from coachtui.errors import UserError
from coachtui.flow.offers import Offer
from coachtui.flow.pace import minutes_at
from coachtui.flow.places import action_fields, answered
from coachtui.flow.spots import spots
from coachtui.framework.steps import ActionsStep, NotesStep, RateStep
from coachtui.session.boards import Line, canvas, columns, fixed_column, fixed_row, lines, rate_rows, rows
from coachtui.session.editor import Returned
from coachtui.session.lookups import live, name_of
from coachtui.session.models import Detour, Session
from coachtui.session.spot import Place, Spot
from coachtui.session.wording import filled
from coachtui.talk import mending
from coachtui.talk.changed import came_and_went, changed_place, emptied_field
from coachtui.talk.holder import Holder
from coachtui.talk.offering import in_sight
from coachtui.talk.questions import asking
from coachtui.talk.taking import begins_a_word, match
from coachtui.talk.view import Reply


def next_step(talk: Holder, _: str) -> Reply:
    """Leave the step, whatever places are left in it. Nothing is agreed or confirmed by leaving."""
    return talk.leave_spot()


def go(talk: Holder, wish: str) -> Reply:
    """Any step: by its number in /where, its title, its stage or its id, or by a word that stands in one of them."""
    order = list(spots(talk.session, talk.past))
    names = [step_name(talk, one) for one in order]
    found = match(wish, names)  # a word in the middle of one is looked for last
    if found is not None:
        return _arrive(talk, order[names.index(found)])
    if not wish:
        raise UserError("Where to? /where lists all.")
    steps = [talk.session.framework.step(one.step) for one in order]
    stages = [one for one, step in zip(order, steps, strict=True) if step.stage.lower().startswith(wish.lower())]
    tails = [one for one in order if wish.lower() == one.step.rpartition("/")[2]]
    if tails or stages:
        return _arrive(talk, (tails or stages)[0])
    texts = [f"{name} {step.stage} {one.step}" for name, step, one in zip(names, steps, order, strict=True)]
    hits = [n for n, text in enumerate(texts) if begins_a_word(wish, text)]
    if len(hits) == 1:
        return _arrive(talk, order[hits[0]])
    if hits:
        several = ", ".join(f"{n + 1} {names[n]}" for n in hits[:6])
        raise UserError(f"Which one: {several}? Its number is enough.")
    listed = ", ".join(f"{n} {name}" for n, name in enumerate(names, 1))
    raise UserError(f"There is no step called {wish!r}. There are: {listed}.")


def _arrive(talk: Holder, spot: Spot) -> Reply:
    talk.arrive(spot)
    return Reply(moved=True)


def step_name(talk: Holder, spot: Spot) -> str:
    """What a spot is called on a list: its title, and in a round for whom."""
    step = talk.session.framework.step(spot.step)
    title = filled(talk.session, spot, step.title or step.stage or spot.step)
    who = name_of(talk.session, spot.item) if spot.item is not None else ""
    return title if not who or who in title else f"{title} ({who})"


def has_probes(talk: Holder) -> bool:
    """Whether there is another way to ask here."""
    return len(asking(talk.moment())) > 1


def ask(talk: Holder, _: str) -> Reply:
    """Another way to ask; after the last one, the first again."""
    asked = asking(talk.moment())
    if len(asked) < 2:
        return Reply(said=("There is only this one question here.",))
    talk.probe = (talk.probe + 1) % len(asked)
    return Reply(moved=True)


# -- columns and rows


def _lines_of(talk: Holder) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The columns and the rows of the present step."""
    step = talk.session.framework.step(talk.spot.step)
    if isinstance(step, NotesStep):
        # A step that writes into one row or column of its board stays in it.
        across = () if fixed_column(talk.session, step, talk.spot) else columns(talk.session, step)
        return across, () if fixed_row(talk.session, step, talk.spot) else rows(talk.session, step)
    if isinstance(step, RateStep):
        return lines(talk.session, step.columns), rate_rows(talk.session, step, talk.spot)
    return (), ()


def has_columns(talk: Holder) -> bool:
    """Whether there are columns here."""
    return bool(_lines_of(talk)[0])


def has_rows(talk: Holder) -> bool:
    """Whether there are rows here."""
    return bool(_lines_of(talk)[1])


def column(talk: Holder, wish: str) -> Reply:
    """Stand in a column; a name that is not there is added, where the format allows it."""
    return _line(talk, wish, 0)


def row(talk: Holder, wish: str) -> Reply:
    """Stand in a row; a name that is not there is added, where the format allows it."""
    return _line(talk, wish, 1)


def _line(talk: Holder, wish: str, which: int) -> Reply:
    found = _lines_of(talk)[which]
    what = ("column", "row")[which]
    if not wish:
        names = ", ".join(one.name for one in found)
        raise UserError(f"Which {what}? {names}" if names else f"There are no {what}s here.")
    # A word out of a name will do, but where a new name may be added only its beginning: "In" may be a new one.
    adds = (
        isinstance(step := talk.session.framework.step(talk.spot.step), NotesStep)
        and not canvas(talk.session, step).fixed
    )
    name = match(wish, [one.name for one in found], anywhere=not adds)
    meant = [one.name for one in found if one.name.lower().startswith(wish.lower())]
    if name is None and len(meant) > 1:
        raise UserError(f"Which {what}: {', '.join(meant)}?")
    said: tuple[str, ...] = ()
    if name is not None:
        to = next(one.id for one in found if one.name == name)
    else:
        to = _add_line(talk, wish, which)
        said = (f"New {what}: {wish}. /undo takes it back.",)
    place = talk.place if talk.place.field is None else Place(by=talk.place.by)
    changed = Place(place.row if which == 0 else to, to if which == 0 else place.column, place.by)
    whole = next((one for one in talk.places() if _same(one, changed, which)), changed)
    talk.stand(whole)
    return Reply(said=said, moved=True)


def _same(one: Place, wish: Place, which: int) -> bool:
    """The place in the wished column (or row) that keeps the other where it is, as far as it is set."""
    if which == 0:
        return one.column == wish.column and wish.row in (None, one.row)
    return one.row == wish.row and wish.column in (None, one.column)


def _add_line(talk: Holder, name: str, which: int) -> str:
    step = talk.session.framework.step(talk.spot.step)
    if isinstance(step, RateStep) and which == 1 and _lines_of(talk)[1]:
        return talk.editor.add_rate_row(talk.spot, name)
    if not isinstance(step, NotesStep) or not _takes_lines(talk, step, which):
        names = ", ".join(one.name for one in _lines_of(talk)[which])
        raise UserError(
            f"No {('column', 'row')[which]} can be added here." + (f" There are: {names}." if names else "")
        )
    return talk.editor.add_row(talk.spot, name) if which else talk.editor.add_column(talk.spot, name)


def _takes_lines(talk: Holder, step: NotesStep, which: int) -> bool:
    """Whether a column or row may be added: the canvas has some, and this step is not bound to one of its own."""
    on = canvas(talk.session, step)
    bound = (fixed_column, fixed_row)[which](talk.session, step, talk.spot)
    return bound is None and bool(on.columns or on.rows) and not on.fixed


# -- undo, offers


def undo(talk: Holder, _: str) -> Reply:
    """Take back the newest change, go there, and say what it was."""
    before = talk.session
    returned = talk.editor.undo()
    if returned is None:
        mends = " /mend brings words back, to put them as they were." if mending.has_words(talk) else ""
        return Reply(said=(f"Nothing to undo in this window.{mends}",))
    talk.return_to(returned.spot, changed_place(before, talk.session, returned.spot))
    _ask_again(talk, before)
    return Reply(said=(_what_and_where(talk, before, returned, "Changed back"),), moved=True)


def _ask_again(talk: Holder, before: Session) -> None:
    """Where an answer about a promise was taken back, such as its day, just that is asked for again."""
    step, emptied = talk.session.framework.step(talk.spot.step), emptied_field(before, talk.session, talk.spot)
    if emptied is not None and isinstance(step, ActionsStep) and emptied[1] in action_fields(talk.session, step):
        talk.stand(Place(field=emptied[1]))
        talk.pending = emptied[0]


def _what_and_where(talk: Holder, before: Session, returned: Returned, otherwise: str) -> str:
    """What undo or redo did, in a sentence that names the words as they were seen to come or go, and the step."""
    change = came_and_went(before, talk.session, returned.spot)
    if change.came:
        said = f"Back again: {change.came}"
    elif change.went:
        said = f"Gone again: {change.went}"
    elif change.count:
        said = f'{"Back" if change.count > 0 else "Gone"} again: "{returned.what}"'
    else:
        said = f'{otherwise}: "{returned.what}"'
    return f"{said} in {step_name(talk, returned.spot)}."


def redo(talk: Holder, _: str) -> Reply:
    """Make the newest undone change again, go there, and say what it was."""
    before = talk.session
    returned = talk.editor.redo()
    if returned is None:
        return Reply(said=("Nothing to redo.",))
    talk.return_to(returned.spot, changed_place(before, talk.session, returned.spot))
    return Reply(said=(_what_and_where(talk, before, returned, "Changed again"),), moved=True)


def first_offer(talk: Holder) -> Offer | None:
    """The first offer here that leads somewhere."""
    return next((one for one, _ in in_sight(talk) if one.to is not None), None)


def has_offer(talk: Holder) -> bool:
    """Whether something is offered here that can be taken."""
    return first_offer(talk) is not None


def yes(talk: Holder, _: str) -> Reply:
    """Take what is offered; next comes back here afterwards where the offer says so."""
    offer = first_offer(talk)
    if offer is None or offer.to is None:
        return Reply(said=("Nothing is offered here just now.",))
    talk.editor.set_out(Detour(talk.spot, offer.to, offer.because, back=offer.returns))
    talk.arrive(offer.to)
    return Reply(moved=True)


def no(talk: Holder, _: str) -> Reply:
    """Leave what is offered; it is not offered again for the same answer."""
    offer = first_offer(talk)
    if offer is None:
        return Reply(said=("Nothing is offered here just now.",))
    talk.editor.set_out(Detour(talk.spot, offer.to, offer.because, back=False))
    return Reply(said=("Left as it is.",), moved=True)


# -- pages and ends


#: What stands at what has been answered, as in the trail. A face without this sign shows its own.
DONE = "✓"


def where(talk: Holder, _: str) -> Reply:
    """All steps of the talk, numbered, what was said at, what was left out, and where we are."""
    page: list[str] = []
    order = spots(talk.session, talk.past)
    here = order.index(talk.spot) if talk.spot in order else -1
    for number, spot in enumerate(order):
        said = captured(talk, spot)
        sign = ">" if spot == talk.spot else DONE if said else "-" if number < here else " "
        page.append(f"{sign} {number + 1:2}  {step_name(talk, spot)}{' (left out)' if sign == '-' else ''}")
    return Reply(
        page=(*page, "", f"{DONE}  something was said    -  left out so far", "/go and a number or a name goes there.")
    )


def captured(talk: Holder, spot: Spot) -> bool:
    """Whether anything was said, picked, agreed or seen at a spot: having been there is not enough."""
    record = talk.session.record(spot)
    return answered(talk.session, spot) or (record is not None and any(True for _ in live(record.remarks)))


def _minutes(number: int) -> str:
    return "1 minute" if number == 1 else f"{number} minutes"


def minutes(talk: Holder, _: str) -> Reply:
    """How the time stands, in minutes; nothing counts down."""
    talk.tick()
    spent = sum(talk.working.elapsed.values()) // 60
    left = talk.session.minutes - spent
    rest = f"{_minutes(left)} left" if left >= 0 else f"{_minutes(-left)} over"
    said = f"{rest}: {spent} of {talk.session.minutes} gone"
    share = minutes_at(talk.session, talk.past, talk.spot)
    here = talk.working.elapsed.get(talk.spot.key, 0) // 60
    step = f"; this step {here} of about {share:.0f}" if share is not None and share >= 1 else ""
    return Reply(said=(f"{said}{step}.",))


def show(talk: Holder, _: str) -> Reply:
    """Everything so far; the face lays it out."""
    return Reply(wants="show")


def silence(talk: Holder, _: str) -> Reply:
    """A calm pause: the question stays, nothing counts down, and it is over when somebody types."""
    long = "Two quiet minutes." if talk.session.setting == "remote" else "A quiet minute."
    return Reply(said=(long,), wants="silence")


def blank(talk: Holder, _: str) -> Reply:
    """Blank the screen until a key."""
    return Reply(wants="blank")


def end(talk: Holder, _: str) -> Reply:
    """Close the conversation; while steps are still to come, only when it is said twice. It can be opened again."""
    ahead = _never_reached(talk)
    now = (talk.spot, talk.session)
    if ahead and talk.asks_to_end and talk.session.ended is None and talk.end_asked != now:
        talk.end_asked = now
        many = "One step is" if ahead == 1 else f"{ahead} steps are"
        return Reply(said=(f"{many} still to come. Enter again closes it; any words go on.",), wants="sure")
    return close(talk)


def _never_reached(talk: Holder) -> int:
    """How many steps lie ahead in which nobody has been, and behind which nothing was said yet."""
    order = spots(talk.session, talk.past)
    here = order.index(talk.spot) if talk.spot in order else len(order)
    furthest = max((n for n, one in enumerate(order) if captured(talk, one)), default=0)
    ahead = order[max(here, furthest) + 1 :]
    return sum(1 for one in ahead if not captured(talk, one) and not talk.working.elapsed.get(one.key))


def close(talk: Holder) -> Reply:
    """Close the conversation where it stands."""
    talk.tick()
    talk.editor.end()
    return Reply(said=("Closed. Everything is kept.",), wants="ended")


def leave(talk: Holder, _: str) -> Reply:
    """Stop here; the conversation stays open."""
    talk.tick()
    return Reply(wants="quit")
