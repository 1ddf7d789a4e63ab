"""coachtui: the quiet third chair in a coaching conversation.

Only the version lives here, because this file is read before every room; it imports nothing.
"""

__version__ = "0.1.0"
