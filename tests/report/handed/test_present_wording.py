"""What is handed over says what people say now: no slip of the fingers and no earlier wording goes along, in no format."""

import pytest
from tests.support.held import holding

from coachtui.report.handed import endings, written
from coachtui.session.spot import Spot
from coachtui.sharing import share


@pytest.mark.parametrize("audience", ["coachee", "line manager"])
def test_only_the_present_wording_goes(audience: str) -> None:
    editor = holding("grow")
    editor.say(Spot("topic"), "Reding slip")
    editor.say(Spot("topic"), "Reading in Year 8")
    note = editor.add_note(Spot("reality"), "ninteen slip")
    editor.edit(note, "nineteen of them")
    action = editor.commit(Spot("actions"), "rng slip")
    editor.edit_action(action, "ring the parents")
    editor.set_field(action, "by when", "Fryday slip")
    editor.set_field(action, "by when", "Friday")
    editor.rate(Spot("commitment"), 4, remark="slip")
    editor.rate(Spot("commitment"), 7, remark="surer now")
    shared = share(editor.session, audience)
    assert "Reading in Year 8" in repr(shared)
    for ending in endings(shared):
        page = written(shared, ending)
        assert b"slip" not in page
