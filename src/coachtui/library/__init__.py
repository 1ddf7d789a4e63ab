"""All sessions together: index, search, threads, open actions, comparing.

Floor 3. May use: store, flow and what lies below. Whatever it keeps for speed can be deleted and is made again.
"""
