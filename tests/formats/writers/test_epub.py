"""A book of articles: every reader of books, and newstui itself, reads it."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO

from lxml import etree

from newstui.domain.articles.article import Article
from newstui.domain.marks.fields import Mark
from newstui.domain.marks.marked_article import MarkedArticle
from newstui.formats.saved.read import articles_of
from newstui.formats.writers.epub import EpubWriter

DAY = datetime(2024, 5, 1, 6, 30, tzinfo=UTC)
PICTURE = b"\x89PNG\r\n\x1a\n"


def book(*titles: str) -> bytes:
    file = BytesIO()
    writer = EpubWriter(file, "News & more", DAY)
    for title in titles:
        body = f"The text of {title} is about the sea.\n\n![A boat](b.png)"
        article = Article(id=title, title=title, source="Post", published=DAY, body=body, words=8)
        writer.add(MarkedArticle(article, Mark(), DAY), {"b.png": PICTURE})
    writer.end()
    return file.getvalue()


def test_a_book_is_read_again_with_a_chapter_for_each_article() -> None:
    chapters = articles_of(book("First & <one>", "Second"), "news.epub")
    titles = [each.incoming.title for each in chapters]
    assert titles == ["First & <one>", "Second"]
    assert "is about the sea" in chapters[1].incoming.body
    assert [len(each.pictures) for each in chapters] == [1, 0], "one picture is kept once"


def test_a_book_begins_with_its_type_and_all_of_it_is_well_formed() -> None:
    with zipfile.ZipFile(BytesIO(book("First"))) as archive:
        names = archive.namelist()
        assert names[0] == "mimetype"
        assert archive.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        for name in names:
            if name.endswith((".xhtml", ".opf", ".xml")):
                etree.fromstring(archive.read(name))
        package = etree.fromstring(archive.read("EPUB/book.opf"))
        listed = {f"EPUB/{item.get('href')}" for item in package.iter("{*}item")}
    assert listed == {name for name in names if name.startswith("EPUB/")} - {"EPUB/book.opf"}


def test_the_same_articles_are_the_same_book() -> None:
    assert book("First") == book("First")


def test_a_book_without_articles_can_be_opened() -> None:
    with zipfile.ZipFile(BytesIO(book())) as archive:
        assert b"no articles" in archive.read("EPUB/nav.xhtml")
