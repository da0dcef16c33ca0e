"""What newsboat leaves behind: urls, config, cache.db."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.articles.incoming import Export, Forgotten, Incoming, Refused
from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Feed, SavedSearch
from newstui.domain.search.parser import parse
from newstui.formats.exports.detect import read_export
from newstui.formats.exports.newsboat.query import UntranslatableError, translated

NOW = datetime(2024, 5, 1, 10, tzinfo=UTC)
AT = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
"""1,700,000,000 seconds since 1970."""


def read(text: str, name: str = "urls") -> Export:
    return read_export(text.encode(), name)


def test_feeds_with_tags_titles_and_hidden_ones() -> None:
    found = read(
        "# my feeds\n"
        'https://e.org/a "long read" sea "~The \\"Courier\\"" sea # a comment\n'
        "\thttps://e.org/b\t!hidden\n"
        "https://me:secret@e.org/c ~C\n"
        '"https://e.org/d e"\n\n'
    )
    assert found == Export(
        "newsboat urls",
        feeds=(
            Feed("https://e.org/a", title='The "Courier"', tags=("long read", "sea")),
            Feed("https://e.org/b", is_hidden=True),
            Feed("https://me:secret@e.org/c", title="C"),
            Feed("https://e.org/d%20e"),
        ),
    )


def test_queries_become_searches_and_commands_are_only_named() -> None:
    found = read(
        '"query:Unread \\"sea\\":tags # \\"sea\\" and unread = \\"yes\\""\n'
        '"query:Regular:title =~ \\"^a.*b$\\""\n'
        '"query:No expression"\n'
        '"exec:curl -s https://e.org | sh"\n'
        "filter:~/bin/clean.pl:https://e.org/rss tag\n"
        "file:///etc/passwd\n"
        "https://e.org/a\n"
    )
    assert found.searches == (SavedSearch('Unread "sea"', "tag:sea is:unread"),)
    assert found.feeds == (Feed("https://e.org/a"),)
    assert found.refused == (
        Refused(
            'query:Regular:title =~ "^a.*b$"',
            "newstui cannot ask for “title =~ …”: newstui searches for words, not for regular expressions",
        ),
        Refused("query:No expression", "it is not written as query:name:expression"),
        Refused("exec:curl -s https://e.org | sh", "it is a command, and newstui does not run commands"),
        Refused(
            "filter:~/bin/clean.pl:https://e.org/rss",
            "it is a command, and newstui does not run commands; the feed that it changes is https://e.org/rss",
        ),
        Refused("file:///etc/passwd", "its address is not http or https"),
    )


@pytest.mark.parametrize(
    ("expression", "query"),
    [
        ('unread = "yes"', "is:unread"),
        ('unread == "no"', "is:read"),
        ('unread != "yes"', "-is:unread"),
        ('tags # "long read"', 'tag:"long read"'),
        ('tags # "a\\"b"', 'tag:""a"b""'),
        ('tags !# "sea"', "-tag:sea"),
        ('flags # "s"', "is:bookmarked"),
        ('flags = ""', "-is:bookmarked"),
        ('flags != ""', "is:bookmarked"),
        ('flags =~ "."', "is:bookmarked"),
        ('feedtitle = "Coast Courier"', 'source:"Coast Courier"'),
        ('feedtitle =~ "^Coast Courier$"', 'source:"Coast Courier"'),
        ('title =~ "linux"', "title:linux*"),
        ('title =~ ".*linux.*"', "title:linux*"),
        ('title =~ "(linux|long words)"', 'title:linux* OR title:"long words"'),
        ('title !~ "linux|bsd"', "-(title:linux* OR title:bsd*)"),
        ('title = "The ferry"', 'title:"The ferry"'),
        ('title # "ferry"', 'title:"ferry"'),
        ('content =~ "ferry"', "ferry*"),
        ('author =~ "Author"', "author:Author"),
        ('author = "A. (B) Author"', 'author:"A. (B) Author"'),
        (r'link =~ "e\.org/news"', "url:e.org/news"),
        ("age < 7", "after:7d"),
        ("age <= 7", "after:8d"),
        ("age > 7", "before:8d"),
        ("age >= 7", "before:7d"),
        ("age between 0:7", "after:8d"),
        ("age between 7:2", "after:8d before:2d"),
        ("age = 3", "after:4d before:3d"),
        ('unread = "yes" and age < 2', "is:unread after:2d"),
        ('unread = "yes" or age < 2', "is:unread OR after:2d"),
        ('( unread = "yes" or age < 2 ) and tags # "a"', "(is:unread OR after:2d) tag:a"),
        ('age < 1 and unread="no" or tags # "a"', "(after:1d) (is:read OR tag:a)".replace("(after:1d)", "after:1d")),
        ('age < 1 or unread="no" and tags#"a"', "after:1d OR is:read tag:a"),
        ('((unread = "yes"))', "is:unread"),
    ],
)
def test_a_query_finds_the_same_in_newstuis_language(expression: str, query: str) -> None:
    assert translated(expression) == query
    parse(query, NOW)


@pytest.mark.parametrize(
    "expression",
    [
        "", "unread", 'unread = "yes" and', '(unread = "yes"', 'unread = "yes")', 'unread = "maybe"', "unread > 1",
        'rssurl = "https://e.org/"', 'enclosure_url != ""', "unread_count > 0", 'tags =~ "a"',
        'tags # ""', 'flags # "1"', 'feedtitle =~ "Courier"', 'title > "a"', 'title =~ "a+b"', 'author =~ "a.+b"',
        'author > "a"',
        'link =~ "(a|b)?"', 'age < "x"', "age between 7", "age < 1:2", "age < -1", "age # 1",
        'unread = "yes" xor age < 1',
        'unread = "yes" or (', "age < 1 and " * 300 + "age < 1", 'title # "!"',
        "age < 99999999",
        "(" * 900 + "age < 1" + ")" * 900, "age < 1 and (age < 2 or " * 30 + "age < 1" + ")" * 30,
    ],
)  # fmt: skip
def test_a_query_without_a_counterpart_says_why(expression: str) -> None:
    with pytest.raises(UntranslatableError, match=r"\w+"):
        translated(expression)


WORDS = ["unread", "tags", "title", "age", "=", "!=", "=~", "#", "!#", "between", '"yes"', '"a|b"', "7", "1:2", "and",
         "or", "(", ")", '"', "\\", "é"]  # fmt: skip


def test_what_cannot_be_read_of_a_query_is_told_in_one_line() -> None:
    (refused,) = read('https://e.org/rss\n"query:Odd:un\xa0read = 1"\n').refused
    assert refused == Refused("query:Odd:un read = 1", "it cannot be read from “un read = 1” on")


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_no_query_is_too_odd(expression: str) -> None:
    with suppress(UntranslatableError):
        parse(translated(expression), NOW)


def test_a_config_is_told_in_newstuis_words_and_nothing_in_it_is_run() -> None:
    found = read(
        "# config\nauto-reload yes\nreload-time 30\nrefresh-on-startup yes\ntext-width 80\nmax-items 0\n"
        "urls-source miniflux\nminiflux-passwordeval \"pass show miniflux\"\nminiflux-login me\n"
        'browser "lynx %u"\nmacro a open ; browser\nmacro b exec "rm -rf ~"\nbookmark-cmd ~/b.sh\n'
        "ignore-article \"*\" 'title =~ \"x\"'\ninclude ~/other\nbind-key j down\nbind-key k up\n"
        "save-path `pwd`\nunknown-one 1\n",
        "config",
    )  # fmt: skip
    assert found.format == "newsboat config"
    assert found.refused == (
        Refused("miniflux-passwordeval", "it runs a program, and newstui runs none"),
        Refused("browser", "it runs a program, and newstui runs none"),
        Refused("macro (2 times)", "it runs a program, and newstui runs none"),
        Refused("bookmark-cmd", "it runs a program, and newstui runs none"),
        Refused("a setting with a command in it", "newstui runs no commands"),
        Refused("ignore-article", "newstui keeps every article; hide some with a saved search that says what you want"),
        Refused("include", "newstui does not follow it: import that file too"),
    )
    assert found.notes == (
        "For newsboat's text-width set text_width = 80 in config.toml.",
        "newsboat fetched feeds when it started; for that set sync_on_start = true in config.toml.",
        "newsboat fetched feeds every 30 minutes; for that set sync_every in config.toml.",
        "newsboat took its feeds from miniflux: export them there as OPML, and import that file.",
        "newsboat had keys of your own (2); newstui's are set under [keys] in config.toml.",
    )
    assert "secret" not in repr(read("miniflux-password secret\nminiflux-url https://e.org\nminiflux-login me\n"))


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
def test_articles_of_each_schema(columns: tuple[str, ...]) -> None:
    found = read_export(cache(columns, {}, {"unread": 0, "guid": "g2"}, feeds=(COURIER,)), "cache.db")
    body = found.articles[0].body
    first = Incoming(
        "One", body=body, url="https://e.org/1", source="Coast Courier", author="A. Author", published=AT,
        feed="https://e.org/rss", guid="g1", read=False, bookmarked=False,
    )  # fmt: skip
    assert "ferry" in body and "<" not in body
    assert found.articles[0] == first
    assert (found.articles[1].read, found.articles[1].guid) == (True, "g2")
    assert found.feeds == (Feed("https://e.org/rss", site="https://e.org/"),)
    assert (found.format, found.refused, found.forgotten) == ("newsboat cache", (), ())


def test_what_newsboat_knew_of_an_article_comes_along() -> None:
    found = read_export(
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
    flagged, relative, bare, plain = found.articles
    assert (flagged.bookmarked, flagged.enclosures, flagged.title) == (True, ("https://e.org/a.mp3",), "[2J<b>One")
    assert flagged.published == datetime(1970, 1, 1, tzinfo=UTC)
    assert (relative.url, relative.author) == ("https://e.org/4", None)
    assert "ferry" in relative.title
    assert (bare.title, bare.url, bare.guid) == ("Untitled", None, None)
    assert bare.published == datetime(2100, 1, 1, tzinfo=UTC)
    assert (plain.feed, plain.body, plain.published) == (None, "\\<b>a_b\\</b>", None)
    assert found.forgotten == (
        Forgotten("https://e.org/rss", "g2", "https://e.org/1"),
        Forgotten("https://e.org/rss", "https://e.org/3", "https://e.org/3"),
    )
    assert found.refused == (
        Refused("exec:curl | sh", "it is a command, and newstui does not run commands"),
        Refused("file:///etc/passwd", "its address is not http or https"),
    )


def test_a_cache_that_was_copied_while_newsboat_wrote_it_is_read() -> None:
    raw = cache(OLD, {})
    assert len(read_export(raw[:18] + b"\2\2" + raw[20:], "cache.db").articles) == 1


def test_a_damaged_cache_gives_what_can_be_read_and_says_so() -> None:
    raw = cache(OLD, *({"guid": f"g{number}", "content": "x" * 3000} for number in range(60)), feeds=(COURIER,))
    page = 4096
    broken = raw[: 40 * page] + b"\xff" * page * 2 + raw[42 * page :]
    found = read_export(broken, "cache.db")
    assert 10 < len(found.articles) < 60
    assert found.refused[-1].what == "the rest of rss_item"
    cut = read_export(raw[: len(raw) // 2], "cache.db")
    assert 10 < len(cut.articles) < 60
    assert cut.refused[-1].what == "the rest of rss_item"
    with pytest.raises(NewstuiError, match="is a damaged database"):
        read_export(raw[:100] + b"\xff" * 4000 + raw[4100:], "cache.db")


def test_another_programs_database_is_named_as_such() -> None:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE moz_places (id)")
    database.execute("CREATE VIEW rss_item AS SELECT 1")
    with pytest.raises(NewstuiError, match=r"places\.sqlite is a database, but not newsboat's"):
        read_export(database.serialize(), "places.sqlite")
