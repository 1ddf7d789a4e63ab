"""Finished sheets: what a sheet is made of, and one file per format it can be written in.

Floor 3. May use: sharing and what lies below. It is handed what may be shown, never a whole session.
"""
