"""A derived table follows the articles: a feature brings it and changes nothing else of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.store.catalogue.catalogue import Catalogue
from newstui.store.catalogue.derived import Arrival, DerivedTable
from newstui.store.catalogue.tables import TABLES
from tests.store.catalogue.filling import article_of, put

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from newstui.store.catalogue.connection import Connection


def _lengths_came(connection: Connection, arrivals: Sequence[Arrival]) -> None:
    values = [(arrival.row, len(arrival.index_row.title)) for arrival in arrivals if arrival.has_new_text]
    connection.db.executemany("INSERT INTO title_length VALUES (?, ?)", values)


def _lengths_went(connection: Connection, rows: Sequence[int]) -> None:
    connection.db.executemany("DELETE FROM title_length WHERE row = ?", [(row,) for row in rows])


LENGTHS = DerivedTable(
    "CREATE TABLE title_length (row INTEGER PRIMARY KEY, length INTEGER);", _lengths_came, _lengths_went
)


def _lengths(catalogue: Catalogue) -> list[tuple[str, int]]:
    sql = "SELECT id, length FROM title_length LEFT JOIN article USING (row) ORDER BY id"
    return [(id_, length) for id_, length in catalogue.connection.read(sql)]


def test_a_table_of_a_feature_follows_articles_that_come_change_and_go(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path / "c.sqlite", tables=(*TABLES, LENGTHS))
    put(catalogue, "a.md", article_of("a", "One"))
    put(catalogue, "b.md", article_of("b", "Three"))
    assert _lengths(catalogue) == [("a", 3), ("b", 5)]
    put(catalogue, "a.md", article_of("a", "One", source="Another"), 2 * 10**9)
    assert _lengths(catalogue) == [("a", 3), ("b", 5)]
    put(catalogue, "a.md", article_of("a", "Eleven"), 3 * 10**9)
    assert _lengths(catalogue) == [("a", 6), ("b", 5)]
    with catalogue.transaction():
        catalogue.files.remove(["a.md"])
    assert _lengths(catalogue) == [("b", 5)]
    catalogue.close()
