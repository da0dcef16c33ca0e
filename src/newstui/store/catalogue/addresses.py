"""The articles at an address, found at once by any of its notations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.store.catalogue.index_row import page_number

if TYPE_CHECKING:
    from newstui.store.catalogue.connection import Connection

_IS_INDEXED = "SELECT 1 FROM sqlite_master WHERE name = 'article_by_page'"
_INDEX = "CREATE INDEX IF NOT EXISTS article_by_page ON article (page) WHERE page NOT NULL"


class Addresses:
    """Answers about the articles at an address."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def at(self, url: str, title: str, most: int) -> list[str]:
        """Returns the ids of articles at the page of an address: those with this title first, then the latest."""
        rows = self._connection.read(
            "SELECT id FROM article WHERE page = ? ORDER BY title = ? DESC, row DESC LIMIT ?",
            (page_number(url), title, most),
        )
        return [id_ for (id_,) in rows]

    def index(self) -> None:
        """Makes the index where it is not there yet: after all articles have come that takes a fifth of the time.

        Until then a question reads the whole table.
        """
        if self._connection.read_first(_IS_INDEXED) is None:
            with self._connection.transaction():
                self._connection.db.execute(_INDEX)
