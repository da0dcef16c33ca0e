"""A saved page is an article, a book one for each chapter."""

from __future__ import annotations

import plistlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.errors import NewstuiError
from newstui.formats.saved.read import NO_ARTICLE, articles_of
from tests.formats.saved.books import PNG, book_of
from tests.pages import SENTENCES, book, mhtml, page


def test_a_page_without_a_title_has_the_name_of_its_file() -> None:
    text = f"<p>{SENTENCES}</p>" * 3
    (one,) = articles_of(f"<html><body>{text}</body></html>".encode(), "harbour.news.html")
    assert one.incoming.title == "harbour.news"
    assert one.incoming.url is None
    assert one.note == ""


def test_the_address_that_a_browser_wrote_into_the_page_is_kept() -> None:
    saved = page().replace(b"<html", b"<!-- saved from url=(0026)https://post.example/ferry -->\n<html", 1)
    for raw, name in ((saved, "a.html"), (mhtml(), "a.mhtml"), (mhtml(), "a.html")):
        (one,) = articles_of(raw, name)
        assert one.incoming.url == "https://post.example/ferry"
        assert "petition" in one.incoming.body


def test_a_page_that_safari_saved_is_its_main_resource() -> None:
    main = {
        "WebResourceData": page(),
        "WebResourceMIMEType": "text/html",
        "WebResourceURL": "https://post.example/ferry",
    }
    (one,) = articles_of(plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY), "a.webarchive")
    assert one.incoming.url == "https://post.example/ferry"
    assert "petition" in one.incoming.body


def test_the_moment_of_saving_is_known_where_the_file_says_it() -> None:
    comment = b"""<!--
 Page saved with SingleFile
 url: https://post.example/ferry
 saved date: Mon May 06 2024 10:00:00 GMT+0200 (Central European Summer Time)
--><html"""
    message = b"Date: Mon, 6 May 2024 08:00:00 -0000\r\n" + mhtml()
    for raw in (page().replace(b"<html", comment, 1), message):
        (one,) = articles_of(raw, "a")
        assert one.incoming.saved == datetime(2024, 5, 6, 8, tzinfo=UTC)
        assert "petition" in one.incoming.body
    (one,) = articles_of(page(), "a")
    assert one.incoming.saved is None


def test_the_source_of_a_chapter_is_its_book() -> None:
    first, second = articles_of(book("Spring", "Summer"), "ferries.epub")
    assert (first.incoming.title, second.incoming.title) == ("Spring", "Summer")
    assert (first.incoming.source, first.incoming.author, first.incoming.lang) == ("Ferries", "Ines Okafor", "en")
    assert first.incoming.body == SENTENCES.strip(), "its title is not repeated"


def test_a_chapter_knows_its_book_and_its_number() -> None:
    first, second = (each.incoming for each in articles_of(book("Spring", "Summer"), "ferries.epub"))
    assert [(each.book, each.chapter) for each in (first, second)] == [("Ferries", 1), ("Ferries", 2)]
    (only,) = articles_of(book_of({"a.xhtml": "<p>Text.</p>"}, metadata=""), "tides.epub")
    assert (only.incoming.book, only.incoming.source) == ("tides", "tides")


def test_the_pictures_of_a_book_come_with_the_first_chapter_that_shows_them() -> None:
    pages = {
        "a.xhtml": '<p>A <img src="map.png" alt="A map"/></p>',
        "b.xhtml": '<p>B <img src="map.png"/><img src="plan.svg" alt="A plan"/><img src="gone.png" alt="Gone"/></p>',
    }
    first, second = articles_of(book_of(pages, files={"OPS/map.png": PNG, "OPS/plan.svg": "<svg/>"}), "a.epub")
    (picture,) = first.pictures
    assert (picture.raw, second.pictures) == (PNG, ())
    assert picture.path.startswith(".images/books/")
    assert first.incoming.body == f"A ![A map](../{picture.path})"
    assert f"![](../{picture.path})![A plan]()" in second.incoming.body
    assert "Gone" in second.incoming.body


def test_two_chapters_of_one_title_and_text_are_two() -> None:
    pages = {"a.xhtml": "<h1>Rest</h1><p>…</p>", "b.xhtml": "<h1>Rest</h1><p>…</p>"}
    assert [each.incoming.title for each in articles_of(book_of(pages), "a.epub")] == ["Rest", "Rest (2)"]


@pytest.mark.parametrize("raw", [b"", b"PK\3\4", b"\0" * 100, page()])
def test_bytes_that_are_not_a_book_raise_an_error(raw: bytes) -> None:
    with pytest.raises(NewstuiError):
        articles_of(raw, "a.EPUB")


def test_a_message_without_a_page_raises_an_error() -> None:
    with pytest.raises(NewstuiError):
        articles_of(b"Content-Type: multipart/related\r\n\r\n", "a.mhtml")


def test_a_page_of_nothing_has_no_note() -> None:
    (one,) = articles_of(b"<html></html>", "a.html")
    assert (one.incoming.body, one.note) == ("", "")
    links = "".join(f"<li>Line {number} of the list" for number in range(40))
    (one,) = articles_of(f"<html><body><footer>{links}</footer>".encode(), "a.html")
    assert one.note == NO_ARTICLE


@given(st.binary(max_size=300), st.sampled_from(("a.html", "a.mhtml", "a.epub", "a", "")))
def test_any_bytes_give_articles_or_an_error(raw: bytes, name: str) -> None:
    try:
        articles = articles_of(raw, name)
    except NewstuiError:
        return
    assert all(each.incoming.title for each in articles)
