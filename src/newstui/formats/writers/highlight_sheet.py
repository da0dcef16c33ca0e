"""A sheet of highlights: one Markdown file of what a reader highlighted and noted, each with its source and link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.text.clean import clean, one_line
from newstui.formats.exports.fields import paragraphs, quotation

if TYPE_CHECKING:
    from newstui.domain.marks.marked_article import MarkedArticle

_MEANS_SOMETHING = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#"})
"""Characters of a title that Markdown would take for markup."""


def sheet_start(heading: str) -> str:
    """Returns the heading of a sheet."""
    return f"# {_plain(heading)}\n"


def sheet_part(marked: MarkedArticle) -> str:
    """Returns the part of one article: its title, where it is from, the note about it and the highlights."""
    article = marked.article
    title = _plain(article.title)
    head = f"## [{title}](<{article.url}>)" if article.url else f"## {title}"
    origin = (article.author, article.source, f"{article.published:%Y-%m-%d}")
    quotes = (paragraphs(quotation(each.quote), clean(each.note)) for each in marked.mark.highlights)
    about = " · ".join(_plain(each) for each in origin if each)
    return f"\n{paragraphs(head, about, clean(marked.mark.note), *quotes)}\n"


def _plain(text: str) -> str:
    return one_line(text).translate(_MEANS_SOMETHING)
