"""A copy for somebody: for whom, what is asked first, what they will get on one page, and the file.

`drawing` is pure; `screen` goes from one to the next and back. What goes and what stays is decided below, by the desk's
`handing` and nowhere here.
"""
