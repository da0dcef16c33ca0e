"""Loud feeds: of one that brings more than its reader wants to see, lists show the best of each day."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from newstui.domain.search.folding import OfLoudFeed, capped

if TYPE_CHECKING:
    from newstui.domain.search.listing import Listing
    from newstui.services.core.catalogue_pool import CataloguePool
    from newstui.services.feeds.subscriptions import Subscriptions


def with_few_of_loud_feeds(listing: Listing, feeds: Subscriptions, pool: CataloguePool) -> Listing:
    """Returns a listing with the lines of loud feeds that are worth most.

    First what was begun or bookmarked, then what most other sources report too, then what is longest.
    """
    most = {feed.first_address: feed.most_a_day for feed in feeds.all() if feed.most_a_day}
    found = pool.ask(lambda catalogue: catalogue.lists.of_feeds(list(most)))
    loud = {
        row: OfLoudFeed(feed, datetime.fromtimestamp(published).toordinal(), (is_kept, number, words, -row))
        for row, feed, published, is_kept, number, words in found
    }
    return capped(listing, loud, most)
