"""Filters of newsboat become queries of newstui."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.articles.incoming import Export, Refused
from newstui.domain.search.parser import parse
from newstui.formats.exports.detect import read_export
from newstui.formats.exports.newsboat.query import UntranslatableError, translated

NOW = datetime(2024, 5, 1, 10, tzinfo=UTC)


def read(text: str, name: str = "urls") -> Export:
    return read_export(text.encode(), name)


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
def test_a_filter_becomes_a_query_that_matches_the_same(expression: str, query: str) -> None:
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
def test_a_filter_without_a_counterpart_is_refused_with_a_reason(expression: str) -> None:
    with pytest.raises(UntranslatableError, match=r"\w+"):
        translated(expression)


WORDS = ["unread", "tags", "title", "age", "=", "!=", "=~", "#", "!#", "between", '"yes"', '"a|b"', "7", "1:2", "and",
         "or", "(", ")", '"', "\\", "é"]  # fmt: skip


def test_an_unreadable_filter_is_refused_in_one_line() -> None:
    (refused,) = read('https://e.org/rss\n"query:Odd:un\xa0read = 1"\n').refused
    assert refused == Refused("query:Odd:un read = 1", "it cannot be read from “un read = 1” on")


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_no_filter_crashes_the_translation(expression: str) -> None:
    with suppress(UntranslatableError):
        parse(translated(expression), NOW)
