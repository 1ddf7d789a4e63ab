"""The words round the list: how many there are, what the keys do, why nothing stands there. Pure; touches nothing."""

from coachtui.store.words import because
from coachtui.tui.screens.lookup.finding import Finding

#: Why the list is empty: of commitments or not, and whether words were looked for.
NOTHING = {
    (False, False): "No conversation yet.",
    (False, True): "Nothing with these words. Escape puts them away.",
    (True, False): "Nothing is open. Whatever is promised in a conversation comes to stand here.",
    (True, True): "No promise with these words. Escape puts them away.",
}
#: And why a name that was typed is not found while no names stand there.
HIDDEN = " Names are hidden now, and only looked through when they are shown."


def told(seen: Finding) -> str:
    """How many there are, and how many of them fit."""
    if not seen.whole:
        return f"reading… {len(seen.entries)}"
    many = len(seen.found)
    if seen.actions:
        return f"{many} {'promise' if many == 1 else 'promises'}"
    every = len(seen.entries)
    of = f"{many} of {every}" if many != every else f"{every}"
    return f"{of} {'conversation' if every == 1 else 'conversations'}"


def now(seen: Finding, *, typing: bool, some: bool) -> dict[str, str]:
    """Words for the foot where those of the table do not say how it is now; empty for what does not stand there now."""
    names = "{} hides names" if seen.names else "{} names"
    if typing:
        nothing = {} if some else {"down": ""}
        return {**nothing, "names": names, "back": "{} puts the words away" if seen.words else "{} goes back"}
    none = {} if some else dict.fromkeys(("open", "done", "moving", "stuck", "dropped", "still-open"), "")
    return {
        **none,
        "closed": "{} hides closed ones" if seen.closed else "{} closed ones too",
        "names": names,
        "private": "{} hides private lines" if seen.private else "{} private lines",
        "other": "{} conversations" if seen.actions else "{} actions",
    }


def reason(error: Exception) -> str:
    """What went wrong with the folder of sessions, as a sentence."""
    return f"{because(error)}." if isinstance(error, OSError) else str(error)
