"""Where the home is, how it is made, and what is said about it."""

import os
import stat
from pathlib import Path

import platformdirs
import pytest

from coachtui.errors import UserError
from coachtui.store.home import find_home


def test_the_option_wins_then_the_variable_then_the_current_folder_then_the_data_folder(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    env = {"COACHTUI_HOME": str(tmp_path / "named")}
    assert find_home("there", env, checkout).root == checkout / "there"
    assert find_home(None, env, checkout).root == tmp_path / "named"
    data = Path(platformdirs.user_data_dir("coachtui", appauthor=False))
    assert find_home(None, {}, checkout).root == data
    (checkout / "coachtui.toml").write_text("")
    assert find_home(None, {}, checkout).root == checkout
    assert find_home("", {"COACHTUI_HOME": ""}, checkout).root == checkout


def test_a_home_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="not a folder"):
        find_home("file", {}, tmp_path)


def test_two_homes_never_share_state_or_cache(tmp_path: Path) -> None:
    one, two = find_home("one", {}, tmp_path), find_home("two", {}, tmp_path)
    assert len({one.state, two.state, one.cache, two.cache}) == 4
    assert not one.state.is_relative_to(one.root)


@pytest.mark.parametrize("umask", [0, 0o022, 0o777])
def test_it_is_made_once_for_its_owner_only_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    home = find_home("deep/down", {}, tmp_path)
    before = os.umask(umask)
    try:
        assert home.make()
        assert not home.make()
    finally:
        os.umask(before)
    for folder in (home.root, home.root.parent, home.sessions, home.frameworks, home.state, home.cache):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_checkout_keeps_its_own_modes(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    checkout.mkdir(mode=0o755)
    (checkout / "coachtui.toml").write_text("")
    home = find_home(None, {}, checkout)
    assert home.make()
    assert not home.make()
    assert stat.S_IMODE(checkout.stat().st_mode) == 0o755


def test_a_home_that_cannot_be_made_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    home = find_home("file/below", {}, tmp_path)
    with pytest.raises(UserError, match="--home"):
        home.make()


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("OneDrive - A School/notes", "OneDrive"),
        ("Dropbox/x", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud"),
        ("Google Drive/x", "Google Drive"),
    ],
)
def test_a_home_in_a_sync_folder_is_said_once(tmp_path: Path, folder: str, program: str) -> None:
    sentences = find_home(folder, {}, tmp_path).hints()
    assert [program in sentence for sentence in sentences] == [True]


def test_syncthing_is_known_by_what_lies_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert "Syncthing" in find_home("home", {}, tmp_path).hints()[0]


def test_git_is_said_unless_sessions_are_ignored(tmp_path: Path) -> None:
    assert find_home("home", {}, tmp_path).hints() == []
    (tmp_path / ".git").mkdir()
    assert "git" in find_home("home", {}, tmp_path).hints()[0]
    (tmp_path / ".gitignore").write_text("*.pyc\n/sessions/*\n")
    assert find_home("home", {}, tmp_path).hints() == []


def test_settings_are_read_and_a_missing_file_is_none_at_all(tmp_path: Path) -> None:
    home = find_home("", {}, tmp_path)
    home = find_home(str(tmp_path), {}, tmp_path)
    assert home.settings() == {}
    home.settings_file.write_bytes(b'\xef\xbb\xbf[school]\r\nname = "St Mary\'s"\r\n')
    assert home.settings() == {"school": {"name": "St Mary's"}}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"a = 1\nb = \n", "line 2"),
        (b"a = 1\na = 2\n", "line 2"),
        (b'a = "\xff"\n', "on line 1 there is a character that is not UTF-8"),
        (b"a = 1\n" + b".".join([b"k"] * 40) + b" = 1\n", "on line 2 there is a name of more than 16 parts"),
        (b"a = " + b"[" * 5000, "too large"),
        (b"a = " + b"1" * 6000, "too large"),
        (b"a = '" + b"x" * 70_000 + b"'", "larger than 64 kB"),
        (b"x" * 60_000, "TOML"),
        (b"a." * 30_000, "more than 16 parts"),
    ],
)
def test_bad_settings_are_refused_with_the_place_and_the_remedy(tmp_path: Path, text: bytes, says: str) -> None:
    home = find_home(str(tmp_path), {}, tmp_path)
    home.settings_file.write_bytes(text)
    with pytest.raises(UserError, match=says) as caught:
        home.settings()
    assert "coachtui.toml" in caught.value.sentence
    assert caught.value.remedy


def test_settings_that_are_a_pipe_or_a_link_do_not_hang(tmp_path: Path) -> None:
    home = find_home(str(tmp_path), {}, tmp_path)
    os.mkfifo(home.settings_file)
    with pytest.raises(UserError, match="not an ordinary file"):
        home.settings()
