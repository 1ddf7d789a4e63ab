"""The commands: one file each, opened by `coachtui COMMAND`. Heavy imports stand inside the command.

Floor 5, on top: may use everything below, click, and opens tui and plain. The only room that knows click.
"""
