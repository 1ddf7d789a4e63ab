"""Search and Actions: one list of everything that is kept, filtered as one types.

`rows` draws single rows and is pure; `finding` holds what was read and what fits; `screen` is the list on the screen.
"""
