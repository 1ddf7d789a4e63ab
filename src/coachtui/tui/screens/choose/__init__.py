"""Choose: which conversation, how long, with whom. Turned towards the coachee: it leads with what a person would say."""

from coachtui.tui.screens.choose.screen import Choose

__all__ = ["Choose"]
