"""Pictures and ratings with invented people, for the goldens: what a teacher might really write, and awkward text."""

from coachtui.framework.steps import Layout
from coachtui.layouts import Cell, Heading, Look, Note, Picture, Ratings

CHANNELS = ("Feeling", "Seeing", "Thinking", "Hearing")
PEOPLE = (
    "Me",
    "a colleague on my team",
    "the head of year",
    "a parent",
    "a teaching assistant",
    "a pupil",
    "the deputy",
)


def headings(*names: str) -> tuple[Heading, ...]:
    """Headings that are their own keys."""
    return tuple(Heading(name, name) for name in names)


def circles(others: int) -> Picture:
    """One moment in a corridor, seen by this many people besides the centre."""
    notes = (
        Note("small, and a bit cross about it", "Me", "Feeling", number=1),
        Note("two people looking at their phones while I talk", "Me", "Seeing", number=2),
        Note("that nobody wants the new timetable", "Me", "Thinking", number=3),
        Note("'we have always done it like this'", "Me", "Hearing", number=4),
        Note("tired; it is the fourth change this year", PEOPLE[1], "Feeling", number=5, marks=("told",)),
        Note("somebody reading from a slide", PEOPLE[1], "Seeing", number=6, marks=("guess",)),
        Note("will my Friday afternoon go?", PEOPLE[2], "Thinking", number=7, marks=("could ask",)),
        Note("proud of the old one: she made it", PEOPLE[2], "Feeling", number=8, marks=("know",)),
    )
    known = PEOPLE[: others + 1]
    shown = tuple(one for one in notes if one.row in known)
    return Picture("circles", shown, headings(*known), headings(*CHANNELS), centre="Me", here=("Me", "Thinking"))


WELL = ("+ Working well", "~ So-so", "- Not working well")
STOCK = (
    Note("pupils know where to find the homework", WELL[0], number=1),
    Note("marking takes half the time it did", WELL[0], number=2, marks=("Group B",)),
    Note("feedback in lessons: depends on who you ask", WELL[1], number=3),
    Note("parents cannot log in on a phone", WELL[2], number=4),
)

TEN = (
    Note("plan the mock exams", "In our hands", "This week", number=1),
    Note("two hours of cover", "In our hands", "This week", number=2, second=True, marks=("resource",)),
    Note("ask for a room without a leak", "We can ask", "This term", number=3),
    Note("the inspection", "Out of reach", "Later", number=4),
    Note("not placed yet", number=5),
)

AWKWARD = (
    Note("日本語の先生と話す", "In our hands", "This week", number=1),
    Note("לדבר עם המורה", "In our hands", "This term", number=2),
    Note("the 👨‍👩‍👧 evening 🇬🇧 👍🏽", "We can ask", "This week", number=3),
    Note("cafe\u0301 with Zoe\u0308", "We can ask", "Later", number=4, marks=("تخمين",)),
    Note("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung", "Out of reach", "Later", number=5),
)
REACH = headings("In our hands", "We can ask", "Out of reach")
TIMES = headings("This week", "This term", "Later")

CHAIN = (
    Note("Reports went home a week late", id="a", number=1, marks=("seen",)),
    Note("The data came in late", id="b", parent="a", number=2, marks=("told",)),
    Note(
        "The deadline was the day of the mock exams, which nobody had on the same calendar",
        id="c",
        parent="b",
        number=3,
    ),
    Note("Two subjects had no marks at all", id="d", parent="a", number=4),
    Note("There is no shared calendar", id="e", parent="c", number=5, marks=("guess",)),
)

SURE = (
    Cell("How much it matters", value=9, was=9, remark="it keeps me awake"),
    Cell("How sure I am", value=7, was=5, here=True),
    Cell("How much is in my hands"),
)
BALLS = tuple(
    Cell(row, column, value=value, was=was)
    for row, column, value, was in (
        ("Clear purpose", "today", 3, 1),
        ("Clear purpose", "by July", 4, None),
        ("People on board", "today", 1, 2),
        ("People on board", "by July", 3, None),
        ("Time in the timetable", "today", 0, 0),
        ("Time in the timetable", "by July", 2, None),
    )
)
SPOKES = tuple(
    Cell(row, value=value, was=was)
    for row, value, was in (("Planning", 7, 5), ("Marking", 3, 4), ("Meetings", 0, None), ("Home", 10, 8))
)


def notes(layout: Layout, which: tuple[Note, ...] = TEN, *, here: tuple[str, str] | None = None) -> Picture:
    """Notes by reach and time."""
    return Picture(layout, which, REACH, TIMES, here=here)


def one_axis(layout: Layout, which: tuple[Note, ...] = TEN, *, here: tuple[str, str] | None = None) -> Picture:
    """Notes by time alone."""
    return Picture(layout, which, (), TIMES, here=here)


def grid() -> Picture:
    """The two by two."""
    rows, columns = headings("Much worth", "Little worth"), headings("Little work", "Much work")
    placed = (
        Note("a shared calendar", "Much worth", "Little work", number=1),
        Note("a new marking policy, written with everybody who has to use it", "Much worth", "Much work", number=2),
        Note("new posters", "Little worth", "Little work", number=3),
    )
    return Picture("grid", placed, rows, columns, here=("Much worth", "Much work"))


def rated(cells: tuple[Cell, ...], look: Look, scale: tuple[int, int], ends: tuple[str, str] | None = None) -> Ratings:
    """Ratings in this look."""
    return Ratings(cells, scale, ends, look)


ENDS = ("not at all", "as much as can be")

PICTURES: dict[str, Picture] = {
    "list": Picture("list", TEN),
    "columns": one_axis("columns", here=("", "This term")),
    "rows": Picture("rows", STOCK, headings(*WELL), here=(WELL[1], "")),
    "grid": grid(),
    "circles-1": circles(1),
    "circles-3": circles(3),
    "circles-6": circles(6),
    "rings": one_axis("rings", here=("", "Later")),
    "target": notes("target", here=("We can ask", "This term")),
    "chain": Picture("chain", CHAIN),
    "awkward-columns": one_axis("columns", AWKWARD),
    "awkward-rings": one_axis("rings", AWKWARD),
    "awkward-target": notes("target", AWKWARD),
}

RATINGS: dict[str, Ratings] = {
    "ruler": rated(SURE, "ruler", (1, 10), ENDS),
    "table": rated(BALLS, "table", (0, 4)),
    "balls": rated(BALLS, "balls", (0, 4), ("not begun", "in place")),
    "wheel": rated(SPOKES, "wheel", (0, 10), ENDS),
    "wheel-columns": rated(BALLS, "wheel", (0, 4)),
}
