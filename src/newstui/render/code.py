"""A code block in lines: an even block as wide as the column, its language named at its top.

No character is lost. A line that is too long goes on below, where it can between two of its words or signs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from newstui.domain.text.clean import clean, one_line
from newstui.render.line import Span
from newstui.render.paragraph import SetLine, visible
from newstui.render.wrap import Range, hard_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

INDENT = "  "
CONTINUED = "↳ "
"""Stands in the indent of a line that continues a line of code."""
ROLE = "code-block"
_MARK = f"{ROLE} code-mark"
_ROOM_FOR_INDENT = 8
_LANGUAGE = re.compile(r"[\s{.]*(?:language-|lang-)?([^\s,{}:;]+)")
_LETTER = re.compile(r"[\w$@#]")


class Run(NamedTuple):
    """A part of a line of code, from where the run before ended, and the role of its token."""

    end: int
    role: str


class CodeBlock(NamedTuple):
    """A block of code in a text that was set."""

    line: int
    """Its first line."""
    code: str
    language: str
    width: int
    is_named: bool
    """True where its language stands above it; not where it goes on from a part before."""

    def lines(self, runs: Sequence[Sequence[Run]] = ()) -> Iterator[SetLine]:
        """The lines of the block, at most `width` cells each. `runs`: what of each line of the code is what."""
        if self.is_named and self.language and cell_len(self.language) < self.width:
            free = self.width - cell_len(self.language) - 1
            yield SetLine((Span(f"{' ' * free}{self.language} ", _MARK),), 0)
        for number, text in enumerate(code_texts(self.code)):
            yield from _cut(text, self.width, runs[number] if number < len(runs) else ())


def language_of(info: str) -> str:
    """Returns the language that stands above a block: `rust` for `rust,ignore`, `python` for `{.python}`."""
    match = _LANGUAGE.match(one_line(info))
    return match[1] if match else ""


def code_texts(code: str) -> list[str]:
    """Returns the lines of code as they are shown."""
    texts = [line.expandtabs(4) for line in code.removesuffix("\n").split("\n")]
    return [text if text.isprintable() else clean(text).replace("\n", " ") for text in texts]


def _cut(text: str, width: int, runs: Sequence[Run]) -> Iterator[SetLine]:
    indent = INDENT if width >= _ROOM_FOR_INDENT else ""
    for start, end in _ranges(text, width - len(indent)):
        mark = Span(CONTINUED, _MARK) if start and indent else Span(indent, ROLE)
        free = width - len(indent) - cell_len(text[start:end])
        spans = [Span(text[each[0] : each[1]], each[2]) for each in _pieces(start, end, runs)]
        left = (mark,) if indent else ()
        pad = (Span(" " * free, ROLE),) if free > 0 else ()
        yield SetLine((*left, *spans, *pad), visible(text[start:end]))


def _pieces(start: int, end: int, runs: Sequence[Run]) -> Iterator[tuple[int, int, str]]:
    for run in runs:
        if start < run.end and start < end:
            yield start, min(run.end, end), run.role
            start = run.end
    if start < end:
        yield start, end, ROLE


def _ranges(text: str, width: int) -> list[Range]:
    """Returns `hard_ranges`, with each line ending where a word or a sign does, if there is one in its second half."""
    ranges: list[Range] = []
    start = 0
    while True:
        window = text[start : start + 2 * width + 2]
        full = hard_ranges(window, width)[0][1]
        if full == len(window):
            break
        places = range(full, full // 2, -1)
        end = start + next((place for place in places if _may_end(window, place)), full)
        ranges.append((start, end))
        start = end
    return [*ranges, *((start + first, start + last) for first, last in hard_ranges(text[start:], width))]


def _may_end(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if after == " " or not (before.isascii() and after.isascii()):
        return False
    return before in " ,;([{" or bool(_LETTER.match(before)) != bool(_LETTER.match(after))
