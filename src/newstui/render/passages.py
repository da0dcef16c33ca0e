"""The running text of typeset lines: in it sentences are chosen and highlights found, which lead back to the lines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import dropwhile
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.highlights.highlight import Highlight
from newstui.domain.highlights.locate import Words
from newstui.domain.text.sentences import sentence_spans
from newstui.domain.text.unspaced import UNSPACED
from newstui.render.find import NOT_TEXT, Stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.render.find import Match
    from newstui.render.layout import Layout
    from newstui.render.line import Line
    from newstui.render.line import Span as LineSpan

Span = tuple[int, int]
"""(first character of the running text, the one behind the last)."""
Ends = tuple[tuple[int, int], tuple[int, int]]
"""(line, column) of its first and of its last character."""
_AROUND = 60
"""Characters before and after a quote that are kept with it."""
_OWN_LINE = ("bullet", "code-block", "table-border", "heading-1", "heading-2", "heading-3")
"""Roles with which a line does not go on from the line before."""


class _Piece(NamedTuple):
    """A part of the running text that stands on one line."""

    start: int
    line: int
    column: int
    size: int


class Passages:
    """The running text of some lines."""

    def __init__(self, lines: Sequence[Line], first: int = 0, shares: tuple[float, float] = (0.0, 1.0)) -> None:
        """first: the number of the first of these lines. shares: those of the whole text above them and their end."""
        self._shares = shares
        self._pieces: list[_Piece] = []
        texts: list[str] = []
        size, end, is_own, is_cut = 0, "", True, False
        for number, line in enumerate(lines, start=first):
            roles = {role for span in line.spans for role in span.role.split()}
            parts = [(column, span.text) for column, span in _columns(line) if not NOT_TEXT & set(span.role.split())]
            text = "".join(part for _, part in parts).strip()
            if not text:
                is_own = True
                continue
            is_own = is_own or bool(roles.intersection(_OWN_LINE))
            if is_cut:  # what is left of a line is no part of its first word
                parts = list(dropwhile(lambda part: part[1].isspace(), parts))
            goes_on = is_cut or UNSPACED.match(text[0]) or UNSPACED.match(end)
            between = "\n" if is_own else "" if goes_on else " "
            texts.append(between)
            size += len(between)
            for column, part in parts:
                self._pieces.append(_Piece(size, number, column, len(part)))
                texts.append(part)
                size += len(part)
            end, is_own, is_cut = text[-1], False, line.is_cut
        self.text = "".join(texts)
        self._words: Words | None = None

    def sentences(self, lang: str | None) -> list[Span]:
        """Returns the sentences in their order."""
        return sentence_spans(self.text, lang)

    def lines(self) -> list[Span]:
        """Returns the lines that hold text."""
        spans: dict[int, Span] = {}
        for piece in self._pieces:
            start, _ = spans.get(piece.line, (piece.start, 0))
            spans[piece.line] = (start, piece.start + piece.size)
        return [self._stripped(span) for span in spans.values()]

    def match(self, span: Span) -> Match:
        """Returns a part of the text, line by line."""
        start, end = span
        ends: dict[int, Span] = {}
        for piece in self._pieces[max(0, bisect_right(self._pieces, start, key=lambda piece: piece.start) - 1) :]:
            if piece.start >= end:
                break
            left, right = max(start, piece.start), min(end, piece.start + piece.size)
            if left < right:
                shift = piece.column - piece.start
                first, _ = ends.get(piece.line, (left + shift, 0))
                ends[piece.line] = (first, right + shift)
        return tuple(Stretch(line, *columns) for line, columns in ends.items())

    def at(self, line: int, column: int) -> int:
        """Returns the place of the text at a column of a line, or the nearest one before it."""
        index = bisect_right(self._pieces, (line, column), key=lambda piece: (piece.line, piece.column)) - 1
        if index < 0:
            return 0
        piece = self._pieces[index]
        return piece.start + (min(column - piece.column, piece.size - 1) if piece.line == line else piece.size - 1)

    def ends(self, span: Span) -> Ends:
        """Returns (line, column) of the first and of the last character of a part of the text, for `at`."""
        match = self.match(span)
        return ((match[0].line, match[0].start), (match[-1].line, match[-1].end - 1)) if match else ((0, 0), (0, 0))

    def words_between(self, first: int, last: int) -> Span:
        """Returns the part of the text from one place to another, with the whole of the words that they are in."""
        while first > 0 and self._is_within_word(first):
            first -= 1
        last = min(last + 1, len(self.text))
        while last < len(self.text) and self._is_within_word(last):
            last += 1
        return self._stripped((first, last))

    def _is_within_word(self, place: int) -> bool:
        before, after = self.text[place - 1], self.text[place]
        return before.isalnum() and after.isalnum() and not UNSPACED.match(before) and not UNSPACED.match(after)

    def highlight(self, id_: str, span: Span) -> Highlight:
        """Returns the highlight of a part of the text."""
        start, end = self._stripped(span)
        before, after = self.text[max(0, start - _AROUND) : start], self.text[end : end + _AROUND]
        above, below = self._shares
        at = above + (below - above) * start / len(self.text)
        return Highlight(id_, self.text[start:end], before.strip(), after.strip(), round(at, 6))

    def place_of(self, highlight: Highlight, *, is_same: bool = False) -> Span | None:
        """Returns where a highlight stands, or stood before the text was edited; None where that is not sure.

        is_same: only the same words count.
        """
        if self._words is None:
            self._words = Words(self.text)
        above, below = self._shares
        local = replace(highlight, at=(highlight.at - above) / ((below - above) or 1.0))
        found = self._words.find(local, is_same=is_same)
        if found is None:
            return None
        start, end = found  # and the punctuation marks around it, as far as they were highlighted
        while start > 0 and self.text[start - 1] in highlight.quote[:1] and not self.text[start - 1].isalnum():
            start -= 1
        while end < len(self.text) and self.text[end] in highlight.quote[-2:] and _is_mark(self.text[end]):
            end += 1
        return start, end

    def _stripped(self, span: Span) -> Span:
        text = self.text[slice(*span)]
        start = span[0] + len(text) - len(text.lstrip())
        return start, start + len(text.strip())


def passages_of(layout: Layout, first: int, last: int) -> Passages:
    """Returns the running text of some stretches of a layout, from the one to before the other."""
    lines = layout.part_lines(first, last)
    shares = layout.share_above(first), layout.share_above(last)
    return Passages(layout[lines.start : lines.stop], lines.start, shares)


def _columns(line: Line) -> list[tuple[int, LineSpan]]:
    """Returns each span of a line with the column that it starts at."""
    at, found = 0, []
    for span in line.spans:
        found.append((at, span))
        at += len(span.text)
    return found


def _is_mark(character: str) -> bool:
    return not character.isalnum() and not character.isspace()
