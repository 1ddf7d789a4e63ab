"""A framework in the words of one school: prose changes, what is referred to by name does not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachtui.framework.models import Framework
from coachtui.framework.school import in_words_of


def framework(**step: Any) -> Framework:
    """One step."""
    given = {"id": "s", "kind": "notes", "layout": "columns", "columns": ["Pupil", "Adult"], "title": "A", **step}
    return Framework.model_validate({"format": 1, "id": "small", "name": "Small", "step": [given]})


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("Which pupil?", "Which child?"),
        ("Pupil or adult", "Child or adult"),
        ("THE PUPIL", "THE CHILD"),
        ("pupils and a pupil's book", "pupils and a child's book"),
        ("by half-term, or at half-term break", "by term's end, or at the long break"),
        ("{pupil} and pupil", "{pupil} and child"),
        ("line manager", "head of year"),
    ],
)
def test_whole_words_change_and_keep_their_large_letters(text: str, reads: str) -> None:
    terms = {
        "pupil": "child",
        "half-term": "term's end",
        "half-term break": "the long break",
        "Line manager": "head of year",
    }
    step = in_words_of(framework(ask=[text]), terms).steps[0]
    assert step.model_dump()["ask"] == (reads,)


def test_names_that_are_referred_to_stay() -> None:
    changed = in_words_of(framework(ask=["Pupil?"]), {"pupil": "child", "s": "x", "notes": "y", "a": "b"})
    step = changed.steps[0].model_dump()
    assert (step["id"], step["kind"], [one["name"] for one in step["columns"]]) == ("s", "notes", ["Pupil", "Adult"])
    assert (step["title"], step["ask"]) == ("B", ("Child?",))


def test_no_terms_change_nothing_and_words_are_not_replaced_twice() -> None:
    plain = framework(ask=["one two"])
    assert in_words_of(plain, {}) is plain
    assert in_words_of(plain, {"nothing": "else"}) is plain
    assert in_words_of(plain, {"one": "two", "two": "one"}).steps[0].model_dump()["ask"] == ("two one",)


def test_what_would_be_no_framework_any_more_stays_as_it_was() -> None:
    long = framework(ask=["a " * 200])
    assert in_words_of(long, {"a": "b" * 80}) is long


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.text(min_size=1, max_size=8), max_size=4))
def test_whatever_the_words_are_a_framework_comes_out(terms: dict[str, str]) -> None:
    found = in_words_of(framework(ask=["Which pupil, (and) how? [x]"]), terms)
    assert found.steps[0].id == "s"
