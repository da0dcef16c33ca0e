"""The reader's marks in the catalogue: a mirror of the journal, as a table and as columns of the articles."""

from __future__ import annotations

from contextlib import nullcontext
from operator import itemgetter
from typing import TYPE_CHECKING

from newstui.domain.marks.change import Stamp
from newstui.domain.marks.fields import ARTICLE_FIELDS, HIGHLIGHT, TAG, is_flag
from newstui.domain.marks.fold import mark_of
from newstui.store.catalogue.derived import DerivedTable
from newstui.store.catalogue.sql_text import path_of, sql_text
from newstui.store.catalogue.tags import tags_in, tags_text
from newstui.store.journal.folder import Signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newstui.domain.marks.change import Change
    from newstui.domain.marks.fields import Kind, MarkField, Value
    from newstui.domain.marks.fold import Fields
    from newstui.store.catalogue.connection import Connection
    from newstui.store.catalogue.derived import Arrival

_ARTICLES_PER_QUESTION = 500
_MARK_TABLE = """
CREATE TABLE mark (
    article  TEXT NOT NULL,
    field    TEXT NOT NULL,
    at       INTEGER NOT NULL,
    session  TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    value,
    PRIMARY KEY (article, field)
) WITHOUT ROWID;
"""
_SCHEMA = f"""{_MARK_TABLE}
CREATE TABLE journal_file (
    name     TEXT PRIMARY KEY,
    size     INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL
) WITHOUT ROWID;
"""
_MANY = 10_000
"""Articles from which counting everything once is faster than counting each."""
_UPSERT = (
    "INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (article, field) DO UPDATE SET "
    "at = excluded.at, session = excluded.session, sequence = excluded.sequence, value = excluded.value "
    "WHERE (excluded.at, excluded.session, excluded.sequence) > (at, session, sequence)"
)
_COLUMN_VALUES: dict[Kind, str] = {
    "flag": "coalesce(value, 0) != 0",
    "share": "coalesce(value, 0.0)",
    "text": "coalesce(value, '')",
}


def _update(field: MarkField, which: str) -> str:
    """Returns the SQL that brings columns of articles in line with the winning change, as `fold.mark_of` does."""
    columns, values = field.name, _COLUMN_VALUES[field.kind]
    if field.has_time:
        columns, values = f"{columns}, {field.name}_at", f"{values}, CASE WHEN value THEN at END"
    winner = f"FROM mark WHERE mark.article = article.id AND mark.field = '{field.name}'"
    return f"UPDATE article SET ({columns}) = (SELECT {values} {winner}) WHERE {which}"


def _rows_won(field: MarkField) -> str:
    """Returns the SQL for the rows of a change that won, in order: half the time of asking for each by its id."""
    return (
        "row IN (SELECT article.row FROM mark JOIN article ON article.id = mark.article "
        f"WHERE mark.field = '{field.name}' AND mark.at = ? AND mark.session = ? AND mark.sequence = ?)"
    )


_COUNT_HIGHLIGHTS = (
    "UPDATE article SET highlights = (SELECT count(*) FROM mark WHERE mark.article = article.id "
    f"AND field GLOB '{HIGHLIGHT}*' AND value != '') WHERE id = ?"
)
_UPDATES = {field.name: _update(field, "id = ?") for field in ARTICLE_FIELDS}
_UPDATE_WON = {field.name: _update(field, _rows_won(field)) for field in ARTICLE_FIELDS}
_MANY_OF_ONE = 1_000
"""Articles of one change from which reading the whole table of marks is quicker."""


class Marks:
    """The winning change of each article and field."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def apply(self, changes: Iterable[Change]) -> None:
        """Adds changes: for each article and field the greatest stamp wins. The same change twice counts once."""
        with self._connection.transaction():
            self.fold_in(changes)

    def fold_in(self, changes: Iterable[Change]) -> None:
        """Adds changes, within a transaction."""
        from newstui.store.catalogue.tallies import counted_at_the_end  # the first paint does not need it

        touched: dict[str, dict[str, None]] = {}
        won: list[tuple[str, Stamp]] = []
        number = 0
        for change in changes:
            stamp = change.stamp
            new = ((id_, change.field, stamp.at, stamp.session, stamp.sequence, to) for id_, to in _in_order(change))
            self._connection.db.executemany(_UPSERT, new)
            if len(change.articles) > _MANY_OF_ONE and change.field in _UPDATE_WON:
                won.append((change.field, stamp))
            else:
                touched.setdefault(change.field, {}).update(dict.fromkeys(change.articles))
            number += len(change.articles)
        with counted_at_the_end(self._connection) if number > _MANY else nullcontext():
            for field, stamp in won:
                self._connection.db.execute(_UPDATE_WON[field], stamp)
            for field, articles in touched.items():
                _update_columns(self._connection, field, articles)

    def fields(self, article: str) -> Fields:
        """Returns the winning changes of one article."""
        return _fields(self._connection, article)

    def values(self, articles: Sequence[str], field: str) -> list[Value]:
        """Returns the value of a field of each of these articles; None where it was never changed."""
        stored: dict[str, Value] = {}
        for first in range(0, len(articles), _ARTICLES_PER_QUESTION):
            part = articles[first : first + _ARTICLES_PER_QUESTION]
            sql = f"SELECT article, value FROM mark WHERE article IN ({','.join('?' * len(part))}) AND field = ?"
            stored.update((article, value) for article, value in self._connection.read(sql, (*part, field)))
        return [_value(field, stored.get(article)) for article in articles]

    def values_of_rows(self, rows: Sequence[int], field: str) -> list[tuple[int, str, Value]]:
        """Returns (row, id, value of a field) of these rows, in their order; a row that is gone is left out."""
        if not rows:
            return []
        column = field if field in _UPDATES else "own_tags"
        sql = f"SELECT row, id, {column} FROM article WHERE row BETWEEN ? AND ?"
        by_row = {row: (row, id_, value) for row, id_, value in self._connection.read(sql, (min(rows), max(rows)))}
        stored = [by_row[row] for row in rows if row in by_row]
        if field in _UPDATES:
            return [(row, id_, _value(field, value)) for row, id_, value in stored]
        changed, tag = self.all_values(field), field[len(TAG) :]
        return [
            (row, id_, value if (value := changed.get(id_)) is not None else tag in tags_in(own_tags))
            for row, id_, own_tags in stored
        ]

    def all_values(self, field: str) -> dict[str, Value]:
        """Returns the value of a field of every article, feed or search for which it was ever changed."""
        rows = self._connection.read("SELECT article, value FROM mark WHERE field = ?", (field,))
        return {name: _value(field, value) for name, value in rows}

    def winners(self) -> dict[str, Fields]:
        """Returns article → field → the winning change, of what an account's server can hold too: flags and tags."""
        sql = (
            "SELECT article, field, at, session, sequence, value FROM mark "
            f"WHERE field IN ('read', 'bookmarked') OR field GLOB '{TAG}*'"
        )
        articles: dict[str, Fields] = {}
        for article, field, at, session, sequence, value in self._connection.read(sql):
            articles.setdefault(article, {})[field] = (Stamp(at, session, sequence), _value(field, value))
        return articles

    def holding_tag(self, articles: Sequence[str], tag: str) -> set[str]:
        """Returns those of these articles that have the tag from their file."""
        sql = "SELECT own_tags FROM article WHERE id = ?"
        rows = ((article, self._connection.read_first(sql, (article,))) for article in articles)
        return {article for article, row in rows if row and tag in tags_in(row[0])}

    def journal_files(self) -> dict[str, Signature]:
        """Returns the journal's files as they were when they were last folded in, by name."""
        rows = self._connection.read("SELECT name, size, mtime_ns FROM journal_file")
        return {path_of(name): Signature(size, mtime_ns) for name, size, mtime_ns in rows}

    def set_journal_files(self, files: dict[str, Signature], gone: Iterable[str]) -> None:
        """Remembers that these files are folded in, and forgets those that are gone."""
        db = self._connection.db
        with self._connection.transaction():
            self._connection.begin_edition()
            db.executemany(
                "INSERT OR REPLACE INTO journal_file VALUES (?, ?, ?)",
                ((sql_text(name), *file) for name, file in files.items()),
            )
            db.executemany("DELETE FROM journal_file WHERE name = ?", ((sql_text(name),) for name in gone))


def alone(connection: Connection, articles: Iterable[str]) -> Marks:
    """Has questions know only some articles, until the snapshot ends; returns what changes their marks there.

    Nothing of the file is changed: tables of this connection alone lie over those of the same names.
    """
    from newstui.store.catalogue.names import FIELDS  # the first paint does not need it

    ids, db = list(articles), connection.db
    places = ",".join("?" * len(ids))
    db.execute(f"CREATE TEMP TABLE article AS SELECT * FROM main.article WHERE id IN ({places})", ids)
    db.execute("CREATE INDEX temp.changed_article ON article (id)")
    db.execute(_MARK_TABLE.replace("CREATE TABLE", "CREATE TEMP TABLE"))
    db.execute(f"INSERT INTO temp.mark SELECT * FROM main.mark WHERE article IN ({places})", ids)
    names = (
        f"SELECT '{field}' AS field, {field} AS value, folded({field}) AS folded FROM article WHERE {field} NOT NULL"
        for field in FIELDS
    )
    db.execute(f"CREATE TEMP VIEW name AS {' UNION '.join(names)}")
    return Marks(connection)


def _in_order(change: Change) -> Iterator[tuple[str, Value]]:
    """Gives (article, value) in the order of the table, sorted in parts: a key need not wait for a hundred thousand."""
    parts: dict[str, list[tuple[str, Value]]] = {}
    for id_, _, to in change.each():
        parts.setdefault(id_[:2], []).append((id_, to))
    for start in sorted(parts):
        yield from sorted(parts[start], key=itemgetter(0))


def _update_columns(connection: Connection, field: str, articles: Iterable[str]) -> None:
    if field in _UPDATES:
        connection.db.executemany(_UPDATES[field], ((article,) for article in articles))
    elif field.startswith(TAG):
        for article in articles:
            _update_tags(connection, article)
    elif field.startswith(HIGHLIGHT):
        connection.db.executemany(_COUNT_HIGHLIGHTS, ((article,) for article in articles))


def _update_tags(connection: Connection, article: str) -> None:
    row = connection.read_first("SELECT own_tags FROM article WHERE id = ?", (article,))
    if row is None:
        return  # its file is not in this library; the mark waits for it
    tags = mark_of(_fields(connection, article)).tags(tags_in(row[0]))
    connection.db.execute("UPDATE article SET tags = ? WHERE id = ?", (tags_text(tags), article))


def _fields(connection: Connection, article: str) -> Fields:
    rows = connection.read("SELECT field, at, session, sequence, value FROM mark WHERE article = ?", (article,))
    return {field: (Stamp(at, session, sequence), _value(field, value)) for field, at, session, sequence, value in rows}


def _value(field: str, value: float | str | None) -> Value:
    """Returns a flag as a bool: SQLite has no truth values."""
    return bool(value) if value is not None and is_flag(field) else value


def _came(connection: Connection, arrivals: Sequence[Arrival]) -> None:
    """Fills in the marks of articles that the reader has marked before."""
    ids = [(arrival.index_row.id,) for arrival in arrivals]
    for article in connection.read_matches("SELECT DISTINCT article FROM mark WHERE article IN (VALUES {})", ids):
        fields = [field for (field,) in connection.read("SELECT field FROM mark WHERE article = ?", (article,))]
        for field in _UPDATES.keys() & fields:
            _update_columns(connection, field, [article])
        for family in (TAG, HIGHLIGHT):
            if first := next((field for field in fields if field.startswith(family)), None):
                _update_columns(connection, first, [article])


MARKS = DerivedTable(_SCHEMA, _came)
