"""What a conversation asks: models of frameworks and steps, the nine kinds, loading, checking, the catalogue.

Floor 1. May use: text, errors, ids, pydantic. Knows nothing of sessions, disks beyond the framework files, or screens.
"""
