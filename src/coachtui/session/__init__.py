"""What was said: the models of a session and its records, spots, and the editor (the one writer, with undo).

Floor 1. May use: framework, text, errors, ids, pydantic. Never touches the disk; the clock, the ids and the current
author are handed in.
"""
