"""The list of frameworks: own before shipped, bad files beside good ones, a helpful answer to a wrong name."""

import shutil
from pathlib import Path

import pytest

from coachtui.errors import UserError
from coachtui.framework.catalogue import Catalogue
from coachtui.framework.loading import Loaded, load_bytes
from coachtui.framework.models import Framework
from coachtui.framework.parts import Parts
from coachtui.framework.shipped import shipped_folder
from coachtui.text import hostile

STEP = '[[step]]\nid = "goal"\nkind = "text"\n'


def framework(folder: Path, name: str, more: str = "") -> Path:
    """A small framework file in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(f'format = 1\nid = "{name}"\nname = "{name.title()}"\n{more}{STEP}', encoding="utf-8")
    return path


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A folder that stands for the shipped one, with two frameworks and a part."""
    folder = tmp_path / "shipped"
    framework(folder, "grow", 'closing = ["close"]\nwords = "I want to think"\nminutes = [20, 30]\n')
    framework(folder, "ladder")
    framework(folder / "parts", "close", "part = true\n")
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home's own folder, still empty."""
    folder = tmp_path / "home" / "frameworks"
    folder.mkdir(parents=True)
    return folder


def test_every_shipped_framework_is_fit_to_run() -> None:
    entries = Catalogue().entries()
    assert {"grow", "instant-pay-off"} <= {entry.id for entry in entries}
    assert [mistake.sentence for entry in entries for mistake in entry.mistakes] == []
    assert {entry.origin for entry in entries} == {"shipped"}


def test_an_entry_tells_what_choose_shows(shipped: Path) -> None:
    entry = Catalogue(shipped=shipped).entries()[0]
    assert (entry.id, entry.name, entry.words, entry.minutes) == ("grow", "Grow", "I want to think", (20, 30))
    assert (entry.family, entry.people, entry.origin) == ("think", ("two",), "shipped")


def test_an_own_framework_wins_over_the_shipped_one_and_says_so(home: Path, shipped: Path) -> None:
    framework(home, "grow", 'summary = "Ours"\n')
    framework(home, "own")
    entries = {entry.id: entry for entry in Catalogue([home], shipped=shipped).entries()}
    assert entries["grow"].origin == "yours, instead of the shipped one"
    assert entries["grow"].summary == "Ours"
    assert entries["own"].origin == "yours"
    assert entries["ladder"].origin == "shipped"


def test_an_own_part_wins_over_the_shipped_one(home: Path, shipped: Path) -> None:
    framework(home / "parts", "close", "part = true\n")
    own = home / "parts" / "close.toml"
    own.write_text(own.read_text(encoding="utf-8").replace('"goal"', '"farewell"'), encoding="utf-8")
    steps = Catalogue([home], shipped=shipped).get("grow").steps
    assert [step.id for step in steps] == ["goal", "close/farewell"]


def test_one_bad_file_never_hides_the_others(home: Path, shipped: Path) -> None:
    (home / "bad.toml").write_text("kind = text", encoding="utf-8")
    (home / "worse.toml").write_bytes(b"\xff" * 100)
    (home / "a folder.toml").mkdir()
    framework(home, "good")
    entries = {entry.id: entry for entry in Catalogue([home], shipped=shipped).entries()}
    assert entries["good"].framework is not None
    for name in ("bad", "worse", "a folder"):
        assert entries[name].framework is None
        assert entries[name].mistakes
        assert (entries[name].name, entries[name].words, entries[name].family) == (name, "", "")


def test_a_bad_own_file_is_not_quietly_replaced_by_the_shipped_one(home: Path, shipped: Path) -> None:
    framework(home, "grow", "colour = 1\n")
    with pytest.raises(UserError) as refused:
        Catalogue([home], shipped=shipped).get("grow")
    assert "grow.toml, line 4, column 1" in str(refused.value)
    assert "use the shipped one" in str(refused.value)


def test_hidden_files_and_other_files_are_passed_over(home: Path, shipped: Path) -> None:
    (home / ".grow.toml").write_text("x", encoding="utf-8")
    (home / "notes.txt").write_text("x", encoding="utf-8")
    (home / "grow.toml~").write_text("x", encoding="utf-8")
    assert Catalogue([home], shipped=shipped).ids() == ["grow", "ladder"]


def test_a_part_among_the_frameworks_is_told(home: Path, shipped: Path) -> None:
    framework(home, "hello", "part = true\n")
    entry = Catalogue([home], shipped=shipped).entry("hello")
    assert entry is not None
    assert "frameworks/parts" in entry.mistakes[0].remedy


def test_a_file_name_cannot_drive_the_terminal(home: Path, shipped: Path) -> None:
    (home / "a\x1b[31m\u202eb.toml").write_text("x = ", encoding="utf-8")
    for entry in Catalogue([home], shipped=shipped).entries():
        assert not list(hostile(entry.id + "".join(mistake.sentence for mistake in entry.mistakes)))


@pytest.mark.parametrize(
    ("asked", "meant"), [("gorw", "grow"), ("gro", "grow"), ("LADER", "ladder"), ("lad", "ladder")]
)
def test_a_wrong_name_is_answered_with_the_nearest(asked: str, meant: str, shipped: Path) -> None:
    with pytest.raises(UserError) as refused:
        Catalogue(shipped=shipped).get(asked)
    assert f'Did you mean "{meant}"?' in str(refused.value)


def test_a_name_like_none_is_answered_with_where_to_look(shipped: Path) -> None:
    with pytest.raises(UserError, match="coachtui frameworks"):
        Catalogue(shipped=shipped).get("\x1b[2J")


@pytest.mark.parametrize("name", ["../shipped/grow", "/etc/passwd", "", "parts/close", "."])
def test_a_path_is_no_name(name: str, home: Path, shipped: Path) -> None:
    with pytest.raises(UserError):
        Catalogue([home], shipped=shipped).get(name)


def test_capital_letters_do_not_matter(shipped: Path) -> None:
    assert Catalogue(shipped=shipped).get("GROW").id == "grow"


def test_a_file_is_checked_again_only_when_it_or_a_part_changed(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []

    def counted(path: Path, data: bytes, parts: Parts) -> Loaded:
        checked.append(path.stem)
        return load_bytes(path, data, parts)

    monkeypatch.setattr("coachtui.framework.catalogue.load_bytes", counted)
    catalogue = Catalogue(shipped=shipped)
    catalogue.entries()
    catalogue.entries()
    assert sorted(checked) == ["grow", "ladder"]
    framework(shipped, "ladder", 'summary = "New"\n')
    assert catalogue.get("ladder").summary == "New"
    assert sorted(checked) == ["grow", "ladder", "ladder"]
    framework(shipped / "parts", "close", 'part = true\nsummary = "New"\n')
    catalogue.entries()
    assert len(checked) == 5


def test_a_file_that_was_taken_away_is_gone_from_the_list(shipped: Path) -> None:
    catalogue = Catalogue(shipped=shipped)
    catalogue.entries()
    (shipped / "ladder.toml").unlink()
    assert catalogue.ids() == ["grow"]


def test_folders_that_are_not_there_make_an_empty_list(tmp_path: Path) -> None:
    assert Catalogue([tmp_path / "no"], shipped=tmp_path / "neither").entries() == []


def test_in_a_checkout_the_home_is_the_shipped_folder_and_is_read_once() -> None:
    entries = Catalogue([shipped_folder()]).entries()
    assert {entry.origin for entry in entries} == {"shipped"}


def test_the_shipped_folder_is_found_in_a_checkout() -> None:
    assert (shipped_folder() / "grow.toml").is_file()
    assert (shipped_folder() / "parts" / "close.toml").is_file()


def test_the_shipped_folder_is_found_inside_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "coachtui"
    shutil.copytree(shipped_folder(), package / "_frameworks")
    (package / "framework").mkdir()
    monkeypatch.setattr("coachtui.framework.shipped.__file__", str(package / "framework" / "shipped.py"))
    assert shipped_folder.__wrapped__() == package / "_frameworks"
    found = Catalogue(shipped=package / "_frameworks").get("grow")
    assert isinstance(found, Framework)
