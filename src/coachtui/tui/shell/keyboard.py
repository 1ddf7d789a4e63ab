"""Bytes from the keyboard that are no UTF-8: a Latin-1 paste, noise on a serial line. Touches Textual's driver.

Textual reads with a strict decoder in a thread, and one such byte would end the program. The wrap can go when a test
(`tests/pty/test_keyboard.py`) passes without it.
"""

import sys
import time
from codecs import getincrementaldecoder
from collections.abc import Callable

#: Seconds to rest when the terminal has nothing to give: it is gone, and reading it again at once would burn a core.
REST = 0.05


def tolerate_odd_bytes() -> None:
    """From now on an odd byte becomes a replacement sign. Does nothing on Windows, which reads characters."""
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    # The driver imports the function by name, so this is the one place to change it.
    setattr(linux_driver, "getincrementaldecoder", _forgiving)  # noqa: B010  # no part of its promised names


def _forgiving(encoding: str) -> Callable[[], "Forgiving"]:
    return lambda: Forgiving(encoding)


class Forgiving:
    """Decodes piece by piece like the strict decoder, but never raises."""

    def __init__(self, encoding: str) -> None:
        self._inner = getincrementaldecoder(encoding)("replace")

    def decode(self, data: bytes, final: bool = False) -> str:  # noqa: FBT002  # the driver's own call
        """The text of these bytes."""
        if not data and not final:
            time.sleep(REST)
        return self._inner.decode(data, final)
