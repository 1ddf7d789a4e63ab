"""Texts that would be markup, actions or escape sequences elsewhere, and a home that is full of them."""

import itertools
import json
import os
import re
from pathlib import Path

from coachtui.desk import Desk
from coachtui.store.home import find_home

#: What Textual's or Rich's markup would take for itself; none of it may crash, vanish or do something.
BRACKETS = (
    "[/] done", "a [/b] c", "[b]a[/i]", '[x="y', "see [link=https://e.com]x[/link]", "[ ] todo [x] done", "[50%]",
    "[on]", "[a=b]", "[$foo]x", "[$error]x[/]", "\\[b]x", "[/foo]", "[@click=app.quit]x[/]",
    "[@click=\"app.screenshot('f.svg','d')\"]x", "[type=missing, input_value='x']", "[[b]]", "[b", "b]", "[]",
    "[red]x[/red]", "[bold red on blue]", "x [/link] y", "[!x]", "[#fff]x",
)  # fmt: skip

#: What would drive a terminal, or make a line read differently from what it is.
ESCAPES = (
    "\x1b[31mred", "\x1b[2Jgone", "\x1b[1;1Htop", "\x1b[6n", "\x1b[c", "\x1b[?1049lout", "\x1b[20tx", "\x1b[200~x\x1b[201~",
    "\x1b]0;title\x07", "\x1b]2;title\x1b\\", "\x1b]8;;https://e.com\x1b\\x\x1b]8;;\x1b\\", "\x1b]52;c;Zm9v\x07",
    "\x1b]1337;File=x:Zm9v\x07", "\x1bP+q544e\x1b\\", "\x1b_Gx\x1b\\", "\x1b^x\x1b\\", "\x1bXx\x1b\\", "\x1bc", "\x1b(0x",
    "\x9b31mred", "\x9d0;t\x9c", "\x90x\x9c", "\x84a\x85b", "a\x00b", "a\x07b", "a\x08\x08b", "a\x0bb", "a\x0cb", "a\rb",
    "a\x7fb", "\u202eevil", "\u202aa\u202c", "\u2066x\u2069", "\u206ax", "a\ud800b", "a\udc80b", "a\u2028b\u2029c",
    "\ufeffa", "a\U000e0041\U000e007fb", "a\x1a\x05\x0e\x0fb",
)  # fmt: skip

#: The same number of texts of which nobody has anything to fear.
HARMLESS = ("plain words", "words of another kind", "(brackets)", "a 50% b", "日本語", "Ärger")

DRIVES_A_TERMINAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

#: Stands where such a text goes.
PLACE = "Qq1"

FRAMEWORK = """
format = 1
id = "mine"
name = "Qq1"
words = "Qq1"
summary = "Qq1"
use_when = "Qq1"
not_when = "Qq1"
people = ["two"]
minutes = [10]

[[step]]
id = "one"
stage = "Qq1"
kind = "notes"
title = "Qq1"
layout = "columns"
columns = ["Qq1", "Qq1 two"]
hint = "Qq1"
ask = ["Qq1", "Qq1?"]
do = ["Qq1"]
avoid = ["Qq1"]
"""

TALK = (
    "/go topic", PLACE, "/go reality", f"{PLACE} one", f"{PLACE} two", f"/park {PLACE}", "/private 1", f"/mark 1 {PLACE}",
    f"/remark {PLACE}", "/go importance", f"7 {PLACE}", "/go options", f"{PLACE} way", f"{PLACE} other", "/go pick", "1 2",
    f"/reason {PLACE}", "/go actions", f"{PLACE} action", "Friday", f"/field first step {PLACE}", "/go reality",
)  # fmt: skip


def hostile_home(person: Path, texts: tuple[str, ...], first: int = 0) -> Desk:
    """A home with an open conversation, people and, where they are fit for it, a framework; these texts in every place.

    Each place gets the next text in turn, beginning with number `first`. What may stand in no framework is told as such.
    """
    turn = itertools.cycle([*texts[first % len(texts) :], *texts[: first % len(texts)]])
    desk = Desk(find_home(None, os.environ, person))
    conversation = desk.start("grow", [(f"{PLACE} p1", None), (f"{PLACE} p2", None)])
    for line in TALK:
        conversation.talk.line(line)
    conversation.talk.draft(PLACE)
    assert conversation.close(60.0)
    for path in (*desk.home.sessions.rglob("*.json"), desk.home.people):
        text = path.read_text(encoding="utf-8")
        changed = re.sub(PLACE, lambda _: json.dumps(next(turn))[1:-1].replace("\\\\u", "\\u"), text)
        path.write_text(changed, encoding="utf-8")
    framework = re.sub(PLACE, lambda _: json.dumps(next(turn))[1:-1], FRAMEWORK)
    (desk.home.frameworks / "mine.toml").write_text(framework, encoding="utf-8")
    if os.name != "nt":
        odd = next(turn).replace("/", "").replace("\x00", "").encode("utf-8", "replace").decode()[:40]
        (desk.home.frameworks / f"{odd}.toml").write_text("name = [", encoding="utf-8")
    return Desk(find_home(None, os.environ, person))
