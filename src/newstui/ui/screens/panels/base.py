"""The base of a panel over a screen: a click outside leaves it, and so does its key where nothing is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Static

from newstui.ui.keys.bindings import key_of
from newstui.ui.terminal.compositor import Compositor
from newstui.ui.widgets.field import Field

if TYPE_CHECKING:
    from typing import Any

    from textual import events
    from textual.screen import Screen

_LOW, _LOWEST = 14, 8
"""Lines of a screen below which a panel takes all of them, and below which it has no border."""


class PanelField(Field):
    """A field of a panel in which words are looked up: while it is empty, the letters that leave the panel do."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return bool(self.value) and super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        bound = self.screen.active_bindings.get(event.key)
        if (
            not self.value
            and event.is_printable
            and bound
            and bound.binding.action == "leave"
            and isinstance(self.screen, Panel)
        ):
            event.stop()
            event.prevent_default()
            self.screen.leave()
        else:
            await super()._on_key(event)


def fit_height(panel: Screen[Any], height: int) -> None:
    """Has a panel leave out its margin, and then its border too, where a screen is so low that it needs these lines."""
    panel.set_class(height < _LOW, "-low")
    panel.set_class(height < _LOWEST, "-lowest")


class Panel(ModalScreen[ScreenResultType]):
    """Has a container `panel`; outside of it the screen below is seen."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = Compositor()

    def leave(self) -> None:
        """Leaves without an answer."""
        self.dismiss(None)

    def action_leave(self) -> None:
        self.leave()

    def action_scroll(self, lines: int) -> None:
        """Scrolls what the panel shows, where it has more than fits."""
        scroll = self.query_one(VerticalScroll)
        go = partial(scroll.scroll_relative, y=lines, animate=False, immediate=True)
        if scroll.max_scroll_y:
            go()
        else:  # the key came before what the panel shows was laid out
            self.call_after_refresh(self.call_after_refresh, go)

    def on_resize(self, event: events.Resize) -> None:
        fit_height(self, event.size.height)

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.leave()

    def about(self, enter: str, back: str, explanation: str = "") -> Static:
        """Returns the last line of the panel.

        enter: says what Enter does; empty where it does nothing. back: the id of the binding that leaves.
        """
        keys = f"{key_of(self.app, back)} leaves"
        parts = [explanation, f"Enter {enter} · {keys}" if enter else keys]
        return Static(Content("\n".join(filter(None, parts))), id="panel-about")
