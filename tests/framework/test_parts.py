"""Parts put into a framework: order, ids, references, and mistakes that name the file they are in."""

from pathlib import Path

import pytest

from coachtui.framework.loading import check_file, load
from coachtui.framework.models import Framework
from coachtui.framework.parts import Parts
from coachtui.framework.steps import ActionsStep, ChooseStep, NotesStep, RateStep, TextStep

PART = """
format = 1
part = true
id = "start"

[[step]]
id = "mood"
kind = "text"
title = "How are you, {coachee}?"
speaks = "Coachee"

[[step]]
id = "who"
kind = "notes"
show = ["mood"]

[[step]]
id = "each"
kind = "notes"
board = "wall"
row = "{person}"
title = "{person} after '{mood}'"

[[step]]
id = "pick"
kind = "choose"
from = { board = "wall", column = "Now" }
options = [{ name = "Again", go_to = "who" }, { name = "More", open = ["extra"] }]
lift = "rows"
  [step.open]
  "Again" = ["extra"]

[[step]]
id = "extra"
kind = "rate"
rows = { from = "who" }
  [step.check]
  below = 3
  say = "Look again, {coach}."
  go_to = "mood"

[[step]]
id = "do"
kind = "actions"
from = "pick"
owners = ["Coach", "Coachee"]

[[board]]
id = "wall"
rows = { from = "who" }
columns = [{ name = "Now", ask = ["What about {mood}?"] }, "Soon"]

[[round]]
id = "turns"
for_each = "who"
call_it = "person"
steps = ["each"]
"""
ROWS = """
[[step]]
id = "rows"
kind = "notes"
layout = "rows"
rows = ["Up", "Down"]
"""
PART = PART.replace('[[step]]\nid = "pick"', ROWS + '\n[[step]]\nid = "pick"')

OWN = """
format = 1
id = "own"
name = "Own"
roles = ["Asker", "Observer", "Teller"]
opening = "start"
closing = ["end"]

[[step]]
id = "topic"
kind = "text"
show = ["mood", "start/who", "wall"]
title = "After {mood}"

[[step]]
id = "choose"
kind = "choose"
from = { step = "who" }
options = ["Back", "On"]
go_to = { "Back" = "mood" }
"""
END = """
format = 1
part = true
id = "end"

[[step]]
id = "leaving"
kind = "text"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A framework with an opening and a closing."""
    (tmp_path / "parts").mkdir()
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "parts" / "start.toml").write_text(PART, encoding="utf-8")
    (tmp_path / "parts" / "end.toml").write_text(END, encoding="utf-8")
    return tmp_path


def loaded(folder: Path) -> Framework:
    """The framework of the folder, fit to run."""
    found = load(folder / "own.toml", Parts([folder]))
    assert isinstance(found, Framework), [one.sentence for one in found]
    return found


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Change words in a file that holds them."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_steps_stand_in_the_order_opening_own_closing(folder: Path) -> None:
    assert [step.id for step in loaded(folder).steps] == [
        *("start/mood", "start/who", "start/each", "start/rows", "start/pick", "start/extra", "start/do"),
        *("topic", "choose"),
        "end/leaving",
    ]


def test_every_reference_in_a_part_points_into_the_part(folder: Path) -> None:
    framework = loaded(folder)
    each, pick, extra, do = (framework.step(f"start/{name}") for name in ("each", "pick", "extra", "do"))
    assert isinstance(each, NotesStep)
    assert isinstance(pick, ChooseStep)
    assert isinstance(extra, RateStep)
    assert isinstance(do, ActionsStep)
    assert (each.board, each.row, each.title) == ("start/wall", "{person}", "{person} after '{start/mood}'")
    assert (pick.from_ and pick.from_.board, pick.lift) == ("start/wall", "start/rows")
    assert pick.goes_to("Again") == "start/who"
    assert pick.openable == {"start/extra"}
    assert extra.check is not None
    assert (extra.check.go_to, extra.check.say) == ("start/mood", "Look again, {coach}.")
    assert do.from_ is not None
    assert do.from_.step == "start/pick"
    board, turn = framework.boards[0], framework.rounds[0]
    assert board.model_dump()["rows"]["from"]["step"] == "start/who"
    assert board.model_dump()["columns"][0]["ask"] == ("What about {start/mood}?",)
    assert (turn.for_each, turn.steps) == ("start/who", ("start/each",))


def test_the_frameworks_own_references_are_given_in_full(folder: Path) -> None:
    framework = loaded(folder)
    topic, choose = framework.step("topic"), framework.step("choose")
    assert isinstance(choose, ChooseStep)
    assert (topic.show, topic.title) == (("start/mood", "start/who", "start/wall"), "After {start/mood}")
    assert (choose.from_ and choose.from_.step, choose.goes_to("Back")) == ("start/who", "start/mood")


def test_the_end_of_an_id_is_enough_where_it_is_unique(folder: Path) -> None:
    framework = loaded(folder)
    assert framework.find("leaving") is framework.step("end/leaving")


def test_a_part_says_coach_and_coachee_whatever_the_framework_calls_them(folder: Path) -> None:
    framework = loaded(folder)
    mood, do = framework.step("start/mood"), framework.step("start/do")
    assert isinstance(mood, TextStep)
    assert isinstance(do, ActionsStep)
    assert mood.speaks == "Teller"
    assert do.owners == ("Asker", "Teller")


def test_the_whole_can_be_stored_and_read_back(folder: Path) -> None:
    framework = loaded(folder)
    stored = framework.model_dump(exclude_unset=True)
    assert Framework.model_validate(stored) == framework
    assert Framework.model_validate_json(framework.model_dump_json(exclude_unset=True)) == framework
    assert stored["opening"] == ("start",)


def test_a_mistake_in_a_part_names_the_file_of_the_part(folder: Path) -> None:
    change(folder, "parts/end.toml", 'kind = "text"', 'kind = "text"\ntitel = "x"')
    found = check_file(folder / "own.toml", Parts([folder]))
    assert [mistake.place for mistake in found] == ["parts/end.toml, line 9, column 1"]


def test_a_part_sees_only_its_own_steps(folder: Path) -> None:
    """It is used by several frameworks, and would break in the others."""
    change(folder, "parts/end.toml", 'kind = "text"', 'kind = "text"\nshow = ["topic"]\ntitle = "{choose}"')
    found = check_file(folder / "own.toml", Parts([folder]))
    assert [(one.line, one.what) for one in found] == [
        (9, 'There is no step or board "topic".'),
        (10, 'Nothing is called "{choose}" that could be filled in here.'),
    ]


def test_a_name_that_two_parts_have_is_to_be_given_in_full(folder: Path) -> None:
    change(folder, "parts/end.toml", 'id = "leaving"', 'id = "mood"')
    found = check_file(folder / "own.toml", Parts([folder]))
    said = " ".join(mistake.sentence for mistake in found)
    assert 'Write "start/mood" or "end/mood".' in said


def test_a_step_of_a_closing_comes_after_the_frameworks_own(folder: Path) -> None:
    change(folder, "own.toml", 'from = { step = "who" }', 'from = "leaving"')
    found = check_file(folder / "own.toml", Parts([folder]))
    assert [mistake.what for mistake in found] == ['The step "end/leaving" comes later in the file.']


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("part = true\n", "", "does not say that it is one"),
        ("part = true\n", "part = false\n", "does not say that it is one"),
        ('id = "end"', 'id = "other"', "is not the name of its file"),
        ("part = true\n", 'part = true\nopening = ["start"]\n', "has no opening of its own"),
        ("format = 1", "format = 99", "format 99"),
        ('kind = "text"', "kind = text", "without quotation marks"),
    ],
)
def test_a_file_that_is_no_part_is_told(folder: Path, old: str, new: str, what: str) -> None:
    change(folder, "parts/end.toml", old, new)
    found = check_file(folder / "own.toml", Parts([folder]))
    assert any(what in mistake.what and mistake.place.startswith("parts/end.toml") for mistake in found)


def test_a_part_that_is_missing_is_told_with_the_nearest(folder: Path) -> None:
    change(folder, "own.toml", 'opening = "start"', 'opening = ["strat"]')
    found = check_file(folder / "own.toml", Parts([folder]))
    assert found[0].sentence == 'own.toml, line 6, column 12: There is no part "strat". Did you mean "start"?'


def test_a_part_is_checked_on_its_own_too(folder: Path) -> None:
    assert check_file(folder / "parts" / "start.toml") == []


def test_parts_are_found_beside_the_file_and_among_the_shipped_ones(folder: Path) -> None:
    change(folder, "own.toml", 'closing = ["end"]', 'closing = ["close"]')
    assert check_file(folder / "own.toml") == []


def test_a_board_and_a_step_cannot_share_an_id(folder: Path) -> None:
    change(folder, "own.toml", 'id = "topic"', 'id = "wall"')
    (folder / "own.toml").write_text(
        (folder / "own.toml").read_text(encoding="utf-8") + '[[board]]\nid = "wall"\ncolumns = ["a"]\n',
        encoding="utf-8",
    )
    found = check_file(folder / "own.toml", Parts([folder]))
    assert any('already a step with the id "wall"' in mistake.what for mistake in found)
