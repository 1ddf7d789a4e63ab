"""Whole conversations by typing and Enter alone, from Home and back: the same record at every size and look, and in lines."""

from pathlib import Path

import pytest
from tests.tui.playing import HEAD, ByKeys, Talk, in_lines, played
from tests.tui.talks import CHAINS

#: The smaller and the larger window, each in one look; the first format in both.
LOOKS = [((80, 24), "dark"), ((160, 45), "light")]
LOOKS_OF_THE_FIRST = [*LOOKS, ((80, 24), "light"), ((160, 45), "dark")]


@pytest.mark.parametrize("chain", CHAINS, ids=lambda chain: chain[0].framework)
async def test_by_typing_and_enter_alone_the_record_is_the_same_everywhere(
    chain: tuple[Talk, ...], tmp_path: Path
) -> None:
    """The keys beyond the words are counted on the way: one a note, at most two a question, and none that is hard to find."""
    in_the_line_mode = [in_lines(tmp_path / "lines", talk) for talk in chain]
    for number, (size, theme) in enumerate(LOOKS_OF_THE_FIRST if chain is CHAINS[0] else LOOKS):
        for talk, wanted in zip(chain, in_the_line_mode, strict=True):
            left, keys = await played(tmp_path / str(number), talk, size, theme, ByKeys)
            assert left == wanted, (talk.name, size, theme)
            table = f"\n{HEAD}\n{keys.row(talk.name)}"
            assert keys.many("note") == keys.notes, table
            assert keys.many("question") <= 2 * keys.questions, table
            assert max(keys.each) <= 2, table
            assert {key for _, key in keys.pressed} <= {"enter", "slash", "p"}, table
