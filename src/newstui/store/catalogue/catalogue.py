"""The catalogue: a SQLite index of library and marks, for fast listing and search.

It holds nothing that cannot be rebuilt, so it has no migrations: a new
SCHEMA_VERSION (store.paths) is a new file. One catalogue serves one thread.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.store.catalogue.connection import Connection
from newstui.store.catalogue.listing_cache import ListingCache
from newstui.store.catalogue.lists import Lists
from newstui.store.catalogue.marks import Marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager

    from newstui.domain.marks.change import Change
    from newstui.store.catalogue.addresses import Addresses
    from newstui.store.catalogue.derived import DerivedTable
    from newstui.store.catalogue.files import Files
    from newstui.store.catalogue.names import Names
    from newstui.store.catalogue.numbers import Numbers
    from newstui.store.catalogue.stories import Stories
    from newstui.store.catalogue.tallies import Tallies
    from newstui.store.catalogue.waiting import WaitingArticles
    from newstui.store.catalogue.words import Words

_BUSY_MS = 10_000


class Catalogue:
    """One open catalogue. Every method raises CatalogueError when the file is damaged, StorageError when it is busy."""

    def __init__(
        self,
        path: Path,
        *,
        busy_ms: int = _BUSY_MS,
        first: Callable[[], Iterable[Change]] = tuple,
        tables: Sequence[DerivedTable] | None = None,
    ) -> None:
        """`first` gives the changes that a new catalogue starts with: no process ever sees one without them.

        tables: the derived tables; None: all of `tables.py`.
        """
        self.path = path
        self._own_tables = tables
        self.connection = Connection(
            path,
            lambda: [_schema(), *(table.schema for table in self._tables())],
            lambda connection: Marks(connection).fold_in(first()),
            busy_ms=busy_ms,
        )
        self.lists = Lists(self.connection)
        self.marks = Marks(self.connection)
        self.listing_cache = ListingCache(self.connection)

    # Imported when they are first used: the first paint needs none of them.

    @cached_property
    def files(self) -> Files:
        from newstui.store.catalogue.files import Files

        return Files(self.connection, self._tables)

    @cached_property
    def addresses(self) -> Addresses:
        from newstui.store.catalogue.addresses import Addresses

        return Addresses(self.connection)

    @cached_property
    def names(self) -> Names:
        from newstui.store.catalogue.names import Names

        return Names(self.connection)

    @cached_property
    def numbers(self) -> Numbers:
        from newstui.store.catalogue.numbers import Numbers

        return Numbers(self.connection)

    @cached_property
    def tallies(self) -> Tallies:
        from newstui.store.catalogue.tallies import Tallies

        return Tallies(self.connection)

    @cached_property
    def stories(self) -> Stories:
        from newstui.store.catalogue.stories import Stories

        return Stories(self.connection)

    @cached_property
    def words(self) -> Words:
        from newstui.store.catalogue.words import Words

        return Words(self.connection)

    @cached_property
    def waiting(self) -> WaitingArticles:
        from newstui.store.catalogue.waiting import WaitingArticles

        return WaitingArticles(self.connection)

    def _tables(self) -> Sequence[DerivedTable]:
        if self._own_tables is None:
            from newstui.store.catalogue.tables import TABLES

            return TABLES
        return self._own_tables

    @property
    def is_new(self) -> bool:
        """True where opening it has created it."""
        return self.connection.is_new

    def transaction(self) -> AbstractContextManager[None]:
        """Makes everything within visible at once, or nothing."""
        return self.connection.transaction()

    def tidy(self) -> None:
        """Merges a little of the full-text index: after each run of indexing."""
        from newstui.store.catalogue.full_text import merge_some

        merge_some(self.connection)

    def close(self) -> None:
        self.connection.close()


def _schema() -> str:
    # importlib.resources takes longer to find the file than to read it.
    return Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
