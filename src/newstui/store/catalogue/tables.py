"""The derived tables of the catalogue. A feature with a table of its own adds it here, and raises SCHEMA_VERSION."""

from __future__ import annotations

from newstui.store.catalogue.also_feeds import ALSO_FEEDS
from newstui.store.catalogue.full_text import FULL_TEXT
from newstui.store.catalogue.listing_cache import LISTING_CACHE
from newstui.store.catalogue.marks import MARKS
from newstui.store.catalogue.names import NAMES
from newstui.store.catalogue.stories import STORIES
from newstui.store.catalogue.tallies import TALLIES, TALLIES_OF_OTHER_FEEDS

TABLES = (
    FULL_TEXT,
    TALLIES,  # before MARKS and ALSO_FEEDS: what they change of articles that come is counted as a change
    MARKS,
    LISTING_CACHE,
    ALSO_FEEDS,
    TALLIES_OF_OTHER_FEEDS,
    NAMES,
    STORIES,
)
"""In this order they are created, and articles that come are brought into them."""
