"""Cleaning text where it enters: from files, from the keyboard, from a pipe.

Touches nothing: plain functions from strings to strings. Every room may use it. Text that went through `clean` holds no
escape sequence, no control character, no bidirectional override and no half of a surrogate pair, so it cannot drive the
terminal it is shown on (facts B1 and F6 of the terminal notes: nearly every widget passes them on).
"""

import re
import unicodedata
from collections.abc import Iterator

#: The longest single answer, in characters. Longer pastes are refused with a reason (see `too_long`).
MAX_ANSWER = 20_000

# C0 but for tab and newline, DEL, C1, the line and paragraph separators, bidirectional embeddings, overrides and
# isolates, the deprecated format characters, interlinear marks, the byte order mark inside text, tag characters, and
# surrogate halves. The two plain direction marks (U+200E, U+200F) and the joiner (U+200D) stay: Hebrew, Arabic and
# emoji need them. Tag characters stay in three places only, the flags of England, Scotland and Wales: anywhere else they
# can hide words.
_FLAGS = tuple(
    "\N{WAVING BLACK FLAG}" + "".join(chr(0xE0000 + ord(char)) for char in region) + "\N{CANCEL TAG}"
    for region in ("gbeng", "gbsct", "gbwls")
)
_HOSTILE = re.compile(
    f"({'|'.join(_FLAGS)})|"
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ufeff\U000e0000-\U000e007f\ud800-\udfff]"
)

# Other ways to end a line, such as the soft line break of a word processor: they part words, so they become newlines.
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# Blanks, controls and format marks; not what this Python does not know yet, which may be a new emoji.
_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})

_NAMES = {
    "\x1b": "an escape character",
    "\x00": "a null character",
    "\x07": "a bell character",
    "\x7f": "a delete character",
    "\ufeff": "a byte order mark",
    "\u2028": "a line separator",
    "\u2029": "a paragraph separator",
}


def clean(text: str) -> str:
    """Return `text` in NFC with every kind of line end as a newline and every hostile character taken out."""
    if text.isascii() and text.isprintable():
        return text  # nearly all that is read: every name in a file, every id
    return unicodedata.normalize("NFC", _HOSTILE.sub(_or_nothing, _BREAKS.sub("\n", text)))


def _or_nothing(found: re.Match[str]) -> str:
    return found[1] or ""


def _or_a_sign(found: re.Match[str]) -> str:
    return found[1] or "\N{REPLACEMENT CHARACTER}"


def one_line(text: str) -> str:
    """Clean `text` and fold all runs of white space, newlines included, to single blanks."""
    return " ".join(clean(text).split())


def passage(text: str) -> str:
    """Clean `text` that may have several lines: tabs become blanks, blank edges go, inner lines stay."""
    lines = clean(text).replace("\t", "    ").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n ")


def is_blank(text: str) -> bool:
    """Whether there is nothing to see in `text`: only blanks, and marks such as a change of reading direction."""
    return all(unicodedata.category(char) in _UNSEEN for char in text)


def hostile(text: str) -> Iterator[tuple[int, str]]:
    """Yield place and plain name of each character that `clean` would take out or make a newline (plain line ends apart)."""
    for found in _HOSTILE.finditer(text):
        if found[0] == "\r" or found[1]:
            continue
        yield found.start(), name_of(found[0])


def name_of(char: str) -> str:
    """The plain name of a character that is refused, with its code point."""
    code = ord(char)
    if char in _NAMES:
        name = _NAMES[char]
    elif 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069:
        name = "a mark that turns the reading direction"
    elif 0xD800 <= code <= 0xDFFF:
        name = "half of a character pair"
    elif 0xE0000 <= code <= 0xE007F or 0x206A <= code <= 0x206F or 0xFFF9 <= code <= 0xFFFB:
        name = "an invisible formatting character"
    else:
        name = "a control character"
    return f"{name} (U+{code:04X})"


def visible(text: str) -> str:
    """Like `clean`, but shows what was hostile as a small sign instead of dropping it. For quoting bad input."""
    return _HOSTILE.sub(_or_a_sign, text.replace("\r\n", "\n"))


def too_long(text: str, limit: int = MAX_ANSWER) -> str | None:
    """A sentence if `text` has more than `limit` characters, else None."""
    if len(text) <= limit:
        return None
    return (
        f"That is {len(text):,} characters, and one answer holds {limit:,}. Nothing was taken in and nothing was lost: "
        "keep it in two parts."
    )


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and single hyphens from `text`: safe in ids and file names. May be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:64].strip("-")
