"""A list of options that may be told anything at any time, also before it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widgets import OptionList

if TYPE_CHECKING:
    from textual import events

_BAR = 1
"""Columns beside the options, for the bar that shows the highlighted one."""


class Options(OptionList):
    """Textual's own fails at a page key before it is drawn, and at a click on an option that has just gone."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Switches the page keys off while no option is drawn."""
        return bool(self.scrollable_content_region) or not action.startswith("page_")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Returns how many lines show options; the first time it shows the scrollbar too, where there are too many.

        Textual's own sees that only after the first paint, and then paints everything once more.
        """
        highest, inner = self.styles.max_height, max(1, width - _BAR)
        height = super().get_content_height(container, viewport, inner)
        most = height if highest is None else int(highest.resolve(container, viewport))
        is_cut = height > most
        if is_cut:
            inner = max(1, inner - self.styles.scrollbar_size_vertical)
            height = super().get_content_height(container, viewport, inner)
        if not self.size:
            self.set_reactive(Options.virtual_size, Size(inner, height))
            self.set_reactive(Options.show_vertical_scrollbar, is_cut)
        return min(height, most)  # Textual takes the panel around it for as high as all options

    def _get_left_gutter_width(self) -> int:
        return _BAR if self.scrollable_content_region.width > _BAR else 0

    def render_line(self, y: int) -> Strip:
        """Draws a bar beside the highlighted option: its background alone is not seen on every terminal."""
        strip = super().render_line(y)
        first = next(iter(strip), None)
        if first is None or not self._get_left_gutter_width():
            return strip
        option = first.style.meta.get("option") if first.style else None
        bar = "▌" if option is not None and option == self.highlighted else " "
        return Strip.join([Strip([Segment(bar, first.style)], 1), strip])

    def _on_click(self, event: events.Click) -> None:  # type: ignore[override]
        option = event.style.meta.get("option")
        if option is not None and option >= self.option_count:
            event.prevent_default()
