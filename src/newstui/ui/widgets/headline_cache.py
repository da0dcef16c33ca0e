"""The cache of headlines: those in view and around it, by their index in the list. Only these are in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from newstui.render.headline import BELOW, company_texts

if TYPE_CHECKING:
    from newstui.domain.articles.headline import Headline
    from newstui.domain.search.listing import Listing
    from newstui.render.headline import Company

FetchHeadlines = Callable[[Sequence[int]], list["Headline"]]
"""Gives the headlines of catalogue rows; those that are gone are left out."""
_MOST_SPANS = 40
_SAMPLE = 50
"""Headlines of a list that tell whether it has one source."""


class HeadlineCache:
    """Fetches headlines many at a time."""

    def __init__(self, fetch: FetchHeadlines) -> None:
        self.fetch = fetch
        self._headlines: dict[int, Headline] = {}
        self._company: dict[int, Company] = {}
        self._shared: tuple[Listing, str] | None = None
        """A list, and the source of all its headlines."""

    def clear(self) -> None:
        """Forgets every headline."""
        self._headlines.clear()
        self._company.clear()
        self._shared = None

    def forget(self, article: str) -> list[int]:
        """Forgets the headlines of an article, and returns where they stand."""
        indices = [index for index, headline in self._headlines.items() if headline.id == article]
        for index in indices:
            self._company.pop(self._headlines.pop(index).row, None)
        return indices

    def company(self, listing: Listing, headline: Headline) -> Company:
        """Returns what is folded under a headline, or BELOW where it belongs to the line above; empty for neither."""
        if not listing.folds:
            return ()
        if not listing.rows_under(headline.row):
            return BELOW if listing.is_below(headline.row) else ()
        if headline.row not in self._company:
            fold = listing.folds[headline.row]
            headlines = {each.row: each for each in self.fetch(fold.rows)}
            parts = ([headlines[row] for row in rows if row in headlines] for rows in fold)
            self._company[headline.row] = company_texts(*parts, is_read=headline.read)
        return self._company[headline.row]

    def headline(self, listing: Listing, index: int, span: Callable[[], int]) -> Headline | None:
        """Returns the headline at an index, fetched with as many others on each side as `span` gives.

        None beyond the ends of the list, or where the article is gone.
        """
        if not 0 <= index < len(listing):
            return None
        if index not in self._headlines:
            self._fetch_around(listing, index, span())
        return self._headlines.get(index)

    def shared_source(self, listing: Listing) -> str:
        """Returns the source of all headlines of a list; empty where there are several.

        Looks at those that are fetched and, where they have one source, at some from all over the list.
        """
        if self._shared is None or self._shared[0] is not listing:
            self._shared = listing, self._source_of_all(listing)
        return self._shared[1]

    def _source_of_all(self, listing: Listing) -> str:
        sources = {headline.source for headline in self._headlines.values()}
        if len(sources) == 1 and len(listing) > 1:
            step = max(1, len(listing) // _SAMPLE)
            sources |= {headline.source for headline in self.fetch(list(listing.rows[::step]))}
        return sources.pop() if len(sources) == 1 and len(listing) > 1 else ""

    def _fetch_around(self, listing: Listing, index: int, span: int) -> None:
        if len(self._headlines) > _MOST_SPANS * span:
            self._headlines.clear()
        around = range(max(0, index - span), min(len(listing), index + span))
        rows = {at: listing.rows[at] for at in around if at not in self._headlines}
        by_row = {headline.row: headline for headline in self.fetch(list(rows.values()))}
        self._headlines.update((at, by_row[row]) for at, row in rows.items() if row in by_row)
