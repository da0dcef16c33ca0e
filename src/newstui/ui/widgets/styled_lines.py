"""Lines of roles as strips of styles. Roles are component classes: styles/roles.tcss says what they look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from rich.style import Style

    from newstui.render.line import Line

_PREFIX = "role--"


def roles(names: str) -> set[str]:
    """Component classes for these roles."""
    return {_PREFIX + name for name in names.split()}


class StyledLines(Widget):
    """A widget that draws lines."""

    _blank_strip: tuple[int, Style, Strip] | None = None

    def strip(self, line: Line, width: int, *, left: int = 0, over: str = "") -> Strip:
        """A line as a strip of `width` cells, `left` cells in; `over` is a role that lies over all of it."""
        under = self.style_of(over)
        if not line.spans:
            return self._blank(width, under)
        segments = [Segment(" " * left, under)] if left else []
        length = left
        for span in line.spans:
            segments.append(Segment(span.text, self.style_of(f"{span.role} {over}" if over else span.role)))
            length += cell_len(span.text)
        if length > width:
            return Strip(segments, length).crop(0, width)
        if length < width:
            segments.append(Segment(" " * (width - length), under))
        return Strip(segments, width)

    def _blank(self, width: int, style: Style) -> Strip:
        """One strip for all blank lines: Textual keeps what it made of a strip with the strip."""
        kept = self._blank_strip
        if kept is None or kept[:2] != (width, style):
            kept = self._blank_strip = (width, style, Strip.blank(width, style))
        return kept[2]

    def set_height(self, lines: int) -> None:
        """How many lines there are to scroll through.

        Setting `virtual_size` would have the whole screen laid out and drawn anew, twice for each key; with a
        scrollbar that is always there nothing else on the screen changes its place.
        """
        self.set_reactive(Widget.virtual_size, Size(0, lines))
        self._scroll_update(self.virtual_size)

    def style_of(self, role: str) -> Style:
        """The style of roles joined by spaces: the first one's colours, the others' laid over them."""
        style = self._role_styles.get(role)
        if style is None:
            style = self._role_styles[role] = self._style(role.split())
        return style

    def notify_style_update(self) -> None:
        self._role_styles.clear()
        super().notify_style_update()

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        self._role_styles: dict[str, Style] = {}
        super().__init__(id=id, classes=classes)

    def _style(self, names: list[str]) -> Style:
        known = [_PREFIX + name for name in names if _PREFIX + name in self.COMPONENT_CLASSES]
        if not known:
            return self.rich_style
        style = self.get_component_rich_style(known[0])
        for name in known[1:]:
            style += self.get_component_rich_style(name, partial=True)
        return style
