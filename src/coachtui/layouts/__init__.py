"""Shapes on a page: notes and ratings as lines, for the screens, the line mode, the finished sheet and the tests.

Floor 2. May use: session, framework and floor 0, and rich for the width of characters. Knows no colour and no screen.

How a face draws a picture
    1. It makes a value. From a session, in one call (see `from_session`):

           given = picture(session, step, spot, numbers=numbers, here=(place.row or "", place.column or ""))
           given = ratings(session, step, spot)

       `numbers` are those the face shows beside notes, by the id of the note: `{entry.id: entry.number ...}`. Where
       something may not be shown (a private note in a shared view), `wanted` leaves it out before anything is drawn.
       A face that has the cells of a rating already makes a `Ratings` of `Cell`s itself.

    2. It asks for lines: `draw(given, width, signs)` or `draw_ratings(given, width, signs)`. `USUAL` and `ASCII` are the
       two sets of signs. Every layout and every look has one function, in the tables `LAYOUTS` and `LOOKS`; what does not
       fit the width is drawn as groups below one another, so a face never has to ask first whether there is room.

       With a `height`, a picture that is taller is folded: what is being filled stays whole. `draw_small` is for a
       picture that is only shown beside something else.

    3. It gives each span its own look by the role: `name` (of a row, column, person), `here` (where the entry line stands),
       `number`, `quiet`, `edge` (the lines of a drawing), `value` and `old` (of ratings), `second` (notes of the second
       sort), and nothing for what people said. Without colours the lines can be read as well: `text_of(line)`.

    4. If it knows a mouse: `span.means` is `At(place)` (stand there), `Of(id)` (this note, this cell), `Says(words)` (the
       answer a click gives), or None.

Promises, each with a test: no line is wider than `width`; nothing that was said is left out; the edges stand under one
another whatever is written between them; the same values give the same lines.
"""

from coachtui.layouts.drawing import FOLDED, LAYOUTS, LOOKS, draw, draw_ratings, draw_small
from coachtui.layouts.lines import At, Line, Means, Of, Role, Says, Span, text_of
from coachtui.layouts.signs import ASCII, USUAL, Signs
from coachtui.layouts.values import Cell, Heading, Look, Note, Picture, Place, Ratings

__all__ = [
    "ASCII",
    "FOLDED",
    "LAYOUTS",
    "LOOKS",
    "USUAL",
    "At",
    "Cell",
    "Heading",
    "Line",
    "Look",
    "Means",
    "Note",
    "Of",
    "Picture",
    "Place",
    "Ratings",
    "Role",
    "Says",
    "Signs",
    "Span",
    "draw",
    "draw_ratings",
    "draw_small",
    "text_of",
]
