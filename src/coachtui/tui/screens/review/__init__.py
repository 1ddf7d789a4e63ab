"""Review: the finished sheet, read like a page, with a way from every line to where it can be mended.

`stops` and `drawing` are pure; `reading` is the page on the screen, `screen` the one opened from the lists, `mending` the
session opened over it to put one thing right.
"""
