"""Saved pages and books as articles on their way in: HTML, MHTML, EPUB. A book has one for each of its chapters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.formats.entries import incoming_of_page

if TYPE_CHECKING:
    from newstui.domain.incoming import Incoming
    from newstui.formats.extraction import Extracted

NO_ARTICLE = "no article was found in it, so the whole page was kept"


@dataclass(frozen=True, slots=True)
class SavedArticle:
    """An article of a saved file."""

    incoming: Incoming
    note: str = ""
    """What its reader should know of it."""


def articles_of(raw: bytes, name: str) -> tuple[SavedArticle, ...]:
    """The articles of a file; how to read it, its ending says. Raises NewstuiError for what is no such file."""
    from newstui.formats.epub import chapters
    from newstui.formats.extraction import extract
    from newstui.formats.mhtml import open_mhtml

    ending = name.lower().rpartition(".")[2]
    if ending == "epub":
        return tuple(SavedArticle(chapter) for chapter in chapters(raw))
    if ending in ("mhtml", "mht"):
        return (_article(extract(*open_mhtml(raw)), name),)
    return (_article(extract(raw), name),)


def _article(page: Extracted, name: str) -> SavedArticle:
    title = page.title or name.rpartition(".")[0] or name
    return SavedArticle(incoming_of_page(page, page.url, title=title), NO_ARTICLE if page.is_whole_page else "")
