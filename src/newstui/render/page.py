"""A page of the reader: head, text and end as one sequence of lines. The text and its links may still grow."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, overload

from rich.cells import cell_len

from newstui.render.article_page import link_lines
from newstui.render.cells import cut_line, fill
from newstui.render.keys import BINDING
from newstui.render.layout import Layout
from newstui.render.line import Line, Span

if TYPE_CHECKING:
    from newstui.domain.enclosure import Enclosure
    from newstui.render.keys import Keys
    from newstui.render.line import Neighbours

Block = Literal[0, 1, 2]
"""The head, the text or the end of a page."""
_LINES_AT_ONCE = 500
"""Lines of the end that are searched together."""


class Page(Sequence[Line]):
    """The lines of a page."""

    def __init__(
        self, head: Sequence[Line], body: Layout | Sequence[Line], end: Sequence[Line], starts: Sequence[int] = ()
    ) -> None:
        self.head, self.body, self.end = head, body, end
        self.starts = [len(head) + start for start in starts]
        """The line on which each sentence of the summary starts."""

    def offset(self, block: int) -> int:
        """Returns the first line of a block."""
        return 0 if block == 0 else len(self.head) + (len(self.body) if block == 2 else 0)

    def text(self, number: int) -> tuple[Block, int, str] | None:
        """Returns (block, first line in it, text) of a part of the page; None behind the last one that is there."""
        if number == 0:
            return 0, 0, "\n".join([line.words for line in self.head])
        if not isinstance(self.body, Layout):
            return None
        part = self.body.text(number - 1)
        if part is not None:
            return 1, *part
        first = (number - 1 - self.body.parts) * _LINES_AT_ONCE
        if not self.body.is_whole or first >= len(self.end):
            return None
        return 2, first, "\n".join([line.words for line in self.end[first : first + _LINES_AT_ONCE]])

    def line(self, index: int) -> Line:
        """Returns a line that is read, not drawn: code has no colours there yet."""
        if 0 <= (at := index - len(self.head)) < len(self.body):
            return self.body[at : at + 1][0]
        return self[index]

    def __len__(self) -> int:
        return len(self.head) + len(self.body) + len(self.end)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            return [self[line] for line in range(*index.indices(len(self)))]
        if index < len(self.head):
            return self.head[index]
        index -= len(self.head)
        return self.body[index] if index < len(self.body) else self.end[index - len(self.body)]


class PageEnd(Sequence[Line]):
    """The addresses of an article's links and files, and the titles of the previous and the next article."""

    def __init__(
        self,
        neighbours: Neighbours,
        links: Sequence[str],
        width: int,
        enclosures: Sequence[Enclosure] = (),
        *,
        keys: Keys,
    ) -> None:
        """`links` may grow."""
        self._links, self._width, self._enclosures = links, width, enclosures
        self._starts = array("I", [0])
        """The first line of each address, and the number of their lines."""
        self._below = [Line((Span("─" * width, "rule"),)), *_neighbour_lines(neighbours, width, keys)]
        self._last: tuple[int, list[Line]] = (-1, [])
        """(number of links, the lines below them)."""

    def __len__(self) -> int:
        return 1 + self._link_lines + len(self._last_lines)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            return [self[line] for line in range(*index.indices(len(self)))]
        return replace(self._line(index), at=-1)

    def _line(self, index: int) -> Line:
        if index == 0:
            return Line()
        index -= 1
        if index < self._link_lines:
            number = bisect_right(self._starts, index) - 1
            return self._lines_of(number)[index - self._starts[number]]
        return self._last_lines[index - self._link_lines]

    @property
    def _link_lines(self) -> int:
        for number in range(len(self._starts) - 1, len(self._links)):
            address, label = self._links[number], len(f"[{number + 1}] ")
            is_one = not self._enclosures and address.isascii() and label + len(address) <= self._width
            self._starts.append(self._starts[-1] + (1 if is_one else len(self._lines_of(number))))
        return self._starts[-1]

    def _lines_of(self, number: int) -> list[Line]:
        return link_lines([self._links[number]], self._enclosures, self._width, number + 1)

    @property
    def _last_lines(self) -> list[Line]:
        """The files that are not among the links, and what follows."""
        if self._last[0] != len(self._links):
            files = [each.url for each in self._enclosures if each.url not in self._links]
            lines = link_lines(files, self._enclosures, self._width, len(self._links) + 1)
            blank = [Line()] if lines or self._links else []
            self._last = (len(self._links), [*lines, *blank, *self._below])
        return self._last[1]


def _neighbour_lines(neighbours: Neighbours, width: int, keys: Keys) -> list[Line]:
    names = {binding: keys(binding) for binding in ("previous", "next")}
    column = max(map(cell_len, names.values()))
    lines = []
    for binding, sign, title, nobody in (
        ("previous", "▲", neighbours.previous, "the first of this list"),
        ("next", "▼", neighbours.next, "the last of this list"),
    ):
        link = BINDING + binding if title is not None else None
        text, role = (title, "neighbour") if title is not None else (nobody, "hint")
        key = f"{sign} {fill(names[binding], column)}  "
        lines.append(cut_line([Span(key, "key", link), Span(text, role, link)], width))
    return lines
