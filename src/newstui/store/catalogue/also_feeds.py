"""The other feeds that have an article, besides the one that brought it: a derived table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.store.catalogue.derived import DerivedTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.store.catalogue.connection import Connection
    from newstui.store.catalogue.derived import Arrival

_SCHEMA = """
CREATE TABLE also_feed (
    row  INTEGER NOT NULL,
    feed TEXT NOT NULL,
    PRIMARY KEY (row, feed)
) WITHOUT ROWID;
"""


def _came(connection: Connection, arrivals: Sequence[Arrival]) -> None:
    _went(connection, [row for row, _, has_new_text in arrivals if not has_new_text])
    feeds = [(row, feed) for row, index_row, _ in arrivals for feed in index_row.also_feeds]
    connection.db.executemany("INSERT OR IGNORE INTO also_feed VALUES (?, ?)", feeds)


def _went(connection: Connection, rows: Sequence[int]) -> None:
    connection.db.executemany("DELETE FROM also_feed WHERE row = ?", ((row,) for row in rows))


ALSO_FEEDS = DerivedTable(_SCHEMA, _came, _went)
