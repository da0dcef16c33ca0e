"""The output filter: nothing that could control a terminal is written, whatever a widget was given.

Text is cleaned where it enters the domain; this is the second line of defence. It hangs on
App.get_line_filters(), which is half private: textual is pinned below 9.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from newstui.domain.text.clean import clean
from newstui.ui.terminal.pens import DRAWN, OF_PICTURE

if TYPE_CHECKING:
    from textual.color import Color


class OutputFilter(LineFilter):
    """Removes control characters from text, and links to anything but web addresses from styles."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if all(text.isprintable() and not (style and style.link) for text, style, _ in segments):
            return segments
        return [_harmless(segment) for segment in segments]


class NoColourFilter(LineFilter):
    """Removes every colour from styles; bold, dim, underline and reverse stay. Textual's own filter leaves greys."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(text, style and style.without_color, control) for text, style, control in segments]


def _harmless(segment: Segment) -> Segment:
    text, style, control = segment
    if not text.isprintable() and not (style and style.meta.get(OF_PICTURE) == DRAWN):
        text = clean(text).replace("\n", " ").replace("\t", " ")
    if style is not None and style.link:
        from newstui.services.web_browser import (
            is_address,
        )  # newstui writes no links itself: this is hardly ever needed

        if not is_address(style.link):
            style = style.update_link(None)
    return Segment(text, style, control)
