"""A code block in lines: indented, cut where the width ends and never elsewhere, its language named above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from newstui.domain.text.clean import clean, one_line
from newstui.render.line import Span
from newstui.render.paragraph import SetLine, visible
from newstui.render.wrap import hard_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

INDENT = "  "
CONTINUED = "↳ "
"""Stands in the indent of a line that continues a line of code."""
_ROOM_FOR_INDENT = 8


def code_lines(code: str, language: str, width: int) -> Iterator[SetLine]:
    """The lines of a code block, at most `width` cells each."""
    language = one_line(language.partition(" ")[0])
    if language and cell_len(language) <= width:
        yield SetLine((Span(" " * (width - cell_len(language)) + language, "note"),), 0)
    for line in code.removesuffix("\n").split("\n"):
        text = line.expandtabs(4)
        if not text.isprintable():
            text = clean(text).replace("\n", " ")
        yield from _cut(text, width)


def _cut(text: str, width: int) -> Iterator[SetLine]:
    if width < _ROOM_FOR_INDENT:
        for start, end in hard_ranges(text, width):
            yield SetLine((Span(text[start:end], "code-block"),), visible(text[start:end]))
        return
    for start, end in hard_ranges(text, width - len(INDENT)):
        piece = text[start:end]
        if start:
            yield SetLine((Span(CONTINUED, "note"), Span(piece, "code-block")), visible(piece))
        else:
            yield SetLine((Span(INDENT + piece, "code-block"),), visible(piece))
