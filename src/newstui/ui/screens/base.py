"""A screen between two lines: above what it is about, below the keys that work now or a sentence in their place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen, ScreenResultType

from newstui.render.bars import key_line, notice_line
from newstui.ui.keys.bindings import footer_keys
from newstui.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from textual.timer import Timer

_NOTICE_SECONDS = 5.0


class BaseScreen(Screen[ScreenResultType]):
    """Has a StatusBar `masthead` and a StatusBar `keys`; what stands in the first is for each screen to say."""

    def __init__(self) -> None:
        super().__init__()
        self._noticed: Timer | None = None

    def on_mount(self) -> None:
        self.bindings_updated_signal.subscribe(self, self._draw_keys)

    def notice(self, text: str) -> None:
        """A sentence in place of the keys, for some seconds."""
        if self._noticed is not None:
            self._noticed.stop()
        self.query_one("#keys", StatusBar).show(partial(notice_line, text))
        self._noticed = self.set_timer(_NOTICE_SECONDS, self.end_notice)

    def end_notice(self) -> None:
        """The keys again."""
        if self._noticed is not None:
            self._noticed.stop()
            self._noticed = None
            self._draw_keys(None)

    def _draw_keys(self, _: object) -> None:
        if self._noticed is not None:
            return  # they come back when the notice goes
        self.query_one("#keys", StatusBar).show(partial(key_line, footer_keys(self)))
