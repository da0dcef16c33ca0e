"""Lines straight to the screen: a pane that draws whole lines itself needs none of what Textual does to each of them.

Textual's own way (padding, borders, opacity, tint, a fresh strip at every step) costs twice what
the lines cost. It hangs on Widget.render_lines, which is public, and is pinned with textual below 9.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.color import Color
    from textual.filter import LineFilter
    from textual.geometry import Region

_KEPT = 2_000
"""Lines, of either pane: a screen has fifty."""
_AT_ONCE = 6
"""Lines that are drawn ahead between two keys."""
_EDGE = "▕"


class _Look(NamedTuple):
    width: int
    edge: Segment | None
    background: Color
    filters: tuple[LineFilter, ...]


class FastLines(Widget):
    """A scroll view without padding; of borders, it can have one on the right."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        self._kept: dict[int, Strip] = {}
        """By line of the page."""
        self._kept_for: _Look | None = None
        super().__init__(id=id, classes=classes)

    def kept_lines(self) -> Sequence[int]:
        """The lines of the page that would be drawn as they were."""
        return list(self._kept)

    def forget_lines(self, lines: Iterable[int] | None = None) -> None:
        """What is drawn on all lines, or on these of the page, is another thing now."""
        if lines is None:
            self._kept.clear()
        for line in lines or ():
            self._kept.pop(line, None)

    def render_lines(self, crop: Region) -> list[Strip]:
        width, top = self.region.width, self.scroll_offset.y
        look = self._begin()
        strips = [self._strip(top, y, look) for y in crop.line_range]
        if crop.column_span != (0, width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def draw_ahead(self) -> Iterator[None]:
        """What a page down or up would bring into view, a few lines at a time."""
        height = self.region.height
        for y in (*range(height, 2 * height), *range(-height, 0)):
            top = self.scroll_offset.y
            if top + y >= 0 and top + y not in self._kept:
                self._strip(top, y, self._begin()).render(self.app.console)
                if y % _AT_ONCE == 0:
                    yield

    def _begin(self) -> _Look:
        """How lines look now; those that looked otherwise are kept no longer."""
        look = _Look(self.region.width, self._edge(), self.background_colors[1], tuple(self.get_line_filters()))
        if look != self._kept_for or len(self._kept) > _KEPT:
            self._kept.clear()
            self._kept_for = look
        return look

    def _strip(self, top: int, y: int, look: _Look) -> Strip:
        """The line `y` below the top of the view, which shows the page from `top` on."""
        strip = self._kept.get(top + y)
        if strip is None:
            drawn = self.render_line(y)
            whole = Strip([*drawn, look.edge], drawn.cell_length + 1) if look.edge else drawn
            strip = self._kept[top + y] = _filtered(whole, look.filters, look.background)
        return strip

    def _edge(self) -> Segment | None:
        kind, colour = self.styles.border_right
        if not kind:
            return None
        base, background = self.background_colors
        return Segment(_EDGE, Style.from_color((base + colour).rich_color, background.rich_color))

    def notify_style_update(self) -> None:
        self._kept.clear()
        super().notify_style_update()

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = FastScrollBar(
                vertical=True, name="vertical", thickness=self.scrollbar_size_vertical
            )
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar


class FastScrollBar(ScrollBar):
    """Textual's, of strips that are kept: a new page moves the bar on every line of the screen."""

    def render_lines(self, crop: Region) -> list[Strip]:
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        strips = _bar_strips(
            self.size.height,
            bar.virtual_size,
            bar.window_size,
            bar.position,
            bar.thickness,
            bar.style,
            self.visual_style.rich_style,
            tuple(self.get_line_filters()),
            self.background_colors[1],
        )
        return strips[crop.y : crop.bottom]


@lru_cache(64)
def _bar_strips(
    height: int,
    virtual_size: int,
    window_size: int,
    position: float,
    thickness: int,
    style: Style,
    under: Style,
    filters: tuple[LineFilter, ...],
    background: Color,
) -> list[Strip]:
    assert style.color is not None and style.bgcolor is not None
    drawn = ScrollBarRender.render_bar(
        size=height,
        virtual_size=virtual_size,
        window_size=window_size,
        position=position,
        thickness=thickness,
        back_color=style.bgcolor,
        bar_color=style.color,
    )
    return [_bar_strip(segment, under, filters, background) for segment in drawn.segments]


@lru_cache(256)
def _bar_strip(segment: Segment, under: Style, filters: tuple[LineFilter, ...], background: Color) -> Strip:
    return _filtered(Strip(Segment.apply_style([segment], under)), filters, background)


def _filtered(strip: Strip, filters: Sequence[LineFilter], background: Color) -> Strip:
    for each in filters:
        strip = strip.apply_filter(each, background)
    return strip
