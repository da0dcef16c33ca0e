"""The catalogue: a SQLite index of library and marks, for fast listing and search.

It holds nothing that cannot be rebuilt, so it has no migrations: a new
SCHEMA_VERSION (store.paths) is a new file. One catalogue serves one thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.store.catalogue.addresses import ADDRESSES, Addresses
from newstui.store.catalogue.also_feeds import ALSO_FEEDS
from newstui.store.catalogue.connection import Connection
from newstui.store.catalogue.files import Files
from newstui.store.catalogue.full_text import FULL_TEXT, merge_some
from newstui.store.catalogue.listing_cache import LISTING_CACHE, ListingCache
from newstui.store.catalogue.lists import Lists
from newstui.store.catalogue.marks import MARKS, Marks
from newstui.store.catalogue.names import NAMES, Names
from newstui.store.catalogue.numbers import Numbers
from newstui.store.catalogue.stories import STORIES, Stories
from newstui.store.catalogue.tallies import TALLIES, Tallies
from newstui.store.catalogue.waiting import WaitingArticles
from newstui.store.catalogue.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from newstui.domain.marks.change import Change
    from newstui.store.catalogue.derived import DerivedTable

_BUSY_MS = 10_000
TABLES = (FULL_TEXT, MARKS, LISTING_CACHE, ADDRESSES, ALSO_FEEDS, NAMES, TALLIES, STORIES)
"""The derived tables. A feature with a table of its own adds it here, and raises SCHEMA_VERSION."""


class Catalogue:
    """One open catalogue. Every method raises CatalogueError when the file is damaged, StorageError when it is busy."""

    def __init__(
        self,
        path: Path,
        *,
        busy_ms: int = _BUSY_MS,
        first: Callable[[], Iterable[Change]] = tuple,
        tables: Sequence[DerivedTable] = TABLES,
    ) -> None:
        """`first` gives the changes that a new catalogue starts with: no process ever sees one without them."""
        self.path = path
        self.connection = Connection(
            path,
            lambda: [_schema(), *(table.schema for table in tables)],
            lambda connection: Marks(connection).fold_in(first()),
            busy_ms=busy_ms,
        )
        self.lists = Lists(self.connection)
        self.marks = Marks(self.connection)
        self.files = Files(self.connection, tables)
        self.addresses = Addresses(self.connection)
        self.names = Names(self.connection)
        self.numbers = Numbers(self.connection)
        self.tallies = Tallies(self.connection)
        self.stories = Stories(self.connection)
        self.words = Words(self.connection)
        self.waiting = WaitingArticles(self.connection)
        self.listing_cache = ListingCache(self.connection)

    @property
    def is_new(self) -> bool:
        """True where opening it has created it."""
        return self.connection.is_new

    def transaction(self) -> AbstractContextManager[None]:
        """Makes everything within visible at once, or nothing."""
        return self.connection.transaction()

    def tidy(self) -> None:
        """Merges a little of the full-text index: after each run of indexing."""
        merge_some(self.connection)

    def close(self) -> None:
        self.connection.close()


def _schema() -> str:
    from importlib import resources  # only a new catalogue needs it

    return resources.files("newstui.store.catalogue").joinpath("schema.sql").read_text(encoding="utf-8")
