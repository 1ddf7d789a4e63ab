"""Home: what to do now, the most likely thing first. It opens with no person on it."""

from coachtui.tui.screens.home.screen import Home

__all__ = ["Home"]
