"""Hostile and mended files: every mistake is a sentence that names the field and quotes nothing."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.session.table import ACT, AGREE, GOAL, WHO, opened
from tests.session.whole import as_json

from coachtui.errors import UserError
from coachtui.session.document import changes, from_document, to_document
from coachtui.session.models import Detour
from coachtui.session.spot import Spot

SAID = "SÉCRET said in confidence"


def document() -> dict[str, Any]:
    """A document with something in most of its fields."""
    rate = {"id": "rate", "kind": "rate", "ends": "ask"}
    editor = opened(WHO, GOAL, AGREE, ACT, rate, {"id": "pick", "kind": "choose", "options": ["Yes"]})
    editor.start()
    note = editor.add_note(Spot("who"), "Sam")
    editor.edit(note, "Samira")
    editor.say(Spot("goal"), "sleep")
    editor.park("later")
    editor.accept(Spot("agree"), "We listen.")
    editor.set_level(Spot("agree"), "SLT", "topic", "yes")
    editor.set_field(editor.commit(Spot("act"), "go", source=note), "support", "Kim")
    editor.rate(Spot("rate"), 3, remark="low")
    editor.name_ends(Spot("rate"), "cold", "warm")
    editor.pick(Spot("pick"), "Yes", reason="clear")
    editor.draft(Spot("goal"), "half a wo")
    editor.spend(Spot("goal"), 60)
    editor.set_out(Detour(Spot("goal"), Spot("who"), note, back=True))
    found: dict[str, Any] = as_json(to_document(editor.working))
    return found


def paths(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The place of every value in a document, but for the pinned framework, which has its own tests."""
    if at:
        yield at
    if isinstance(value, dict):
        for key, one in value.items():
            if (*at, key) != ("framework",):
                yield from paths(one, (*at, key))
    if isinstance(value, list):
        for place, one in enumerate(value):
            yield from paths(one, (*at, place))


def put(value: Any, at: tuple[str | int, ...], new: Any) -> Any:
    for part in at[:-1]:
        value = value[part]
    value[at[-1]] = new


WRONG: tuple[Any, ...] = (SAID, 7, -1, 1e999, True, None, [SAID], {SAID: SAID}, [[[]]], {"id": SAID}, "")


def test_the_wrong_type_in_any_field_is_a_sentence_or_reads_well() -> None:
    whole = json.dumps(document())
    sentences: list[str] = []
    for at in paths(json.loads(whole)):
        for wrong in WRONG:
            broken = json.loads(whole)
            put(broken, at, wrong)
            try:
                opened_again = from_document(broken)
            except UserError as error:
                sentences.append(str(error))
            else:
                json.dumps(as_json(to_document(opened_again)))
    assert len(sentences) > 1000
    for one in set(sentences):
        assert one.isprintable()
        assert "SÉCRET" not in one
        assert "Samira" not in one


@pytest.mark.parametrize(
    ("at", "name"),
    [
        (("people",), "people"),
        (("people", 0, "name"), "people.0.name"),
        (("started",), "started"),
        (("minutes",), "minutes"),
        (("parked", 0, "text"), "parked.0.text"),
        (("records",), "records"),
        (("records", "who"), "records.who"),
        (("records", "who", "notes", 0, "at"), "records.who.notes.0.at"),
        (("records", "who", "notes", 0, "earlier", 0, "text"), "records.who.notes.0.earlier.0.text"),
        (("records", "rate", "ratings", 0, "value"), "records.rate.ratings.0.value"),
        (("drafts",), "drafts"),
        (("drafts", "goal"), "drafts.goal"),
        (("elapsed", "goal"), "elapsed.goal"),
        (("spot",), "spot"),
        (("detours", 0, "at"), "detours.0.at"),
        (("agreement", "levels"), "agreement.levels"),
    ],
)
def test_the_field_is_named(at: tuple[str | int, ...], name: str) -> None:
    broken = document()
    put(broken, at, [{SAID: 1}])
    with pytest.raises(UserError) as refused:
        from_document(broken)
    assert f"'{name}" in str(refused.value)
    assert "SÉCRET" not in str(refused.value)


@pytest.mark.parametrize("whole", [[], "text", None, 3])
def test_what_is_no_document_at_all(whole: Any) -> None:
    with pytest.raises(UserError):
        from_document(whole)


def test_nesting_without_end_is_refused() -> None:
    broken = document()
    deep: Any = "x"
    for _ in range(400):
        deep = [deep]
    broken["later"] = deep
    with pytest.raises(UserError):
        from_document(broken)


def test_text_is_cleaned_where_it_enters() -> None:
    broken = document()
    broken["records"]["who"]["notes"][0]["text"] = "\x1b[31mSam\u202e\ud800"
    broken["drafts"]["goal"] = "a\x00b"
    opened_again = from_document(broken)
    assert opened_again.drafts["goal"] == "ab"
    assert as_json(to_document(opened_again))["records"]["who"]["notes"][0]["text"] == "[31mSam"


def test_seq_belongs_to_the_store_and_missing_parts_are_empty() -> None:
    whole = {key: document()[key] for key in ("format", "id", "framework")} | {"seq": 12}
    working = from_document(whole)
    assert (working.drafts, working.elapsed, working.detours) == ({}, {}, ())
    assert "seq" not in to_document(working)


def test_keys_stand_in_the_order_people_read() -> None:
    names = list(document())
    assert names[:3] == ["format", "id", "framework"]
    assert names[-1] == "records"


def test_a_key_with_a_slash_or_an_at_sign_is_one_key() -> None:
    step = {"id": "close/leaving", "kind": "text", "lines": "one"}
    editor = opened(step, rounds=({"id": "r", "for_each": ["x@y/z"], "steps": ["close/leaving"]},))
    before = editor.working
    spot = Spot("close/leaving", "x@y/z")
    editor.say(spot, "thanks")
    found = changes(before, editor.working)
    assert list(found) == ["records/close/leaving@x@y/z"]
    assert Spot.parse(spot.key) == spot
    editor.undo()
    assert changes(before, editor.working) == {}


def test_a_change_names_only_what_changed() -> None:
    editor = opened(WHO, GOAL)
    editor.add_note(Spot("who"), "Sam")
    before = editor.working
    editor.say(Spot("goal"), "sleep")
    assert list(changes(before, editor.working)) == ["records/goal"]
    editor.undo()
    middle = editor.working
    editor.start()
    assert changes(middle, editor.working) == {"started": as_json(to_document(editor.working))["started"]}
    assert changes(editor.working, editor.working) == {}
