"""Finished sheets: what a sheet is made of, and one file per format it can be written in.

Floor 3. May use: sharing, flow and what lies below. What is made to be handed over is given what may be shown, never a
whole session; only `terminal` and `prepare`, which the holder reads on the holder's own screen, see everything.
"""
