"""The pages that articles are about: a derived table, which finds the articles at an address at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.store.catalogue.derived import DerivedTable
from newstui.store.catalogue.index_row import page_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.store.catalogue.connection import Connection
    from newstui.store.catalogue.derived import Arrival

_SCHEMA = """
CREATE TABLE address (
    row  INTEGER PRIMARY KEY,
    page INTEGER NOT NULL  -- of its address, as `page_number` gives it
);
CREATE INDEX address_by_page ON address (page);
"""


class Addresses:
    """Answers about the articles at an address."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def at(self, url: str, title: str, most: int) -> list[str]:
        """Returns the ids of articles at the page of an address: those with this title first, then the latest."""
        rows = self._connection.read(
            "SELECT id FROM address JOIN article USING (row) WHERE page = ? ORDER BY title = ? DESC, row DESC LIMIT ?",
            (page_number(url), title, most),
        )
        return [id_ for (id_,) in rows]


def _came(connection: Connection, arrivals: Sequence[Arrival]) -> None:
    _went(connection, [row for row, _, has_new_text in arrivals if not has_new_text])
    pages = [(row, index_row.page) for row, index_row, _ in arrivals if index_row.page is not None]
    connection.db.executemany("INSERT INTO address VALUES (?, ?)", pages)


def _went(connection: Connection, rows: Sequence[int]) -> None:
    connection.db.executemany("DELETE FROM address WHERE row = ?", ((row,) for row in rows))


ADDRESSES = DerivedTable(_SCHEMA, _came, _went)
