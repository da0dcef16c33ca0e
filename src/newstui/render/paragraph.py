"""A passage: text that is set as one paragraph, and which run of it is in which style. Folding it gives lines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from newstui.render.line import Span
from newstui.render.wrap import line_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.render.line import Link

NO_BREAK = "\xa0"
_NO_RANGE = (-1, -1)


class Run(NamedTuple):
    """A stretch of a passage in one style, from where the run before ended."""

    end: int
    role: str
    link: Link | None = None
    own: bool = True
    """True for the article's own text. Numbers of links and glyphs are not, and do not count."""


class SetLine(NamedTuple):
    """A line without what stands to its left, and how many visible characters of the article's text are in it."""

    spans: tuple[Span, ...]
    visible: int
    is_cut: bool = False
    """True where the next line goes on without a space."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Text without newlines and tabs, and its runs; the last one ends with the text."""

    text: str
    runs: tuple[Run, ...]


def visible(text: str) -> int:
    """The number of characters that are not white space."""
    return len(text) - text.count(" ") if text.isascii() else sum(map(len, text.split()))


def fold(passage: Passage, width: int) -> Iterator[SetLine]:
    """The passage in lines of at most `width` cells."""
    ranges = line_ranges(passage.text, width)
    if len(passage.runs) > 1:
        return _fold_runs(passage, ranges)
    lines = zip_longest(ranges, ranges[1:], fillvalue=_NO_RANGE)
    return (_one_span(passage.text[start:end], passage.runs[0], end == then) for (start, end), (then, _) in lines)


def _one_span(text: str, run: Run, is_cut: bool = False) -> SetLine:
    if run.own:
        return SetLine((Span(text, run.role, run.link),), visible(text), is_cut)
    return SetLine((Span(text.replace(NO_BREAK, " "), run.role, run.link),), 0, is_cut)


def _fold_runs(passage: Passage, ranges: list[tuple[int, int]]) -> Iterator[SetLine]:
    runs = iter(passage.runs)
    run = next(runs)
    for (start, end), (then, _) in zip_longest(ranges, ranges[1:], fillvalue=_NO_RANGE):
        spans: list[Span] = []
        count = 0
        while True:
            while run.end <= start < end:
                run = next(runs)
            piece = _one_span(passage.text[start : min(end, run.end)], run)
            spans += piece.spans
            count += piece.visible
            if run.end >= end:
                break
            start = run.end
        yield SetLine(tuple(spans), count, end == then)
