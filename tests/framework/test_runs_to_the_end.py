"""A file checked clean always runs to its end.

Frameworks are mixed at random: any setting gets the value that the same setting has elsewhere, any step may be left out,
doubled under another id, or moved. Most are refused; those that are not are held as conversations, with random answers,
until they end. Nothing may be raised, and there is always a way on.
"""

import datetime as dt
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from tests.strategies.given import soaked

from coachtui.flow.past import NO_PAST
from coachtui.flow.spots import spots
from coachtui.framework.loading import load
from coachtui.framework.models import Framework
from coachtui.framework.parts import Parts
from coachtui.framework.shipped import shipped_folder
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Person, Session, Working
from coachtui.talk.talk import Talk

HERE = Path(__file__).parent
SEEDS = [HERE / "everything.toml", shipped_folder() / "grow.toml", shipped_folder() / "instant-pay-off.toml"]
LINES = [
    "a note",
    "1",
    "2",
    "7",
    "1 2",
    "",
    "",
    "",
    "y",
    "n",
    "2026-12-01",
    "/back",
    "/undo",
    "/park an idea",
    "/move 1 2",
]

#: So many typed lines, and then only empty ones: from there on every conversation has to end by itself.
TYPED, EMPTY = 80, 700


def settings_in(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every setting of a framework with its path."""
    if isinstance(data, dict):
        for key, one in data.items():
            yield (*path, key), one
            yield from settings_in(one, (*path, key))
    elif isinstance(data, list):
        for number, one in enumerate(data):
            yield from settings_in(one, (*path, number))


def mixed(data: dict[str, Any], known: dict[str, list[Any]], chance: random.Random) -> dict[str, Any]:
    """The same framework with a few settings as they are elsewhere, and now and then with other steps."""
    data = tomllib.loads(tomli_w.dumps(data))
    for _ in range(chance.randint(1, 3)):
        steps = data["step"]
        step = chance.choice(steps)
        key = chance.choice([key for key in known if key not in ("id", "step", "board", "round", "format")])
        match chance.randrange(6):
            case 0:
                steps.remove(step)
            case 1:
                steps.insert(chance.randrange(len(steps)), {**step, "id": f"again-{chance.randrange(99)}"})
            case 2:
                steps.remove(step)
                steps.insert(chance.randrange(len(steps) + 1), step)
            case 3:
                step[key] = chance.choice(known[key])
            case _:
                own = chance.choice([one for one in step if one != "id"])
                step[own] = chance.choice(known[own])
    return data


def hold(framework: Framework, chance: random.Random) -> bool:
    """Hold a conversation with random lines; whether it came to its end."""
    people = tuple(
        Person(id=f"person{number}", name=f"p{number}", role=framework.roles[-1 - number % len(framework.roles)])
        for number in range(chance.randint(0, 4))
    )
    session = Session(
        id="thissession00001",
        framework=framework,
        people=people,
        minutes=framework.minutes[0],
        setting=chance.choice(["in person", "remote"]),
    )
    ids = (f"thing{number:011d}" for number in range(10_000))
    moments = (dt.datetime(2026, 11, 21, tzinfo=dt.UTC) + dt.timedelta(seconds=n) for n in range(100_000))
    order = spots(session, NO_PAST)
    assert order
    talk = Talk(
        SessionEditor(Working(session, order[0]), lambda: next(moments), lambda: next(ids)),
        NO_PAST,
        people=lambda name, role: Person(id=f"new-{name}", name=name, role=role),
        today=lambda: dt.date(2026, 11, 21),
        ticks=lambda: 0.0,
    )
    lines = [*(chance.choice(LINES) for _ in range(TYPED)), *[""] * EMPTY]
    return any(talk.line(line).wants == "ended" for line in lines)


@pytest.fixture(scope="module")
def known() -> dict[str, list[Any]]:
    """For each setting all values that it has somewhere."""
    found: dict[str, list[Any]] = {}
    for seed in SEEDS:
        for path, value in settings_in(tomllib.loads(seed.read_text(encoding="utf-8"))):
            if isinstance(path[-1], str):
                found.setdefault(path[-1], []).append(value)
    return found


@pytest.mark.timeout(0)  # a soak may take its time; one talk that never ends fails by its count of lines
@pytest.mark.parametrize("seed", range(3))
def test_a_file_checked_clean_runs_to_its_end(seed: int, tmp_path: Path, known: dict[str, list[Any]]) -> None:
    chance = random.Random(seed)
    source = SEEDS[seed]
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    parts = Parts([HERE, shipped_folder()])
    path = tmp_path / source.name
    held = 0
    for _ in range(soaked(14)):
        path.write_text(tomli_w.dumps(mixed(data, known, chance)), encoding="utf-8")
        framework = load(path, parts)
        if isinstance(framework, Framework):
            held += 1
            assert hold(framework, chance), framework.model_dump_json(exclude_unset=True)
    assert held >= 3
