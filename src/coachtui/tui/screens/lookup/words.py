"""The words round the list: how many there are, what the keys do, why nothing stands there. Pure; touches nothing."""

from collections.abc import Sequence

from coachtui.store.words import because
from coachtui.tui.screens.lookup.finding import Finding
from coachtui.tui.screens.review.drawing import Key

#: Why the list is empty: of commitments or not, and whether words were looked for.
NOTHING = {
    (False, False): "No conversation yet.",
    (False, True): "Nothing with these words. Escape puts them away.",
    (True, False): "Nothing is open. Whatever is promised in a conversation comes to stand here.",
    (True, True): "No promise with these words. Escape puts them away.",
}


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


def usual_keys(seen: Finding, *, typing: bool, some: bool) -> Sequence[Key]:
    """The keys that stand below the list."""
    if typing:
        found: list[Key] = [("enter", "opens"), ("down", "to the list")] if some else []
        away = "puts the words away" if seen.words else "goes back"
        return [*found, ("ctrl+n", "hides names" if seen.names else "names"), ("escape", away)]
    found = [("enter", "opens")] if some else []
    if seen.actions and some:
        found += [("d", "done"), ("m", "moving"), ("s", "stuck"), ("x", "dropped"), ("o", "open")]
    if seen.actions:
        found.append(("c", "hides closed ones" if seen.closed else "closed ones too"))
    found += [
        ("n", "hides names" if seen.names else "names"),
        ("p", "hides private lines" if seen.private else "private lines"),
        ("a", "conversations" if seen.actions else "actions"),
        ("slash", "find"),
    ]
    return [*found, ("escape", "goes back")]


def reason(error: Exception) -> str:
    """What went wrong with the folder of sessions, as a sentence."""
    return f"{because(error)}." if isinstance(error, OSError) else str(error)
