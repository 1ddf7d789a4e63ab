"""How each kind of answer is drawn: pure functions from a body and a width to lines."""
