"""Whether a line typed where a day is asked for is the next promise, and no time. Pure; touches nothing.

Only what is plainly a promise is one: "when the head says so" and "after parents' evening" are days in words, and what may
be either stays with the day.
"""

import re

from coachtui.talk.answers import words_of
from coachtui.talk.said_numbers import each_of

#: How something begins that somebody will do.
_DOING = each_of(
    "add apologise arrange ask book bring build buy call change check choose clear collect copy cover create cut "
    "decide delegate discuss draft draw drop email explain find finish fix follow give hand help hold introduce "
    "invite join listen look mark measure meet mention message move offer open order organise phone pick practise "
    "prepare present print propose put raise read record redo remind remove reply report request rewrite ring run "
    "send set share show sit sort speak stop suggest swap take talk teach tell text thank think tidy track try "
    "use visit walk watch write"
)
#: What leads up to it.
_I_WILL = re.compile(r"^(?:and |then |also |so )*(?:(?:i|we) (?:will|shall|could|can|want to|am going to|are going to) |"
                     r"(?:ill|well|im going to|id like to|id) )", re.IGNORECASE)  # fmt: skip
#: After what is done: then it is the promise before that is spoken of, as in "I'll ask her on Friday".
_THE_SAME = each_of("it that this them her him so")
#: A time begins with one of these, or it is no more than a doubt about one.
_TIME_FIRST = each_of(
    "a about after afternoon again all an any anytime around as asap at autumn because before beginning between "
    "break by christmas could day depends don dont dunno during each early easter either end eventually every "
    "first for from get go half has have hopefully i ideally if immediately in inset is it its just keep last "
    "late later leave let lets lunch lunchtime make maybe mid monday morning never next no not now on once one "
    "only or over perhaps period possibly preferably probably right roughly say see some someday something "
    "sometime soon sooner spring start straight summer sundays term that the this till to today tomorrow tonight "
    "towards try two until up very wait we week weekly well what whatever when whenever which while who will "
    "winter with within year yes you"
)
#: Where one of these stands in a line that does not begin with a deed, the line may well say when.
_TIMELY = each_of(
    "after afternoon assembly before beginning break by christmas day days deadline early easter end evening exam "
    "exams holiday holidays inset late later lesson lessons lunch meeting meetings month months morning next now "
    "once period soon start term terms time times today tomorrow tonight until week weekend weeks when year"
)
_NAMED = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}", re.IGNORECASE
)
#: The few times that begin like something to do: "start of term", "open evening", "report day".
_NO_OBJECT = each_of("of day days week evening morning")
_AIMING = each_of("for on at in")
_UP_TO = each_of("by before after until next last")
_DEED = 3
_FEW = 4


def is_next_promise(text: str, *, holds_a_day: bool) -> bool:
    """Whether a line says what will be done, and not by when. `holds_a_day`: a day was found in it."""
    bare = words_of(text)
    words = _I_WILL.sub("", bare).split()
    led = " ".join(words) != bare
    if text.rstrip().endswith("?") or len(words) < _DEED:
        return False
    if words[0] in _DOING:
        aims = holds_a_day and words[1] in _AIMING
        return words[1] not in _THE_SAME | _NO_OBJECT | _UP_TO and not aims
    if led or holds_a_day or len(words) < _FEW:
        return False
    begins_a_time = words[0] in _TIME_FIRST or words[0][0].isdigit() or _NAMED.fullmatch(words[0])
    return not begins_a_time and not _TIMELY & set(words)
