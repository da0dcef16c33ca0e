"""A table in lines: columns as wide as they need and the pane allows, or a list of records where that is too little."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.render.direction import is_right_to_left
from newstui.render.line import Span
from newstui.render.paragraph import Passage, Run, SetLine, fold, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

Cell = tuple[Passage, ...]
"""A passage for each part between hard line breaks; empty for an empty cell."""
Row = list[Cell]

BORDER = "table-border"
HEAD = "table-head"
_WORD = 12
"""Cells of a word that a column does not break, if it can be helped. Below that, records are easier to read."""
_RECORD_RULE = 24
_HANGING = 2


@dataclass(slots=True)
class Table:
    """Its rows have as many cells as its head."""

    head: Row = field(default_factory=list)
    alignments: list[str] = field(default_factory=list)
    """`left`, `center` or `right` for each column; left where the article does not say."""
    rows: list[Row] = field(default_factory=list)


def table_lines(table: Table, width: int) -> Iterator[SetLine]:
    """The lines of a table, at most `width` cells each."""
    widths = _column_widths(table, width - 3 * len(table.head) - 1)
    return _grid(table, widths) if widths else _records(table, width)


def _column_widths(table: Table, room: int) -> list[int] | None:
    """The cells inside of each column, together at most `room`; None where some column would get too little."""
    columns = [[row[number] for row in (table.head, *table.rows)] for number in range(len(table.head))]
    natural = [max(1, *(_cells(cell) for cell in column)) for column in columns]
    if sum(natural) <= room:
        return natural
    if len(natural) > room:
        return None
    needed = [max(1, *(_longest_word(cell) for cell in column)) for column in columns]
    if sum(needed) > room:
        return None
    return _shared(natural, needed, room)


def _cells(cell: Cell) -> int:
    return max((cell_len(passage.text) for passage in cell), default=0)


def _longest_word(cell: Cell) -> int:
    return min(_WORD, max((cell_len(word) for passage in cell for word in passage.text.split()), default=0))


def _shared(natural: list[int], needed: list[int], room: int) -> list[int]:
    """Widths that fill the room: narrow columns as wanted, all wide ones the same, none less than needed."""

    def capped(cap: int) -> list[int]:
        return [max(need, min(want, cap)) for want, need in zip(natural, needed, strict=True)]

    low, high = 1, room
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if sum(capped(middle)) <= room else (low, middle - 1)
    widths = capped(low)
    left = room - sum(widths)
    for number, want in enumerate(natural):
        if left and low <= widths[number] < want:
            widths[number] += 1
            left -= 1
    return widths


def _grid(table: Table, widths: list[int]) -> Iterator[SetLine]:
    head = _row_lines(table.head, table.alignments, widths)
    rows = [_row_lines(row, table.alignments, widths) for row in table.rows]
    # A row of several lines needs a rule to tell where it ends.
    ruled = any(len(row) > 1 for row in rows)
    yield _rule("┌", "┬", "┐", widths)
    yield from head
    for number, row in enumerate(rows):
        if ruled or number == 0:
            yield _rule("├", "┼", "┤", widths)
        yield from row
    yield _rule("└", "┴", "┘", widths)


def _rule(left: str, middle: str, right: str, widths: list[int]) -> SetLine:
    return SetLine((Span(left + middle.join("─" * (width + 2) for width in widths) + right, BORDER),), 0)


def _row_lines(row: Row, alignments: list[str], widths: list[int]) -> list[SetLine]:
    columns = [
        [line for passage in cell for line in fold(passage, width)] for cell, width in zip(row, widths, strict=True)
    ]
    sides = [
        each or ("right" if cell and is_right_to_left(cell[0].text) else "")
        for each, cell in zip(alignments, row, strict=True)
    ]
    lines = []
    for number in range(max(1, *map(len, columns))):
        spans: list[Span] = []
        count = 0
        border = "│ "
        for column, width, alignment in zip(columns, widths, sides, strict=True):
            line = column[number] if number < len(column) else SetLine((), 0)
            free = width - sum(cell_len(span.text) for span in line.spans)
            before = free if alignment == "right" else free // 2 if alignment == "center" else 0
            spans += (Span(border + " " * before, BORDER), *line.spans)
            border = " " * (free - before) + " │ "
            count += line.visible
        spans.append(Span(border.rstrip(" "), BORDER))
        lines.append(SetLine(tuple(spans), count))
    return lines


def _records(table: Table, width: int) -> Iterator[SetLine]:
    """Each row as lines of `head: cell`. The head counts as text once, as in a grid."""
    count = sum(visible(passage.text[start:end]) for cell in table.head for passage, start, end in _own(cell))
    rule = SetLine((Span("─" * min(width, _RECORD_RULE), BORDER),), 0)
    for row in table.rows or [[()] * len(table.head)]:
        yield SetLine(rule.spans, count)
        count = 0
        for head, cell in zip(table.head, row, strict=True):
            yield from _record_line(head, cell, width)
    yield rule


def _own(cell: Cell) -> Iterator[tuple[Passage, int, int]]:
    for passage in cell:
        start = 0
        for run in passage.runs:
            if run.own:
                yield passage, start, run.end
            start = run.end


def _record_line(head: Cell, cell: Cell, width: int) -> Iterator[SetLine]:
    hanging = _HANGING if width > 2 * _HANGING + 1 else 0
    first = True
    for passage in _labelled(head, cell):
        for line in fold(passage, width - hanging):
            yield line if first else SetLine((Span(" " * hanging), *line.spans), line.visible)
            first = False


def _labelled(head: Cell, cell: Cell) -> Iterator[Passage]:
    """The passages of a cell, the first one after `head: `, which is not counted."""
    text = " ".join(passage.text for passage in head)
    if not text:
        yield from cell
        return
    label = text + ": "
    runs = [Run(len(label), HEAD, None, False)]
    if cell:
        runs += [run._replace(end=run.end + len(label)) for run in cell[0].runs]
    yield Passage(label + (cell[0].text if cell else ""), tuple(runs))
    yield from cell[1:]
