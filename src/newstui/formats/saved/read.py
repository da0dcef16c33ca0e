"""Reads saved files (HTML, MHTML, web archives, EPUB) as articles. A book has one article for each chapter."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Incoming, SavedPicture
from newstui.domain.articles.metadata import metadata_of
from newstui.domain.errors import NewstuiError
from newstui.formats.articles.images import PICTURE_FOLDER, picture_addresses, picture_name, with_pictures
from newstui.formats.feeds.entries import incoming_of_page
from newstui.formats.saved.mhtml import is_mhtml, open_mhtml
from newstui.formats.saved.webarchive import is_webarchive, open_webarchive
from newstui.formats.text import titles
from newstui.formats.text.dates import stated_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from newstui.formats.saved.epub import Book, Chapter
    from newstui.formats.web_page.extract import Extracted

_START = 8192
_BY_SINGLE_FILE = re.compile(rb"<!--\s{0,20}Page saved with SingleFile[^>]{0,4000}?saved date: ([^\n>]{10,90})")
_BY_MESSAGE = re.compile(rb"^Date: ([^\r\n]{10,90})", re.IGNORECASE | re.MULTILINE)
NO_ARTICLE = "no article was found in it, so the whole page was kept"


_LARGEST_PICTURE, _LARGEST_TOGETHER = 8 << 20, 24 << 20
"""Bytes of one picture, and of all pictures of a book, that are kept."""


@dataclass(frozen=True, slots=True)
class SavedArticle:
    """An article of a saved file."""

    incoming: Incoming
    """The body is empty where the file has no text."""
    note: str = ""
    """A remark for its reader; empty without one."""
    pictures: tuple[SavedPicture, ...] = ()
    """The files that its text points to, unless an article before it brings them."""


def articles_of(raw: bytes, name: str) -> tuple[SavedArticle, ...]:
    """Returns the articles of a file. An EPUB is recognised by its name. Raises NewstuiError for an unreadable file."""
    from newstui.formats.web_page.extract import extract

    if name.lower().endswith(".epub"):
        return tuple(_chapters(raw, name.rpartition(".")[0]))
    return (_article(extract(*opened_page(raw, name)), name, _saved(raw)),)


def opened_page(raw: bytes, name: str = "") -> tuple[bytes, str | None, str]:
    """Returns (page, its address or None, its content type) of a page in any form, its name unless it shows itself.

    Raises NewstuiError for a message or an archive without one.
    """
    suffix = name.lower().rpartition(".")[2]
    if is_mhtml(raw) or suffix in ("mhtml", "mht"):
        return open_mhtml(raw)
    if is_webarchive(raw) or suffix == "webarchive":
        return open_webarchive(raw)
    return raw, None, ""


def _saved(raw: bytes) -> datetime | None:
    """Returns when a page was saved, as SingleFile and the message of an MHTML file say."""
    written = (_BY_MESSAGE if is_mhtml(raw) else _BY_SINGLE_FILE).search(raw[:_START])
    return stated_date(written[1].decode("utf-8", "replace")) if written else None


def _article(page: Extracted, name: str, saved: datetime | None) -> SavedArticle:
    title = name.rpartition(".")[0] or name
    return SavedArticle(replace(incoming_of_page(page, page.url, title=title), saved=saved), note_of(page))


def note_of(page: Extracted) -> str:
    """Returns a remark for the reader of a page; empty without one."""
    return NO_ARTICLE if page.is_whole_page and page.body else ""


def _chapters(raw: bytes, name: str) -> Iterator[SavedArticle]:
    from newstui.formats.saved.epub import Book

    book = Book(raw)
    pictures = _Pictures(book)
    seen: set[tuple[str, str]] = set()
    for chapter in book.chapters():
        article = _chapter(chapter, name)
        body, files = pictures.placed(article.incoming.body)
        title = article.incoming.title
        if (title, body) in seen:  # otherwise the two would be one article
            title += f" ({chapter.number})"
        seen.add((title, body))
        yield replace(article, incoming=replace(article.incoming, title=title, body=body), pictures=files)


class _Pictures:
    """The pictures of a book that are kept, as far as there is room for them."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._paths: dict[str, str] = {}
        self._room = _LARGEST_TOGETHER

    def placed(self, markdown: str) -> tuple[str, tuple[SavedPicture, ...]]:
        """Returns (the Markdown with the paths of pictures, those that are new). One that is not kept has no path."""
        from newstui.formats.saved.epub_pages import PICTURES

        addresses = [each for each in picture_addresses(markdown) if each.startswith(PICTURES)]
        new = tuple(filter(None, (self._kept(each) for each in addresses if each not in self._paths)))
        return with_pictures(markdown, {each: self._paths[each] for each in addresses}), new

    def _kept(self, address: str) -> SavedPicture | None:
        self._paths[address] = ""
        try:
            raw = self._book.picture(address)
        except NewstuiError:  # the text is complete without it
            return None
        name = picture_name(raw)
        if name is None or len(raw) > min(self._room, _LARGEST_PICTURE):
            return None
        self._room -= len(raw)
        path = f"{PICTURE_FOLDER}/books/{name}"
        self._paths[address] = f"../{path}"  # each article is in a folder of the library
        return SavedPicture(path, raw)


def _chapter(chapter: Chapter, name: str) -> SavedArticle:
    """Returns a chapter with all of its text: a book has no site around it."""
    from newstui.formats.html.to_markdown import markdown_of
    from newstui.formats.saved.epub_notes import with_notes

    body = markdown_of(chapter.html.decode("utf-8", "replace"))
    heading = titles.leading_heading(body)
    if heading and titles.same(heading[0], chapter.title):
        body = heading[1]
    body = with_notes(body, chapter.notes)
    metadata = metadata_of(chapter.book)
    metadata["title"], metadata["source"] = chapter.title, chapter.book.title or name
    incoming = Incoming(body=body, book=metadata["source"], chapter=chapter.number, **metadata)
    return SavedArticle(incoming, chapter.problem or "")
