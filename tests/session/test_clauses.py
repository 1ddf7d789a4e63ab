"""The agreement: what stands, what is in force, and that nothing of it is ever taken away."""

import pytest
from tests.session.table import AGREE, WHO, opened
from tests.strategies.given import START

from coachtui.errors import UserError
from coachtui.session.clauses import clauses_at, levels_at, verdicts
from coachtui.session.document import from_document, to_document
from coachtui.session.editor import SessionEditor
from coachtui.session.models import Agreement, Person
from coachtui.session.records import AgreementRecord
from coachtui.session.spot import Spot
from coachtui.session.things import Clause

HERE = Spot("agree")


def texts(editor: SessionEditor) -> list[str]:
    return [one.text for one in clauses_at(editor.session, HERE)]


def record(editor: SessionEditor) -> AgreementRecord:
    found = editor.session.record(HERE)
    assert isinstance(found, AgreementRecord)
    return found


def said(editor: SessionEditor, clause: str, by: str | None = "p") -> str | None:
    found = verdicts(editor.session, HERE, clause).get(by)
    return found.verdict if found else None


def test_rewording_keeps_the_place_and_needs_a_new_acceptance() -> None:
    editor = opened(AGREE)
    editor.accept(HERE, "We listen.")
    new = editor.reword_clause(HERE, "We listen.", "We listen well.")
    assert texts(editor) == ["We listen well.", "It stays here."]
    assert said(editor, new) is None
    assert said(editor, "We listen.") == "accepted"
    newer = editor.reword_clause(HERE, new, "We listen very well.")
    assert texts(editor) == ["We listen very well.", "It stays here."]
    assert [one.replaces for one in record(editor).clauses] == ["We listen.", new]
    editor.undo()
    editor.undo()
    assert texts(editor) == ["We listen.", "It stays here."]
    assert said(editor, "We listen.") == "accepted"
    editor.redo()
    editor.redo()
    assert [one.id for one in clauses_at(editor.session, HERE)] == [newer, "It stays here."]


def test_striking_takes_a_clause_out_of_force() -> None:
    editor = opened(AGREE)
    editor.strike(HERE, "We listen.")
    assert texts(editor) == ["It stays here."]
    assert editor.session.agreement is not None
    assert [one.text for one in editor.session.agreement.clauses] == ["It stays here."]
    editor.undo()
    assert texts(editor) == ["We listen.", "It stays here."]


def test_an_added_clause_comes_last_and_its_undone_words_are_gone() -> None:
    editor = opened(AGREE)
    new = editor.add_clause(HERE, "No phones.")
    assert texts(editor) == ["We listen.", "It stays here.", "No phones."]
    editor.undo()
    (left,) = record(editor).clauses
    assert (left.id, left.text, left.gone is not None) == (new, "", True)
    editor.redo()
    assert texts(editor)[-1] == "No phones."


def test_undo_adds_a_counter_entry() -> None:
    editor = opened(AGREE)
    editor.accept(HERE, "We listen.", by="p")
    editor.undo()
    assert [one.verdict for one in record(editor).acceptances] == ["accepted", "withdrawn"]
    editor.redo()
    assert [one.verdict for one in record(editor).acceptances] == ["accepted", "withdrawn", "accepted"]
    editor.decline(HERE, "We listen.", by="p")
    editor.undo()
    assert said(editor, "We listen.") == "accepted"


def test_saying_the_same_again_adds_nothing() -> None:
    editor = opened(AGREE)
    editor.accept(HERE, "We listen.")
    before = editor.session
    editor.accept(HERE, "We listen.")
    assert editor.session is before


def test_a_level_is_back_after_undo_and_both_changes_are_on_record() -> None:
    editor = opened({**AGREE, "audiences": ["line manager"]})
    editor.set_level(HERE, "line manager", "points", "yes")
    assert editor.session.agreement is not None
    assert editor.session.agreement.levels["line manager"]["points"] == "yes"
    editor.undo()
    assert [(one.before, one.level) for one in record(editor).changes] == [("no", "yes"), ("yes", "no")]
    assert levels_at(editor.session, HERE)["line manager"]["points"] == "no"
    assert editor.session.agreement.levels["line manager"]["points"] == "no"


def test_undo_of_something_else_keeps_what_was_agreed() -> None:
    editor = opened(WHO, AGREE)
    editor.add_note(Spot("who"), "Sam")
    editor.hear_limits(HERE, by="c")
    editor.remark(HERE, "said on the way")
    editor.undo()
    assert record(editor).remarks == ()
    assert [one.by for one in record(editor).limits_read] == ["c"]
    editor.undo()
    editor.undo()
    assert Spot("who").key not in editor.session.records
    assert [one.by for one in record(editor).limits_read] == ["c"]


def test_who_agreed_stays_here_even_if_joining_is_undone() -> None:
    editor = opened(AGREE)
    editor.add_person(Person(id="n", name="new", role="Coachee"))
    editor.accept(HERE, "We listen.", by="n")
    editor.undo()
    editor.undo()
    assert editor.session.person("n") is not None


def test_the_table_accepted_by_mistake_is_not_in_force_after_undo() -> None:
    editor = opened(AGREE)
    in_force = [editor.session.agreement is not None]
    for call in (lambda: editor.accept_table(HERE), editor.undo, editor.redo):
        call()
        in_force.append(editor.session.agreement is not None)
    assert in_force == [False, True, False, True]


def test_clauses_brought_from_earlier_go_before_those_of_the_framework() -> None:
    brought = Agreement(clauses=(Clause(id="old", at=START, text="As before."),), levels={"SLT": {"points": "ask"}})
    editor = opened(AGREE, brought=brought, agreement=brought)
    assert texts(editor) == ["As before."]
    editor.reword_clause(HERE, "old", "As before, and better.")
    assert editor.session.agreement is not None
    assert [one.text for one in editor.session.agreement.clauses] == ["As before, and better."]
    assert editor.session.agreement.levels["SLT"]["points"] == "ask"


def test_two_agreement_steps_are_both_in_force() -> None:
    editor = opened(AGREE, {**AGREE, "id": "more", "clauses": ["We meet again."]})
    editor.accept(HERE, "We listen.")
    editor.accept(Spot("more"), "We meet again.")
    assert editor.session.agreement is not None
    assert [one.text for one in editor.session.agreement.clauses] == ["We listen.", "It stays here.", "We meet again."]


@pytest.mark.parametrize("way", ["edit", "drop", "attribute", "mark"])
def test_nothing_agreed_can_be_changed_past_the_agreement(way: str) -> None:
    editor = opened(AGREE)
    editor.accept(HERE, "We listen.")
    editor.add_clause(HERE, "No phones.")
    editor.set_level(HERE, "SLT", "topic", "yes")
    before = editor.session
    found = record(editor)
    for thing in (found.acceptances[0].id, found.clauses[0].id, found.changes[0].id):
        calls = {
            "edit": lambda thing=thing: editor.edit(thing, "x"),
            "drop": lambda thing=thing: editor.drop(thing),
            "attribute": lambda thing=thing: editor.attribute(thing, "c"),
            "mark": lambda thing=thing: editor.mark(thing, "shareable"),
        }
        with pytest.raises(UserError):
            calls[way]()
    assert editor.session is before


def test_a_file_whose_clauses_lead_in_a_circle_still_opens() -> None:
    editor = opened(AGREE)
    one = editor.reword_clause(HERE, "We listen.", "A")
    two = editor.reword_clause(HERE, one, "B")
    document = to_document(editor.working)
    document["records"]["agree"]["clauses"][0]["replaces"] = two
    document["records"]["agree"]["clauses"].append({"id": "self", "at": START.isoformat(), "replaces": "We listen."})
    document["records"]["agree"]["clauses"].append({"id": "We listen.", "at": START.isoformat(), "replaces": "self"})
    assert "It stays here." in [one.text for one in clauses_at(from_document(document).session, HERE)]


def test_the_table_is_accepted_by_each_as_it_stood_and_once() -> None:
    editor = opened({**AGREE, "audiences": ["line manager"]})
    for by in ("p", "c", "p"):
        editor.accept_table(HERE, by)
    editor.set_level(HERE, "line manager", "points", "ask")
    editor.accept_table(HERE, "p")
    told = [(one.by, one.levels["line manager"]["points"]) for one in record(editor).tables]
    assert told == [("p", "no"), ("c", "no"), ("p", "ask")]
    editor.undo()
    newest = record(editor).tables[-1]
    assert (newest.by, newest.verdict, newest.levels["line manager"]["points"]) == ("p", "accepted", "no")
    assert editor.session.agreement is not None


def test_a_preset_is_on_record_by_its_name_and_undone_with_it() -> None:
    editor = opened({**AGREE, "audiences": ["line manager"]})
    editor.choose_preset(HERE, "line manager", "Open", {"points": "yes", "ratings": "yes"})
    assert [(one.content, one.preset) for one in record(editor).changes] == [("points", "Open"), ("ratings", "Open")]
    assert editor.session.agreement is not None
    assert editor.session.agreement.presets == {"line manager": "Open"}
    editor.choose_preset(HERE, "line manager", "Open", {"points": "yes", "ratings": "yes"})
    assert len(record(editor).changes) == 2
    editor.undo()
    editor.undo()
    assert editor.session.agreement.presets == {}
    assert levels_at(editor.session, HERE)["line manager"]["points"] == "no"
