"""The one door out: only here does a session become something that may be shown to an audience.

Floor 2. May use: session, framework and floor 0. Touches no disk.

How it is done
    1. `policy` reads what was agreed for one audience: for each kind of content no, ask first or yes.
    2. `redact` builds a new, smaller session from an allow-list: field by field, thing by thing. What is not named there
       does not exist from then on: times, earlier wordings, moves, drafts, marks, fields of newer versions. What hangs on
       something held back (a note in the circle of a person who is held back, a tie to it, a pick of it) goes with it.
    3. `share` makes a `Shared` of what is left: names, headings, order and counts are worked out from the smaller session
       alone, so nothing that was held back can be read off them. It is the only maker of a `Shared`, and the writers of
       reports take nothing else.

Beside it, and never mixed with it, `limits` makes a `LimitReport` of the moments at which the duty to act came first: a path
of its own, for those who must be told, with nothing in it of what was said.
"""

from coachtui.sharing.asking import Question, let_go, questions
from coachtui.sharing.descent import goes_nowhere, grown, made_of_what_stays
from coachtui.sharing.holding import HeldBack, held_back
from coachtui.sharing.limits import LimitReport, Reached, limit_report, withheld
from coachtui.sharing.policy import AUDIENCES, Policy, audiences, policy, readers
from coachtui.sharing.share import share
from coachtui.sharing.shared import Shared

__all__ = [
    "AUDIENCES",
    "HeldBack",
    "LimitReport",
    "Policy",
    "Question",
    "Reached",
    "Shared",
    "audiences",
    "goes_nowhere",
    "grown",
    "held_back",
    "let_go",
    "limit_report",
    "made_of_what_stays",
    "policy",
    "questions",
    "readers",
    "share",
    "withheld",
]
