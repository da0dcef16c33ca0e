"""Text cut and filled to a number of cells: what a terminal counts, not characters."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells


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
