"""The table of keys that help shows: groups with titles, in two columns where there is room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.render.cells import cut_line, fill
from newstui.render.line import Line, Span
from newstui.render.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    Group = tuple[str, Sequence[tuple[str, str]]]
    """A title, and keys with what they do."""

_TWO_COLUMNS = 72
"""Cells from which there are two columns."""
_GAP = 2
_WIDEST = 16
"""Cells for keys; where they need more, what they do stands on the next line."""


def key_table(groups: Sequence[Group], width: int) -> list[Line]:
    """Returns the groups below each other, or in two columns of about the same height."""
    if width < _TWO_COLUMNS:
        return [line for group in groups for line in _group_lines(group, width)][:-1]
    column = (width - _GAP) // 2
    blocks = [_group_lines(group, column) for group in groups]
    left, right = _halves(blocks)
    height = max(len(left), len(right))
    left += [Line()] * (height - len(left))
    right += [Line()] * (height - len(right))
    return [_beside(one, other, column) for one, other in zip(left, right, strict=True)][:-1]


def _halves(blocks: Sequence[list[Line]]) -> tuple[list[Line], list[Line]]:
    """Returns the blocks in two columns, in order, split where the higher one is lowest; a single one is the left."""
    splits = range(len(blocks), -1, -1)
    split = min(splits, key=lambda at: max(sum(map(len, blocks[:at])), sum(map(len, blocks[at:]))))
    return [line for block in blocks[:split] for line in block], [line for block in blocks[split:] for line in block]


def _group_lines(group: Group, width: int) -> list[Line]:
    title, keys = group
    longest = max((cell_len(names) for names, _ in keys if cell_len(names) <= _WIDEST), default=0)
    lines = [cut_line([Span(title, "heading")], width)]
    for names, does in keys:
        texts = wrap(does, max(1, width - longest - 2))
        if cell_len(names) > longest:
            lines.append(cut_line([Span(names, "key")], width))
            names = ""
        for text in texts:
            lines.append(cut_line([Span(fill(names, longest), "key"), Span(f"  {text}", "")], width))
            names = ""
    return [*lines, Line()]


def _beside(left: Line, right: Line, column: int) -> Line:
    gap = column + _GAP - cell_len(left.text)
    return Line((*left.spans, Span(" " * gap), *right.spans)) if right.spans else left
