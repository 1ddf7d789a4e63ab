"""What can be done with a thing that is clicked: in words, and as the slash command that does it."""

from tests.talk.holding import Held, everything, hold, steps

from coachtui.talk.commands import Deed

NOTES = {
    "kind": "notes",
    "layout": "columns",
    "columns": ["In me", "In others"],
    "rows": ["above", "below"],
    "tags": ["known", "guessed"],
    "types": ["worry"],
}


def said(held: Held, thing: str) -> dict[str, str]:
    """What can be done with a thing, by its words."""
    held.talk.view()
    return {one.say: one.line for one in held.talk.deeds(thing)}


def test_everything_that_can_be_done_with_a_note_is_said_and_is_a_command() -> None:
    held = hold(steps(NOTES))
    held.say("They wait")
    held.say("/move 1 below")
    note = held.record("notes").notes[0].id
    deeds = said(held, note)
    assert deeds["mend the words"] == "/mend 1"
    assert deeds["move to In others"] == "/move 1 In others"
    assert deeds["move to above"] == "/move 1 above"
    assert deeds["tag it: known"] == "/tag 1 known"
    assert deeds["it is a worry"] == "/type 1 worry"
    assert deeds["lift it one row"] == "/lift 1"
    assert deeds["keep it private"] == "/private 1"
    assert "it may be shared" not in deeds
    assert deeds["take it out"] == "/drop 1"
    assert "in the words of Sam" in deeds or "in the words of Alex" in deeds
    assert not {"move to below", "as agreed"} & set(deeds)


def test_what_a_thing_is_already_is_not_offered() -> None:
    held = hold(steps(NOTES))
    held.say("They wait", "/tag known", "/private 1")
    deeds = said(held, held.record("notes").notes[0].id)
    assert {"tag it: guessed", "as agreed"} <= set(deeds)
    assert not {"tag it: known", "keep it private", "move to In me"} & set(deeds)


def test_what_the_agreement_leaves_open_may_be_shared() -> None:
    held = hold(steps({"kind": "actions"}))
    held.say("Ask Jo", "")
    action = held.record("actions").actions[0].id
    assert said(held, action)["it may be shared"] == "/share 1"
    held.say("/share 1")
    assert said(held, action)["as agreed"] == "/share 1 agreed"
    assert "it may be shared" not in said(held, action)


def test_every_deed_of_every_thing_can_be_done() -> None:
    """Whatever a menu offers works, in every step of a framework that has every kind."""
    held, tried = hold(everything()), 0
    for step in held.session.framework.steps:
        held.go(step.id).talk.line("something said")
        held.talk.view()
        for number in list(held.talk.numbers):
            for deed in held.talk.deeds(str(number)):
                before = held.session
                reply = held.talk.line(deed.line + ("next week" if deed.typed else ""))
                assert not reply.problem, (step.id, deed, reply.problem)
                if held.session is not before:
                    held.talk.line("/undo")
                held.go(step.id).talk.view()
                tried += 1
    assert tried > 20


def test_a_number_that_is_chosen_and_a_thing_unknown() -> None:
    held = hold(steps({"kind": "choose", "options": ["One", "Two"]}))
    held.talk.view()
    assert Deed("choose it", "2") in held.talk.deeds("2")
    assert held.talk.deeds("nothing") == ()


def test_ties_are_made_and_taken_back() -> None:
    two = {"kind": "link", "from": "a", "to": "b"}
    held = hold(steps({"id": "a", "kind": "notes"}, {"id": "b", "kind": "notes"}, two))
    held.go("a").say("a need")
    held.go("b").say("a way")
    held.go("link").talk.view()
    need, way = held.body.left.entries[0], held.body.right.entries[0]
    assert held.talk.deeds(need.id)[0] == Deed("tie it to a way", "1 A")
    assert Deed("mend the words", "/edit A ", typed=True) in held.talk.deeds(way.id) or said(held, way.id)
    held.say(held.talk.deeds(way.id)[0].line)
    tie = held.record("link").ties[0].id
    assert list(said(held, tie)) == ["take the tie back"]
    held.say(said(held, tie)["take the tie back"])
    assert [one.gone is None for one in held.record("link").ties] == [False]


def test_an_action_has_its_fields_and_a_parked_idea_can_be_drawn_in() -> None:
    held = hold(
        steps({"kind": "notes", "include": ["parked"]}, {"kind": "actions", "fields": ["what", "who", "by when"]})
    )
    held.say("/park an idea")
    assert said(held, held.session.parked[0].id)["draw it in here"].startswith("/take ")
    held.go("actions").say("Ask them")
    held.talk.view()
    deeds = held.talk.deeds(held.record("actions").actions[0].id)
    assert Deed("say by when", "/field 1 by when ", typed=True) in deeds


# -- mending


def test_mend_brings_back_the_last_words_or_those_of_a_number() -> None:
    held = hold(steps(NOTES))
    assert held.say("/mend").said == ("Nothing was said here yet.",)
    held.say("First", "Second")
    notes = held.record("notes").notes
    assert held.say("/mend").thing == (notes[1].id, "Second")
    assert held.say("/mend 1").thing == (notes[0].id, "First")
    assert held.reply.wants == "mend"
    assert held.reply.said == ("To mend it, say it anew: /edit 1 First",)
    assert held.say("/edit 2").thing == (notes[1].id, "Second")
    assert held.refused("/mend nonsense") == "Which one? Say its number; /mend alone brings back the last one."
    assert held.say("/edit 1 The first").wants == ""
    assert held.record("notes").notes[0].text == "The first"


def test_a_command_leaves_the_half_line_alone_and_words_take_its_place() -> None:
    held = hold(steps(NOTES))
    held.talk.draft("half a wo")
    held.say("/where")
    assert held.view.draft == "half a wo"
    held.say("half a word")
    assert held.view.draft == ""
    held.talk.draft("/whe")
    held.say("/where")
    assert held.view.draft == ""


def test_a_lone_question_mark_asks_what_can_be_done() -> None:
    held = hold(steps(NOTES))
    assert held.say("?").page == held.say("/help").page
    assert held.session.records == {}
    held.say("??")
    assert held.record("notes").notes[0].text == "??"


def test_tips_are_a_page_for_a_face_without_a_strip() -> None:
    held = hold(steps({**NOTES, "do": ["Wait a little."], "avoid": ["Asking why."]}))
    reply = held.say("/tips")
    assert reply.wants == "tips"
    assert reply.page[:2] == ("tips   Wait a little.", "avoid  Asking why.")


def test_help_tells_every_command_that_can_be_done_here_once_in_its_group() -> None:
    held = hold(steps(NOTES))
    page = held.say("/help").page
    told = [line.split()[0] for line in page if line.startswith("/")]
    assert sorted(told) == sorted(f"/{one.name}" for one in held.talk.commands() if one.here)
    assert [line for line in page if line.istitle() and " " not in line] == [
        "Writing",
        "Ideas",
        "Moving",
        "People",
        "Looking",
        "Leaving",
    ]
