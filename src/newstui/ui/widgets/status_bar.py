"""The status bar: one line across the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from newstui.render.line import Line, link_at
from newstui.ui.widgets.styled_lines import StyledLines, roles

if TYPE_CHECKING:
    from textual import events
    from textual.strip import Strip

Draw = Callable[[int], Line]
"""Gives the line for a width in cells."""


class StatusBar(StyledLines):
    """Draws the line that it was given last. A key in it can be clicked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = roles("name section counts doing hint key notice")

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._draw: Draw = lambda width: Line()

    def show(self, draw: Draw) -> None:
        """Shows another line."""
        self._draw = draw
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Presses the key that was clicked."""
        key = link_at(self._draw(self.size.width), event.x) if event.y == 0 else None
        if isinstance(key, str):
            self.app.simulate_key(key)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        return self.strip(self._draw(width) if y == 0 else Line(), width)
