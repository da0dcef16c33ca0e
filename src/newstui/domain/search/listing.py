"""A listing: row numbers in order, and the start of each day. A hundred thousand take less than a megabyte."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container


def _numbers() -> array[int]:
    return array("q")


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of a list, in groups of days where it is by date."""

    rows: array[int] = field(default_factory=_numbers)
    """Rows of the catalogue, in the order of the list."""
    starts: array[int] = field(default_factory=_numbers)
    """The index in `rows` of each day's first headline; empty where the list is not by date."""
    days: array[int] = field(default_factory=_numbers)
    """The days, each as date.toordinal()."""

    def __len__(self) -> int:
        return len(self.rows)

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
        return Listing(rows, starts, days)


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
