"""Finds words in typeset lines, across line ends."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.search.highlight import folded_in_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newstui.render.line import Line
    from newstui.render.page import Block, Page

_SPACELESS = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
Words = str | re.Pattern[str]
"""Words that a reader looks for in one article; or those of a query, as a pattern for `folded_in_place`."""
_MOST_MATCHES = 500_000
NOT_TEXT = {"link-number", "bullet", "quote-bar", "table-border", "code-mark"}
"""Roles of what newstui adds to a text."""


class Stretch(NamedTuple):
    """A part of one line, in characters of its text."""

    line: int
    start: int
    end: int


Match = tuple[Stretch, ...]
"""A match: a stretch on each line that it touches."""


class _Run(NamedTuple):
    """The letters and digits of a span."""

    letters: str
    line: int
    column: int
    """The column that the span starts at."""
    text: str
    """All of the span."""


def _pattern_of(words: str) -> re.Pattern[str] | None:
    pattern = r"\s+".join(_SPACELESS.sub(r"\1\\s*", re.escape(word)) for word in words.split())
    return re.compile(pattern, re.IGNORECASE) if pattern else None


class Search:
    """The matches of words on a page, found a part of it at a time and in their order.

    Case makes no difference; a space in the words matches a line's end too, though not where a stretch ends.
    """

    def __init__(self, page: Page, words: Words) -> None:
        self.page = page
        """The page that the matches are on. Another one of the same layout may take its place."""
        self.words = words
        self._pattern = _pattern_of(words) if isinstance(words, str) else words
        self._is_query = not isinstance(words, str)
        self._parts = 0
        """The number of parts that were searched."""
        # Of each match: block of the page, its first and its last line there, its start, its length. A letter has
        # 400,000 in a book.
        self._blocks = array("B")
        self._firsts, self._lasts, self._starts, self._lengths = (array("I") for _ in range(4))

    @property
    def is_left(self) -> bool:
        """True where a part of the page that is there is to be searched."""
        return self._next_part() is not None

    def advance(self) -> bool:
        """Searches the next part of the page; False where there is none yet, or none is needed."""
        part = self._next_part()
        if part is None or self._pattern is None:
            return False
        self._parts += 1
        block, line, text = part
        if self._is_query:
            text = self._searched_by_query(block, text)
        at = start = 0
        for hit in self._pattern.finditer(text):
            if (below := text.count("\n", at, hit.start())) > 0:
                line += below
                start = text.rfind("\n", at, hit.start()) + 1
            at = hit.start()
            if hit.end() > at:
                self._blocks.append(block)
                self._firsts.append(line)
                self._lasts.append(line + text.count("\n", at, hit.end()))
                self._starts.append(at - start)
                self._lengths.append(hit.end() - at)
        return True

    def _next_part(self) -> tuple[Block, int, str] | None:
        return self.page.text(self._parts) if self._pattern and len(self) < _MOST_MATCHES else None

    def _searched_by_query(self, block: Block, text: str) -> str:
        """Returns of a part of the page what the catalogue searches, title and text, as a query compares it."""
        if block == 2:
            return ""
        if block == 0:  # what is not the title keeps its lines, so that the numbers stay
            lines = (line.words if line.spans[:1] and line.spans[0].role == "title" else "" for line in self.page.head)
            text = "\n".join(lines)
        return folded_in_place(text)

    def lines(self, index: int) -> tuple[int, int]:
        """Returns the first and the last line of a match."""
        offset = self.page.offset(self._blocks[index])
        return offset + self._firsts[index], offset + self._lasts[index]

    def __len__(self) -> int:
        return len(self._blocks)

    def __getitem__(self, index: int) -> Match:
        if index >= len(self):
            raise IndexError(index)
        (line, last), start, left = self.lines(index), self._starts[index], self._lengths[index]
        stretches: list[Stretch] = []
        while left > 0:
            size = len(self.page[line].words) if line < last else start + left
            if (end := min(size, start + left)) > start:
                stretches.append(Stretch(line, start, end))
            left -= size - start + 1
            line, start = line + 1, 0
        return tuple(stretches)


Matches = Search | list[Match]
"""Matches in the order of their lines."""


def first_from(matches: Matches, line: int) -> int:
    """The index of the first match that begins on this line or below; how many there are where none does."""
    return bisect_left(range(len(matches)), line, key=lambda index: _lines(matches, index)[0])


def on_line(matches: Matches, line: int) -> Iterator[tuple[int, Stretch]]:
    """Returns the parts of matches on one line, each with the index of its match."""
    index = bisect_left(range(len(matches)), line, key=lambda index: _lines(matches, index)[1])
    while index < len(matches) and _lines(matches, index)[0] <= line:
        yield from ((index, stretch) for stretch in matches[index] if stretch.line == line)
        index += 1


def _lines(matches: Matches, index: int) -> tuple[int, int]:
    """Returns the first and the last line of a match."""
    if isinstance(matches, Search):
        return matches.lines(index)
    return matches[index][0].line, matches[index][-1].line


def sentence_matches(lines: Sequence[Line], sentences: Sequence[str]) -> list[Match]:
    """Returns the place of each sentence, compared by letters and digits alone; an empty match for one that is not
    there.
    """
    runs, starts, size = _runs(lines), [], 0
    for run in runs:
        starts.append(size)
        size += len(run.letters)
    text = "".join([run.letters for run in runs])
    matches: list[Match] = []
    for sentence in sentences:
        characters = _letters(sentence)
        at = text.find(characters) if characters else -1
        if at < 0 and sentence.startswith("["):  # what stands in brackets is not the article's
            characters = _letters(sentence.partition("]")[2])
            at = text.find(characters) if characters else -1
        end = at + len(characters)
        touched = range(bisect_right(starts, at) - 1, bisect_left(starts, end)) if at >= 0 else ()
        matches.append(_by_line([(runs[n], at - starts[n], end - starts[n]) for n in touched], lines))
    return matches


def _runs(lines: Sequence[Line]) -> list[_Run]:
    runs: list[_Run] = []
    for number, line in enumerate(lines):
        column = 0
        for span in line.spans:
            if (letters := _letters(span.text)) and NOT_TEXT.isdisjoint(span.role.split()):
                runs.append(_Run(letters, number, column, span.text))
            column += len(span.text)
    return runs


def _letters(text: str) -> str:
    return text if text.isalnum() else "".join(filter(str.isalnum, text))


def _by_line(parts: Sequence[tuple[_Run, int, int]], lines: Sequence[Line]) -> Match:
    """A stretch for each line, with the punctuation marks that touch its ends.

    parts: runs, each with the first letter that belongs to it, and the one behind the last.
    """
    ends: dict[int, tuple[int, int]] = {}
    for run, start, end in parts:
        columns = [run.column + offset for offset, character in enumerate(run.text) if character.isalnum()]
        columns = columns[max(0, start) : end]
        first, _ = ends.get(run.line, (columns[0], 0))
        ends[run.line] = (first, columns[-1] + 1)
    stretches: list[Stretch] = []
    for line, (start, end) in ends.items():
        text = lines[line].text
        while start > 0 and _is_mark(text[start - 1]):
            start -= 1
        while end < len(text) and _is_mark(text[end]):
            end += 1
        stretches.append(Stretch(line, start, end))
    return tuple(stretches)


def _is_mark(character: str) -> bool:
    return not character.isalnum() and not character.isspace()
