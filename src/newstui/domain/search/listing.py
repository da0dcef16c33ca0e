"""A listing: row numbers in order, and the start of each day. A hundred thousand take less than a megabyte."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence


def _numbers() -> array[int]:
    return array("q")


class Fold(NamedTuple):
    """The articles under one line of a list."""

    copies: tuple[int, ...] = ()
    """Rows of the same text."""
    others: tuple[int, ...] = ()
    """Rows of other articles of the story."""
    rest: tuple[int, ...] = ()
    """Rows of other articles that a loud feed brought that day, and what would be folded under them."""

    @property
    def rows(self) -> tuple[int, ...]:
        return self.copies + self.others + self.rest


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of a list, in groups of days where it is by date."""

    rows: array[int] = field(default_factory=_numbers)
    """Rows of the catalogue, in the order of the list."""
    starts: array[int] = field(default_factory=_numbers)
    """The index in `rows` of each day's first headline; empty where the list is not by date."""
    days: array[int] = field(default_factory=_numbers)
    """The days, each as date.toordinal()."""
    folds: Mapping[int, Fold] = field(default_factory=dict)
    """Row of a line → the articles that are folded under it, because they are the same text or of the same story."""
    unfolded: frozenset[int] = frozenset()
    """Rows of lines whose folded articles stand below them now."""

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def all_rows(self) -> array[int]:
        """The rows of every article, those that are folded too."""
        hidden = [row for first, fold in self.folds.items() if first not in self.unfolded for row in fold.rows]
        return self.rows + array("q", hidden) if hidden else self.rows

    @property
    def number(self) -> int:
        """The number of articles, those that are folded too."""
        return len(self.rows) + sum(len(fold.rows) for row, fold in self.folds.items() if row not in self.unfolded)

    def rows_under(self, row: int) -> tuple[int, ...]:
        """Returns the rows that are folded under a line now."""
        return () if row in self.unfolded or row not in self.folds else self.folds[row].rows

    def is_below(self, row: int) -> bool:
        """Returns True for an article that stands below the line into which it can be folded."""
        return any(row in self.folds[first].rows for first in self.unfolded)

    def with_folded(self, rows: Iterable[int]) -> list[int]:
        """Returns lines and what is folded under them."""
        return [each for row in rows for each in (row, *self.rows_under(row))]

    def day_of(self, index: int) -> int:
        """Returns the index in `days` for the headline at an index; -1 where the list is not by date."""
        return bisect_right(self.starts, index) - 1

    def without(self, gone: Container[int]) -> Listing:
        """Returns the listing without these rows; a day that has none left goes too."""
        rows, starts, days = _numbers(), _numbers(), _numbers()
        bounds = [0, *self.starts, len(self)]
        for place, (first, end) in enumerate(pairwise(bounds)):
            kept = [row for row in self.rows[first:end] if row not in gone]
            if kept and place:
                starts.append(len(rows))
                days.append(self.days[place - 1])
            rows.extend(kept)
        return Listing(rows, starts, days, self.folds, self.unfolded)


def arrays_of(listing: Listing) -> tuple[array[int], ...]:
    """Returns a listing as arrays, for `listing_of_arrays`. What is unfolded comes out folded."""
    below = {row for first in listing.unfolded for row in listing.folds[first].rows}
    if below:
        listing = listing.without(below)
    folds = _numbers()
    for row, fold in listing.folds.items():
        folds.extend((row, *map(len, fold), *fold.rows))
    return listing.rows, listing.starts, listing.days, folds


def listing_of_arrays(arrays: Sequence[array[int]]) -> Listing:
    """Returns the listing that `arrays_of` was given."""
    rows, starts, days, numbers = arrays
    if not numbers:
        return Listing(rows, starts, days)
    folds: dict[int, Fold] = {}
    at = 0
    while at < len(numbers):
        row, *lengths = numbers[at : at + 4]
        at += 4
        ends = list(accumulate(lengths, initial=at))
        folds[row] = Fold(*(tuple(numbers[start:end]) for start, end in pairwise(ends)))
        at = ends[-1]
    return Listing(rows, starts, days, folds)


def by_day(rows: array[int], published: array[int]) -> Listing:
    """Returns a listing by days of the reader's zone; `published` in seconds since 1970, rising or falling."""
    starts, days = _numbers(), _numbers()
    falls = len(published) > 1 and published[0] > published[-1]
    index = 0
    while index < len(published):
        day = datetime.fromtimestamp(published[index]).date()
        starts.append(index)
        days.append(day.toordinal())
        if falls:
            index = bisect_right(published, -_midnight(day), lo=index + 1, key=int.__neg__)
        else:
            index = bisect_left(published, _midnight(day + timedelta(days=1)), lo=index + 1)
    return Listing(rows, starts, days)


def _midnight(day: date) -> float:
    return datetime.combine(day, time()).timestamp()
