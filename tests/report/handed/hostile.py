"""Texts that try to be more than text, and a sheet that holds each of them in every place a text can stand."""

from datetime import date

from coachtui.sharing.shared import (
    Change,
    Clauses,
    Column,
    Notes,
    Number,
    Numbers,
    Outcome,
    Outcomes,
    Part,
    Picks,
    Promise,
    Promises,
    Said,
    Shared,
    SharedNote,
    SharedPick,
    Stage,
    Terms,
    Ties,
    Words,
)

TEXTS = (
    "plain",
    "# a heading",
    "- a list",
    "+ another",
    "* and another",
    "1. numbered",
    "12) numbered too",
    "2026-11-27",
    "> a quotation",
    "---",
    "===",
    "```",
    "~~~",
    "`code`",
    "**bold** _em_ ~~gone~~",
    "[link](https://example.org)",
    "![picture](https://example.org/p.png)",
    "<https://example.org>",
    "https://example.org/?a=1&b=2",
    "HTTP://EXAMPLE.ORG",
    "www.example.org",
    "mail@example.org",
    "mailto:mail@example.org",
    "<script>alert(1)</script>",
    "<b onclick='x()'>bold</b>",
    "</li></ul></main><h1>outside</h1>",
    "<!-- a comment",
    "]]>",
    "&amp; &lt; &#60; &nbsp;",
    "\"quoted\" 'and' again",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "${jndi:x}",
    "=1+1",
    "@SUM(A1)",
    "| a | b |",
    "|---|---|",
    "a | b \\| c",
    "\\",
    "\\\\n \\n",
    "ends with a backslash \\",
    "BEGIN:VEVENT\nSUMMARY:another\nEND:VEVENT",
    "semi;colon, comma: colon",
    "line one\nline two",
    "one\n\n\n# three",
    "one\n- two\n- three",
    "one\n    four blanks",
    "    four blanks first",
    "\ttab first",
    "[^1]: a footnote",
    "[ref]: https://example.org",
    "Setext\n======",
    "Setext too\n---",
    "שלום עולם",
    "مرحبا بالعالم",
    "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301",
    "日本語のメモ",
    "x" * 300,
    "a very long line " * 20,
    "javascript:alert(1)",
    "data:text/html,<b>x</b>",
    "<a href=//example.org>x",
    "<details open ontoggle=x>",
    "<style>*{display:none}</style>",
    "&NewLine;&colon;",
    "x http://example.org).",
    "(www.example.org)",
    "__init__ and *args and a*b*c",
    "$x^2$ and $$y$$",
    "==marked==",
    ":smile: and :::note",
    "- [ ] to do",
    "+1",
    "-1",
    "1.",
    "1)",
    "#",
    "a\\\nb",
)


def sheet(text: str) -> Shared:
    """A sheet with this text wherever a text can stand."""
    every: tuple[Part, ...] = (
        Part(text, (Words((Said(text, text), Said(text))),), (Said(text, text, text),)),
        Part("Notes", (Notes("list", (), (), (SharedNote(text, marks=(text,)), SharedNote(text, parent=0))),)),
        Part("Board", (Notes("rows", (text,), (text,), (SharedNote(text, text, text), SharedNote(text))),)),
        Part("Columns", (Notes("columns", (), (text, "B"), (SharedNote(text, "", text), SharedNote(text, "", "B"))),)),
        Part("Rows", (Notes("rows", ("A", text), (), (SharedNote(text, "A"), SharedNote(text, text))),)),
        Part("Circles", (Notes("circles", (text, "Me"), ("Feeling",), circles(text), "Me"),)),
        Part(
            "Matrix",
            (Numbers((1, 5), None, (Number(7, text, "B", said=text), Number(2, "A", text), Number(1, "A", "B"))),),
        ),
        Part("Each", (Numbers((1, 5), None, (Number(7, by=text, said=text), Number(2, by="A"))),)),
        Part("Picks", (Picks((SharedPick(text, 2, text, text, (text, text)),)),)),
        Part("Order", (Picks((SharedPick(text),), ordered=True),)),
        Part("Numbers", (Numbers((1, 10), (text, text), (Number(7, text, text, text, text), Number(2, text))),)),
        Part("Number", (Numbers((1, 10), None, (Number(7, said=text),)),)),
        Part("Ties", (Ties(text, ((text, text, text),)),)),
        Part("Actions", (Promises((Promise(text, text, text, date(2026, 11, 27), ((text, text),)),)),)),
        Part("Clauses", (Clauses(((text, (text, text)),)),)),
        Part("Outcomes", (Outcomes((Outcome(text, text, "done", text),)),)),
    )
    return Shared(
        audience=text,
        title=text,
        day=date(2026, 11, 21),
        people=((text, text), ("Ann", "Coachee")),
        unfinished=True,
        levels=(("attendance", "yes"), ("points", "ask")),
        stages=(Stage(text, every), Stage("", every[:1])),
        parked=(Said(text, text),),
        next_date=date(2026, 12, 1),
        terms=agreed(text),
    )


def agreed(text: str) -> Terms:
    """What was agreed, with this text wherever one can stand: for somebody, by somebody, read aloud, said as a warning."""
    change = Change(date(2026, 11, 21), text, text, "actions", text, "yes")
    columns = (Column(text, (("topic", "yes"), ("points", "ask"))), Column(text, ()))
    return Terms(columns, (date(2026, 11, 2), date(2026, 11, 21)), (text, "Ann"), (change,), (text, text), (text,))


def circles(text: str) -> tuple[SharedNote, ...]:
    """Notes in two circles, and one in none."""
    return (SharedNote(text, text, "Feeling"), SharedNote(text, "Me", "Feeling"), SharedNote(text, "", ""))


def words(text: str) -> str:
    """The text as a reader compares it: blanks do not count."""
    return "".join(text.split())
