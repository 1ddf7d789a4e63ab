"""Hostile texts in every place of a home, through every command: nothing that comes out can drive a terminal."""

from pathlib import Path

import pytest
from tests.support.hostile import BRACKETS, DRIVES_A_TERMINAL, ESCAPES, hostile_home
from tests.support.pipe import piped

COMMANDS = (
    ["list"], ["list", "--json"], ["show", "last"], ["show", "last", "--json"], ["prepare", "p1"], ["actions"],
    ["actions", "--json"], ["frameworks"], ["frameworks", "mine"], ["doctor"], ["search", "way"], ["rename", "p1", "p3"],
    ["start", "mine", "--plain"], ["resume", "--plain"],
)  # fmt: skip


@pytest.mark.parametrize("first", range(0, 40, 5))
@pytest.mark.parametrize("texts", [BRACKETS, ESCAPES], ids=["brackets", "escapes"])
def test_no_command_lets_anything_through(person: Path, texts: tuple[str, ...], first: int) -> None:
    desk = hostile_home(person, texts, first)
    files = [str(path) for path in desk.home.frameworks.glob("*.toml")]
    for words in (*COMMANDS, ["check", *files], [texts[first % len(texts)]], ["show", texts[first % len(texts)]]):
        done = piped(words, ["/where", "/show", "/quit"])
        for stream in (done.out, done.err):
            assert not DRIVES_A_TERMINAL.search(stream), (words, DRIVES_A_TERMINAL.findall(stream))
        assert done.code != 70, (words, done.err)
    if texts is BRACKETS:
        shown = " ".join(piped(["show", "last"]).out.split())
        assert sum(" ".join(text.split()) in shown for text in texts) >= 8, "as they are, letter by letter"
