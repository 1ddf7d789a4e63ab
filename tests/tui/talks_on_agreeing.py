"""What two people say when they agree on how they work, and when they meet again; see `playing` for how it is read."""

from datetime import timedelta

from tests.tui.conftest import NOW
from tests.tui.playing import Talk

HOW = Talk(
    name="How we work together",
    framework="how-we-work",
    wish="Before we start: how do we want to do this?",
    word="before",
    names=("p3", "p7"),
    minutes=30,
    lines=(
        "",
        "Time to think that nobody fills",
        "",
        "An hour without marking",
        "",
        "That it turns into one more target",
        "",
        ("y", "|y it stands · n"),
        "We end on time, with a minute left for the next date",
        "y",
        "",
        ("Part of appraisal", "Part of appraisal"),
        "/share peer",
        "y",
        "",
        "",
        "Thursdays, second break",
        *[""] * 7,
    ),
)

HOW_LATER = Talk(
    name="How we work together, looked at again",
    framework="how-we-work",
    wish=HOW.wish,
    word=HOW.word,
    names=HOW.names,
    minutes=30,
    begins=NOW + timedelta(days=70),
    first=500,
    follows=True,
    lines=(
        "",
        "",
        "The same as in autumn",
        "",
        "",
        ("y", "|y it stands · n"),
        "line manager, actions: yes",
        *[""] * 9,
    ),
)
