"""The geometry of a list of headlines: which line of the page belongs to which headline. Pure arithmetic."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newstui.domain.search.listing import Listing

DAY_HEIGHT = 2
"""A blank line and the day; the first day has no blank line."""


class ListGeometry(NamedTuple):
    """The lines of a listing whose headlines take `height` lines each."""

    listing: Listing
    height: int

    def row(self, index: int) -> int | None:
        """Returns the catalogue's row of a headline; None beyond the end."""
        return self.listing.rows[index] if index < len(self.listing) else None

    def top(self, index: int) -> int:
        """Returns the line on which the title of a headline stands."""
        day = self.listing.day_of(index)
        return index * self.height + ((day + 1) * DAY_HEIGHT - 1 if day >= 0 else 0)

    def scroll_to_show(self, index: int, scroll: int, view: int) -> int:
        """Returns the scroll position nearest to `scroll` that has a headline, and the day above it, in view.

        view: the height of the view in lines.
        """
        day, top = self.listing.day_of(index), self.top(index)
        is_first_of_day = day >= 0 and self.listing.starts[day] == index
        first = max(0, top - DAY_HEIGHT) if is_first_of_day else top
        return first if first < scroll else max(scroll, top + self.height - view)

    def scroll_far(self, index: int, scroll: int, view: int, *, down: bool) -> int:
        """Returns a scroll position with a headline well in view, so that the next one is in view too.

        It is `scroll` where the headline is in view already.
        """
        top = self.top(index)
        if scroll <= top <= scroll + view - self.height:
            return scroll
        return max(0, top - (view // 4 if down else view * 3 // 4))

    def at(self, line: int) -> tuple[int, int]:
        """Returns (index of the headline, which of its lines) at a line of the page.

        A negative second number stands above the title: -1 the day, -2 the blank line before it.
        """
        starts = self.listing.starts
        height = self.height
        # A day begins with its blank line: `top` of its first headline, less DAY_HEIGHT.
        day = bisect_right(range(len(starts)), line, key=lambda day: starts[day] * height + day * DAY_HEIGHT - 1) - 1
        first = starts[day] if day >= 0 else 0
        below = line - self.top(first)
        return (first, below) if below < 0 else (first + below // height, below % height)
