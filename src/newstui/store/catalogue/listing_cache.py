"""The rows that a list showed when it was last open: the first paint draws them before anything is asked."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from newstui.store.catalogue.connection import CatalogueError
from newstui.store.catalogue.derived import DerivedTable
from newstui.store.catalogue.sql_text import sql_text

if TYPE_CHECKING:
    from newstui.store.catalogue.connection import Connection

_SCHEMA = """
CREATE TABLE kept_listing (
    name   TEXT PRIMARY KEY,
    rows   BLOB NOT NULL,
    starts BLOB NOT NULL,
    days   BLOB NOT NULL,
    folds  BLOB NOT NULL
);
"""
LISTING_CACHE = DerivedTable(_SCHEMA)


class ListingCache:
    """Listings by name. A listing is four arrays of 64-bit numbers: rows, starts of days, days, folds."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, name: str, *arrays: array[int]) -> None:
        with self._connection.transaction():
            self._connection.db.execute(
                "INSERT OR REPLACE INTO kept_listing VALUES (?, ?, ?, ?, ?)",
                (sql_text(name), *(numbers.tobytes() for numbers in arrays)),
            )

    def get(self, name: str) -> tuple[array[int], ...] | None:
        """Returns (rows, starts, days, folds) as last put under this name; None where there is no such listing."""
        row = self._connection.read_first(
            "SELECT rows, starts, days, folds FROM kept_listing WHERE name = ?", (sql_text(name),)
        )
        if row is None:
            return None
        try:
            return tuple(array("q", blob) for blob in row)
        except (TypeError, ValueError) as error:
            raise CatalogueError("a cached listing is broken") from error
