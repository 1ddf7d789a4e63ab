"""What an audience may not see, said a second time and plainly, and sessions that differ only in that.

Nothing here uses `coachtui.sharing`: it is the other opinion that the door is held against.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from coachtui.session.document import from_document, to_document
from coachtui.session.models import Session, Working
from coachtui.session.spot import Spot

#: Stands in everything that was put in where nobody may see it.
CANARY = "zebra-in-confidence"

#: Entries of what was agreed: the coachee knows them all, nobody else any.
AGREED = ("changes", "tables")
#: Lists of a record that hold things with ids, and the fields in which a thing names another.
LISTS = (
    *("passages", "notes", "rows", "columns", "picks", "added", "ratings", "namings", "ties", "actions", "events"),
    *("clauses", "acceptances", *AGREED, "remarks"),
)
NAMES = ("row", "column", "item", "a", "b", "clause", "replaces")
ORDER = ("no", "ask", "yes")

Document = dict[str, Any]


@dataclass
class Eyes:
    """One audience before one session: what it may see, by the levels of the agreement."""

    document: Document
    levels: Mapping[str, str]
    asked: frozenset[str]
    #: Whether the audience is the coachee, who knows what was agreed for everybody.
    own: bool = False

    def level(self, *contents: str) -> str:
        """The narrowest level of several kinds of content."""
        return min((self.levels.get(one, "no") for one in contents), key=ORDER.index)

    def step(self, key: str) -> Document | None:
        """The step a record belongs to."""
        name = Spot.parse(key).step
        found: Document | None = next((one for one in self.document["framework"]["step"] if one["id"] == name), None)
        return found

    def contents(self, key: str, name: str) -> tuple[str, ...]:
        """What the agreement calls a thing in this list of this record."""
        step = self.step(key) or {}
        usual = {"actions": "actions", "rate": "ratings"}.get(step.get("kind", ""), "points")
        usual = "topic" if step.get("means") == "topic" else usual
        own = step.get("content") or usual
        if name == "remarks":
            return (own, "points")
        return ("actions",) if name == "events" else (own,)

    def closed(self) -> set[str]:
        """The keys of the records of which nobody sees anything: a limit was reached there."""
        return {one["spot"] for one in self.document["limits"]}

    def things(self) -> Iterator[tuple[str, str, Document]]:
        """Every thing with the key of its record and the name of its list."""
        for key, record in self.document["records"].items():
            for name in LISTS:
                for thing in record.get(name, ()):
                    yield key, name, thing

    def shut(self, key: str) -> bool:
        """Whether nobody sees anything of a record: its step is private, or a limit was reached there."""
        step = self.step(key)
        return key in self.closed() or (step is not None and bool(step.get("private")))

    def grown(self) -> set[str]:
        """The ids of what was made of something that nobody sees, and was not let go by itself."""
        stays = {thing["id"] for key, _, thing in self.things() if self.shut(key) or thing.get("mark") == "private"}
        closed = self.closed()
        stays |= {one["id"] for one in self.document["parked"] if one["spot"] in closed or one.get("mark") == "private"}
        picked = self.picked()
        #: Pairs: a thing, and a limit that was reached somewhere on its way here ("" for the way itself).
        ways = {(one, "") for one in stays} | self._where_limits_were_reached()
        while True:
            more = set(ways)
            for key, name, thing in self.things():
                of = self.made_of(key, name, thing, picked)
                reached = {limit for one, limit in ways if one in of}
                let_go = thing.get("mark") == "shareable" and reached - {""} <= set(thing.get("marked_after", ()))
                if thing["id"] in stays or not let_go:
                    more |= {(thing["id"], limit) for limit in reached}
            if more == ways:
                return {one for one, _ in ways} - stays
            ways = more

    def _where_limits_were_reached(self) -> set[tuple[str, str]]:
        """Everything that came up at the spot of a limit, with that limit."""
        things = [(key, thing["id"]) for key, _, thing in self.things()]
        things += [(idea["spot"], idea["id"]) for idea in self.document["parked"]]
        return {(thing, one["id"]) for one in self.document["limits"] for key, thing in things if key == one["spot"]}

    def picked(self) -> list[tuple[str, str, str]]:
        """What was picked and still is: the step, the id of what was, and the id of the pick."""
        live = ((key, one) for key, name, one in self.things() if name == "picks" and not one.get("gone"))
        return [(Spot.parse(key).step, one["item"], one["id"]) for key, one in live]

    def made_of(self, key: str, name: str, thing: Document, picked: list[tuple[str, str, str]]) -> set[str]:
        """The ids of what a thing was made of: the one it says again, and the picks that handed it on to its step."""
        again = {"actions": "source", "notes": "parent"}.get(name, "")
        taken = {"actions": ["source"], "notes": ["row", "column"], "picks": ["item"], "ties": ["a", "b"]}
        refs = {thing.get(one) for one in {**taken, "ratings": ["row", "column"]}.get(name, ())}
        feeds = from_steps(self.step(key) or {})
        return {thing.get(again) or ""} | {one for step, item, one in picked if item in refs and step in feeds}

    def hidden(self) -> set[str]:
        """The ids of everything that may not be seen, by itself or by what it hangs on or grew from."""
        found = self.grown() | {thing["id"] for key, name, thing in self.things() if self.hides(key, name, thing)}
        closed = self.closed()
        found |= {
            one["id"] for one in self.document["parked"] if one["spot"] in closed or self._hides(("points",), one)
        }
        dropped = {thing["id"] for key, _, thing in self.things() if thing.get("gone") and key not in closed}
        while True:
            more = {
                thing["id"]
                for key, name, thing in self.things()
                if any(self.hangs(name, thing.get(field), found, dropped) for field in NAMES)
                or Spot.parse(key).item in found
            }
            if more <= found:
                return found
            found |= more

    def hangs(self, name: str, ref: str | None, hidden: set[str], dropped: set[str]) -> bool:
        """Whether naming this hides a thing. A note stays when its row was dropped; other things go with what they name."""
        return ref in hidden and not (name == "notes" and ref in dropped)

    def hides(self, key: str, name: str, thing: Document) -> bool:
        """Whether a thing may not be seen for itself."""
        step = self.step(key)
        if step is None or step.get("private") or key in self.closed():
            return True
        if name in AGREED and self.own:  # what was agreed is known to both, whatever else the table says
            return bool(thing.get("gone")) or thing.get("mark") == "private"
        if name == "acceptances" and self.level(*self.contents(key, name)) == "ask" and not thing.get("mark"):
            return True  # nobody is asked who said yes to which sentence
        return self._hides(self.contents(key, name), thing)

    def _hides(self, contents: tuple[str, ...], thing: Document) -> bool:
        if thing.get("gone") or thing.get("mark") == "private":
            return True
        level = self.level(*contents)
        if level == "ask":
            return thing.get("mark") != "shareable" and thing["id"] not in self.asked
        return level == "no"

    def hides_words(self, key: str, name: str, thing: Document) -> bool:
        """Whether what was said to a thing (a remark, a reason, what was learned) may not be seen, though the thing is."""
        level = self.level(*self.contents(key, name), "points")
        if level == "ask":
            return thing.get("mark") != "shareable" and f"{thing['id']}:said" not in self.asked
        return level == "no"


def from_steps(step: Document) -> set[str]:
    """The steps from which this one takes things, as its framework says it."""
    lines = [step[one] for one in ("rows", "columns") if isinstance(step.get(one), dict)]
    sources = [step.get("from"), step.get("to"), *(one.get("from") for one in lines)]
    return {one["step"] for one in sources if isinstance(one, dict) and one.get("step")}


def twin(
    session: Session, levels: Mapping[str, str], asked: frozenset[str], random: Random, *, own: bool = False
) -> tuple[Session, frozenset[str]]:
    """Another session that differs, in as many ways as chance likes, only in what the audience may not see.

    With it, what was answered with yes, by the ids of that session.
    """
    document: Document = json.loads(json.dumps(to_document(Working(session, Spot("")))))
    eyes = Eyes(document, levels, asked, own=own)
    hidden = eyes.hidden()
    _keep_grown(eyes)
    _change_things(eyes, hidden, random)
    _change_closed(eyes, random)
    _add_things(eyes, random)
    _move_private(eyes, random)
    _change_session(eyes, hidden, random)
    _change_agreement(eyes, random)
    other, names = _other_ids(document, random)
    return from_document(other).session, frozenset(_renamed(one, names) for one in asked)


def _renamed(key: str, names: dict[str, str]) -> str:
    thing, colon, part = key.partition(":")
    return f"{names.get(thing, thing)}{colon}{part}"


def _keep_grown(eyes: Eyes) -> None:
    """What stays for what it was made of stays for itself as well, so that what it was made of may be another thing."""
    grown = eyes.grown()
    for _, _, thing in eyes.things():
        if thing["id"] in grown:
            thing["mark"] = "private"


def _change_things(eyes: Eyes, hidden: set[str], random: Random) -> None:
    for key, record in eyes.document["records"].items():
        for name in LISTS:
            if name not in record:
                continue
            kept = []
            for thing in record[name]:
                if thing["id"] in hidden and random.random() < 0.3 and _free(eyes, thing["id"]):
                    continue  # gone without a trace
                if thing["id"] in hidden:
                    _scramble(thing, random)
                _unseen_parts(eyes, key, name, thing, random)
                kept.append(thing)
            record[name] = kept


def _free(eyes: Eyes, thing: str) -> bool:
    """Whether nothing else names this, so that it can be taken out without touching what may be seen."""
    return json.dumps(eyes.document["records"]).count(json.dumps(thing)) == 1


def _scramble(thing: Document, random: Random) -> None:
    if thing.get("gone"):
        return
    for field in ("text", "reason", "remark", "learned", "low", "high"):
        if field in thing:
            thing[field] = f"{CANARY} {random.random()}"
    if "value" in thing:
        thing["value"] = 1.0
    if "due" in thing:
        thing["due"] = random.choice([None, "2027-01-02"])
    if "fields" in thing:
        thing["fields"] = {"by when": CANARY, CANARY: CANARY}
    thing["mark"] = thing.get("mark")


def _unseen_parts(eyes: Eyes, key: str, name: str, thing: Document, random: Random) -> None:
    """Fields that are in no export, whatever the thing."""
    if name not in AGREED or not eyes.own:
        thing["at"] = f"2026-0{random.randint(1, 9)}-01T1{random.randint(0, 9)}:00:00+00:00"
    if not thing.get("gone"):
        thing["edited"] = random.choice([None, "2026-10-10T10:10:10+00:00"])
        if name not in ("ratings", "namings", "acceptances", *AGREED):
            thing["earlier"] = [{"text": CANARY, "at": "2026-01-01T00:00:00+00:00", "by": None}] * random.randint(0, 2)
        thing["unheard-of"] = CANARY
    if name == "notes":
        place = {"row": CANARY, "at": "2026-01-01T00:00:00+00:00"}
        thing["moves"] = [place] * random.randint(0, 2)
    if name == "actions":
        thing["source"] = random.choice([None, CANARY])
    words = {"ratings": "remark", "picks": "reason", "ties": "remark", "events": "learned"}.get(name)
    if words and not thing.get("gone") and eyes.hides_words(key, name, thing):
        thing[words] = random.choice(["", f"{CANARY} {random.random()}"])


def _add_things(eyes: Eyes, random: Random) -> None:
    """Things nobody may see: private ones anywhere, and whole records of steps that are private."""
    for step in eyes.document["framework"]["step"]:
        if random.random() < 0.4:
            record = eyes.document["records"].setdefault(step["id"], {"kind": step["kind"]})
            private = {"id": f"secret{random.randrange(10**9)}", "at": "2026-01-01T00:00:00+00:00", "mark": "private"}
            record.setdefault("remarks", []).insert(0, {**private, "text": f"{CANARY}", "to": CANARY})
            if step["kind"] == "notes":
                record.setdefault("notes", []).insert(0, {**private, "id": private["id"] + "n", "text": CANARY})
                record.setdefault("rows", []).insert(0, {**private, "id": private["id"] + "r", "text": CANARY})
            if step["kind"] == "actions":
                record.setdefault("actions", []).insert(0, {**private, "id": private["id"] + "a", "text": CANARY})
            if step["kind"] == "text":
                record.setdefault("passages", []).append({**private, "id": private["id"] + "t", "text": CANARY})


def _move_private(eyes: Eyes, random: Random) -> None:
    """Where things stand at a private step is as private as what was said there."""
    ids = [thing["id"] for _, _, thing in eyes.things()]
    steps = {one["id"]: one for one in eyes.document["framework"]["step"] if one.get("private")}
    for key, record in eyes.document["records"].items():
        step = steps.get(Spot.parse(key).step)
        if step is not None and record["kind"] in ("notes", "choose") and ids:
            rows = [one["name"] for one in step.get("rows", ()) if isinstance(one, dict)]
            places = [
                {"id": random.choice(ids), "row": random.choice([CANARY, *rows]), "at": "2026-01-01T00:00:00+00:00"}
                for _ in range(2)
            ]
            record["placements"] = places[: random.randrange(3)]


def _change_closed(eyes: Eyes, random: Random) -> None:
    """Where a limit was reached: other entries, other words, other places, or no such record and no such entry at all."""
    document = eyes.document
    closed, ids = sorted(eyes.closed()), [thing["id"] for _, _, thing in eyes.things()]
    for number, key in enumerate(closed):
        if random.random() < 0.3:
            # As if the conversation had never come by there.
            document["limits"] = [one for one in document["limits"] if one["spot"] != key]
            document["parked"] = [one for one in document["parked"] if one["spot"] != key]
            document["records"].pop(key, None)
            continue
        document["limits"].insert(random.randrange(len(document["limits"]) + 1), _limit(key, number, random))
        record = document["records"].get(key)
        if record is not None and record["kind"] in ("notes", "choose") and ids:
            places = [{"id": random.choice(ids), "row": CANARY, "at": "2026-01-01T00:00:00+00:00"} for _ in range(2)]
            record["placements"] = places[: random.randrange(3)]
        document["parked"] += [
            {"id": f"idea{number}{one}", "at": "2026-01-01T00:00:00+00:00", "text": CANARY, "spot": key}
            for one in range(random.randrange(2))
        ]
    for one in document["limits"]:
        one |= {**_limit(one["spot"], 0, random), "id": one["id"]}
    unseen = [step["id"] for step in document["framework"]["step"] if step["id"] not in document["records"]]
    came_up = {one["spot"] for one in document["parked"]}
    if random.random() < 0.5:
        # Where nothing was captured, there is nothing to be missed.
        document["limits"] += [_limit(key, 100 + at, random) for at, key in enumerate(unseen) if key not in came_up]
    _know_of_limits(eyes)


def _know_of_limits(eyes: Eyes) -> None:
    """What may be shared all the same is marked so in the face of the limits of now, whichever they are."""
    every = [one["id"] for one in eyes.document["limits"]]
    for _, _, thing in eyes.things():
        if thing.get("mark") == "shareable":
            thing["marked_after"] = [*every, CANARY]


def _limit(key: str, number: int, random: Random) -> Document:
    return {
        "id": f"limit{number}{random.randrange(10**9)}",
        "at": f"2026-0{random.randint(1, 9)}-02T10:00:00+00:00",
        "spot": key,
        "told": f"{CANARY} {random.random()}",
        "told_first": random.choice(["yes", "no", "not yet"]),
        "unheard-of": CANARY,
    }


def _change_session(eyes: Eyes, hidden: set[str], random: Random) -> None:
    document, closed = eyes.document, eyes.closed()
    document["minutes"] = random.randint(1, 90)
    document["setting"] = random.choice(["in person", "remote"])
    document["stance"] = random.choice([None, "coaching", "telling"])
    document["follows"] = random.choice([None, CANARY])
    document["grew_from"] = [{"session": CANARY, "item": CANARY}] * random.randint(0, 1)
    document["from_paper"] = random.random() < 0.5
    document["planned"] = random.choice([None, "2026-01-01T00:00:00+00:00"])
    if document["ended"]:
        document["ended"] = "2026-12-24T18:00:00+00:00"
    if document["started"]:
        document["started"] = f"{document['started'][:10]}T0{random.randint(0, 9)}:11:11+00:00"
    for one in document["parked"]:
        if one["id"] in hidden and not one.get("gone"):
            one["text"] = f"{CANARY} {random.random()}"
        if one["spot"] not in closed:
            one["spot"] = random.choice([None, CANARY])
    met = eyes.level("attendance")
    if met == "no" or (met == "ask" and "attendance" not in eyes.asked):
        document["started"] = random.choice([None, "2026-05-05T05:05:05+00:00"])
        for number, one in enumerate(document["people"]):
            one["name"] = f"{CANARY}{number}"


def _change_agreement(eyes: Eyes, random: Random) -> None:
    """Nobody but the coachee sees what was agreed for others, when and by whom; and the coachee no times of day."""
    for one in (eyes.document["agreement"], eyes.document["brought"]):
        if one is None:
            continue
        if one.get("agreed"):
            day = one["agreed"][:10] if eyes.own else f"2026-0{random.randint(1, 9)}-03"
            one["agreed"] = f"{day}T0{random.randint(0, 9)}:30:00{one['agreed'][-6:]}"
        if not eyes.own:
            one["presets"] = {CANARY: CANARY} if random.random() < 0.5 else {}
            one["levels"] |= {"somebody else": {name: random.choice(ORDER) for name in ("points", "topic")}}
    for record in eyes.document["records"].values():
        if record["kind"] == "agreement":
            seen = [{"by": CANARY, "at": "2026-01-01T00:00:00+00:00"}]
            record["limits_read"] = random.choice([[], seen])


def _other_ids(document: Document, random: Random) -> tuple[Document, dict[str, str]]:
    """The same with other ids throughout, and which became which."""
    text = json.dumps(document)
    ids = {thing["id"] for _, _, thing in Eyes(document, {}, frozenset()).things()}
    ids |= {document["id"]} | {one["id"] for one in document["parked"]}
    labels = json.dumps(document["framework"])
    names: dict[str, str] = {}
    for one in sorted(ids, key=len, reverse=True):
        if len(one) >= 12 and json.dumps(one) not in labels:
            names[one] = f"{random.randrange(10**16):016d}"
            text = text.replace(one, names[one])
    made: Document = json.loads(text)
    made["framework"] = document["framework"]
    return made, names
