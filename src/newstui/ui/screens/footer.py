"""The line below a screen: the keys that work now, and before them a notice for some seconds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from newstui.render.bars import key_line, notice_line
from newstui.ui.keys.bindings import footer_keys
from newstui.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.timer import Timer

    from newstui.render.bars import ShownKey

_NOTICE_SECONDS = 5.0


class Footer:
    """Draws the StatusBar `keys` of a screen."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen
        self._text = ""
        self._drawn: tuple[str, list[ShownKey]] | None = None
        """The notice and the keys that are shown."""
        self.timer: Timer | None = None
        """Ends the notice; None while there is none."""

    @property
    def text(self) -> str:
        """The notice that is shown; empty where there is none."""
        return self._text if self.timer is not None else ""

    def notice(self, text: str) -> None:
        """Shows a sentence before the keys, for some seconds."""
        if self.timer is not None:
            self.timer.stop()
        self._text = text
        self.timer = self._screen.set_timer(_NOTICE_SECONDS, self.end_notice)
        self.draw()

    def end_notice(self) -> None:
        """Shows the keys alone again."""
        if self.timer is not None:
            self.timer.stop()
            self.timer = None
            self.draw()

    def draw(self) -> None:
        """Shows the keys that work now; beside a notice, as far as there is room."""
        keys, text = footer_keys(self._screen), self.text
        if (text, keys) == self._drawn:
            return
        self._drawn = text, keys
        line = partial(notice_line, text, keys=keys) if text else partial(key_line, keys)
        self._screen.query_one("#keys", StatusBar).show(line)
