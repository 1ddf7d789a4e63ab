"""coachtui on a disk whose fsyncs take 25 ms longer: `python slow_disk.py WORDS...` runs `coachtui WORDS...`."""

import os
import time

SLOWER = 0.025

_fsync = os.fsync


def fsync(handle: int) -> None:
    """As slow as a disk that turns."""
    time.sleep(SLOWER)
    _fsync(handle)


for name in ("fsync", "fdatasync"):
    if hasattr(os, name):
        setattr(os, name, fsync)

from coachtui.__main__ import main  # noqa: E402 - the store must find the slow calls

main()
