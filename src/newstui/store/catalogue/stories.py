"""Stories and copies: what is known of each article's text, and which belong together: a derived table.

Articles that come wait in `story_pending` until they are grouped, behind the screen; whoever lists before sees them
one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newstui.store.catalogue.derived import DerivedTable
from newstui.store.catalogue.sql_text import path_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from newstui.store.catalogue.connection import Connection
    from newstui.store.catalogue.derived import Arrival

_SCHEMA = """
CREATE TABLE story_pending (row INTEGER PRIMARY KEY);
CREATE TABLE story_text (
    row       INTEGER PRIMARY KEY,
    published INTEGER NOT NULL,
    features  BLOB NOT NULL  -- as `Features.packed` writes them
);
CREATE INDEX story_text_by_date ON story_text (published, row);
CREATE TABLE story_anchor (anchor INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (anchor, row)) WITHOUT ROWID;
CREATE TABLE story (  -- of articles with company
    row   INTEGER PRIMARY KEY,
    story INTEGER NOT NULL,  -- the row of its first article
    copy  INTEGER NOT NULL,  -- the row of the first of its copies
    words INTEGER NOT NULL
);
CREATE INDEX story_by_story ON story (story);
"""
_MOST_ASKED_FOR = 500
"""Rows up to which only theirs are read."""
_MOST_BEHIND_ANCHOR = 200
"""Articles with one shingle, the latest: more of them share a template."""


class Pending(NamedTuple):
    """An article that is to be grouped."""

    row: int
    id: str
    published: int
    lang: str
    path: str
    size: int
    mtime_ns: int


class Company(NamedTuple):
    """The articles with which one belongs together."""

    story: str
    """The id of the first article of its story."""
    number: int
    """Articles of the story, itself among them."""
    copies: list[tuple[str, str]]
    """(id, source) of other articles with its text."""


class Stories:
    """Answers about groups of articles. What writes runs within a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection, self._db = connection, connection.db

    def pending_count(self) -> int:
        """Returns how many articles are still to be grouped."""
        row = self._connection.read_first("SELECT count(*) FROM story_pending")
        assert row is not None
        return int(row[0])

    def pending(self, after: int, most: int) -> list[Pending]:
        """Returns articles that are to be grouped, those of greater rows than `after`."""
        rows = self._connection.read(
            "SELECT row, id, published, coalesce(lang, ''), article.path, size, mtime_ns FROM story_pending "
            "JOIN article USING (row) JOIN file USING (row) WHERE row > ? AND file.path = article.path "
            "ORDER BY row LIMIT ?",
            (after, most),
        )
        return [
            Pending(row, id_, published, lang, path_of(path), size, mtime_ns)
            for row, id_, published, lang, path, size, mtime_ns in rows
        ]

    def put_text(self, texts: Iterable[tuple[int, int, bytes]]) -> None:
        """Keeps (row, published, features) of articles."""
        self._db.executemany("INSERT OR REPLACE INTO story_text VALUES (?, ?, ?)", texts)

    def put_anchors(self, anchors: Iterable[tuple[int, int]]) -> None:
        """Keeps (shingle, row)."""
        self._db.executemany("INSERT OR IGNORE INTO story_anchor VALUES (?, ?)", anchors)

    def features(self, row: int) -> bytes | None:
        """Returns what is known of an article's text."""
        found = self._connection.read_first("SELECT features FROM story_text WHERE row = ?", (row,))
        return None if found is None else bytes(found[0])

    def waiting(self) -> list[int]:
        """Returns the rows of articles that wait for their group, by date."""
        sql = "SELECT row FROM story_text WHERE row IN (SELECT row FROM story_pending) ORDER BY published, row"
        return [row for (row,) in self._connection.read(sql)]

    def texts(self, rows: Sequence[int]) -> list[tuple[int, int, bytes]]:
        """Returns (row, published, features) of these rows, in their order; one that is gone is left out."""
        sql = f"SELECT row, published, features FROM story_text WHERE row IN ({','.join('?' * len(rows))})"
        known = {row: (row, published, features) for row, published, features in self._connection.read(sql, list(rows))}
        return [known[row] for row in rows if row in known]

    def waiting_dates(self) -> tuple[int, int] | None:
        """Returns the first and the last date of articles that wait for their group; None where there are none."""
        sql = "SELECT min(published), max(published) FROM story_text WHERE row IN (SELECT row FROM story_pending)"
        row = self._connection.read_first(sql)
        return None if row is None or row[0] is None else (int(row[0]), int(row[1]))

    def between(self, since: int, until: int, most: int) -> list[tuple[int, int, bytes]]:
        """Returns (row, published, features) of grouped articles from a time, the latest `most` of them, by date."""
        sql = (
            "SELECT row, published, features FROM story_text WHERE published BETWEEN ? AND ? "
            "AND row NOT IN (SELECT row FROM story_pending) ORDER BY published DESC, row DESC LIMIT ?"
        )
        return self._connection.read(sql, (since, until, most))[::-1]

    def with_anchors(self, anchors: Sequence[int]) -> list[tuple[int, int]]:
        """Returns (shingle, row) of articles with some shingles, the latest with each."""
        each = "SELECT * FROM (SELECT anchor, row FROM story_anchor WHERE anchor = ? ORDER BY row DESC LIMIT ?)"
        values = [value for anchor in anchors for value in (anchor, _MOST_BEHIND_ANCHOR)]
        return self._connection.read(" UNION ALL ".join([each] * len(anchors)), values) if anchors else []

    def forget_all_pending(self) -> None:
        """Has no article wait any longer: those that are left cannot be read."""
        self._db.execute("DELETE FROM story_pending")

    def forget_pending(self, rows: Iterable[int]) -> None:
        """Has articles wait no longer."""
        self._db.executemany("DELETE FROM story_pending WHERE row = ?", ((row,) for row in rows))

    def put(self, groups: Iterable[tuple[int, int, int]]) -> None:
        """Keeps (row, story, copy) of articles that belong together. One that is gone is left out."""
        sql = "INSERT OR REPLACE INTO story SELECT row, ?, ?, words FROM article WHERE row = ?"
        self._db.executemany(sql, ((story, copy, row) for row, story, copy in groups))

    def all(self) -> list[tuple[int, int, int, int]]:
        """Returns (row, story, copy, words) of every article with company."""
        return self._connection.read("SELECT row, story, copy, words FROM story")

    def of(self, row: int) -> list[tuple[int, int, int]]:
        """Returns (row, story, copy) of the articles of the story that an article is in."""
        return self._connection.read(
            "SELECT row, story, copy FROM story WHERE story = (SELECT story FROM story WHERE row = ?) ORDER BY row",
            (row,),
        )

    def company(self, articles: Sequence[str]) -> dict[str, Company]:
        """Returns the id of an article → who is with it, for those of these articles that have company."""
        places = ",".join("?" * len(articles))
        company: dict[str, Company] = {}
        for id_, first, number in self._connection.read(
            "SELECT this.id, coalesce(first.id, this.id), (SELECT count(*) FROM story AS same WHERE same.story = "
            "story.story) FROM story JOIN article AS this USING (row) "
            f"LEFT JOIN article AS first ON first.row = story.story WHERE this.id IN ({places})",
            articles,
        ):
            company[id_] = Company(first, number, [])
        for id_, other, source in self._connection.read(
            "SELECT this.id, other.id, other.source FROM story JOIN article AS this USING (row) JOIN story AS same "
            "ON same.story = story.story AND same.copy = story.copy AND same.row != story.row "
            f"JOIN article AS other ON other.row = same.row WHERE this.id IN ({places}) ORDER BY other.row",
            articles,
        ):
            company[id_].copies.append((other, source))
        return {id_: each for id_, each in company.items() if each.number > 1}

    def copies(self, rows: Collection[int]) -> list[int]:
        """Returns the rows of copies of articles, without those that are given."""
        among = f"WHERE this.row IN ({','.join('?' * len(rows))})" if len(rows) <= _MOST_ASKED_FOR else ""
        pairs = self._connection.read(
            "SELECT this.row, same.row FROM story AS this JOIN story AS same ON same.story = this.story "
            f"AND same.copy = this.copy AND same.row != this.row {among}",
            list(rows) if among else (),
        )
        given = frozenset(rows)
        return list(dict.fromkeys(copy for row, copy in pairs if row in given and copy not in given))


def _came(connection: Connection, arrivals: Sequence[Arrival]) -> None:
    rows = ((row,) for row, _, has_new_text in arrivals if has_new_text)
    connection.db.executemany("INSERT INTO story_pending VALUES (?)", rows)


def _went(connection: Connection, rows: Sequence[int]) -> None:
    # Anchors stay: no row is used twice, and without its text an article is no candidate.
    for table in ("story_pending", "story_text", "story"):
        connection.db.executemany(f"DELETE FROM {table} WHERE row = ?", ((row,) for row in rows))


STORIES = DerivedTable(_SCHEMA, _came, _went)
