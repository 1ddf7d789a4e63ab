"""No word of the program, its formats or its docs promises more secrecy than anybody can keep."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]

#: Ways of promising that nobody will ever see something, and of saying that something is secret or safe for certain.
PROMISES = re.compile(
    r"\b(?:nobody|no[ -]?one)(?: else)? (?:can|could|will|may|ever|but you) (?:ever )?(?:see|read|hear|find|know|get|open)"
    r"|\bnobody (?:else )?(?:sees|reads|hears|gets) "
    r"|\bonly (?:you|the two of you|we|us) (?:can|could|will|ever|two|know)\b"
    r"|\bnever (?:be )?(?:seen|read|shown|shared|told|passed|handed|leaves?|leave)\b"
    r"|\b(?:strictly |fully |totally |completely |absolutely )?(?:confidential|secret|anonymous)(?:ly|ity)?\b"
    r"|\bkeeps? (?:the|your|a) (?:confidences?|secrets?)\b|\bstays? with those who\b|\bno other way out\b"
    r"|\bsecrecy\b|\bguarante|\b100 ?% (?:safe|private|secure)|\babsolutely safe|\bwill not (?:leave|go anywhere|be passed)",
    re.IGNORECASE,
)
#: Where such a word stands in the sentence that says how far a promise goes, or about something else altogether.
HONEST = (
    "nobody can promise total secrecy",
    "never a promise of total secrecy",
    "no promise of secrecy",
    "nobody could read",  # a picture that would be too narrow
)


def _toml_texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _toml_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _toml_texts(inner)


def _said(path: Path) -> Iterator[str]:
    """The texts of a module that somebody may read on a screen: all but what explains the code."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value


def _texts(path: Path) -> Iterator[str]:
    if path.suffix == ".py":
        yield from _said(path)
    elif path.suffix == ".toml":
        yield from _toml_texts(tomllib.loads(path.read_text(encoding="utf-8")))
    else:
        yield from re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))


def promises(text: str) -> list[str]:
    """What a text promises that nobody can keep."""
    flat = " ".join(text.split())
    for honest in HONEST:
        flat = re.sub(re.escape(honest), "", flat, flags=re.IGNORECASE)
    return [found.group() for found in PROMISES.finditer(flat)]


READ = [
    *sorted((ROOT / "frameworks").rglob("*.toml")),
    *sorted((ROOT / "src").rglob("*.py")),
    *sorted((ROOT / "src").rglob("*.html")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "sessions").glob("*.md")),
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "pyproject.toml",
]


def test_there_is_something_to_read() -> None:
    assert len(READ) > 200


def test_no_text_promises_secrecy() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {text.strip()[:80]}": told
        for path in READ
        for text in _texts(path)
        if (told := promises(text))
    }
    assert found == {}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody else can read this.",
        "Only you can see your notes.",
        "This is strictly confidential.",
        "What you write is never shown to others.",
        "It will not leave this room.",
        "Total secrecy.",
        "It keeps the confidence.",
        "What is not here stays with those who talked.",
    ],
)
def test_the_search_bites(text: str) -> None:
    assert promises(text)


def test_a_sentence_that_says_how_far_it_goes_is_let_pass() -> None:
    assert promises("Notes can be asked for by law, so nobody can promise total secrecy.") == []
