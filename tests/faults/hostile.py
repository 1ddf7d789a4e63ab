"""Makes session files and journals that nobody would want to open: cut, flipped, mistyped, too deep, too large, odd."""

import json
import os
import random
from collections.abc import Callable
from typing import Any
from zlib import crc32

from coachtui.store.layout import Files

Make = Callable[[random.Random, Files], None]

TEXTS = ("\x1b]52;c;aGk=\x07", "\u202eabc", "a\x00b", "\x9b31m", "[/red]", "e\u0301", "\u2028", "\U000e0041", "ok")
WRONG: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    1.5,
    "",
    "x" * 200,
    [],
    {},
    [[]],
    {"a": 1},
    10**18,
    "../../etc",
    "a/b",
    "\x1b[2J",
)
KEYS = ("format", "id", "seq", "framework", "people", "records", "drafts", "elapsed", "spot", "started")


def good(dice: random.Random) -> dict[str, Any]:
    """A session that is in order."""
    return {
        "format": 1,
        "id": "7f3kaaaaaaaaaaaa",
        "seq": 3,
        "framework": {"id": "grow"},
        "people": [],
        "started": "2026-11-21T16:22:05+00:00",
        "spot": "goal",
        "drafts": {"goal": "half a wo"},
        "elapsed": {"goal": dice.randint(0, 999)},
        "records": {"goal": {"kind": "text", "lines": [{"id": "n1", "text": "words"}]}},
    }


def text_of(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass")


def line(body: bytes) -> bytes:
    return b"%08x %s\n" % (crc32(body), body)


def journal(dice: random.Random) -> bytes:
    """A journal that is in order."""
    entries = [
        {"n": 4 + number, "p": f"records/r{number % 3}", "v": {"text": dice.choice(TEXTS)}} for number in range(5)
    ]
    return b"".join(line(json.dumps(entry).encode()) for entry in entries)


def cut(dice: random.Random, files: Files) -> None:
    data = text_of(good(dice))
    files.json.write_bytes(data[: dice.randint(0, len(data))])


def flipped(dice: random.Random, files: Files) -> None:
    data = bytearray(text_of(good(dice)))
    for _ in range(dice.randint(1, 4)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    files.json.write_bytes(data)


def mistyped(dice: random.Random, files: Files) -> None:
    document = good(dice)
    document[dice.choice(KEYS)] = dice.choice(WRONG)
    files.json.write_bytes(text_of(document))


def missing(dice: random.Random, files: Files) -> None:
    document = good(dice)
    for key in dice.sample(KEYS, dice.randint(1, 4)):
        del document[key]
    files.json.write_bytes(text_of(document))


def not_an_object(dice: random.Random, files: Files) -> None:
    files.json.write_bytes(dice.choice([b"[]", b"1", b'"x"', b"null", b"", b" ", b"\n" * 9, b"{}", b"{} {}", b"true"]))


def deep(dice: random.Random, files: Files) -> None:
    levels = dice.choice([90, 101, 500, 5_000, 100_000])
    opening, closing = dice.choice([(b"[", b"]"), (b'{"a":', b"}")])
    middle = b"" if opening == b"[" else b"1"
    data = text_of(good(dice)).rstrip(b"}\n") + b'},"x":' + opening * levels + middle + closing * levels + b"}"
    files.json.write_bytes(data if dice.random() < 0.8 else opening * levels)


def twins(dice: random.Random, files: Files) -> None:
    key = dice.choice(KEYS)
    files.json.write_bytes(text_of(good(dice)).rstrip(b"}\n") + b'}, "%s": 1}' % key.encode())


def numbers(dice: random.Random, files: Files) -> None:
    odd = dice.choice(
        [b"NaN", b"Infinity", b"-Infinity", b"1e999", b"9" * 5000, b"1" * 25, b"-0", b"1e-999", b"0.1" + b"1" * 500]
    )
    where = dice.choice([b'"seq": 3', b'"spot": "goal"'])
    files.json.write_bytes(text_of(good(dice)).replace(where, where.split(b":")[0] + b": " + odd))


def bad_text(dice: random.Random, files: Files) -> None:
    document = good(dice)
    document["drafts"] = {dice.choice(TEXTS): dice.choice([*TEXTS, "\ud800", "\udc80x"])}
    document["records"]["goal"]["lines"][0]["text"] = "".join(dice.choices(TEXTS, k=3))
    escaped = dice.random() < 0.5
    files.json.write_bytes(json.dumps(document).encode() if escaped else text_of(document))


def not_utf8(dice: random.Random, files: Files) -> None:
    data = text_of(good(dice))
    place = dice.randrange(len(data))
    odd = dice.choice([b"\xff", b"\xe9", b"\xc0\x80", b"\xed\xa0\x80", b"\x80"])
    whole = dice.choice([data[:place] + odd + data[place:], data.decode().encode("utf-16"), b"\xef\xbb\xbf" + data])
    files.json.write_bytes(whole)


def garbage(dice: random.Random, files: Files) -> None:
    files.json.write_bytes(dice.randbytes(dice.randint(0, 3000)))


def bad_id(dice: random.Random, files: Files) -> None:
    odd = [
        "../../x",
        "a/b",
        "CON",
        "nul.txt ",
        "a:b",
        "x" * 300,
        "\x1b[2J",
        "",
        ".",
        "7f3k\n",
        "ÄÖÜß",
        "COM\u00b9",
        "-" * 64,
    ]
    files.json.write_bytes(text_of(good(dice) | {"id": dice.choice(odd)}))


def formats(dice: random.Random, files: Files) -> None:
    files.json.write_bytes(text_of(good(dice) | {"format": dice.choice([0, -1, 2, 99, 10**19, 1.0, True, "1", None])}))


def bad_journal(dice: random.Random, files: Files) -> None:
    files.json.write_bytes(text_of(good(dice)))
    data = bytearray(journal(dice))
    match dice.randrange(4):
        case 0:
            data = data[: dice.randint(0, len(data))]
        case 1:
            data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        case 2:
            data = data + bytes(dice.randint(1, 5000))
        case _:
            place = dice.randrange(len(data))
            data = data[:place] + dice.randbytes(50) + data[place:]
    files.journal.write_bytes(data)


def forged_journal(dice: random.Random, files: Files) -> None:
    files.json.write_bytes(text_of(good(dice)))
    bodies = [
        b"[]",
        b"{}",
        b'{"n":4,"p":"records","v":[]}',
        b'{"n":4,"p":"id","v":"other"}',
        b'{"n":4,"p":"format","v":99}',
        b'{"n":4,"p":"seq","v":-1}',
        b'{"n":4,"p":"/x","v":1}',
        b'{"n":4,"p":"records/","v":1}',
        b'{"n":4,"p":"people/x","v":1}',
        b'{"n":4,"p":"framework","v":null}',
        b'{"n":4,"p":"drafts/a","v":"\\ud800\\u001b[2J"}',
        b'{"n":4,"n":5,"p":"drafts/a","v":1}',
        b'{"n":4,"p":"drafts/a","v":NaN}',
        b'{"n":true,"p":"drafts/a","v":1}',
        b'{"n":1e999,"p":"drafts/a","v":1}',
        b'{"n":99999999999999999999999,"p":"drafts/a","v":1}',
        b'{"n":4,"p":"a/b/c","v":1}',
        b'{"n":4,"p":"drafts/a","v":' + b"[" * 5000 + b"]" * 5000 + b"}",
        b'{"n":4,"p":"\\u001b]0;x\\u0007/a","v":1}',
    ]
    files.journal.write_bytes(b"".join(line(body) for body in dice.sample(bodies, dice.randint(1, 5))))


def journal_only(dice: random.Random, files: Files) -> None:
    document = good(dice)
    lines = [
        line(json.dumps({"n": n, "p": key, "v": value}).encode())
        for n, (key, value) in enumerate(document.items())
        if key != "seq"
    ]
    data = b"".join(lines)
    files.journal.write_bytes(data[: dice.randint(0, len(data))] if dice.random() < 0.7 else data)


def odd_thing(dice: random.Random, files: Files) -> None:
    canary = files.folder.parent.parent / "canary"
    target = dice.choice([files.json, files.journal, files.prev, files.tmp, files.lock])
    if target != files.json:
        files.json.write_bytes(text_of(good(dice)))
    match dice.randrange(6):
        case 0:
            os.mkfifo(target)
        case 1:
            target.symlink_to(canary)
        case 2:
            target.mkdir()
        case 3:
            target.symlink_to("/dev/zero")
        case 4:
            target.symlink_to(target.name)
        case _:
            with target.open("wb") as file:
                file.truncate(1 << 40)


def prev_only(dice: random.Random, files: Files) -> None:
    files.prev.write_bytes(text_of(good(dice)))
    if dice.random() < 0.5:
        cut(dice, files)
    if dice.random() < 0.5:
        files.journal.write_bytes(journal(dice))


MAKERS: tuple[Make, ...] = (
    cut,
    flipped,
    mistyped,
    missing,
    not_an_object,
    deep,
    twins,
    numbers,
    bad_text,
    not_utf8,
    garbage,
    bad_id,
    formats,
    bad_journal,
    forged_journal,
    journal_only,
    odd_thing,
    prev_only,
)
