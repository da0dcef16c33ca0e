"""The feeds of a web page are found, the likeliest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.formats.feeds.discover import FoundFeed, find_feeds

BASE = "https://e.org/news/today.html"


def addresses(html: str) -> list[str]:
    return [feed.url for feed in find_feeds(html, BASE)]


def test_declared_feeds_come_before_linked_ones_and_comments_come_last() -> None:
    page = """<!DOCTYPE html><html><head>
    <link rel=alternate type="application/rss+xml" title="Comments on  today" href="/comments/feed/">
    <LINK REL="Alternate" TYPE="application/rss+xml; charset=utf-8" TITLE="All &amp; more" HREF="/rss">
    <link rel="alternate" type="application/feed+json" href="feed.json">
    </head><body><a href="/rss">RSS</a> <a href="/atom.xml"><b>by</b> Atom</a></body>"""
    assert find_feeds(page, BASE) == (
        FoundFeed("https://e.org/rss", "All & more"),
        FoundFeed("https://e.org/news/feed.json"),
        FoundFeed("https://e.org/atom.xml", "by Atom"),
        FoundFeed("https://e.org/comments/feed/", "Comments on today"),
    )


@pytest.mark.parametrize(
    "link",
    [
        "<link rel=alternate type=application/atom+xml href=/x>",
        "<link rel='home feed' href=/x>",
        "<a href=/x type=application/rss+xml>here</a>",
        "<a href=/x>RSS feed</a>",
        "<a href=/x>Subscribe via RSS Feed</a>",
        "<a href=/x>Atom<a href=/y>other</a>",
        "<a href=/x>RSS",
        "<base href=//e.org/><link rel=alternate type=text/rss+xml href=x>",
    ],
)
def test_a_feed_is_known_by_type_relation_or_words(link: str) -> None:
    assert addresses(link) == ["https://e.org/x"]


@pytest.mark.parametrize(
    "path",
    ["feed", "feed/", "blog/rss", "rss.xml", "x.rss", "index.xml", "atom.xml", "feed.json", "x/feeds/", "my.atom"],
)
def test_a_feed_is_known_by_its_path(path: str) -> None:
    assert addresses(f"<a href='/{path}?a=1'>in words</a>") == [f"https://e.org/{path}?a=1"]


@pytest.mark.parametrize(
    "link",
    [
        "<link rel=stylesheet href=/feed.css>",
        "<link rel='alternate stylesheet' type=application/rss+xml href=/x>",
        "<link rel=alternate hreflang=de href=/de>",
        "<link rel=alternate type=application/json href=/wp-json/posts/1>",
        "<link rel=alternate type=application/json+oembed href=/oembed?feed>",
        "<link rel=alternate type=application/rss+xml href='javascript:x'>",
        "<a href=/feedback>Feedback</a>",
        "<a href=/2024/we-feed-the-world>We feed the world</a>",
        "<a>RSS</a>",
        "<!-- <a href=/rss>RSS</a> -->",
    ],
)
def test_other_links_are_not_feeds(link: str) -> None:
    assert addresses(link) == []


def test_bytes_are_decoded_with_the_charset_of_the_page() -> None:
    page = "<meta charset=windows-1252><link rel=alternate type=application/rss+xml href=/x title='Grüße'>".encode(
        "cp1252"
    )
    assert find_feeds(page, BASE) == (FoundFeed("https://e.org/x", "Grüße"),)


@given(
    st.lists(
        st.sampled_from(["<a ", "href=", "/rss", "'", ">", "</a>", "<link ", "rel=feed ", "<base href=", "http://["])
    )
)
def test_no_page_crashes_the_search(pieces: list[str]) -> None:
    for feed in find_feeds("".join(pieces), BASE):
        assert feed.url.startswith(("http://", "https://"))
