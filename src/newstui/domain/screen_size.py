"""The largest screen that newstui draws. What a terminal or its environment claims beyond that is not believed."""

from __future__ import annotations

MOST_COLUMNS, MOST_LINES = 1000, 500


def bounded(columns: int, lines: int) -> tuple[int, int]:
    """Returns a size that can be drawn: at least one cell."""
    return min(max(columns, 1), MOST_COLUMNS), min(max(lines, 1), MOST_LINES)
