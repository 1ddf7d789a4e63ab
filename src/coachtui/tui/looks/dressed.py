"""The half of the app that knows how it looks: its themes, its signs, the gates for poor terminals. Uses Textual."""

import asyncio
import os
import sys
from collections.abc import Sequence

from textual.app import App
from textual.filter import LineFilter

from coachtui.layouts import ASCII, Signs
from coachtui.store.home import Home
from coachtui.store.settings import Settings
from coachtui.tui.looks.choosing import after, begin_with, remember, remembered
from coachtui.tui.looks.depth import NoColour, Sixteen
from coachtui.tui.looks.paints import NAMES, Name
from coachtui.tui.looks.signs import PlainSigns, signs_for
from coachtui.tui.looks.themes import THEMES, name_in_textual, variables


class Dressed(App[None]):
    """An app in one of our four themes.

    Attributes:
        look: the theme's name.
        signs: the set of signs that drawings are made with.
    """

    def __init__(self, home: Home | None, settings: Settings) -> None:
        """`home`: where the chosen theme is remembered; nowhere, if None."""
        env = dict(os.environ)  # Textual takes NO_COLOR out of it
        super().__init__()
        self._home = home
        self.look: Name = begin_with(env, settings.theme, remembered(home) if home else None)
        encoding = getattr(sys.__stderr__, "encoding", None)
        self.signs: Signs = signs_for(encoding, env.get("TERM", ""), settings.signs)
        self._plain_signs = PlainSigns()
        self._no_colour = NoColour()
        self._sixteen = {name: Sixteen(name) for name in NAMES}
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = name_in_textual(self.look)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What the style rules need, were a theme ever put on that is not ours."""
        return variables("dark")

    def wear(self, name: Name) -> None:
        """Put this theme on, until another is chosen."""
        self.look = name
        self.theme = name_in_textual(name)

    async def action_next_look(self) -> None:
        """The next theme, remembered on this machine."""
        self.wear(after(self.look))
        if self._home is not None:
            await asyncio.to_thread(remember, self._home, self.look)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, then what this terminal cannot show."""
        found = [*super().get_line_filters()]
        if self.look == "plain":
            found.append(self._no_colour)
        elif self.console.color_system in {"standard", "windows"}:
            found.append(self._sixteen[self.look])
        if self.signs is ASCII:
            found.append(self._plain_signs)
        return found
