"""What the entry line wears: the colours of its text and its cursor. Uses Textual."""

from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme


class Worn(TextAreaTheme):
    """The looks of a TextArea, taken from the style sheet when they may have changed and not at every drawing of it.

    Textual asks six times of the style sheet each time a row is drawn, so at every key of a word.
    """

    _taken_for: tuple[object, ...] | None = None

    def apply_css(self, text_area: TextArea) -> None:
        """Take the looks from the style sheet, where the theme, the focus or the line's own style is another one."""
        app = text_area.app
        now = app.theme, app.native_ansi_color, app.app_focus, text_area.has_focus, text_area.rich_style
        if now != self._taken_for:
            super().apply_css(text_area)
            self._taken_for = now
