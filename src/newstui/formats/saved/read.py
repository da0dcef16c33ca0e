"""Reads saved files (HTML, MHTML, EPUB) as articles. A book has one article for each chapter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Incoming
from newstui.domain.articles.metadata import metadata_of
from newstui.formats.feeds.entries import incoming_of_page
from newstui.formats.saved.mhtml import is_mhtml, open_mhtml
from newstui.formats.text import titles

if TYPE_CHECKING:
    from newstui.formats.saved.epub import Chapter
    from newstui.formats.web_page.extract import Extracted

NO_ARTICLE = "no article was found in it, so the whole page was kept"


@dataclass(frozen=True, slots=True)
class SavedArticle:
    """An article of a saved file."""

    incoming: Incoming
    """The body is empty where the file has no text."""
    note: str = ""
    """A remark for its reader; empty without one."""


def articles_of(raw: bytes, name: str) -> tuple[SavedArticle, ...]:
    """Returns the articles of a file. An EPUB is recognised by its name. Raises NewstuiError for an unreadable file."""
    from newstui.formats.web_page.extract import extract

    if name.lower().endswith(".epub"):
        from newstui.formats.saved.epub import chapters

        book = name.rpartition(".")[0]
        return tuple(_chapter(each, book) for each in chapters(raw))
    if is_mhtml(raw) or name.lower().endswith((".mhtml", ".mht")):
        return (_article(extract(*open_mhtml(raw)), name),)
    return (_article(extract(raw), name),)


def _article(page: Extracted, name: str) -> SavedArticle:
    title = name.rpartition(".")[0] or name
    return SavedArticle(incoming_of_page(page, page.url, title=title), note_of(page))


def note_of(page: Extracted) -> str:
    """Returns a remark for the reader of a page; empty without one."""
    return NO_ARTICLE if page.is_whole_page and page.body else ""


def _chapter(chapter: Chapter, name: str) -> SavedArticle:
    """Returns a chapter with all of its text: a book has no site around it."""
    from newstui.formats.html.to_markdown import markdown_of

    body = markdown_of(chapter.html.decode("utf-8", "replace"))
    heading = titles.leading_heading(body)
    if heading and titles.same(heading[0], chapter.title):
        body = heading[1]
    metadata = metadata_of(chapter.book)
    metadata["title"], metadata["source"] = chapter.title, chapter.book.title or name
    incoming = Incoming(body=body, book=metadata["source"], chapter=chapter.number, **metadata)
    return SavedArticle(incoming, chapter.problem or "")
