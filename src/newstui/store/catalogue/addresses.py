"""The pages that articles are about: a derived table, which finds the articles at an address at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.digest import blake2b
from newstui.domain.urls import page_key
from newstui.store.catalogue.derived import DerivedTable
from newstui.store.catalogue.index_row import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.store.catalogue.connection import Connection
    from newstui.store.catalogue.derived import Arrival

_SCHEMA = """
CREATE TABLE address (
    row  INTEGER PRIMARY KEY,
    page INTEGER NOT NULL  -- digest of the key of its address
);
CREATE INDEX address_by_page ON address (page);
"""
_URL = COLUMNS.index("url")


class Addresses:
    """Answers about the articles at an address."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def at(self, url: str, title: str, most: int) -> list[str]:
        """Returns the ids of articles at the page of an address: those with this title first, then the latest."""
        rows = self._connection.read(
            "SELECT id FROM address JOIN article USING (row) WHERE page = ? ORDER BY title = ? DESC, row DESC LIMIT ?",
            (_page(url), title, most),
        )
        return [id_ for (id_,) in rows]


def _page(url: str) -> int:
    digest = blake2b(page_key(url).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _came(connection: Connection, arrivals: Sequence[Arrival]) -> None:
    pages: list[tuple[int, int]] = []
    for row, index_row, _ in arrivals:
        url = index_row.columns[_URL]
        if isinstance(url, str):
            pages.append((row, _page(url)))
    connection.db.executemany("DELETE FROM address WHERE row = ?", ((row,) for row, _, _ in arrivals))
    connection.db.executemany("INSERT INTO address VALUES (?, ?)", pages)


def _went(connection: Connection, rows: Sequence[int]) -> None:
    connection.db.executemany("DELETE FROM address WHERE row = ?", ((row,) for row in rows))


ADDRESSES = DerivedTable(_SCHEMA, _came, _went)
