"""A home that was chosen: remembered, found by everything, and never replaced in silence."""

import stat
from pathlib import Path

import pytest

from coachtui.errors import UserError
from coachtui.store.disk import Disk
from coachtui.store.home import choose_home, find_home
from coachtui.store.pointer import pointer_file


def test_a_chosen_folder_is_the_home_from_then_on(tmp_path: Path) -> None:
    made = choose_home(str(tmp_path / "coaching"), Disk())
    assert made.sessions.is_dir()
    found = find_home(None, {}, tmp_path)
    assert found.root == tmp_path / "coaching"
    assert (found.state, found.cache) == (made.state, made.cache)
    assert "home.toml" in found.found_by
    assert not found.named


def test_what_is_named_for_one_start_goes_first(tmp_path: Path) -> None:
    choose_home(str(tmp_path / "chosen"), Disk())
    assert find_home("other", {}, tmp_path).root == tmp_path / "other"
    assert find_home(None, {"COACHTUI_HOME": str(tmp_path / "env")}, tmp_path).root == tmp_path / "env"
    (tmp_path / "coachtui.toml").write_text("")
    assert find_home(None, {}, tmp_path).root == tmp_path
    assert find_home(None, {}, tmp_path).named


def test_a_name_alone_is_a_folder_of_ones_own(person: Path) -> None:
    assert choose_home("coaching", Disk()).root == Path.home() / "coaching"
    assert choose_home("~/deep/er", Disk()).root == Path.home() / "deep/er"
    assert choose_home(' "with blanks" ', Disk()).root == Path.home() / "with blanks"


def test_a_folder_that_is_gone_is_told_and_nothing_is_made(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    choose_home(str(stick), Disk())
    stick.rename(tmp_path / "pulled")
    with pytest.raises(UserError, match="not there now") as told:
        find_home(None, {}, tmp_path)
    assert str(stick) in str(told.value)
    assert not stick.exists()
    assert find_home("other", {}, tmp_path).root == tmp_path / "other"


@pytest.mark.parametrize("text", ["home = [", "home = 3", 'home = "here"', "", "\xff"])
def test_a_note_that_cannot_be_used_is_told(tmp_path: Path, text: str) -> None:
    pointer_file().parent.mkdir(parents=True)
    pointer_file().write_bytes(text.encode("latin-1"))
    with pytest.raises(UserError, match="cannot be used"):
        find_home(None, {}, tmp_path)


def test_a_file_or_nothing_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for words in ("", "  ", str(tmp_path / "file"), "a\0b"):
        with pytest.raises(UserError):
            choose_home(words, Disk())
    assert not pointer_file().exists()


def test_the_note_can_be_written_again_and_is_the_owners(tmp_path: Path) -> None:
    for name in ("one", "two"):
        choose_home(str(tmp_path / name), Disk())
    assert find_home(None, {}, tmp_path).root == tmp_path / "two"
    assert [one.name for one in pointer_file().parent.iterdir()] == ["home.toml"]
    assert stat.S_IMODE(pointer_file().stat().st_mode) & 0o077 == 0


def test_a_folder_that_cannot_be_made_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError):
        choose_home(str(tmp_path / "file" / "below"), Disk())
    assert not pointer_file().exists()
