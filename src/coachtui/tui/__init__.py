"""The screens: a thin app, five screens, one widget per kind, and the small widgets they share.

Floor 4. May use: everything below, and Textual, which nobody else does. Widgets hold no truth of their own.
"""
