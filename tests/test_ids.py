"""Ids and the clock."""

import re
from datetime import UTC, datetime, timedelta

from coachtui.ids import Clock, Mint, mint, now


def test_an_id_is_sixteen_plain_characters() -> None:
    assert all(re.fullmatch(r"[0-9abcdefghjkmnpqrstvwxyz]{16}", mint()) for _ in range(200))


def test_ids_differ() -> None:
    assert len({mint() for _ in range(2_000)}) == 2_000


def test_every_character_can_come_first() -> None:
    """The first four end a file name: they must spread over the whole alphabet, not over a clock."""
    assert len({mint()[0] for _ in range(5_000)}) == 32


def test_now_is_aware_and_whole() -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    moment = now()
    assert moment.utcoffset() is not None
    assert moment.microsecond == 0
    assert before <= moment <= datetime.now(UTC)


def test_both_are_what_the_rest_is_handed() -> None:
    """The type checkers read this test: the real ones fit the types that a frozen one in a test has to fit."""
    clock: Clock = now
    maker: Mint = mint
    assert clock().tzinfo is not None
    assert maker()
