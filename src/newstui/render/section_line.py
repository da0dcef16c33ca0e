"""A section as a line of the sidebar: how deep it is, what is odd about it, its name and its unread articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.render.cells import fill
from newstui.render.line import Line, Span

if TYPE_CHECKING:
    from newstui.domain.search.section_tree import Entry

OPEN, CLOSED = "▾", "▸"


def section_line(entry: Entry, width: int, *, is_closed: bool, is_shown: bool, depth: int) -> Line:
    """Returns the line. State is glyphs and a style: ▾ open, ▸ closed, › the list that is shown."""
    folds = (CLOSED if is_closed else OPEN) if entry.kind in ("group", "folder") else ""
    mark = "›" if is_shown else folds or entry.sign or " "
    number = f" {entry.unread:,} " if entry.unread else " "
    style = "unread" if entry.unread else "read"
    left = f"{' ' * min(depth, 6)}{mark} "
    name = fill(entry.label, width - cell_len(left) - cell_len(number))
    return Line(
        (
            Span(left, "dot" if is_shown or entry.sign else "about"),
            Span(name, "day" if entry.kind == "group" else style),
            Span(number, "about"),
        )
    )


def typed_line(text: str) -> Line:
    """Returns the line of what is typed to narrow the sections."""
    return Line((Span(" /", "dot"), Span(text), Span("▏", "dot")))
