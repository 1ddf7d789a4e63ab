"""A second reader of TOML, for places and explanations only; `tomllib` stays the judge of what a file says.

It notes where every key and value stands, and it goes on after a mistake, so that several can be told at once. It also
guards the limits that must hold before `tomllib` is asked, because that is quadratic in dotted keys. It is lenient,
linear and never raises. Pure functions on text; touches no disk.
"""

import re
import tomllib
import unicodedata

from coachtui.framework.troubles import CURLY, MAX_DEPTH, MAX_PARTS, MAX_TROUBLES, Path, Scan, Sort, Trouble


class _Stop(Exception):  # noqa: N818 - not an error: it leads to the next line
    """Nothing more can be understood up to `resume`."""

    def __init__(self, trouble: Trouble, resume: int) -> None:
        self.trouble = trouble
        self.resume = resume


def scan(text: str) -> Scan:
    """Read `text` once and tell what stands where."""
    return _Scanner(text).run()


_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r'"(?:[^"\\\n]|\\[^\n])*+"')
_LITERAL = re.compile(r"'[^'\n]*'")
_LONG_BASIC = re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}', re.DOTALL)
_LONG_LITERAL = re.compile(r"'''(?:[^']|'(?!''))*+'{3,5}", re.DOTALL)
_BAD_ESCAPE = re.compile(r'\\(?![btnfre"\\\n]|[ \t]+\r?\n|\r|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2})')
_PLAIN = re.compile(
    r"(?:true|false|[+-]?(?:inf|nan)|[+-]?\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d[\d_]*)?|0x[0-9A-Fa-f_]+|0o[0-7_]+|0b[01_]+"
    r"|\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)?)?|\d\d:\d\d:\d\d(?:\.\d+)?)\Z"
)
_NEW_LINE = re.compile(r"""[ \t]*(?:\[{1,2}[A-Za-z]|[A-Za-z0-9_-]+[ \t]*=|\Z)""")
_NEXT_KEY = re.compile(r"""\s*(?:\[|[A-Za-z0-9_."'-]+[ \t]*=)""")


class _Scanner:
    """One pass over one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = len(text)
        self.at = 0
        self.table: Path = ()
        self.counts: dict[Path, int] = {}
        self.headers: set[Path] = set()
        self.nested = 0
        self.lost = 0
        self.found = Scan()

    def run(self) -> Scan:
        """Statement after statement; after a trouble, on with the next line."""
        while self._blank() < self.end and len(self.found.troubles) < MAX_TROUBLES:
            before = self.at
            try:
                self._statement()
            except _Stop as stop:
                self.found.troubles.append(stop.trouble)
                self.at = max(stop.resume, before + 1)
                self._leave_list()
        return self.found

    def _leave_list(self) -> None:
        """After a trouble inside a list: pass over the rest of the list, up to what looks like a new line."""
        if self.nested and self.at < self.end and self.text[self.at] == "\n":
            self.at += 1
        while self.nested and self.at < self.end and not _NEW_LINE.match(self.text, self._line_start()):
            self.at = self._line_end(self.at) + 1
        self.nested = 0

    # -- small things ------------------------------------------------------------------------------------------------

    def _blank(self) -> int:
        """Pass over blanks, line ends and comments."""
        return self._pass(_BLANK)

    def _space(self) -> int:
        """Pass over blanks of this line."""
        return self._pass(_SPACE)

    def _pass(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def _here(self) -> str:
        return self.text[self.at] if self.at < self.end else ""

    def _line_end(self, offset: int) -> int:
        found = self.text.find("\n", offset)
        return self.end if found < 0 else found

    def _line_at(self, offset: int) -> str:
        """The rest of a line, to quote it."""
        return self.text[offset : min(self._line_end(offset), offset + 60)].strip()

    def _note(self, offset: int, sort: Sort, detail: str = "") -> None:
        self.found.troubles.append(Trouble(offset, sort, detail))

    def _stop(self, offset: int, sort: Sort, detail: str = "", resume: int | None = None) -> _Stop:
        return _Stop(Trouble(offset, sort, detail), self._line_end(self.at) if resume is None else resume)

    # -- statements --------------------------------------------------------------------------------------------------

    def _statement(self) -> None:
        if self._here() == "[":
            self._header()
        else:
            self._pair(self.table, 0, inline=False)
        self._space()
        if self._here() not in ("", "#", "\n", "\r"):
            sort: Sort = "inner-quote" if self.text[self.at - 1] in "\"'" else "rest"
            raise self._stop(self.at, sort)

    def _header(self) -> None:
        start = self.at
        several = self.text.startswith("[[", start)
        self.at += 2 if several else 1
        names = self._key()
        self._space()
        close = "]]" if several else "]"
        if not self.text.startswith(close, self.at):
            self._lose()
            raise self._stop(start, "header", close)
        self.at += len(close)
        self._open(start, [name for name, _ in names], several=several)

    def _open(self, start: int, names: list[str], *, several: bool) -> None:
        """Make the table of a header the current one."""
        path: Path = ()
        for name in names[:-1]:
            path = self._inside((*path, name))
            self._remember(path, start, start)
        path = (*path, names[-1])
        if several:
            self._remember(path, start, start)
            self.counts[path] = self.counts.get(path, -1) + 1
            path = (*path, self.counts[path])
        elif path in self.headers or path in self.counts:
            self._note(start, "single", names[-1])
            self._lose()
            return
        else:
            self.headers.add(path)
        self._remember(path, start, start)
        self.table = path

    def _lose(self) -> None:
        """A heading that cannot be understood: what follows it belongs to no table, and repeats nothing."""
        self.lost += 1
        self.table = ("\0", self.lost)

    def _inside(self, path: Path) -> Path:
        """In a list of tables, the last one is meant."""
        return (*path, self.counts[path]) if path in self.counts else path

    def _remember(self, path: Path, key: int, value: int) -> None:
        self.found.keys.setdefault(path, key)
        self.found.values.setdefault(path, value)

    def _pair(self, table: Path, depth: int, *, inline: bool) -> None:
        names = self._key()
        self._space()
        last, offset = names[-1]
        if self._here() != "=":
            raise self._stop(offset, "equals", self._line_at(offset))
        self.at += 1
        self._space()
        path = table
        for name, place in names[:-1]:
            path = self._inside((*path, name))
            self._remember(path, place, place)
        path = (*path, last)
        if path in self.found.keys:
            self._note(offset, "twice", last)
        self._remember(path, offset, self.at)
        self._value(path, depth, bounded=inline)

    def _key(self) -> list[tuple[str, int]]:
        """The parts of a key with their offsets."""
        names: list[tuple[str, int]] = []
        while True:
            self._space()
            names.append(self._name())
            if len(names) > MAX_PARTS:
                raise self._stop(names[0][1], "dots", names[0][0])
            self._space()
            if self._here() != ".":
                return names
            self.at += 1

    def _name(self) -> tuple[str, int]:
        start = self.at
        here = self._here()
        if here and here in CURLY:
            raise self._stop(start, "curly")
        pattern = {'"': _BASIC, "'": _LITERAL}.get(here, _BARE_KEY)
        found = pattern.match(self.text, start)
        if found is None:
            raise self._stop(start, "quote" if here in ("'", '"') else "equals", self._line_at(start))
        self.at = found.end()
        return _unquoted(found[0]), start

    # -- values ------------------------------------------------------------------------------------------------------

    def _value(self, path: Path, depth: int, *, bounded: bool) -> None:
        here = self._here()
        if here in ('"', "'"):
            self._string(here)
        elif here == "[":
            self._array(path, depth + 1)
        elif here == "{":
            self._inline(path, depth + 1)
        elif here and here in CURLY:
            self._curly()
        else:
            self._bare(path, bounded=bounded)

    def _string(self, mark: str) -> None:
        start = self.at
        if self.text.startswith(mark * 3, start):
            found = (_LONG_BASIC if mark == '"' else _LONG_LITERAL).match(self.text, start)
            if found is None:
                raise self._stop(start, "long-quote", mark * 3, resume=self.end)
        else:
            found = (_BASIC if mark == '"' else _LITERAL).match(self.text, start)
            if found is None:
                raise self._unclosed(start)
        self.at = found.end()
        wrong = _BAD_ESCAPE.search(_no_pairs(found[0])) if mark == '"' else None
        if wrong:
            self._note(start + wrong.start(), "backslash", found[0][wrong.start() : wrong.start() + 2])

    def _unclosed(self, start: int) -> _Stop:
        """A string that does not end on its line: perhaps it was closed with a curly mark."""
        end = self._line_end(start)
        curly = next((place for place in range(end - 1, start, -1) if self.text[place] in CURLY), None)
        tail = "" if curly is None else self.text[curly + 1 : end].strip()
        if curly is not None and tail[:1] in ("", ",", "]", "}", "#"):
            return self._stop(curly, "curly", resume=end)
        return self._stop(start, "quote", resume=end)

    def _curly(self) -> None:
        """Text in curly marks: note it, and read on behind the mark that closes it."""
        start = self.at
        self._note(start, "curly")
        end = self._line_end(start)
        closing = re.compile(rf"[{CURLY}\"]").search(self.text, start + 1, end)
        self.at = closing.end() if closing else end

    def _bare(self, path: Path, *, bounded: bool) -> None:
        start = self.at
        stops = ",]}#\n" if bounded else "#\n"
        end = start
        while end < self.end and self.text[end] not in stops:
            end += 1
        word = self.text[start:end].strip()
        self.at = end
        if not word:
            raise self._stop(self.found.keys.get(path, start), "empty", str(path[-1] if path else ""))
        if not _PLAIN.match(word):
            self._note(start, "bare", word[:60])

    def _array(self, path: Path, depth: int) -> None:
        start = self._deeper(path, depth)
        count = 0
        while True:
            self._blank()
            here = self._here()
            if here == "]":
                self.at += 1
                self.nested = depth - 1
                return
            if here == ",":  # a comma too many; tomllib will say no, and so do we
                raise self._stop(self.at, "comma", ",")
            if not here or self._looks_like_next(here):
                raise self._stop(start, "bracket", "]", resume=self._line_start())
            item = (*path, count)
            self._remember(item, self.at, self.at)
            self._value(item, depth, bounded=True)
            count += 1
            self._comma(start, "]")

    def _inline(self, path: Path, depth: int) -> None:
        start = self._deeper(path, depth)
        while True:
            self._blank()
            here = self._here()
            if here == "}":
                self.at += 1
                self.nested = depth - 1
                return
            if not here or here == "[":
                raise self._stop(start, "bracket", "}", resume=self._line_start())
            self._pair(path, depth, inline=True)
            self._comma(start, "}")

    def _deeper(self, path: Path, depth: int) -> int:
        if depth > MAX_DEPTH:
            raise self._stop(self.at, "deep", str(path[0] if path else ""))
        self.nested = depth
        self.at += 1
        return self.at - 1

    def _comma(self, start: int, close: str) -> None:
        """Between two items: a comma, or the end."""
        behind = self.at
        self._blank()
        here = self._here()
        if here == ",":
            self.at += 1
        elif here == close:
            return
        elif here in ('"', "'", "{") or (here and here in CURLY):
            alone = "\n" in self.text[behind : self.at] or self.text[behind - 1] != here
            self._note(behind if alone else self.at, "comma" if alone else "inner-quote")
        elif here and "\n" not in self.text[behind : self.at]:
            raise self._stop(self.at, "inner-quote" if self.text[behind - 1] in "\"'" else "comma")
        else:
            raise self._stop(start, "bracket", close, resume=self._line_start())

    def _looks_like_next(self, here: str) -> bool:
        """True where a new statement begins although a list is still open."""
        begins_line = not self.text[self._line_start() : self.at].strip()
        return begins_line and here not in "\"'[{" and bool(_NEXT_KEY.match(self.text, self.at))

    def _line_start(self) -> int:
        return self.text.rfind("\n", 0, self.at) + 1


def _no_pairs(raw: str) -> str:
    """Doubled backslashes as blanks, so that the second is not taken for the start of an escape."""
    return raw.replace("\\\\", "  ")


def _unquoted(raw: str) -> str:
    """A key as `tomllib` reads it."""
    if raw[0] == '"' and "\\" in raw:
        try:
            return unicodedata.normalize("NFC", str(tomllib.loads(f"k = {raw}")["k"]))
        except ValueError:
            return raw[1:-1]
    return unicodedata.normalize("NFC", raw[1:-1] if raw[0] in "\"'" else raw)
