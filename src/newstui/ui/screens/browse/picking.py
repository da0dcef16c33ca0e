"""Picking: the articles of the list that the reader picked, so that one key acts on all of them.

Picks belong to the list on the screen: an article that leaves it is no longer picked, and no key acts on one that
cannot be seen there. While the reader pane has the keys, they mean the article that it shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newstui.ui.screens.browse.browser import Browser


class Picking:
    """Keeps `BrowseState.picked`."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._before_range: frozenset[int] = frozenset()
        self._range_from: int | None = None
        """The row at which a range begins; None while none is picked."""

    @property
    def is_range(self) -> bool:
        """True while moving picks."""
        return self._range_from is not None

    def switch(self) -> None:
        """Picks the article under the cursor, or no longer; ends a range."""
        headlines = self._browser.headlines
        if self.is_range:
            self.end_range()
        elif len(headlines.listing):
            self._pick(self._browser.state.picked ^ {headlines.listing.rows[headlines.selected]})

    def begin_range(self) -> None:
        """Picks from the article under the cursor to wherever the reader goes."""
        headlines = self._browser.headlines
        self._before_range = self._browser.state.picked
        self._range_from = headlines.listing.rows[headlines.selected]
        self.follow()

    def end_range(self) -> None:
        """Keeps what is picked, and has moves move only."""
        self._range_from = None

    def follow(self) -> None:
        """Picks as far as the cursor, while a range is picked."""
        if self._range_from is None:
            return
        headlines = self._browser.headlines
        rows, here = headlines.listing.rows, headlines.selected
        try:
            start = rows.index(self._range_from)
        except ValueError:  # the article at which it began is gone
            self.end_range()
            return
        self._pick(self._before_range.union(rows[min(start, here) : max(start, here) + 1]))

    def pick_all(self) -> int:
        """Picks every article of the list, or none where all are picked; returns how many are picked now."""
        self.end_range()
        everything = frozenset(self._browser.headlines.listing.rows)
        self._pick(frozenset() if everything <= self._browser.state.picked else everything)
        return len(self._browser.state.picked)

    def clear(self) -> bool:
        """Picks none; False where none was picked."""
        self.end_range()
        if not self._browser.state.picked:
            return False
        self._pick(frozenset())
        return True

    def restore(self, picked: frozenset[int]) -> None:
        """Picks what was picked in a list that is shown again."""
        self.end_range()
        self._pick(picked)

    def keep_listed(self) -> None:
        """Drops picks that are not in the list any more."""
        if picked := self._browser.state.picked:
            self._pick(picked.intersection(self._browser.headlines.listing.rows))

    def _pick(self, picked: frozenset[int]) -> None:
        if picked != self._browser.state.picked:
            self._browser.change(picked=picked)
            self._browser.headlines.show_picked(picked)
