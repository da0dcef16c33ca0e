"""The direction of a text: paragraphs of Arabic, Hebrew and the like are aligned right, with what stands beside them.

The order of the letters within a line is left to the terminal.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from rich.cells import cell_len

from newstui.render.line import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


def is_right_to_left(text: str) -> bool:
    """Returns True where the first letter of a text is one of a script that is written from right to left."""
    if text.isascii() or not _RIGHT_TO_LEFT.search(text):
        return False
    strong = (direction for character in text if (direction := bidirectional(character)) in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def aligned_right(spans: tuple[Span, ...], width: int) -> tuple[Span, ...]:
    """Returns the spans of a line moved to the right of a column of so many cells."""
    free = width - sum(cell_len(span.text) for span in spans)
    return (Span(" " * free), *spans) if free > 0 and spans else spans


def mirrored(left: Iterable[Span]) -> Iterator[Span]:
    """Yields what stands to the left of a line as it stands to the right of one: `• ` as ` •`."""
    for span in reversed([*left]):
        mark = span.text.strip(" ")
        before, after = span.text.split(mark, 1) if mark else (span.text, "")
        yield replace(span, text=after + mark + before)
