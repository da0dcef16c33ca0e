"""Tallies: how many articles each feed, source, language and tag has, and how many are unread: a derived table.

Articles that come are counted together; triggers count whatever changes one of them, in the same transaction, so the
tallies are right at every instant. Articles that agree in feeds, source and language are counted in one row: a thousand
feeds are a few thousand rows.
"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.search.tally import NameTally, Tally
from newstui.domain.text.fold import folded
from newstui.store.catalogue.derived import DerivedTable
from newstui.store.catalogue.index_row import COLUMNS
from newstui.store.catalogue.tags import SEPARATOR, names_of_tags, tags_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newstui.domain.marks.fields import Value
    from newstui.store.catalogue.connection import Connection
    from newstui.store.catalogue.derived import Arrival

_KEY = "feed = coalesce({0}.feed, '') AND also = {1} AND source = {0}.source AND lang = coalesce({0}.lang, '')"
_KEPT = ("discarded", "feed", "source", "lang", "tags")
"""The columns besides `read` that decide where an article is counted."""


def _also(row: str) -> str:
    """Returns the SQL for the other feeds of an article, with separators between them."""
    return f"(SELECT coalesce(group_concat(feed, '{SEPARATOR}'), '') FROM also_feed WHERE row = {row})"


def _add(article: str, row: str, source: str = "") -> str:
    """Returns the SQL that counts an article, which stands under a name of a trigger or comes from `source`."""
    return f"""
    INSERT INTO tally SELECT coalesce({article}.feed, ''), {_also(row)}, {article}.source, coalesce({article}.lang, ''),
        1, {article}.read = 0 {source} WHERE {article}.discarded = 0 {f"AND {article}.row = {row}" if source else ""}
    ON CONFLICT (feed, also, source, lang) DO UPDATE SET total = total + 1, unread = unread + excluded.unread;"""


def _take(article: str, row: str) -> str:
    """Returns the SQL that counts an article no more, which stands under a name of a trigger."""
    return f"""
    UPDATE tally SET total = total - 1, unread = unread - ({article}.read = 0)
    WHERE {article}.discarded = 0 AND {_KEY.format(article, _also(row))};"""


_ADD_TAGS = """
    INSERT INTO tag_tally SELECT key, value, 1, NEW.read = 0 FROM json_each(tag_names(NEW.tags)) WHERE NEW.discarded = 0
    ON CONFLICT (folded) DO UPDATE SET total = total + 1, unread = unread + excluded.unread;"""
_TAKE_TAGS = """
    UPDATE tag_tally SET total = total - 1, unread = unread - (OLD.read = 0)
    WHERE OLD.discarded = 0 AND folded IN (SELECT key FROM json_each(tag_names(OLD.tags)));"""
_COUNTS = "NOT EXISTS (SELECT 1 FROM tally_pause)"
_SAME = f"({', '.join(f'OLD.{name}' for name in _KEPT)}) IS ({', '.join(f'NEW.{name}' for name in _KEPT)})"
# While an article's other feeds change, it is counted as it was before and as it is after. The table of other feeds
# still has those of an article that is gone.
_SCHEMA = f"""
CREATE TABLE tally (
    feed   TEXT NOT NULL,     -- '' for none
    also   TEXT NOT NULL,     -- the other feeds, with separators between them
    source TEXT NOT NULL,
    lang   TEXT NOT NULL,     -- '' for none
    total  INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    PRIMARY KEY (feed, also, source, lang)
) WITHOUT ROWID;
CREATE TABLE tag_tally (
    folded TEXT PRIMARY KEY,  -- as tags are compared
    name   TEXT NOT NULL,
    total  INTEGER NOT NULL,
    unread INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE tally_pause (since INTEGER PRIMARY KEY);
CREATE INDEX article_bookmarked ON article (discarded, read) WHERE bookmarked = 1;
CREATE INDEX article_started ON article (discarded, read, position) WHERE position > 0;
CREATE INDEX article_annotated ON article (discarded, read, note, highlights) WHERE note != '' OR highlights > 0;
CREATE TRIGGER tally_went AFTER DELETE ON article BEGIN {_take("OLD", "OLD.row")} {_TAKE_TAGS} END;
CREATE TRIGGER tally_read AFTER UPDATE OF read ON article
WHEN OLD.read != NEW.read AND NEW.discarded = 0 AND {_SAME} AND {_COUNTS} BEGIN
    UPDATE tally SET unread = unread + OLD.read - NEW.read WHERE {_KEY.format("NEW", _also("NEW.row"))};
END;
CREATE TRIGGER tag_tally_read AFTER UPDATE OF read ON article
WHEN NEW.tags != '' AND OLD.read != NEW.read AND NEW.discarded = 0 AND {_SAME} AND {_COUNTS} BEGIN
    UPDATE tag_tally SET unread = unread + OLD.read - NEW.read
    WHERE folded IN (SELECT key FROM json_each(tag_names(NEW.tags)));
END;
CREATE TRIGGER tally_changed AFTER UPDATE OF {", ".join(_KEPT)} ON article WHEN NOT ({_SAME}) AND {_COUNTS} BEGIN
    {_take("OLD", "OLD.row")} {_TAKE_TAGS} {_add("NEW", "NEW.row")} {_ADD_TAGS}
END;
"""


def _around_other_feeds() -> str:
    """Returns the SQL of the triggers around a change of an article's other feeds."""
    take = f"""
    UPDATE tally SET total = total - 1, unread = unread - (SELECT read = 0 FROM article WHERE row = {{row}})
    WHERE (feed, also, source, lang) = (SELECT coalesce(article.feed, ''), {_also("{row}")}, article.source,
        coalesce(article.lang, '') FROM article WHERE row = {{row}} AND discarded = 0);"""
    new, old = "NEW.row", "OLD.row"
    is_new = "NOT EXISTS (SELECT 1 FROM also_feed WHERE row = NEW.row AND feed = NEW.feed)"
    return f"""
CREATE TRIGGER tally_other_coming BEFORE INSERT ON also_feed WHEN {is_new} BEGIN {take.format(row=new)} END;
CREATE TRIGGER tally_other_came AFTER INSERT ON also_feed BEGIN {_add("article", new, "FROM article")} END;
CREATE TRIGGER tally_other_going BEFORE DELETE ON also_feed BEGIN {take.format(row=old)} END;
CREATE TRIGGER tally_other_went AFTER DELETE ON also_feed BEGIN {_add("article", old, "FROM article")} END;
"""


# By the index SQLite would look up each of nearly all rows.
_RECOUNTS = (
    "DELETE FROM tally",
    f"INSERT INTO tally SELECT coalesce(feed, ''), {_also('article.row')}, source, coalesce(lang, ''), "
    "count(*), sum(read = 0) FROM article NOT INDEXED WHERE discarded = 0 GROUP BY 1, 2, 3, 4",
    "DELETE FROM tag_tally",
    "INSERT INTO tag_tally SELECT key, max(value), sum(total), sum(unread) FROM (SELECT tags, count(*) AS total, "
    "sum(read = 0) AS unread FROM article NOT INDEXED WHERE discarded = 0 AND tags != '' GROUP BY tags), "
    "json_each(tag_names(tags)) GROUP BY key",
)
_ADD_SOME = (
    "INSERT INTO tally VALUES (?, '', ?, ?, ?, ?) "
    "ON CONFLICT DO UPDATE SET total = total + excluded.total, unread = unread + excluded.unread"
)
_ADD_SOME_TAGS = (
    "INSERT INTO tag_tally VALUES (?, ?, ?, ?) "
    "ON CONFLICT DO UPDATE SET total = total + excluded.total, unread = unread + excluded.unread"
)
_FEED, _SOURCE, _LANG, _TAGS = map(COLUMNS.index, ("feed", "source", "lang", "tags"))


@contextmanager
def counted_at_the_end(connection: Connection) -> Iterator[None]:
    """Counts everything once, after many marks have changed: three times as fast as one by one. In a transaction."""
    connection.db.execute("INSERT INTO tally_pause VALUES (1)")
    yield
    connection.db.execute("DELETE FROM tally_pause")
    for sql in _RECOUNTS:
        connection.db.execute(sql)


class Counted(NamedTuple):
    """An article as it is counted now."""

    id: str
    feeds: tuple[str, ...]
    source: str
    lang: str
    tags: tuple[str, ...]
    is_read: bool
    is_discarded: bool


class Tallies:
    """Answers about numbers of articles. Discarded ones do not count."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def tallies(self) -> list[Tally]:
        rows = self._connection.read("SELECT feed, also, source, lang, total, unread FROM tally WHERE total > 0")
        return [_tally(*row) for row in rows]

    def tags(self) -> list[NameTally]:
        return [NameTally(*row) for row in self._connection.read("SELECT * FROM tag_tally WHERE total > 0")]

    def up_to_now(
        self, read: Mapping[str, Value], discarded: Mapping[str, Value]
    ) -> tuple[list[Tally], list[NameTally]]:
        """Returns all tallies, and those that `read` and `discarded` add or take: article → its newest value."""
        with self._connection.snapshot():
            tallies, tags = self.tallies(), self.tags()
            spelling = dict(self._connection.read("SELECT folded, name FROM tag_tally"))
            later = self.counted([*{**read, **discarded}])
        for article in later:
            is_read = bool(read.get(article.id, article.is_read))
            is_discarded = bool(discarded.get(article.id, article.is_discarded))
            total = article.is_discarded - is_discarded
            unread = (not is_discarded and not is_read) - (not article.is_discarded and not article.is_read)
            if total or unread:
                tallies.append(Tally(article.feeds, article.source, article.lang, total, unread))
                # A tag is written as it will be once the catalogue has the change.
                names = {key: spelling.get(key, tag) for tag in reversed(article.tags) if (key := folded(tag))}
                tags.extend(NameTally(key, name, total, unread) for key, name in names.items())
        return tallies, tags

    def counted(self, articles: Sequence[str]) -> list[Counted]:
        """Returns those of these articles that the catalogue has."""
        rows = self._connection.read(
            f"SELECT id, feed, {_also('article.row')}, source, lang, tags, read, discarded FROM article "
            f"WHERE id IN ({','.join('?' * len(articles))})",
            list(articles),
        )
        return [
            Counted(id_, _feeds(feed, also), source, lang or "", tags_in(tags), bool(read), bool(discarded))
            for id_, feed, also, source, lang, tags, read, discarded in rows
        ]

    def newest_by_feed(self) -> dict[str, int]:
        """Returns feed → when its newest article was published, in seconds since 1970."""
        rows = self._connection.read("SELECT feed, max(published) FROM article WHERE feed NOT NULL GROUP BY feed")
        return dict(rows)


@lru_cache(maxsize=10_000)  # a mark changes one of some thousand
def _tally(feed: str, also: str, source: str, lang: str, total: int, unread: int) -> Tally:
    return Tally(_feeds(feed, also), source, lang, total, unread)


def _feeds(feed: str | None, also: str) -> tuple[str, ...]:
    others = also.split(SEPARATOR) if also else ()
    return tuple(dict.fromkeys(([feed] if feed else []) + list(others)))


def _came(connection: Connection, arrivals: Sequence[Arrival]) -> None:
    """Counts articles that are new, before anything is known of their other feeds and marks."""
    new = [arrival.index_row.columns for arrival in arrivals if arrival.has_new_text]
    groups = Counter((columns[_FEED] or "", columns[_SOURCE], columns[_LANG] or "") for columns in new)
    connection.db.executemany(_ADD_SOME, [(*group, number, number) for group, number in groups.items()])
    sets = Counter(str(columns[_TAGS]) for columns in new if columns[_TAGS])
    numbers, names = Counter[str](), dict[str, str]()
    for tags, number in sets.items():
        for key, name in names_of_tags(tags).items():
            numbers[key] += number
            names.setdefault(key, name)
    connection.db.executemany(_ADD_SOME_TAGS, [(key, names[key], each, each) for key, each in numbers.items()])


TALLIES = DerivedTable(_SCHEMA, _came)
TALLIES_OF_OTHER_FEEDS = DerivedTable(_around_other_feeds())
