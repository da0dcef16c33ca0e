"""Derived tables: tables that follow the articles. A feature brings its own and changes nothing else of the catalogue.

A feature writes its SQL and up to two functions, and adds them to TABLES in `tables.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.store.catalogue.connection import Connection
    from newstui.store.catalogue.index_row import IndexRow


class Arrival(NamedTuple):
    """An article that has come, or whose file was written again."""

    row: int
    index_row: IndexRow
    has_new_text: bool
    """False where the row stays because title and body are the same as before."""


def _nothing(connection: Connection, items: Sequence[Arrival] | Sequence[int]) -> None:
    """Does nothing, for a table that needs nothing."""


class DerivedTable(NamedTuple):
    """One feature's tables. Both functions run within the transaction that adds or removes the articles."""

    schema: str
    """SQL statements that create the tables and their indexes."""
    came: Callable[[Connection, Sequence[Arrival]], None] = _nothing
    """Called with articles that have just been written to the table `article`."""
    went: Callable[[Connection, Sequence[int]], None] = _nothing
    """Called with the rows of articles that have just been removed. No row number is used twice."""
