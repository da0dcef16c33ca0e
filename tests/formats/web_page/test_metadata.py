"""A page says what it is in many ways; each is read, and none of them breaks anything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from json import dumps
from typing import TYPE_CHECKING

import pytest
from turbohtml import parse

from newstui.formats.web_page.metadata import metadata_in

if TYPE_CHECKING:
    from newstui.domain.articles.metadata import Metadata

SITE = "<meta property=og:site_name content=Courier>"
URL = "https://www.courier.example/news/2024/05/01/ferry"


def facts(html: str, url: str | None = None) -> Metadata:
    root = parse(f"<html>{html}</html>").root
    assert root is not None
    return metadata_in(root, url)


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{dumps(value)}</script>'


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<title>The last ferry | Courier</title>", "The last ferry"),
        (f"<title>Courier: The last ferry leaves</title>{SITE}", "The last ferry leaves"),
        ("<title>The last ferry - Courier</title><meta property=og:site_name content=Courier>", "The last ferry"),
        ("<title>The last ferry – The Other Paper</title>", "The last ferry – The Other Paper"),
        ("<title>Before and after - a story of two towns</title>", "Before and after - a story of two towns"),
        ("<meta property=og:title content='The &amp;lsquo;last&amp;rsquo; ferry'>", "The ‘last’ ferry"),
        ("<title>A &amp; B</title>", "A & B"),
        ("<title>Pa Pers</title><a href=/>Pa Pers</a><h1>Pa Pers</h1><h1>The last ferry</h1>", "The last ferry"),
        ("<title>The ferry of the bay | News</title><h1>The ferry of the bay</h1>", "The ferry of the bay"),
        (f"<title>Open thread | Courier</title>{SITE}<h1>Courier</h1>", "Open thread"),
        ("<h1>Only a heading</h1>", "Only a heading"),
        ("<svg><title>icon</title></svg><h1>Only a heading</h1>", "Only a heading"),
        ("<meta name='DC.title' content='Of the library'><meta property=og:title content=Other>", "Of the library"),
        (ld({"@type": "NewsArticle", "headline": "<b>From</b> data"}), "From data"),
        ("<title>Courier</title>", "Courier"),
        ("", None),
    ],
)  # fmt: skip
def test_the_title_is_the_headline_without_the_site(html: str, title: str | None) -> None:
    assert facts(html, URL).title == title


@pytest.mark.parametrize(
    ("html", "author"),
    [
        ("<meta name=author content='By A. Author'>", "A. Author"),
        ("<q class=quote><b class=quote-author>Bo Berg</b></q><p class=byline>By A. Author</p>", "A. Author"),
        ("<meta name=author content='https://e.org/a'><p class=byline>By A. Author | 3 May</p>", "A. Author"),
        ("<div class=author><a>A. Author</a><button>Follow</button></div>", "A. Author"),
        (ld({"@type": "Article", "author": {"@type": "Person", "name": "A. Author"}}), "A. Author"),
        (ld({"@type": "Article", "author": [{"name": "A. Author"}, {"name": "B. Walker"}]}), "A. Author, B. Walker"),
        (ld({"@type": "Article", "author": {"givenName": "Ada", "familyName": "Author"}}), "Ada Author"),
        (ld({"@type": "Article", "author": {"name": ["A. Author", "B. Walker"]}}), "A. Author, B. Walker"),
        (
            "<meta name=citation_author content='Ada Author'><meta name=citation_author content='Bea Walker'>",
            "Ada Author, Bea Walker",
        ),
        (f"{SITE}<meta name=author content=Courier><a rel=author>A. Author</a>", "A. Author"),
        (f"{SITE}<meta name=author content=Courier>", "Courier"),
        ("<span itemprop=author><span itemprop=name>A. Author</span></span>", "A. Author"),
        ("<span class=author>12 May 2024</span>", None),
    ],
)  # fmt: skip
def test_the_author_is_a_name(html: str, author: str | None) -> None:
    assert facts(html).author == author


@pytest.mark.parametrize(
    ("html", "published"),
    [
        ("<meta property=article:published_time content=2024-05-01T23:30:00-05:00>",
         datetime(2024, 5, 1, 23, 30, tzinfo=timezone(-timedelta(hours=5)))),
        (ld({"@type": "Article", "datePublished": "2024-05-01T10:00:00Z"}), datetime(2024, 5, 1, 10, tzinfo=UTC)),
        ("<time datetime='2024-05-01 10:00'>then</time>", datetime(2024, 5, 1, 10, tzinfo=UTC)),
        (ld({"@type": "VideoObject", "uploadDate": "2024-05-01"}), datetime(2024, 5, 1, tzinfo=UTC)),
        ("<span itemprop=datePublished content=2024-05-01>then</span>", datetime(2024, 5, 1, tzinfo=UTC)),
        ("<p class=date>May 1, 2024</p>", datetime(2024, 5, 1, tzinfo=UTC)),
        ("<meta name=date content=yesterday>", datetime(2024, 5, 1, tzinfo=UTC)),
        ("<time datetime=soon>soon</time>", datetime(2024, 5, 1, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_the_date_is_read_from_data_from_sight_or_from_the_address(html: str, published: datetime) -> None:
    found = facts(html, URL).published
    assert found == published
    assert found.utcoffset() == published.utcoffset()


def test_a_zone_that_does_not_exist_is_dropped() -> None:
    found = facts("<meta name=date content='2024-05-01 10:00:00+99:99'>").published
    assert found is None or found.tzinfo == UTC


def test_a_page_without_a_date_has_none() -> None:
    assert facts("<p>x").published is None
    assert facts("<p>x", "https://e.org/2024/13/45/x").published is None


def test_language_tags_source_summary_and_image() -> None:
    found = facts(
        "<meta property=og:locale content=pt_BR><meta property=article:tag content='Sea, Ferries'>"
        "<meta property=article:tag content=sea><meta property=article:tag content='lite:true'>"
        "<meta property=og:site_name content='https://x'><meta name=application-name content=Courier>"
        "<meta name=description content='What happened.'><meta property=og:image content='/a.jpg'>"
        "<title>T</title>", URL,
    )  # fmt: skip
    assert found.lang == "pt-br"
    assert found.tags == ("Sea", "Ferries")
    assert found.source == "Courier"
    assert found.summary == "What happened."
    assert found.image == "https://www.courier.example/a.jpg"


def test_a_summary_that_is_the_title_is_none() -> None:
    assert facts("<title>The last ferry</title><meta name=description content='The last ferry.'>").summary is None


@pytest.mark.parametrize(
    ("html", "tags"),
    [
        (ld({"@type": "Article", "keywords": ["sea", "ferries"]}), ("sea", "ferries")),
        (ld({"@type": "Article", "keywords": "sea, ferries"}), ("sea", "ferries")),
        ("<meta name=keywords content='sea;ferries'>", ("sea", "ferries")),
        ("<a rel='nofollow tag' href=/sea>sea</a>", ("sea",)),
        ("", ()),
    ],
)
def test_tags_are_read_from_many_places(html: str, tags: tuple[str, ...]) -> None:
    assert facts(html).tags == tags


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ("<link rel=canonical href='/news/1'>", "https://www.courier.example/news/1"),
        ("<link rel=canonical href='https://www.courier.example/'>", URL),
        ("<link rel=canonical href='javascript:x'><meta property=og:url content='https://e.org/1'>", "https://e.org/1"),
        (
            ld({"@type": "Article", "mainEntityOfPage": {"@type": "WebPage", "@id": "https://e.org/2"}}),
            "https://e.org/2",
        ),
        ("<link rel=canonical href='http://[x'>", URL),
    ],
)
def test_the_address_is_the_one_that_the_page_gives(html: str, address: str) -> None:
    assert facts(html, URL).url == address


def test_a_broken_address_is_passed_over() -> None:
    assert facts("<title>a | b c d e f | g</title><link rel=canonical href=x>", "http://[x").url is None


# JSON-LD


def test_a_front_page_keeps_its_name() -> None:
    html = "<title>Pa Pers</title><a href=/>Pa Pers</a><h1>The last ferry</h1>"
    assert facts(html, "https://papers.example/").title == "Pa Pers"


def test_the_host_of_a_page_is_no_author() -> None:
    html = "<meta name=author content=Courier.example><p class=author>{}</p>"
    assert facts(html.format("Ida Berg"), URL).author == "Ida Berg"
    assert facts(html.format(""), URL).author is None
