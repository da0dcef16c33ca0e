"""Text cut and filled to a number of cells: what a terminal counts, not characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells

from newstui.render.line import Line, Span

if TYPE_CHECKING:
    from collections.abc import Iterable


def cut(text: str, width: int) -> str:
    """Text of at most `width` cells; what was cut off shows as an ellipsis."""
    if cell_len(text) <= width:
        return text
    if width < 2:
        return "…"[:width]
    return chop_cells(text, width - 1)[0].rstrip() + "…"


def fill(text: str, width: int) -> str:
    """Text of exactly `width` cells."""
    text = cut(text, width)
    return text + " " * (width - cell_len(text))


def cut_line(spans: Iterable[Span], width: int) -> Line:
    """A line of at most `width` cells."""
    shown: list[Span] = []
    for span in spans:
        text = cut(span.text, width) if width > 0 else ""
        width -= cell_len(text)
        shown.append(Span(text, span.role, span.link))
    return Line(tuple(shown))
