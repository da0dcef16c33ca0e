"""Lists of articles: the rows that match a query, and what a list or a page shows of them."""

from __future__ import annotations

import json
from array import array
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from newstui.domain.articles.headline import Headline
from newstui.domain.marks.fields import ARTICLE_FIELDS, HIGHLIGHT, Mark
from newstui.store.catalogue.connection import sqlite_errors_translated
from newstui.store.catalogue.sql_text import path_of, sql_text
from newstui.store.catalogue.tags import tags_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from newstui.domain.feed_counts import FeedCounts
    from newstui.domain.highlights.highlight import Highlight
    from newstui.domain.marks.fields import Value
    from newstui.domain.marks.marked_article import MarkedArticle
    from newstui.domain.search.query import Node
    from newstui.domain.search.sort import Sort
    from newstui.store.catalogue.connection import Connection
    from newstui.store.catalogue.query_sql import Condition, InText

_HEADLINE = "row, id, title, source, published, zone, words, read, bookmarked, position, stated NOT NULL"
_MARK = tuple(name for field in ARTICLE_FIELDS for name in (field.name, f"{field.name}_at")[: 1 + field.has_time])
_FLAGS = {field.name for field in ARTICLE_FIELDS if field.kind == "flag"}
_ARTICLE = (
    "id, path, title, source, author, published, zone, added, url, lang, words, stated, book, chapter, summary, tags"
)
_UNSET = "SELECT row FROM article WHERE {} = 0"
_ROWS_PER_QUESTION = 500
_MOST_RANKED = 20_000
"""Matches of a word that are compared with each other."""
_UNREAD = "SELECT row FROM article INDEXED BY article_unread WHERE read = 0 AND discarded = 0"
_UNREAD_DISCARDED = "SELECT row FROM article WHERE read = 0 AND discarded = 1"


class Lists:
    """Answers about articles. A row is the catalogue's number of an article."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(
        self, query: Node, sort: Sort, limit: int = -1, also: Sequence[int] = (), hidden_feeds: Sequence[str] = ()
    ) -> tuple[array[int], array[int]]:
        """Returns (rows, published in seconds) of the first `limit` matches, and of the rows in `also`, in order.

        Articles of `hidden_feeds` do not match. By rank, only so many of the newest matches are compared as the reader
        can wait for; older ones follow by date.
        """
        from newstui.store.catalogue.query_sql import order, words_of  # not needed for the first paint

        words = words_of(query) if sort == "rank" else None
        where, parameters = condition_with(query, hidden_feeds)
        if also:
            where = f"({where}) OR (discarded = 0 AND row IN ({','.join(str(int(row)) for row in also)}))"
        sql = f"SELECT row, published FROM article WHERE {where} ORDER BY {order(sort)}"
        rows, published = array("q"), array("q")
        if limit >= 0 and not words:  # even a limit of -1 has SQLite sort in a way that takes three times as long
            sql, parameters = f"{sql} LIMIT ?", [*parameters, limit]
        with sqlite_errors_translated():
            add_row, add_published = rows.append, published.append
            for row, seconds in self._connection.db.execute(sql, parameters):  # faster than many at once
                add_row(row)
                add_published(seconds)
            return self._ranked(words, rows, published, limit) if words else (rows, published)

    def _ranked(self, words: str, rows: array[int], published: array[int], limit: int) -> tuple[array[int], array[int]]:
        """Returns the first `limit` of rows that stand by date by rank instead, the best of the newest first."""
        # The plus keeps SQLite from asking the full-text index anew for each row.
        sql = (
            "SELECT rowid, bm25(prose, 4.0, 1.0) FROM prose "
            "WHERE prose MATCH ? AND +rowid IN (SELECT value FROM json_each(?))"
        )
        scores = dict(self._connection.read(sql, (words, json.dumps(rows[:_MOST_RANKED].tolist()))))
        ranked = sorted(range(min(len(rows), _MOST_RANKED)), key=lambda at: scores.get(rows[at], 0.0))
        order = [*ranked, *range(len(ranked), len(rows))]
        order = order if limit < 0 else order[:limit]
        return array("q", (rows[at] for at in order)), array("q", (published[at] for at in order))

    def rows_by_title(self, query: Node, most: int, among: int) -> array[int]:
        """Returns the newest matches whose words are all in their titles: at once, however many articles there are.

        among: so many of the newest articles of the time that is asked for are looked at.
        """
        from newstui.store.catalogue.query_sql import condition, in_time, in_titles, order

        where, parameters = condition(query, in_titles)
        time, times = in_time(query)
        newest = f"SELECT * FROM article WHERE discarded = 0 AND {time} ORDER BY {order('newest')} LIMIT ?"
        # Without ORDER BY they stand in the order of the part within, and the first ones are there first.
        sql = f"SELECT row FROM ({newest}) AS article WHERE {where} LIMIT ?"
        return array("q", [row for (row,) in self._connection.read(sql, [*times, among, *parameters, most])])

    def headlines(self, rows: Sequence[int]) -> list[Headline]:
        """Returns the headlines of these rows, in their order; a row that is gone is left out."""
        sql = f"SELECT {_HEADLINE} FROM article WHERE row IN ({_places(rows)})"
        pace = self._connection.pace
        by_row = {values[0]: _headline(values, pace) for values in self._connection.read(sql, list(rows))}
        return [by_row[row] for row in rows if row in by_row]

    def unread_among(self, rows: Sequence[int]) -> list[int]:
        """Returns those of these rows that are unread, in their order."""
        sql = f"SELECT row FROM article WHERE row IN ({_places(rows)}) AND read = 0"
        unread = {row for (row,) in self._connection.read(sql, list(rows))}
        return [row for row in rows if row in unread]

    def added_by(self, moment: int) -> set[int]:
        """Returns the rows of articles that came until a moment, in seconds since 1970."""
        return {row for (row,) in self._connection.read("SELECT row FROM article WHERE added <= ?", (moment,))}

    def all_are(self, field: str, rows: Collection[int]) -> bool:
        """Returns True where a flag is set for each of these rows."""
        assert field in _FLAGS
        with sqlite_errors_translated():
            return not any(row in rows for (row,) in self._connection.db.execute(_UNSET.format(field)))

    def listed(self, rows: Sequence[int]) -> Iterator[MarkedArticle]:
        """Gives everything about these rows, in their order; a row that is gone is left out."""
        for row in rows:
            if listed := self._listed("row = ?", row):
                yield listed

    def find(self, article: str) -> MarkedArticle | None:
        """Returns the article with this id."""
        return self._listed("id = ?", sql_text(article))

    def row_of(self, article: str) -> int | None:
        row = self._connection.read_first("SELECT row FROM article WHERE id = ?", (sql_text(article),))
        return None if row is None else int(row[0])

    def path_of(self, article: str) -> str | None:
        """Returns the path of an article's file."""
        row = self._connection.read_first("SELECT path FROM article WHERE id = ?", (sql_text(article),))
        return None if row is None else path_of(row[0])

    def ids(self, rows: Sequence[int]) -> list[str]:
        """Returns the ids of these rows, in their order; a row that is gone is left out."""
        by_row: dict[int, str] = {}
        for first in range(0, len(rows), _ROWS_PER_QUESTION):
            part = list(rows[first : first + _ROWS_PER_QUESTION])
            sql = f"SELECT row, id FROM article WHERE row IN ({_places(part)})"
            by_row.update((row, id_) for row, id_ in self._connection.read(sql, part))
        return [by_row[row] for row in rows if row in by_row]

    def ids_starting_with(self, start: str, limit: int = 2) -> list[str]:
        """Returns the first ids that start with these letters, in order."""
        sql = "SELECT id FROM article WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT ?"
        return [id_ for (id_,) in self._connection.read(sql, (len(start), sql_text(start), limit))]

    def ids_without_text(self) -> list[str]:
        """Returns the ids of the articles whose pages are still to be fetched, the newest first."""
        sql = "SELECT id FROM article WHERE wants_text AND discarded = 0 ORDER BY published DESC"
        return [id_ for (id_,) in self._connection.read(sql)]

    def count(self) -> int:
        return self._number("SELECT count(*) FROM article")

    def unread_count(self) -> int:
        return self._number("SELECT count(*) FROM article INDEXED BY article_unread WHERE read = 0 AND discarded = 0")

    def unread_number(self, rows: Sequence[int], read: Mapping[str, Value]) -> int:
        """Returns how many of these rows are unread. `read`: article → is it, where the catalogue may lack that."""
        listed = bytearray(max(rows, default=0) + 1)
        for row in rows:
            listed[row] = 1
        with self._connection.snapshot():
            number = sum(
                listed[row]
                for sql in (_UNREAD, _UNREAD_DISCARDED)
                for (row,) in self._connection.db.execute(sql)
                if row < len(listed)
            )
            later = self._connection.read(
                f"SELECT id, row, read FROM article WHERE id IN ({_places(list(read))})", list(read)
            )
        later = [(article, was) for article, row, was in later if row < len(listed) and listed[row]]
        return int(number) + sum(bool(was) - bool(read[article]) for article, was in later)

    def counts_by(self, column: str, hidden_feeds: Sequence[str] = ()) -> list[tuple[str, int]]:
        """Returns (name, number of its articles) of every `source` or `tag`, the most frequent first.

        Articles of `hidden_feeds` do not count.
        """
        field = {"source": "source", "tag": "tags"}[column]
        counts: dict[str, int] = {}
        where = f"discarded = 0 AND {_not_from(hidden_feeds)}" if hidden_feeds else "discarded = 0"
        sql = f"SELECT {field}, count(*) FROM article WHERE {where} GROUP BY {field}"
        for text, number in self._connection.read(sql, (*hidden_feeds, *hidden_feeds)):
            for name in tags_in(text):
                counts[name] = counts.get(name, 0) + number
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    def feed_counts(self, since: int) -> dict[str, FeedCounts]:
        """Returns feed → its numbers; new are articles published since then, in seconds since 1970."""
        from newstui.domain.feed_counts import FeedCounts  # not needed for the first paint

        columns = "published, read, read_at, added"
        rows = self._connection.read(
            "SELECT feed, count(*), sum(published >= ?), sum(read), max(CASE WHEN read THEN read_at END), min(added) "
            f"FROM (SELECT feed, {columns} FROM article WHERE feed NOT NULL UNION ALL "
            f"SELECT also_feed.feed, {columns} FROM also_feed JOIN article USING (row)) GROUP BY feed",
            (since,),
        )
        return {feed: FeedCounts(*numbers) for feed, *numbers in rows}

    def of_feeds(self, feeds: Sequence[str]) -> list[tuple[int, str, int, int, int, int]]:
        """Returns (row, feed, published, 1 where it is begun or bookmarked, articles of its story, words) of each."""
        return self._connection.read(
            "SELECT row, feed, published, bookmarked OR position > 0, (SELECT count(*) FROM story AS same "
            "WHERE same.story = (SELECT story FROM story WHERE row = article.row)), words "
            f"FROM article WHERE feed IN ({_places(feeds)})",
            list(feeds),
        )

    def _number(self, sql: str) -> int:
        row = self._connection.read_first(sql)
        assert row is not None
        return int(row[0])

    def _listed(self, where: str, value: int | str | bytes) -> MarkedArticle | None:
        sql = f"SELECT {_ARTICLE}, {', '.join(_MARK)}, highlights FROM article WHERE {where}"
        row = self._connection.read_first(sql, (value,))
        if row is None:
            return None
        id_, path, title, source, author, published, zone, added, url, lang, words, stated, *rest = row
        book, chapter, summary, tags, *marks = rest
        from newstui.domain.articles.article import Article  # not needed for the first paint
        from newstui.domain.marks.marked_article import MarkedArticle

        article = Article(
            id=id_, title=title, source=source, published=_moment(published, zone), body="", words=words,
            path=path_of(path), author=author, url=url, tags=tags_in(tags), summary=summary, lang=lang,
            stated=None if stated is None else _moment(stated, 0), book=book, chapter=chapter,
            pace=self._connection.pace,
        )  # fmt: skip
        *own, highlights = marks
        mark = replace(_mark(own), highlights=self._highlights(id_)) if highlights else _mark(own)
        return MarkedArticle(article, mark, _moment(added, 0))

    def _highlights(self, article: str) -> tuple[Highlight, ...]:
        from newstui.domain.highlights.highlight import highlights_of

        sql = f"SELECT field, value FROM mark WHERE article = ? AND field GLOB '{HIGHLIGHT}*'"
        return highlights_of(
            {field[len(HIGHLIGHT) :]: value for field, value in self._connection.read(sql, (article,))}
        )


def condition_with(query: Node, hidden_feeds: Sequence[str], in_text: InText | None = None) -> Condition:
    """Returns the condition for articles that match a query and are not of hidden feeds alone.

    in_text: the way in which words are looked for.
    """
    from newstui.store.catalogue.query_sql import condition, in_prose  # not needed for the first paint

    where, parameters = condition(query, in_text or in_prose)
    if not hidden_feeds:
        return where, parameters
    return f"({where}) AND {_not_from(hidden_feeds)}", [*parameters, *hidden_feeds, *hidden_feeds]


def _mark(values: Sequence[Any]) -> Mark:
    named: dict[str, Any] = dict(zip(_MARK, values, strict=True))
    for name in _FLAGS:
        named[name] = bool(named[name])
    return Mark(**named)


def _headline(values: tuple[Any, ...], pace: int) -> Headline:
    # Written out, not made from the registry of fields: every key that moves through a list waits for it.
    row, id_, title, source, published, zone, words, read, bookmarked, position, first = values
    moment = _moment(published, zone)
    return Headline(row, id_, title, source, moment, words, bool(read), bool(bookmarked), position, bool(first), pace)


def _not_from(feeds: Sequence[str]) -> str:
    """Returns a condition with each of these feeds twice: an article stays that another feed has too."""
    places = _places(feeds)
    others = f"SELECT row FROM also_feed WHERE feed NOT IN ({places})"
    return f"(feed IS NULL OR feed NOT IN ({places}) OR row IN ({others}))"


def _places(values: Sequence[int] | Sequence[str]) -> str:
    return ",".join("?" * len(values))


def _moment(seconds: int, zone: int) -> datetime:
    return datetime.fromtimestamp(seconds, timezone(timedelta(seconds=zone)) if zone else UTC)
