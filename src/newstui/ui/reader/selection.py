"""The selection in one text: sentences, lines or words, out of the parts of the text that the reader is at.

A part more is read when the selection goes beyond them, so that a key costs the same in a text of any length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.render.passages import passages_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.render.find import Match
    from newstui.render.layout import Layout
    from newstui.render.passages import Ends, Passages, Span

    Split = Callable[[Passages], Sequence[Span]]
    """Gives all that can be selected in a text."""

_MOST_PARTS = 8
"""Parts of a text out of which a selection may be."""


class Selection:
    """One unit, or several that follow each other. Lines are those of the layout."""

    def __init__(self, layout: Layout, first: int, last: int, split: Split | None = None) -> None:
        """first, last: lines that it can be made on. split: the units; None: any words, by `select`."""
        self.layout = layout
        self._split = split
        self._units: Sequence[Span] = ()
        self._current = 0
        self._anchor: int | None = None
        """The unit from which it reaches to the current one; None: the current one alone."""
        self._read(*self._parts_with(first, last))

    @property
    def is_empty(self) -> bool:
        """True where there is nothing to select."""
        return not self._units

    @property
    def span(self) -> Span:
        """The part of `passages.text` that is selected."""
        first, last = sorted((self._current, self._current if self._anchor is None else self._anchor))
        return self._units[first][0], self._units[last][1]

    @property
    def match(self) -> Match:
        """The lines that are selected."""
        return self.passages.match(self.span)

    @property
    def line(self) -> int:
        """The first line of the current unit."""
        return self._ends(self._current)[0][0]

    def select(self, one: tuple[int, int], other: tuple[int, int]) -> None:
        """Selects from one (line, column) to another, with the whole of the words that they are in."""
        first, last = sorted(self.passages.at(*place) for place in (one, other))
        self._units, self._current, self._anchor = (self.passages.words_between(first, last),), 0, None

    def select_match(self, match: Match) -> None:
        """Selects exactly these lines."""
        first, last = (match[0].line, match[0].start), (match[-1].line, match[-1].end - 1)
        self._units, self._current, self._anchor = ((self.passages.at(*first), self.passages.at(*last) + 1),), 0, None

    def go_to(self, line: int, column: int = 0) -> None:
        """Makes the unit at a place, or the next one, the current one."""
        first, last = self._parts_with(line, line + 1)
        if first < self._parts[0] or last > self._parts[1]:
            self._read_again(min(first, self._parts[0]), max(last, self._parts[1]))
        self._current = self._unit_at(self.passages.at(line, column))

    def move(self, steps: int) -> None:
        """Makes another unit the current one."""
        if not 0 <= self._current + steps < len(self._units) and self._split is not None:
            part, (first, last) = self.layout.part_at(self.line), self._parts
            if self._anchor is None:
                first, last = (part, last) if steps > 0 else (first, part + 1)
            self._read_again(*((first, last + 1) if steps > 0 else (first - 1, last)))
        self._current = max(0, min(self._current + steps, len(self._units) - 1))

    def extend(self) -> bool:
        """Has the selection reach from the current unit on, or ends that; True where it does now."""
        self._anchor = self._current if self._anchor is None else None
        return self._anchor is not None

    @property
    def is_range(self) -> bool:
        """True where it reaches from one unit to another."""
        return self._anchor is not None

    def _parts_with(self, first: int, last: int) -> tuple[int, int]:
        parts = self.layout.part_at(first), self.layout.part_at(max(first, last - 1)) + 1
        return max(parts[0], parts[1] - _MOST_PARTS), min(parts[1], self.layout.parts)

    def _read(self, first: int, last: int) -> None:
        self._parts = first, last
        self.passages = passages_of(self.layout, first, last)
        self._units = self._split(self.passages) if self._split else ()

    def _read_again(self, first: int, last: int) -> None:
        """Reads other parts, with those that are selected; nothing where there are none."""
        if first < 0 or last > self.layout.parts or last - first > _MOST_PARTS or self.is_empty:
            return
        current, anchor = self._ends(self._current), None if self._anchor is None else self._ends(self._anchor)
        self._read(first, last)
        self._current = self._unit_at(self.passages.at(*current[0]))
        self._anchor = None if anchor is None else self._unit_at(self.passages.at(*anchor[0]))

    def _ends(self, unit: int) -> Ends:
        return self.passages.ends(self._units[unit])

    def _unit_at(self, place: int) -> int:
        return next((index for index, (_, end) in enumerate(self._units) if place < end), max(0, len(self._units) - 1))
