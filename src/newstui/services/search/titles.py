"""The titles of lists that only the reader's own subscriptions and searches name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.search.sections import KINDS, name_asked_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.services.search.saved import SavedSearches


def own_title(query: str, feed_title: Callable[[str], str], searches: SavedSearches) -> str:
    """Returns the kind and name of a query that is of one feed, or that was saved; empty for any other.

    feed_title: gives the title of the feed at an address.
    """
    if address := name_asked_for(query, "feed"):
        name = feed_title(address)
        return f"{KINDS['feed']}: {name}" if name else ""
    saved = (search.name for search in searches.all() if search.query == query)
    return next((f"Search: {name}" for name in saved), "")
