"""The names of sources, feeds and books, and sets of tags: a derived table, where a query finds a part of one at once.

It keeps names that no article has any more: a query for them finds nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.text.fold import folded
from newstui.store.catalogue.derived import DerivedTable
from newstui.store.catalogue.index_row import COLUMNS
from newstui.store.catalogue.tags import tags_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.store.catalogue.connection import Connection
    from newstui.store.catalogue.derived import Arrival

FIELDS = ("source", "feed", "book", "tags")
_SCHEMA = """
CREATE TABLE name (
    field  TEXT NOT NULL,  -- a column of the table `article`
    value  TEXT NOT NULL,
    folded TEXT NOT NULL,  -- as names are compared
    PRIMARY KEY (field, value)
) WITHOUT ROWID;
CREATE TRIGGER name_of_tags AFTER UPDATE OF tags ON article BEGIN
    INSERT OR IGNORE INTO name VALUES ('tags', new.tags, folded(new.tags));
END;
"""
_PLACES = {field: COLUMNS.index(field) for field in FIELDS}


class Names:
    """Answers about names, for completion."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def with_part(self, field: str, part: str, most: int) -> list[str]:
        """Returns the names of a field that hold this text, those that start with it first."""
        sql = (
            "SELECT value FROM name WHERE field = ? AND instr(folded, ?) > 0 "
            "ORDER BY instr(folded, ?) > 1, folded LIMIT ?"
        )
        return [value for (value,) in self._connection.read(sql, (field, folded(part), folded(part), most))]

    def tags_beside(self, part: str) -> list[str]:
        """Returns the tags of every set of tags that holds this text."""
        sets = self._connection.read(
            "SELECT value FROM name WHERE field = 'tags' AND instr(folded, ?) > 0", (folded(part),)
        )
        return [tag for (tags,) in sets for tag in tags_in(tags)]


def _came(connection: Connection, arrivals: Sequence[Arrival]) -> None:
    columns = [index_row.columns for _, index_row, _ in arrivals]
    names = [
        (field, value, folded(value))
        for field, place in _PLACES.items()
        for value in {each[place] for each in columns}
        if isinstance(value, str)
    ]
    connection.db.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", names)


NAMES = DerivedTable(_SCHEMA, _came)
