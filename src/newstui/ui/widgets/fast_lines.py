"""Fast lines: a pane that draws whole lines itself hands them straight to the screen.

Textual's own way (padding, borders, opacity, tint, a new strip at every step) costs twice as much as
the lines themselves. This hangs on Widget.render_lines, which is public; textual is pinned below 9.
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

_MOST_LINES = 400
"""Drawn lines in memory, for each pane: a screen has fifty, and each is a dozen objects."""
_LINES_AT_ONCE = 6
"""Lines that are drawn ahead between two keys."""
_EDGE = "▕"


class _Look(NamedTuple):
    width: int
    """Cells of a line without the edge and the scrollbar."""
    edge: Segment | None
    background: Color
    filters: tuple[LineFilter, ...]


class FastLines(Widget):
    """A scroll view without padding; of borders, it can have one on the right."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        self._drawn: dict[int, Strip] = {}
        """Line of the page → its strip, ready for the screen."""
        self._look: _Look | None = None
        self.most_drawn_lines = _MOST_LINES
        super().__init__(id=id, classes=classes)

    def drawn_lines(self) -> Sequence[int]:
        """Returns the lines of the page that need not be drawn again."""
        return list(self._drawn)

    def forget_lines(self, lines: Iterable[int] | None = None) -> None:
        """Has these lines of the page drawn again when they are next in view; None: all lines."""
        for line in self.drawn_lines() if lines is None else lines:
            self._drawn.pop(line, None)

    def draw_line(self, line: int, width: int) -> Strip:
        """Returns a line of the page as `width` cells."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        return self.draw_line(y + self.scroll_offset.y, self.size.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        look, top = self._current_look(), self.scroll_offset.y
        strips = [self._strip(top + y, look) for y in crop.line_range]
        is_whole = crop.column_span == (0, self.region.width)
        return strips if is_whole else [strip.crop(*crop.column_span) for strip in strips]

    def draw_ahead(self) -> Iterator[None]:
        """Draws the lines that a page down or up would show, a few between two yields."""
        height = self.region.height
        for y in (*range(height, 2 * height), *range(-height, 0)):
            top = self.scroll_offset.y
            if top + y >= 0 and top + y not in self._drawn:
                self._strip(top + y, self._current_look())
                if y % _LINES_AT_ONCE == 0:
                    yield

    def _current_look(self) -> _Look:
        """Returns the look of lines now, and forgets all lines that were drawn with another one."""
        look = _Look(self.size.width, _edge(self), self.background_colors[1], tuple(self.get_line_filters()))
        if look != self._look or len(self._drawn) > self.most_drawn_lines:
            self._drawn.clear()
            self._look = look
        return look

    def _strip(self, line: int, look: _Look) -> Strip:
        if line not in self._drawn:
            self._drawn[line] = _finished(self.draw_line(line, look.width), look)
        return self._drawn[line]

    def notify_style_update(self) -> None:
        self._drawn.clear()
        super().notify_style_update()

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = _started_scrollbar(self)
        return self._vertical_scrollbar


def _started_scrollbar(widget: Widget) -> FastScrollBar:
    bar = FastScrollBar(vertical=True, name="vertical", thickness=widget.scrollbar_size_vertical)
    bar.display = False
    widget.app._start_widget(widget, bar)
    return bar


def _edge(widget: Widget) -> Segment | None:
    """Returns the border on the right as one cell; None where the widget has none."""
    kind, colour = widget.styles.border_right
    if not kind:
        return None
    base, background = widget.background_colors
    return Segment(_EDGE, Style.from_color((base + colour).rich_color, background.rich_color))


class FastScrollBar(ScrollBar):
    """A scrollbar whose strips are cached: a new page moves the bar on every line of the screen."""

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
    segments = {id(segment): segment for segment in drawn.segments}  # four or five make a bar
    strips = {each: _bar_strip(segment, under, filters, background) for each, segment in segments.items()}
    return [strips[id(segment)] for segment in drawn.segments]


@lru_cache(256)
def _bar_strip(segment: Segment, under: Style, filters: tuple[LineFilter, ...], background: Color) -> Strip:
    return _finished(Strip(Segment.apply_style([segment], under)), _Look(1, None, background, filters))


def _finished(strip: Strip, look: _Look) -> Strip:
    """Returns a strip with its edge, as the filters make it; the same one where nothing changes: a new one costs."""
    before = list(strip)
    segments = [*before, look.edge] if look.edge else before
    for line_filter in look.filters:
        segments = line_filter.apply(segments, look.background)
    if segments == before:
        return strip
    return Strip(segments, strip.cell_length + (look.edge is not None))
