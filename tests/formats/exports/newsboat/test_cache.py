"""newsboat's `cache.db`."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import Any

import pytest

from newstui.domain.articles.incoming import Forgotten, Incoming, Refused
from newstui.domain.enclosure import Enclosure
from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Feed
from newstui.formats.exports.detect import read_export

AT = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
"""1,700,000,000 seconds since 1970."""


OLD = ("guid", "title", "author", "url", "feedurl", "pubDate", "content", "unread")


NEWER = (*OLD, "enclosure_url", "enclosure_type", "flags", "deleted", "base")


NEWEST = (*NEWER, "content_mime_type")


def cache(columns: tuple[str, ...], *items: dict[str, Any], feeds: tuple[tuple[str, str, str], ...] = ()) -> bytes:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url, title)")
    database.execute(f"CREATE TABLE rss_item (id INTEGER PRIMARY KEY, {', '.join(columns)})")
    database.executemany("INSERT INTO rss_feed VALUES (?, ?, ?)", feeds)
    for item in items:
        values = [item.get(column, ITEM.get(column)) for column in columns]
        database.execute(
            f"INSERT INTO rss_item ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})", values
        )
    database.commit()
    return database.serialize()


ITEM: dict[str, Any] = {
    "guid": "g1", "title": "One", "author": "A. Author", "url": "https://e.org/1", "feedurl": "https://e.org/rss",
    "pubDate": 1_700_000_000, "content": "<p>The <b>ferry</b> stops.</p>", "unread": 1, "enclosure_url": "",
    "flags": None, "deleted": 0, "base": "", "content_mime_type": "text/html",
}  # fmt: skip


COURIER = ("https://e.org/rss", "https://e.org/", "Coast Courier")


@pytest.mark.parametrize("columns", [OLD, NEWER, NEWEST])
def test_articles_of_each_schema_are_read(columns: tuple[str, ...]) -> None:
    export = read_export(cache(columns, {}, {"unread": 0, "guid": "g2"}, feeds=(COURIER,)), "cache.db")
    body = export.articles[0].body
    first = Incoming(
        "One", body=body, url="https://e.org/1", source="Coast Courier", author="A. Author", published=AT,
        feed="https://e.org/rss", guid="g1", read=False, bookmarked=False,
    )  # fmt: skip
    assert "ferry" in body and "<" not in body
    assert export.articles[0] == first
    assert (export.articles[1].read, export.articles[1].guid) == (True, "g2")
    assert export.feeds == (Feed("https://e.org/rss", site="https://e.org/"),)
    assert (export.format, export.refused, export.forgotten) == ("newsboat cache", (), ())


def test_marks_and_metadata_of_an_article_are_read() -> None:
    export = read_export(
        cache(
            NEWEST,
            {"flags": "abZ", "enclosure_url": "https://e.org/a.mp3", "title": "\x1b[2J<b>One", "pubDate": 0},
            {"deleted": 1, "guid": "g2"},
            {"deleted": 1, "guid": "", "url": "https://e.org/3"},
            {"url": "/4", "base": "https://e.org/base/", "title": "", "author": ""},
            {"url": "", "title": "", "content": "", "guid": "", "pubDate": 4_102_444_800},
            {"feedurl": "exec:curl", "content": "<b>a_b</b>", "content_mime_type": "text/plain", "pubDate": "odd"},
            feeds=(COURIER, ("exec:curl | sh", "", ""), ("query:a:b", "", ""), ("file:///etc/passwd", "", "")),
        ),
        "cache.db",
    )
    flagged, relative, bare, plain = export.articles
    assert (flagged.bookmarked, flagged.enclosures, flagged.title) == (
        True,
        (Enclosure("https://e.org/a.mp3"),),
        "[2J<b>One",
    )
    assert flagged.published == datetime(1970, 1, 1, tzinfo=UTC)
    assert (relative.url, relative.author) == ("https://e.org/4", None)
    assert "ferry" in relative.title
    assert (bare.title, bare.url, bare.guid) == ("Untitled", None, None)
    assert bare.published == datetime(2100, 1, 1, tzinfo=UTC)
    assert (plain.feed, plain.body, plain.published) == (None, "\\<b>a_b\\</b>", None)
    assert export.forgotten == (
        Forgotten("https://e.org/rss", "g2", "https://e.org/1"),
        Forgotten("https://e.org/rss", "https://e.org/3", "https://e.org/3"),
    )
    assert export.refused == (
        Refused("exec:curl | sh", "it is a command, and newstui does not run commands"),
        Refused("file:///etc/passwd", "its address is not http or https"),
    )


def test_a_cache_that_was_copied_while_newsboat_wrote_it_is_read() -> None:
    raw = cache(OLD, {})
    assert len(read_export(raw[:18] + b"\2\2" + raw[20:], "cache.db").articles) == 1


def test_a_damaged_cache_gives_its_readable_part_and_a_refusal() -> None:
    raw = cache(OLD, *({"guid": f"g{number}", "content": "x" * 3000} for number in range(60)), feeds=(COURIER,))
    page = 4096
    broken = raw[: 40 * page] + b"\xff" * page * 2 + raw[42 * page :]
    export = read_export(broken, "cache.db")
    assert 10 < len(export.articles) < 60
    assert export.refused[-1].what == "the rest of rss_item"
    cut = read_export(raw[: len(raw) // 2], "cache.db")
    assert 10 < len(cut.articles) < 60
    assert cut.refused[-1].what == "the rest of rss_item"
    with pytest.raises(NewstuiError, match="is a damaged database"):
        read_export(raw[:100] + b"\xff" * 4000 + raw[4100:], "cache.db")


def test_the_database_of_another_program_raises_an_error() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE moz_places (id)")
    database.execute("CREATE VIEW rss_item AS SELECT 1")
    with pytest.raises(NewstuiError, match=r"places\.sqlite is a database, but not newsboat's"):
        read_export(database.serialize(), "places.sqlite")


def test_the_titles_of_feeds_come_along() -> None:
    export = read_export(cache(NEWEST, feeds=(COURIER, ("https://e.org/atom", "", ""))), "cache.db")
    assert [feed.url for feed in export.feeds] == ["https://e.org/rss", "https://e.org/atom"]
    assert export.feed_titles == (("https://e.org/rss", "Coast Courier"),)
