"""Columns in plain text: lines whose shape says something, so that they must stay as they are."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_SENTENCE_ENDS = ".!?:;\"'”’)"
_DRAWN = re.compile(r"\s*(?:[+|│┃┌├└╔╠╚].*[+|│┃┐┤┘╗╣╝]|[-=+|]{3,}(?:[ +|]+[-=]{2,})+[ +|]*)\s*")
_DRAWN_FIRST = frozenset("+|│┃┌├└╔╠╚-=")
_TAB = 8
_MOST_LINES = 1_000
"""Lines that are looked at; those of a longer text are as these."""
_LONGEST_LINE = 400
"""Characters; longer lines are paragraphs."""


def has_columns(lines: list[str]) -> bool:
    """Returns True for lines of a table: drawn, or with gaps at the same columns in most of them."""
    lines = lines[:_MOST_LINES]
    if len(lines) < 2 or max(map(len, lines)) > _LONGEST_LINE:
        return False
    if sum(line.lstrip()[:1] in _DRAWN_FIRST and _DRAWN.fullmatch(line) is not None for line in lines) * 2 > len(lines):
        return True
    edges = [edges_of_line for line in lines if (edges_of_line := _edges(line.rstrip()))]
    most = max(Counter(chain.from_iterable(edges)).values(), default=0)
    return len(edges) > 1 and len(edges) * 2 >= len(lines) and most > 1 and most * 2 >= len(edges)


def _edges(line: str) -> set[int]:
    """Returns where a column begins after a gap, and, below zero, where one after a gap ends, as numbers do."""
    if "  " not in line and "\t" not in line:
        return set()
    line = line.expandtabs(_TAB)
    if "  " not in line.lstrip():
        return set()
    # Two spaces after a sentence are how some type.
    gaps = [gap for gap in _GAP.finditer(line) if len(gap[0]) > 2 or line[gap.start() - 1] not in _SENTENCE_ENDS]
    if not gaps:
        return set()
    return {gap.end() for gap in gaps} | {-gap.start() for gap in gaps[1:]} | {-len(line)}
