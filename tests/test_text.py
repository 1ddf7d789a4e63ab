"""Cleaning text: nothing hostile is left, and nothing that people write is lost."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachtui.text import clean, hostile, is_blank, name_of, one_line, passage, slug, too_long, visible

#: Any text at all, halves of pairs included, with hostile characters far more often than chance would have them.
WALES = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
HOSTILE = "\x00\x07\x08\x0b\x0c\x1b\x7f\x80\x85\x9b\r\u2028\u2029\u202a\u202e\u2066\u2069\u206a\ufeff\ufff9\U000e0041\ud800\udfff"
ANY = st.text(st.one_of(st.characters(), st.characters(categories=["Cs"]), st.sampled_from(HOSTILE + "e\u0301\n\t ")))


@given(ANY)
def test_clean_is_the_same_done_twice(text: str) -> None:
    for cleaned in (clean, one_line, passage):
        assert cleaned(cleaned(text)) == cleaned(text)


@given(ANY)
def test_nothing_hostile_is_left(text: str) -> None:
    for cleaned in (clean(text), one_line(text), passage(text), visible(text)):
        assert list(hostile(cleaned)) == []
        assert "\x1b" not in cleaned
        cleaned.encode("utf-8")
        for char in cleaned:
            assert unicodedata.category(char) not in ("Cc", "Cs") or char in "\n\t"


@given(ANY)
def test_clean_is_nfc(text: str) -> None:
    assert unicodedata.is_normalized("NFC", clean(text))


@given(ANY)
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert line.splitlines() in ([], [line])
    assert line == line.strip()
    assert "  " not in line


@pytest.mark.parametrize(
    "text",
    [
        "שלום, מה שלומך?",
        "\u200fעברית\u200e and English",
        "مرحبا بك",
        "نمی\u200cخواهم",
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "👍🏽",
        "हिन्दी क्ष",
        "日本語",
        "naïve café – “quoted” … £5",
    ],
)
def test_what_people_write_survives(text: str) -> None:
    assert clean(text) == one_line(text) == passage(text) == visible(text) == text
    assert list(hostile(text)) == []


def test_letters_are_composed() -> None:
    assert clean("e\u0301") == "é"
    assert clean("e\x00\u0301") == "é"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_no_line_end_runs_words_together(end: str) -> None:
    assert clean(f"one{end}two") == "one\ntwo"
    assert one_line(f"one{end}two") == "one two"


@pytest.mark.parametrize(
    ("text", "is_left"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x9b2Jgone", "2Jgone"),
        ("a\u202eb\u202c", "ab"),
        ("\ufeffmark", "mark"),
        ("half\ud83d", "half"),
        ("tag\U000e0041", "tag"),
        (WALES, WALES),
        (WALES[:-1], WALES[0]),
        (WALES[1:], ""),
        (WALES.replace("\U000e0077", "\U000e0078"), WALES[0]),
    ],
)
def test_hostile_characters_go(text: str, is_left: str) -> None:
    assert clean(text) == is_left


def test_a_passage_keeps_its_inner_lines() -> None:
    assert passage("\n  one  \n\n\ttwo\t\n \n") == "one\n\n    two"


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u00a0", "\u200b", "\u200e\u200f", "\u200d"])
def test_blank_is_what_nobody_sees(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", ".", "שלום", "\u200fא", "👍", "\U000323b0", "\ue000", "\ufffd"])
def test_what_can_be_seen_is_not_blank(text: str) -> None:
    assert not is_blank(text)


def test_hostile_says_where_and_what() -> None:
    assert list(hostile("a\x1bb\r\n\u202e\ud800")) == [
        (1, "an escape character (U+001B)"),
        (5, "a mark that turns the reading direction (U+202E)"),
        (6, "half of a character pair (U+D800)"),
    ]


@given(st.sampled_from(HOSTILE.replace("\r", "")))
def test_every_hostile_character_has_a_name(char: str) -> None:
    assert list(hostile(char)) == [(0, name_of(char))]
    assert name_of(char).isprintable()


def test_too_long_says_how_long() -> None:
    assert too_long("x" * 20_000) is None
    sentence = too_long("x" * 20_001)
    assert sentence is not None
    assert "20,001" in sentence
    assert "nothing was lost" in sentence


@given(ANY)
def test_a_slug_is_safe_in_a_file_name(text: str) -> None:
    made = slug(text)
    assert len(made) <= 64
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert made == made.strip("-")
    assert slug(made) == made
