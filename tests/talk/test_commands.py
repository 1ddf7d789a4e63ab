"""Each slash command with what it takes and what it does not, Up, drafts, and the table that menus are drawn from."""

import pytest
from tests.talk.holding import ALEX, SAM, Held, everything, hold, shipped, steps

from coachtui.errors import UserError
from coachtui.session.spot import Spot
from coachtui.talk.commands import find
from coachtui.talk.mending import MENDED
from coachtui.talk.table import COMMANDS

NOTES = {
    "kind": "notes",
    "layout": "columns",
    "columns": ["In me", "In others"],
    "tags": ["known", "guessed"],
    "types": ["worry"],
}
TWO = steps(
    {"kind": "notes", "title": "Notes", "ask": ["What?", "What else?"]},
    {"id": "end", "kind": "text", "title": "The end", "stage": "Close"},
)


def notes(held: Held) -> list[str]:
    """The notes that stand."""
    found = held.session.records.get("notes")
    return [one.text for one in held.record("notes").notes if one.gone is None] if found else []


@pytest.mark.parametrize("name", [one.name for one in COMMANDS])
def test_every_command_answers_everywhere_with_and_without_words(name: str) -> None:
    held = hold(everything())
    for step in held.session.framework.steps:
        for argument in ("", " 1", " 99", " nonsense here", " 1 nonsense", " \u00b2"):
            before = held.go(step.id).session
            reply = held.talk.line(f"/{name}{argument}")
            assert not reply.problem or held.session is before
            if not reply.problem:
                held.talk.view()


def test_a_beginning_is_enough_where_it_is_clear() -> None:
    held = hold(TWO)
    held.say("/bac", "/whe")
    assert held.refused("/b").startswith(
        "Which one? /back: to the place you just left; again: further back; /by: say whose"
    )
    assert held.refused("/p") == "Which one: /park, /people, /private, /preview?"
    assert "There is no command /xyz" in held.refused("/xyz")
    assert "Two slashes" in held.refused("/home/sam/notes.txt")


@pytest.mark.parametrize(
    ("word", "name"),
    [("leave", "quit"), ("lea", "quit"), ("exit", "quit"), ("stop", "quit"), ("close", "end"), ("skip", "next"),
     ("help", "help"), ("end", "end"), ("b", ""), ("back", "back"), ("undo", "undo"), ("le", "level"), ("delete", "drop")],
)  # fmt: skip
def test_a_command_is_found_by_other_words_for_it_and_a_name_comes_first(word: str, name: str) -> None:
    if not name:
        with pytest.raises(UserError, match="Which one"):
            find(word)
    else:
        assert find(word).name == name


def test_no_other_word_means_two_commands_and_those_looked_for_most_stand_first() -> None:
    words = [word for one in COMMANDS for word in (one.name, *one.also)]
    assert len(words) == len(set(words))
    first = [one.name for one in COMMANDS[:8]]
    assert {"next", "back", "undo", "end", "quit"} <= set(first)


def test_what_follows_says_which_of_two_commands_is_meant() -> None:
    held = hold(TWO)
    held.say("a note")
    assert held.say("/d").wants == "duty"
    held.say("/d 1")
    assert not held.body.groups[0].entries


def test_a_slash_alone_and_help_show_what_can_be_done_here() -> None:
    held = hold(TWO)
    assert held.say("/").page == held.say("/help").page
    assert any(line.startswith("/park TEXT") for line in held.reply.page)
    assert not any(line.startswith("/unlink") for line in held.reply.page)
    here = {one.name: one.here for one in held.talk.commands()}
    assert (here["ask"], here["unlink"], here["undo"]) == (True, False, True)


def test_next_back_and_go() -> None:
    held = hold(TWO)
    assert held.say("/back").said == ("This is the first step.",)
    for wish in ("/go 2", "/go the", "/go close", "/go END", "/next"):
        held.go("notes").say(wish)
        assert held.talk.spot == Spot("end")
    assert held.say("/back").moved
    assert "no step called 'attic'" in held.refused("/go attic")
    assert held.refused("/go") == "Where to? /where lists all."
    assert held.say("/where").page[:2] == (">  1  Notes", "   2  The end"), "nothing was said there"


def test_another_way_to_ask_comes_round_again() -> None:
    held = hold(TWO)
    asked = [held.view.question]
    for _ in range(2):
        held.say("/ask")
        asked.append(held.view.question)
    assert asked == ["What?", "What else?", "What?"]
    assert held.go("end").say("/ask").said == ("There is only this one question here.",)


def test_columns_are_stood_in_added_and_asked_about() -> None:
    held = hold(steps(NOTES, {"id": "fixed", **NOTES, "fixed": True}))
    held.say("/col 2", "They wait", "/col new things", "Never seen before")
    assert held.view.place_name == "new things"
    assert held.refused("/col in") == "Which column: In me, In others?"
    assert held.refused("/col") == "Which column? In me, In others, new things"
    assert held.refused("/row") == "There are no rows here."
    held.go("fixed")
    assert "There are: In me, In others." in held.refused("/col another")


def test_a_single_rating_has_no_rows_to_add() -> None:
    held = hold(steps({"kind": "rate"}, {"id": "table", "kind": "rate", "rows": ["a"]}))
    assert held.refused("/row b") == "No row can be added here."
    held.go("table").say("/row b", "4")
    assert [(one.row, one.value) for one in held.body.cells] == [("a", None), ("b", 4)]


def test_a_step_bound_to_one_column_stays_in_it() -> None:
    held = hold(everything()).go("own-words")
    assert held.refused("/col Feeling") == "No column can be added here."


def test_move_and_lift() -> None:
    held = hold(steps({**NOTES, "columns": [], "layout": "rows", "rows": ["Well", "Not yet"]}))
    held.say("", "Homework")
    assert held.say("/move 1 well").said == ("Moved to Well.",)
    assert "top row" in held.refused("/lift 1")
    held.say("/move 1 2")
    assert held.say("/lift 1").said == ("Lifted to Well.",)
    assert held.refused("/move 1 attic") == "Where to? Well, Not yet"
    assert held.refused("/move") == "Which one? Say its number first."
    assert held.refused("/move 9 well") == "There is no number 9 here."


def test_tags_and_types_of_the_last_note_or_of_one_by_number() -> None:
    held = hold(steps(NOTES, {"id": "plain", "kind": "notes"}))
    held.say("one", "two", "/tag guessed", "/tag 1 known", "/type 1")
    assert [(one.tag, one.type) for one in held.record("notes").notes] == [("known", None), ("guessed", "worry")]
    assert held.refused("/tag never heard of") == "Which one: known, guessed?"
    held.go("plain")
    assert held.refused("/tag known") == "Notes carry no tags here."
    held.go("notes").say("/drop 1", "/drop 1")
    assert held.refused("/tag known") == "There is no note here yet."


def test_the_note_touched_last_is_the_one_that_is_tagged() -> None:
    held = hold(steps(NOTES))
    held.say("one", "two", "/edit 1 uno", "/tag known")
    assert [one.tag for one in held.record("notes").notes] == ["known", None]


def test_fields_of_an_action_by_name_or_beginning() -> None:
    held = hold(steps({"kind": "actions", "fields": ["what", "by when", "who", "whom to tell", "first step"]}))
    held.say("Ask Jo", "Friday", "Email", "")
    held.say("/field whom to tell the head", "/field first write it down", "/field 1 who Alex", "/field by 28/11")
    first, second = held.body.actions
    assert (first.who, first.due) == ("Alex", "2026-11-27")
    assert dict(second.fields) == {"whom to tell": "the head", "first step": "write it down"}
    assert second.due == "2026-11-28"
    assert "Which field, and what?" in held.refused("/field whoever Kim")
    assert "Which field, and what?" in held.refused("/field who")
    held.say("/field who someone else")
    assert held.body.actions[1].who == "someone else"


def test_reasons_ties_and_remarks() -> None:
    held = hold(steps({"kind": "choose", "options": ["One"]}))
    assert held.refused("/reason none") == "Nothing is picked here yet."
    held.say("1", "/reason it is near", "/remark quiet")
    assert held.body.entries[0].marks == ("it is near",)
    assert held.remarks("choose") == ["quiet"]
    assert held.refused("/remark") == "Say the words after the command, on the same line."
    assert held.refused("/unlink 1") == "Nothing is tied here."


def test_edit_mends_or_hands_the_words_back() -> None:
    held = hold(TWO)
    held.say("half a wrd", "/edit 1 half a word")
    assert notes(held) == ["half a word"]
    assert held.say("/edit 1").thing[1] == "half a word"
    assert held.refused("/edit") == "Which one? Say its number first."
    other = hold(steps({"kind": "choose", "options": ["One"]}))
    assert "not from this conversation" in other.refused("/edit 1 Two")
    assert "not from this conversation" in other.refused("/drop 1")


def test_drop_undo_and_redo_say_what_and_go_there() -> None:
    held = hold(TWO)
    held.say("one", "two", "/drop 1")
    assert held.reply.said == ("Taken out: one (/undo brings it back).",)
    held.go("end").say("/undo")
    assert (held.reply.said, held.talk.spot) == (('Back again: "one" in Notes.',), Spot("notes"))
    held.go("end").say("/undo")
    assert (held.reply.said, held.talk.spot) == (('Gone again: "two" in Notes.',), Spot("notes"))
    held.go("end").say("/redo")
    assert (held.reply.said, held.talk.spot) == (('Back again: "two" in Notes.',), Spot("notes"))
    held.say("/edit 2 too", "/undo")
    assert held.reply.said == ('Back again: "two" in Notes.',)
    held.say("/undo", "/undo")
    assert notes(held) == []
    assert held.say("/undo").said == ("Nothing to undo in this window.",)
    assert hold(TWO).say("/redo").said == ("Nothing to redo.",)


def test_undo_leaves_the_entry_line_in_its_column() -> None:
    held = hold(steps(NOTES))
    held.say("", "They wait", "/undo")
    assert held.view.place_name == "In others"


def test_undo_at_a_rating_stands_at_the_cell_again() -> None:
    held = hold(steps({"kind": "rate", "rows": ["a", "b", "c"]}))
    held.say("1", "2", "/undo")
    assert held.view.place_name == "b"


def test_whose_words_come_next() -> None:
    held = hold(TWO)
    held.say("/by alex", "mine", "/by", "hers", "/by 2", "mine too", "/by coachee")
    assert [one.by for one in held.record("notes").notes] == [ALEX.id, SAM.id, ALEX.id]
    held.say("/by 2 Alex")
    assert held.record("notes").notes[1].by == ALEX.id
    assert held.refused("/by Kim") == "Kim does not take part yet. /people Kim adds them."


def test_people_join_and_are_listed() -> None:
    held = hold(TWO, people=())
    assert held.say("/people").page == ("Nobody is named in this conversation.",)
    for name in ("Sam", "Alex", "Kim"):
        held.say(f"/people {name}")
    assert held.reply.said == ("Kim takes part as Member.",)
    assert held.say("/people").page == ("Sam: Coachee", "Alex: Coach", "Kim: Member")


def test_offers_are_answered_only_where_there_are_some() -> None:
    held = hold(TWO)
    assert held.say("/yes").said == held.say("/no").said == ("Nothing is offered here just now.",)


def test_time_is_booked_to_the_step_and_a_pause_is_not_counted() -> None:
    held = hold(TWO, minutes=30)
    held.ticks.now = 150
    held.say("a note", "/next")
    held.ticks.now = 30 * 60
    held.talk.tick(beating=True)
    held.ticks.now += 30
    held.talk.tick(beating=True)
    assert dict(held.talk.working.elapsed) == {"notes": 150, "end": 30}
    assert held.say("/time").said == ("27 minutes left: 3 of 30 gone.",)
    grow = hold(shipped("grow"))
    assert grow.say("/go topic", "/time").said == ("30 minutes left: 0 of 30 gone; this step 0 of about 2.",)


def test_the_face_is_told_what_only_it_can_do() -> None:
    held = hold(TWO)
    assert [held.say(f"/{name}").wants for name in ("show", "blank", "quit")] == ["show", "blank", "quit"]
    assert held.session.ended is None
    held.say("/end")
    assert held.say("/end").wants == "ended"
    assert held.view.ended


def test_up_finds_the_last_thing_and_mends_it() -> None:
    held = hold(TWO)
    assert held.talk.last() is None
    held.say("one", "two", "/edit 1 uno")
    last = held.talk.last()
    assert last is not None
    assert last[1] == "uno"
    assert held.talk.mend(last[0], "un").said == (MENDED,)
    assert held.talk.mend(last[0], "  ").said == ()
    assert held.talk.mend("nowhere", "words").problem
    assert notes(held) == ["un", "two"]
    held.go("end")
    assert held.talk.last() is None
    other = hold(steps({"kind": "actions"}))
    other.say("Ask Jo", "")
    mended = other.talk.last()
    assert mended is not None
    other.talk.mend(mended[0], "Ask Jo on Friday")
    assert other.body.actions[0].what == "Ask Jo on Friday"


def test_the_line_being_typed_outlives_the_window_and_goes_when_it_is_said() -> None:
    held = hold(TWO)
    held.talk.draft("half a wo")
    again = hold(TWO, begin=held.talk.working)
    assert again.view.draft == "half a wo"
    again.talk.draft("x" * 20_001)
    assert again.view.draft == "half a wo"
    assert again.refused("/edit 7 words")
    assert again.view.draft == "half a wo"
    again.say("half a word")
    assert again.view.draft == ""


def test_an_earlier_wording_is_taken_away_for_good_once_that_is_confirmed() -> None:
    held = hold(TWO)
    held.say("with Mark", "two", "/edit 1 with M")
    deeds = {one.line for one in held.talk.deeds("1")}
    assert "/forget 1" in deeds
    assert "/forget 2" not in {one.line for one in held.talk.deeds("2")}
    assert held.talk.line("/forget 2").problem == "It has no earlier wording."
    held.say("/forget 1")
    assert any("away for good?" in one for one in held.talk.view().notices)
    held.say("/where")
    assert "with Mark" in held.talk.session.model_dump_json()
    held.say("/forget 1", "y")
    assert "with Mark" not in held.talk.session.model_dump_json()
    held.talk.line("/undo")
    assert "with Mark" not in held.talk.session.model_dump_json()
