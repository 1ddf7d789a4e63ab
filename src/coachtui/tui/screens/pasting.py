"""What happens to several lines that were put in at once. Plain functions; the talk takes the lines."""

from coachtui.talk.view import NotesBody, Reply, TextBody, View
from coachtui.tui.ports import Talk

#: So many notes may come in by one paste; more is a document, not what somebody just said.
MOST = 40


def lines(view: View, text: str) -> list[str] | str:
    """The lines to hand over one by one, or a sentence why not.

    A passage stays one passage; each line of a list is a note of its own; a command, and anything short, is one line.
    """
    if "\n" not in text:
        return [text]
    body = view.body
    if isinstance(body, TextBody) and body.lines == "many":
        return [text]
    if text.startswith("/") and not text.startswith("//"):
        return [" ".join(text.split("\n"))]
    if not isinstance(body, NotesBody):
        return [" ".join(text.split("\n"))]
    found = [one for one in text.split("\n") if one.strip()]
    if len(found) > MOST:
        return (
            f"That is {len(found)} lines, and at most {MOST} can be kept as notes at once. Nothing was taken in and nothing "
            "was lost: keep it in parts."
        )
    # Only the first line was typed; a slash further down is a text that begins with a slash.
    return [found[0], *(f"/{one}" if one.startswith("/") else one for one in found[1:])]


def again(rest: list[str]) -> str:
    """Lines that were not handed over, as they would have to be typed."""
    first, *others = rest
    return "\n".join([first, *(one[1:] if one.startswith("//") else one for one in others)])


def hand_over(talk: Talk, several: list[str]) -> tuple[Reply, str]:
    """Hand over line after line: what became of the last one, and what was not handed over, as it would be typed."""
    reply = Reply()
    for number, words in enumerate(several):
        reply = talk.line(words)
        if reply.problem or reply.wants:
            return reply, again(several[number:])
        # What is still to come would be lost if the program were killed right here.
        if number + 1 < len(several):
            talk.draft(again(several[number + 1 :]))
    return reply, ""
