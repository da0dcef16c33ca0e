"""Apps of bare Textual, the floors that newstui is measured against. `python -m benchmarks.floors empty|pane`."""

from __future__ import annotations

import sys
from typing import ClassVar

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

READY = "the floor is ready"


class Empty(App[None]):
    """An app with one line of text."""

    BINDINGS: ClassVar = [Binding("q", "quit")]

    def compose(self) -> ComposeResult:
        yield Static(READY)


class Pane(Widget, can_focus=True):
    """Swaps forty lines that were built beforehand."""

    BINDINGS: ClassVar = [Binding("J", "swap")]
    page = reactive(0)

    def on_mount(self) -> None:
        self.pages = [
            [Strip([Segment(f"{READY} {page} {line} " + "lorem ipsum dolor sit amet " * 3)]) for line in range(60)]
            for page in range(2)
        ]

    def action_swap(self) -> None:
        self.page = 1 - self.page

    def render_line(self, y: int) -> Strip:
        return self.pages[self.page][y].adjust_cell_length(self.size.width)


class Panes(Empty):
    def compose(self) -> ComposeResult:
        yield Pane()


if __name__ == "__main__":
    (Empty if sys.argv[1] == "empty" else Panes)().run()
