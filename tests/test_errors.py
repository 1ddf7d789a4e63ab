"""The one error a person sees."""

import pickle

from coachtui.errors import UserError


def test_an_error_with_a_remedy_prints_both_sentences() -> None:
    error = UserError("grow.toml, line 12: there is no kind 'notez'.", "Did you mean 'notes'?")
    assert error.sentence == "grow.toml, line 12: there is no kind 'notez'."
    assert error.remedy == "Did you mean 'notes'?"
    assert str(error) == "grow.toml, line 12: there is no kind 'notez'. Did you mean 'notes'?"


def test_an_error_without_a_remedy_is_its_sentence() -> None:
    error = UserError("There is no session 7f3k.")
    assert error.remedy is None
    assert str(error) == "There is no session 7f3k."


def test_an_error_crosses_a_process_whole() -> None:
    error: UserError = pickle.loads(pickle.dumps(UserError("It is full.", "Make room.")))  # noqa: S301 - our own bytes
    assert (error.sentence, error.remedy) == ("It is full.", "Make room.")
