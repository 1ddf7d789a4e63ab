"""Pictures of the real screens, and the invented conversations they show. `make pictures` makes both anew.

`conversations` are the words, `playing` holds them through the program, `shots` says what is pictured, `svg` draws it.
"""
