"""A view as plain lines, for transcripts that a person can read. Pure; what the faces draw is theirs."""

from collections.abc import Iterator

from tests.talk.holding import Held

from coachtui.session.spot import Spot
from coachtui.talk import Reply, View
from coachtui.talk import view as v


def body_lines(body: v.Body) -> list[str]:
    """What has been captured, a line a thing."""
    match body:
        case v.GuideBody():
            return [*body.say, *(f"(seen: {one})" for one in body.seen_by)]
        case v.TextBody():
            return [line for one in body.passages for line in _entry(one)]
        case v.NotesBody():
            parked = ["parked:", *(f"  {line}" for one in body.parked for line in _entry(one))] if body.parked else []
            tags = [f"tag? {body.asked}"] if body.asked else []
            return [*(line for one in body.groups for line in _group(one)), *parked, *tags]
        case v.ChooseBody():
            return [line for one in body.entries for line in _entry(one)]
        case v.RateBody():
            ends = [f"{body.scale[0]} {body.ends[0]} ... {body.scale[1]} {body.ends[1]}"] if body.ends else []
            barrier = [f"begin at: {body.barrier}"] if body.barrier else []
            return [*ends, *(_cell(one) for one in body.cells), *barrier]
        case v.LinkBody():
            ties = [f"{one.a} {body.tie} {one.b}" for one in body.ties]
            alone = [f"alone: {', '.join(map(str, body.alone))}"] if body.alone else []
            return [*_group(body.left), *_group(body.right), *ties, *alone]
        case v.ActionsBody():
            offered = ["chosen before:", *(f"  {line}" for one in body.offered for line in _entry(one))]
            return [*(_action(one) for one in body.actions), *(offered if body.offered else [])]
        case v.AgreementBody():
            return list(_agreement(body))
        case v.ReviewBody():
            return [_review(one) for one in body.actions]


def _entry(one: v.Entry) -> Iterator[str]:
    chosen = f"[{one.chosen}] " if one.chosen else ""
    marks = f" ({', '.join(one.marks)})" if one.marks else ""
    private = " (private)" if one.private else ""
    text = one.text.replace("\n", " / ")
    yield f"{one.label}. {chosen}{text}{marks}{private}"
    yield from (f"   before: {before}" for before in one.earlier)


def _group(group: v.Group) -> list[str]:
    sign = ">" if group.here else "-"
    head = [f"{sign} {group.name}"] if group.name else []
    return [*head, *(f"{'  ' if group.name else ''}{line}" for one in group.entries for line in _entry(one))]


def _cell(cell: v.Cell) -> str:
    name = " / ".join(one for one in (cell.by, cell.row, cell.column) if one)
    value = f"{cell.value:g}" if cell.value is not None else "_"
    was = f" (last time {cell.was:g})" if cell.was is not None else ""
    remark = f", {cell.remark}" if cell.remark else ""
    return f"{'>' if cell.here else ' '} {name + ': ' if name else ''}{value}{remark}{was}"


def _action(one: v.ActionLine) -> str:
    rest = [f"{name}: {value}" for name, value in one.fields]
    source = [f"from: {one.source}"] if one.source and one.source != one.what else []
    when = [f"by {one.by_when}" + (f" = {one.due}" if one.due else "")] if one.by_when else []
    return f"{one.number}. {one.what} | " + " | ".join([one.who, *when, *rest, *source])


def _agreement(body: v.AgreementBody) -> Iterator[str]:
    yield from (f"  ! {one}" for one in body.warnings)
    yield from (f"  stands: {one}" for one in body.stands if body.again)
    for one in body.clauses:
        said = [f"agreed: {', '.join(one.accepted)}"] if one.accepted else []
        yield f"{'>' if one.here else ' '} {one.number}. {one.text}" + (f" ({'; '.join(said)})" if said else "")
    for content in dict.fromkeys(one.content for one in body.table):
        cells = [f"{one.audience} {one.level}{'<' if one.here else ''}" for one in body.table if one.content == content]
        yield f"  {content}: {', '.join(cells)}"
    if body.presets:
        yield "  usual: " + ", ".join(f"{n} {name}: {means}" for n, (name, means) in enumerate(body.presets, 1))
    yield from (f"  told: {one}" for one in body.told)
    yield from (f"  limit: {one}" for one in body.limits)
    if body.agreed:
        yield f"  agreed: {', '.join(body.agreed)}"
    if body.limits_heard:
        yield f"  heard: {', '.join(body.limits_heard)}"


def _review(one: v.ReviewLine) -> str:
    learned = f", {one.learned}" if one.learned else ""
    told = f"{one.status}{learned}" if one.told else f"({one.status})"
    when = f" by {one.by_when}" if one.by_when else ""
    return f"{'>' if one.here else ' '} {one.number}. {one.what} ({one.who}{when}, promised {one.promised}): {told}"


def _head(view: v.View) -> list[str]:
    minutes = f", about {view.minutes:.1f} of {view.minutes_in_all} min" if view.minutes else ""
    speaks = f" [{view.speaks}]" if view.speaks else ""
    return ["", f"== {view.stage} | {view.title}{minutes}{speaks}"]


def _ask(view: v.View) -> str:
    place = f" [{view.place_name}]" if view.place_name else ""
    author = f" [{view.author} says]" if view.author else ""
    draft = f"  draft: {view.draft}" if view.draft else ""
    return f"   {view.question}{place}{author}   (Enter: {view.next_hint}){draft}"


def _around(view: View) -> list[str]:
    beside = [
        f"beside, {one.title}{', ' + one.since if one.since else ''}: {'; '.join(one.lines)}" for one in view.shown
    ]
    remarks = [f"said: {line}" for one in view.remarks for line in _entry(one)]
    offers = [f"? {one.say}" + (f" y: {one.to}" if one.to else "") for one in view.offers]
    return [*beside, *body_lines(view.body), *remarks, *offers]


def _reply(reply: Reply) -> list[str]:
    problem = [f"   ! {reply.problem}"] if reply.problem else []
    refill = [f"   (entry line: {reply.refill})"] if reply.refill else []
    wants = [f"   ({reply.wants})"] if reply.wants else []
    return [*(f"   ~ {one}" for one in reply.said), *problem, *(f"   | {one}" for one in reply.page), *refill, *wants]


def _mended(held: Held, line: str) -> Reply:
    """Up, and other words for the last thing."""
    last = held.talk.last()
    assert last is not None
    return held.talk.mend(last[0], line)


def transcript(held: Held, lines: list[str]) -> str:
    """Type the lines, and write down all that is shown: whole where a step begins, then only what is new.

    A line that begins with `#` is a heading of the transcript; `+5` lets five minutes pass; `@step` says where the
    conversation has to be by now; `^words` is the key Up, and then these words.
    """
    page: list[str] = []
    spot: Spot | None = None
    asked, shown = "", set[str]()

    def show() -> None:
        nonlocal spot, asked, shown
        view = held.talk.view()
        around = _around(view)
        if view.spot != spot:
            page.extend([*_head(view), *(f"     {one}" for one in around), _ask(view)])
        else:
            page.extend(f"     {one}" for one in around if one not in shown)
            if _ask(view) != asked:
                page.append(_ask(view))
        spot, asked, shown = view.spot, _ask(view), set(around)

    show()
    for line in lines:
        if line.startswith("# "):
            page += ["", line]
            continue
        if line.startswith("+"):
            held.ticks.now += 60 * int(line[1:])
            held.clock.advance(60 * int(line[1:]))
            continue
        if line.startswith("@"):
            assert spot is not None
            assert spot.step.endswith(line[1:]), f"the conversation is at {spot}, not at {line}, after {page[-12:]}"
            continue
        page.append(f"> {line}".rstrip())
        reply = _mended(held, line[1:]) if line.startswith("^") else held.talk.line(line)
        page += _reply(reply)
        if reply.wants not in {"ended", "quit"}:
            show()
    return "\n".join(page).strip() + "\n"
