"""The one door out: only here does a session become something that may be shown to an audience.

Floor 2. May use: session, framework and floor 0. It is built together with the agreement, which decides what passes.
"""
