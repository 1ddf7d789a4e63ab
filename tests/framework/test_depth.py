"""Steps that take from steps that take from steps: a handful is fine, two hundred are told."""

from pathlib import Path

from coachtui.framework.depth import MOST_HANDED_ON
from coachtui.framework.loading import check_file

HEAD = 'format = 1\nid = "chain"\nname = "Chain"\n\n[[step]]\nid = "s0"\nkind = "notes"\ntitle = "First"\nask = ["What?"]\n'


def chain(folder: Path, steps: int) -> Path:
    """A file in which each step sorts what the one before sorted."""
    links = (
        f'\n[[step]]\nid = "s{n}"\nkind = "notes"\ntitle = "Step {n}"\nask = ["What?"]\nstart_with = "s{n - 1}"\n'
        for n in range(1, steps)
    )
    path = folder / "chain.toml"
    path.write_text(HEAD + "".join(links), encoding="utf-8")
    return path


def test_a_handful_is_fine(tmp_path: Path) -> None:
    assert check_file(chain(tmp_path, MOST_HANDED_ON)) == []


def test_too_many_are_told_once_with_line_and_remedy(tmp_path: Path) -> None:
    (mistake,) = check_file(chain(tmp_path, 150))
    assert "in a row" in mistake.what
    assert mistake.line == 10 + 7 * (MOST_HANDED_ON - 1) + 2
    assert "first written down" in mistake.remedy
