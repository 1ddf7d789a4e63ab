"""Whatever lies in the folder of sessions: it opens clean, or one sentence says which file, what, and what to do."""

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.faults.hostile import MAKERS, Make, good, line, text_of
from tests.store.workshop import LONG, SOAK, a_store

from coachtui.store.layout import Files
from coachtui.store.recovery import Recovered, UnreadableError
from coachtui.store.sessions import Store
from coachtui.text import clean

EACH = 85 * SOAK
"""Files of each of the makers: 1,530 in all."""

RAW = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_a_hostile_file_opens_clean_or_is_refused_in_one_good_sentence(tmp_path: Path, maker: Make) -> None:
    dice = random.Random(maker.__name__)
    store = a_store(tmp_path)
    canary = store.home.root / "canary"
    canary.write_text("untouched")
    folder = store.home.sessions / "2026"
    for number in range(EACH):
        folder.mkdir()
        files = Files(folder, "2026-11-21-1622-grow-7f3k")
        maker(dice, files)
        recovered = tried(store, files)
        if recovered is not None and recovered.newer is None and number % 4 == 0:
            goes_on(store, files)
        assert canary.read_text() == "untouched"
        shutil.rmtree(folder)


def tried(store: Store, files: Files) -> Recovered | None:
    """Read it, and see that what comes back is fit for use."""
    before = {path.name: path.lstat().st_size for path in files.folder.iterdir()}
    listed = store.listing()
    assert len(listed) <= 1
    try:
        recovered = store.read(files.json)
    except UnreadableError as error:
        well_said(error, files)
        assert not listed or listed[0].unreadable == str(error)  # noqa: PT017 - an error is one of two good outcomes
        return None
    else:
        assert listed[0].document == recovered.document
        assert not [text for text in texts(recovered.document) if clean(text) != text]
        assert not RAW.search("".join(recovered.notices))
        return recovered
    finally:
        assert {path.name: path.lstat().st_size for path in files.folder.iterdir()} == before


def well_said(error: UnreadableError, files: Files) -> None:
    """File, reason and remedy, and nothing that would drive a terminal."""
    assert files.json.name in error.sentence
    assert error.remedy
    assert len(error.reason) > 10
    assert not RAW.search(str(error))


def goes_on(store: Store, files: Files) -> None:
    """A session that could be read can be gone on with, or says why not."""
    session = store.open(files.json)
    if session.read_only is not None:
        return
    session.keep({"drafts/after": "words"})
    assert session.close(LONG)
    again = store.read(session.path)
    assert again.document["drafts"]["after"] == "words"
    assert again.damaged == frozenset()


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def test_every_byte_flipped_in_a_journal_is_noticed(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    folder = store.home.sessions / "2026"
    folder.mkdir()
    files = Files(folder, "2026-11-21-1622-grow-7f3k")
    files.json.write_bytes(text_of(good(random.Random(1))))
    data = b"".join(line(b'{"n":%d,"p":"drafts/a","v":"word %d"}' % (n, n)) for n in range(4, 9))
    for place in range(len(data)):
        flipped = bytearray(data)
        flipped[place] ^= 1 << (place % 8)
        files.journal.write_bytes(flipped)
        recovered = store.read(files.json)
        assert recovered.notices
        assert recovered.document["drafts"]["a"].startswith("word ")


def test_damaged_files_are_kept_as_they_were_when_the_session_goes_on(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    folder = store.home.sessions / "2026"
    folder.mkdir()
    files = Files(folder, "2026-11-21-1622-grow-7f3k")
    files.prev.write_bytes(text_of(good(random.Random(1))))
    files.json.write_bytes(b"{ broken")
    lines = [line(b'{"n":%d,"p":"drafts/a","v":"word %d"}' % (n, n)) for n in (4, 5)]
    damaged = lines[0] + b"not a line\n" + lines[1]
    files.journal.write_bytes(damaged)
    session = store.open(files.json)
    assert len(session.notices) == 2
    session.keep({"drafts/b": "more"})
    assert session.close(LONG)
    kept = {files.damaged(number).read_bytes() for number in (1, 2)}
    assert kept == {b"{ broken", damaged}
    assert store.read(files.json).document["drafts"] == {"goal": "half a wo", "a": "word 5", "b": "more"}


def test_a_planted_second_name_or_link_is_never_written_through(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    canary = tmp_path / "canary"
    canary.write_text("untouched")
    session = store.create(good(random.Random(1)))
    assert session.close(LONG)
    files = Files.of(session.path)
    files.journal.hardlink_to(canary)
    files.tmp.symlink_to(canary)
    files.prev.symlink_to(canary)
    again = store.open(session.path)
    again.keep({"drafts/a": "words"})
    assert again.close(LONG)
    assert canary.read_text() == "untouched"
    assert store.read(session.path).document["drafts"]["a"] == "words"
