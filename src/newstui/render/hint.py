"""The line below the field of a search: what is wrong in the query, and where; or how it may go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.render.cells import cut
from newstui.render.line import Line, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


def error_line(reason: str, column: int, width: int) -> Line:
    """Returns a message beside the mark under the column that it is about."""
    column = max(0, min(column, width - 1))
    if cell_len(reason) + 1 < column and cell_len(reason) > width - column - 2:
        return Line((Span(" " * (column - 1 - cell_len(reason))), Span(f"{reason} ^", "notice")))
    return Line((Span(" " * column), Span(cut(f"^ {reason}", width - column), "notice")))


def completion_line(completions: Sequence[tuple[str, str]], current: int | None, width: int) -> Line:
    """Returns the (text, meaning) of each way to go on, as many as fit. current: the one that Tab has chosen."""
    spans: list[Span] = [Span(" ")]
    left = width - 1
    for index, (text, about) in enumerate(completions):
        about = f" {about}" if about else ""
        if cell_len(text + about) + 2 > left:
            about = ""
        if cell_len(text) + 2 > left:
            break
        spans += [Span(text, "key" if index != current else "notice"), Span(f"{about}  ", "hint")]
        left -= cell_len(text + about) + 2
    return Line(tuple(spans))


def hint_line(text: str, width: int) -> Line:
    """Returns an explanation."""
    return Line((Span(cut(f" {text}", width), "hint"),))
