"""What there is, counted beside the drawing: file by file, so that it can be given up at any moment. Reads only.

A thread cannot be stopped. A program that leaves would wait for one that reads ten thousand files, so each reads only a few.
"""

import asyncio
from collections.abc import Callable
from itertools import islice

from coachtui.desk import Desk, Overview
from coachtui.desk.overview import overview_of
from coachtui.library.shelf import Book, Shelf

#: Files that are read in one go: a tenth of a second or so.
BATCH = 50


async def counted(desk: Desk, told: Callable[[int], object]) -> Overview:
    """The overview of a desk; `told` hears how many files were read, now and then. OSError where they cannot be listed."""
    source = (Book.of(one) for one in desk.store.each())
    books: list[Book] = []
    while batch := await asyncio.to_thread(lambda: list(islice(source, BATCH))):
        books += batch
        told(len(books))
    return await asyncio.to_thread(lambda: overview_of(Shelf(books), desk.clock().date()))
