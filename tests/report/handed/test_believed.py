"""A line manager's try: what the page says at the moment of agreeing is what arrives, for every usual agreement.

The reader knows the page alone. So it is read here as words, and the finished copies are searched for words that were said.
"""

import re

import pytest
from tests.support.held import framework, holding

from coachtui.framework.steps import AgreementStep
from coachtui.report.handed import endings, written
from coachtui.report.would_see import would_see
from coachtui.session.models import Person, Session
from coachtui.session.spot import Spot
from coachtui.sharing import questions, share

ANN, BEN, CAZ = (
    Person(id=f"{name.lower()}0", name=name, role=role)
    for name, role in (("Ann", "Coachee"), ("Ben", "Coach"), ("Caz", "Member"))
)
AGREE = Spot("agreement/agree")
#: What is said of each kind of content on the page, as its reader finds it, and the telling words that belong to it.
TOLD = {
    "the day, who was there": ("Ben", "30 November 2026"),
    "the topic in its one line": ("Mondayswithyearnine", "GROW"),
    "what was said (": ("goalword", "Brannigan", "parkedword", "leavingword", "pickreason", "numberremark"),
    "what was promised (": ("promiseword", "unionhelp"),
    "the numbers that were given": ("8 on a scale",),
    "how the coaching itself went": ("usefulword",),
}
HEADS = {
    "goes": "On this page, if there was any:",
    "asked": "Only what the coachee said yes to, one by one; there may be more:",
    "never": "Never on this page, whether there was any or not:",
}
NEVER = ("privateword", "privatepromise", "grownpromise")


def usual() -> list[str]:
    """Every usual agreement of the opening."""
    step = framework().step("agree")
    assert isinstance(step, AgreementStep)
    return list(step.presets)


def believed(page: str) -> dict[str, str]:
    """What the page alone says of each kind of content: it goes, is asked for, or never comes."""
    places = sorted((page.index(head), level) for level, head in HEADS.items() if head in page)
    found: dict[str, str] = {}
    for what in TOLD:
        [at] = [match.start() for match in re.finditer(re.escape(what), page)]
        found[what] = max(place for place in places if place[0] < at)[1]
    return found


def held(preset: str) -> tuple[str, str, Session]:
    """Whose column it is, the page at the moment of agreeing, and the conversation with telling words that followed."""
    audience = "group" if preset.startswith("Group") else "line manager"
    editor = holding("grow", (ANN, BEN, CAZ))
    step = editor.session.framework.step("agree")
    assert isinstance(step, AgreementStep)
    editor.choose_preset(AGREE, audience, preset, step.presets[preset])
    page = " ".join(" ".join(would_see(editor.session, audience)).split())
    editor.say(Spot("topic"), "Mondayswithyearnine")
    editor.say(Spot("goal"), "goalword")
    editor.rate(Spot("importance"), 8)
    editor.remark(Spot("importance"), "numberremark")
    editor.add_note(Spot("reality"), "Mr Brannigan talks over me")
    editor.mark(editor.add_note(Spot("reality"), "privateword"), "private")
    editor.park("parkedword")
    idea = editor.add_note(Spot("options"), "an idea")
    secret = editor.add_note(Spot("options"), "grownpromise")
    editor.mark(secret, "private")
    editor.pick(Spot("pick"), idea, reason="pickreason")
    action = editor.commit(Spot("actions"), "promiseword")
    editor.set_field(action, "support", "unionhelp")
    editor.mark(editor.commit(Spot("actions"), "privatepromise"), "private")
    editor.commit(Spot("actions"), "grownpromise", source=secret)
    editor.say(Spot("close/leaving"), "leavingword")
    editor.say(Spot("close/useful"), "usefulword")
    editor.say(Spot("close/next-date"), "2026-11-30")
    return audience, page, editor.session


def copies(session: Session, audience: str, *, yes: bool) -> str:
    """The copies in every format, with one answer to all that is asked."""
    answers = {one.key: yes for one in questions(session, audience)}
    shared = share(session, audience, answers)
    return "\n".join(written(shared, ending).decode() for ending in endings(shared) if ending != ".ics")


@pytest.mark.parametrize("preset", usual())
def test_what_arrives_is_what_the_page_said(preset: str) -> None:
    audience, page, session = held(preset)
    everything = "Everything that was written down" in page
    told = dict.fromkeys(TOLD, "goes") if everything else believed(page)
    without, withal = (copies(session, audience, yes=yes) for yes in (False, True))
    for what, words in TOLD.items():
        # A remark at a number belongs to both, so the narrower holds; so does the number for its own line.
        assert {word for word in words if word in without} == (set(words) if told[what] == "goes" else set()), what
        assert {word for word in words if word in withal} == (set(words) if told[what] != "never" else set()), what
    assert not [word for word in NEVER if word in withal]
    assert "kept private" in page
    assert "made from it" in page


def test_what_is_asked_so_far_is_told_as_so_far() -> None:
    _, page, _ = held("Ask me first")
    assert "So far 2 things would be asked about first. They are not in it, and more may come." in page


def test_where_nothing_goes_it_says_that_no_page_is_made() -> None:
    editor = holding("grow", (ANN, BEN))
    assert "So no page is made." in " ".join(" ".join(would_see(editor.session, "SLT")).split())
    editor.set_level(AGREE, "SLT", "attendance", "yes")
    page = " ".join(" ".join(would_see(editor.session, "SLT")).split())
    assert "Nothing of what was said goes to SLT." in page
    assert "no page" not in page


def test_a_remark_at_a_number_is_asked_about_as_something_said() -> None:
    _, _, session = held("Part of appraisal: notes may be used")
    assert [one.content for one in questions(session, "line manager") if one.words == "numberremark"] == ["points"]


def test_the_coachee_is_not_somebodys_coachee() -> None:
    assert would_see(holding("grow").session, "coachee")[0] == "What the coachee would see, as it stands now:"
