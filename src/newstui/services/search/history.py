"""The history of searches: what was searched for before, the latest first."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newstui.store.search_history import MOST, read_queries, write_queries

if TYPE_CHECKING:
    from pathlib import Path


class SearchHistory:
    """The queries that led to something."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def queries(self) -> list[str]:
        """The queries, the latest first."""
        return read_queries(self._path)

    def add(self, query: str) -> None:
        """Makes a query the latest one, in memory; `save` puts it on disk."""
        if query := " ".join(query.split()):
            self.queries[:] = [query, *(other for other in self.queries if other != query)][:MOST]

    def save(self) -> None:
        """Writes the history, with what other windows added meanwhile. Raises StorageError."""
        others = [query for query in read_queries(self._path) if query not in self.queries]
        write_queries(self._path, [*self.queries, *others])
