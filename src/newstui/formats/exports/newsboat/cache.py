"""newsboat's `cache.db`: articles with texts and marks. The database is read in memory; the file is never opened."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export, Forgotten, Incoming, Refused
from newstui.domain.enclosure import Enclosure
from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Feed
from newstui.domain.text.clean import one_line
from newstui.domain.urls import web_url
from newstui.formats.exports.fields import NOT_WEB, line, markdown, since_1970, text
from newstui.formats.exports.newsboat.urls import command
from newstui.formats.text import plain_text, titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.formats.exports.fields import Row

FORMAT = "newsboat cache"
START = b"SQLite format 3\0"
_WRITE_AHEAD, _ROLLBACK = b"\2\2", b"\1\1"
# Where the head of a database has the size of a article, the kind of journal, and the number of pages.
_PAGE_SIZE, _JOURNAL, _PAGES = slice(16, 18), slice(18, 20), slice(28, 32)
_COMMANDS = ("exec:", "filter:")


def read_cache(raw: bytes, name: str) -> Export:
    """Reads the cache. Raises NewstuiError where the database is not newsboat's, or cannot be read at all."""
    database = sqlite3.connect(":memory:")
    try:
        return _export(_filled(database, raw), name)
    except sqlite3.Error as fault:
        raise NewstuiError(
            f"{name} is a damaged database: {one_line(str(fault))}",
            hint="quit newsboat, then copy its cache.db again",
        ) from fault
    finally:
        database.close()


def _filled(database: sqlite3.Connection, raw: bytes) -> sqlite3.Connection:
    head = bytearray(raw[:100])
    if head[_JOURNAL] == _WRITE_AHEAD:  # a database in memory has no second file
        head[_JOURNAL] = _ROLLBACK
    page = int.from_bytes(head[_PAGE_SIZE], "big")
    pages = len(raw) // (65536 if page == 1 else page or 1)
    if pages < int.from_bytes(head[_PAGES], "big"):  # it was cut short: the rest can still be read
        head[_PAGES] = pages.to_bytes(4, "big")
    database.deserialize(bytes(head) + raw[100:])
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA cell_size_check = ON")
    database.execute("PRAGMA query_only = ON")
    database.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return database


def _export(database: sqlite3.Connection, name: str) -> Export:
    tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not {"rss_feed", "rss_item"} <= tables:
        raise NewstuiError(f"{name} is a database, but not newsboat's", hint="the one of newsboat is called cache.db")
    feeds: list[Feed] = []
    articles: list[Incoming] = []
    forgotten: list[Forgotten] = []
    refused: list[Refused] = []
    sources: dict[str, str] = {}
    own_titles: list[tuple[str, str]] = []
    for row in _rows(database, "rss_feed", refused):
        address = text(row.get("rssurl"))
        sources[address] = line(row.get("title"))
        feed = _feed(address, row)
        if isinstance(feed, Feed):
            feeds.append(feed)
            if sources[address]:
                own_titles.append((feed.url, sources[address]))
        elif feed:
            refused.append(feed)
    for row in _rows(database, "rss_item", refused):
        if row.get("deleted"):
            forgotten.append(_forgotten(row))
        else:
            articles.append(_article(row, sources))
    return Export(
        FORMAT, tuple(articles), tuple(feeds), tuple(own_titles), forgotten=tuple(forgotten), refused=tuple(refused)
    )


def _rows(database: sqlite3.Connection, table: str, refused: list[Refused]) -> Iterator[Row]:
    """Yields the rows that can be read. A damaged page ends the table with a refusal."""
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    cursor = database.execute(f"SELECT * FROM {table} ORDER BY rowid")
    while True:
        try:
            row = cursor.fetchone()
        except sqlite3.Error as fault:
            refused.append(Refused(f"the rest of {table}", f"the database is damaged: {one_line(str(fault))}"))
            return
        if row is None:
            return
        yield dict(zip(columns, row, strict=True))


def _feed(address: str, row: Row) -> Feed | Refused | None:
    if address.startswith("query:"):  # the file `urls` has the query
        return None
    if address.startswith(_COMMANDS):
        return command(address)
    feed = web_url(address)
    if not feed:
        return Refused(line(address) or "a feed without an address", NOT_WEB)
    return Feed(feed, site=web_url(text(row.get("url"))))


def _forgotten(row: Row) -> Forgotten:
    url = web_url(text(row.get("url")))
    return Forgotten(line(row.get("feedurl")), line(row.get("guid")) or url or "", url)


def _article(row: Row, sources: dict[str, str]) -> Incoming:
    feed = text(row.get("feedurl"))
    url = web_url(text(row.get("url")), web_url(text(row.get("base"))) or web_url(feed))
    written = text(row.get("content"))
    is_plain = text(row.get("content_mime_type")).startswith("text/plain")
    body = plain_text.markdown_of(written) if is_plain else markdown(written, url or web_url(text(row.get("base"))))
    enclosure = web_url(text(row.get("enclosure_url")))
    count = row.get("pubDate")
    return Incoming(
        title=line(row.get("title")) or titles.first_line(body) or url or "Untitled",
        body=body,
        url=url,
        source=sources.get(feed) or None,
        author=line(row.get("author")) or None,
        published=since_1970(count, 1) if isinstance(count, int | float) else None,
        feed=web_url(feed),
        guid=line(row.get("guid")) or None,
        enclosures=(Enclosure(enclosure, line(row.get("enclosure_type"))),) if enclosure else (),
        read=not row.get("unread"),
        bookmarked=bool(text(row.get("flags"))),
    )
