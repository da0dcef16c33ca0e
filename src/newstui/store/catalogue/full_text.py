"""The full-text index of titles and bodies: a derived table.

It keeps the words of articles that are gone: their row numbers are never used again, so no list shows them.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from newstui.store.catalogue.derived import DerivedTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.store.catalogue.connection import Connection
    from newstui.store.catalogue.derived import Arrival

TOKENIZER = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
"""SQLite's tokenizer. Vowel signs are letters here: without them the words of Hindi or Thai fall apart."""
_PAGES_MERGED = 200
# Merging while many articles come would double their time: `merge_some` merges later, a little at a time.
_SCHEMA = f"""
CREATE VIRTUAL TABLE prose USING fts5 (title, body, content = '', tokenize = "{TOKENIZER}");
INSERT INTO prose (prose, rank) VALUES ('automerge', 0);
INSERT INTO prose (prose, rank) VALUES ('crisismerge', 1000);
INSERT INTO prose (prose, rank) VALUES ('hashsize', 8388608);
"""


def merge_some(connection: Connection) -> None:
    """Merges a little of the index, some 10 ms of work: after each run of indexing."""
    with connection.transaction():
        connection.db.execute("INSERT INTO prose (prose, rank) VALUES ('merge', ?)", (_PAGES_MERGED,))


def _came(connection: Connection, arrivals: Sequence[Arrival]) -> None:
    connection.db.executemany(
        "INSERT INTO prose (rowid, title, body) VALUES (?, ?, ?)",
        ((row, index_row.title, index_row.body) for row, index_row, has_new_text in arrivals if has_new_text),
    )


def has_full_text() -> bool:
    """Returns True where this machine's SQLite was built with full-text search, which not every one was."""
    with closing(sqlite3.connect(":memory:")) as db:
        try:
            db.executescript(_SCHEMA)
        except sqlite3.OperationalError:
            return False
        return True


FULL_TEXT = DerivedTable(_SCHEMA, _came)
