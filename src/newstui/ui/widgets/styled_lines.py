"""Styled lines: lines of roles become strips of styles. Roles are component classes; styles/*.tcss style them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.dom import DOMNode
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from newstui.render.picture_cells import PLACEHOLDER_ROLE
from newstui.ui.terminal.pens import DRAWN, HALVES, OF_PICTURE

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style

    from newstui.render.line import Line

_PREFIX = "role--"
_HAS_KEYS, _HAS_NONE = "▌", "▎"


def roles(names: str) -> set[str]:
    """Returns the component classes for these roles, which are separated by spaces."""
    return {_PREFIX + name for name in names.split()}


class StyledLines(Widget):
    """A widget that draws lines."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        self._role_styles: dict[str, Style] = {}
        super().__init__(id=id, classes=classes)

    def strip(self, line: Line, width: int, *, left: int = 0, over: str = "", bar: str = "") -> Strip:
        """Returns a line as `width` cells, `left` in; role `over` lies over all, `bar` is of a bar on a blank there."""
        beginning = Segment(_HAS_KEYS if self.has_focus else _HAS_NONE, self.style_of(bar)) if bar else None
        if not line.spans:
            return _blank_strip(width, self.style_of(over), beginning)
        return _strip(line, width, left, over, self.style_of, beginning)

    def selected_strip(self, line: Line, width: int) -> Strip:
        return self.strip(line, width, over="selected", bar="bar selected")

    def set_height(self, lines: int) -> None:
        """Sets the number of lines to scroll through.

        Setting `virtual_size` would draw the whole screen twice for each key. The scrollbar is always there anyway.
        """
        self.set_reactive(Widget.virtual_size, Size(0, lines))
        self._scroll_update(self.virtual_size)

    def style_of(self, role: str) -> Style:
        """Returns the style of roles joined by spaces: the first one's colours, the others laid over them."""
        if role[:1] == "#":
            return _pixel_style(role)
        style = self._role_styles.get(role)
        if style is None:
            style = self._role_styles[role] = _combined_style(self, role.split())
        return style

    def _get_component_classes(self) -> frozenset[str]:  # type: ignore[override]
        return frozenset(self._component_styles)  # those that were shown: all of them would take a tenth of the start

    def notify_style_update(self) -> None:
        self._role_styles.clear()
        super().notify_style_update()


def _strip(
    line: Line, width: int, left: int, over: str, style_of: Callable[[str], Style], bar: Segment | None
) -> Strip:
    under = style_of(over)
    segments = [Segment(" " * left, under)] if left else []
    length = left
    for span in line.spans:
        segments.append(Segment(span.text, style_of(f"{span.role} {over}" if over else span.role)))
        length += cell_len(span.text)
    if length < width:
        segments.append(Segment(" " * (width - length), under))
    if bar is not None:
        _put_bar(segments, bar)
    return Strip(segments, length).crop(0, width) if length > width else Strip(segments, width)


@lru_cache(64)
def _blank_strip(width: int, style: Style, bar: Segment | None = None) -> Strip:
    """Returns one strip for all blank lines: Textual stores with a strip what it made of it."""
    segments = [Segment(" " * width, style)]
    if bar is not None:
        _put_bar(segments, bar)
    return Strip(segments, width)


@lru_cache(16_384)
def _pixel_style(role: str) -> Style:
    """Returns the style of cells of a picture that the terminal draws, or of a half block, `#102030#405060`.

    Those are the colours of the pixel above and of the one below.
    """
    from rich.style import Style

    if role.split(" ", 1)[0] == PLACEHOLDER_ROLE:
        return Style(meta={OF_PICTURE: DRAWN})
    return Style(color=role[:7], bgcolor=role[7:14], meta={OF_PICTURE: HALVES})


def _combined_style(widget: Widget, names: list[str]) -> Style:
    known = [_PREFIX + name for name in names if _PREFIX + name in widget.COMPONENT_CLASSES]
    if not known:
        return widget.rich_style
    for name in known:
        if name not in widget._component_styles:  # it was not shown yet; from now on Textual keeps it up to date
            part = DOMNode(classes=name)
            part._attach(widget)
            widget.app.stylesheet.apply(part, animate=False)
            widget._component_styles[name] = part.styles
    style = widget.get_component_rich_style(known[0])
    for name in known[1:]:
        style += widget.get_component_rich_style(name, partial=True)
    return style


def _put_bar(segments: list[Segment], bar: Segment) -> None:
    """Puts a bar into the first cell, if that is blank."""
    at = next((at for at, segment in enumerate(segments) if segment.text), 0)
    text, style, _ = segments[at] if segments else bar
    if text[:1] == " ":
        segments[at : at + 1] = [bar, Segment(text[1:], style)] if len(text) > 1 else [bar]
