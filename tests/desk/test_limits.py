"""A limit that was reached is kept, whatever else was said; and what a bad disk leaves of its report."""

import os
from pathlib import Path

import pytest
from tests.desk.test_desk import TWO, desk_of

from coachtui.desk.limits import limit_file, limit_offered, pass_on
from coachtui.errors import UserError
from coachtui.sharing import limit_report


def test_a_conversation_in_which_nothing_but_a_limit_was_recorded_is_kept(person: Path) -> None:
    conversation = desk_of(person).start("grow", TWO)
    assert not conversation.talk.line("/duty 1 no").problem
    assert not conversation.empty
    assert conversation.close()
    (one,) = desk_of(person).session(conversation.id).limits
    assert (one.told, one.told_first) == ("the person your school names for safeguarding", "no")


def test_it_is_on_the_disk_before_the_conversation_is_closed(person: Path) -> None:
    conversation = desk_of(person).start("grow", TWO)
    conversation.talk.line("/duty 1 not yet")
    assert conversation.save_now(10)
    assert len(desk_of(person).session(conversation.id).limits) == 1
    conversation.close()


def test_the_card_of_the_home_is_the_card_of_the_conversation(person: Path) -> None:
    desk = desk_of(person)
    desk.home.settings_file.write_text('[duty]\nspeak_to = ["Ms Example"]\n', encoding="utf-8")
    conversation = desk.start("grow", TWO)
    assert conversation.talk.duty == desk.settings.duty
    assert "  1  Ms Example" in conversation.talk.line("/duty").page
    conversation.close()


def test_a_report_that_cannot_be_written_is_said(person: Path, tmp_path: Path) -> None:
    desk = desk_of(person)
    conversation = desk.start("grow", TWO)
    conversation.talk.line("/duty 1 no")
    report = limit_report(conversation.session)
    conversation.close()
    with pytest.raises(UserError, match="could not be written"):
        pass_on(desk.home.disk, report, tmp_path / "nowhere" / "x.md")
    path = limit_file(tmp_path, desk.home.sessions)
    assert pass_on(desk.home.disk, report, path).read_bytes()
    with pytest.raises(UserError, match="is there already"):
        pass_on(desk.home.disk, report, path)
    for target in (desk.home.sessions, desk.home.sessions / "x.md"):
        with pytest.raises(UserError, match="conversations themselves"):
            limit_file(target, desk.home.sessions)
    assert limit_offered(tmp_path).name == "record-2.html"
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
