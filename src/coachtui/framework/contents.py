"""What the kinds of content of an agreement are called, everywhere people read of them. Pure values."""

from collections.abc import Mapping

from coachtui.framework.anystep import Content

#: What each kind of content is, said to someone who hears of it for the first time.
CONTENT_WORDS: Mapping[Content, str] = {
    "attendance": "that we meet, and when",
    "topic": "what it is about",
    "points": "what is said",
    "actions": "what was promised",
    "ratings": "the numbers",
    "feedback": "how we worked together",
}
#: The same in a list of several, where a comma inside would be misread.
LISTED: Mapping[Content, str] = {**CONTENT_WORDS, "attendance": "that we meet"}
#: The same in two words, where a whole agreement stands on one line.
SHORTLY: Mapping[Content, str] = {
    "attendance": "that we meet",
    "topic": "the topic",
    "points": "what is said",
    "actions": "promises",
    "ratings": "numbers",
    "feedback": "how we worked",
}


def content_words(name: str, *, listed: bool = False) -> str:
    """What a kind of content is called, `listed` among others; a name that is none stays as it is."""
    return next((words for one, words in (LISTED if listed else CONTENT_WORDS).items() if one == name), name)
