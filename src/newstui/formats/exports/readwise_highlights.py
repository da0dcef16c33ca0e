"""Readwise: a table of highlights, and the export of its API. Those of one book or article make one article.

Neither has the texts of what was read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from newstui.domain.articles.incoming import Refused
from newstui.domain.text.clean import one_line
from newstui.domain.urls import web_url
from newstui.formats.exports.csv_table import rows_of
from newstui.formats.exports.fields import (
    annotated,
    article_at,
    export,
    is_yes,
    line,
    moment,
    paragraphs,
    quotation,
    rows,
    tags_in,
    tags_of,
    text,
    text_article,
)
from newstui.formats.exports.kind import Kind, list_kind
from newstui.formats.text.plain import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.csv_table import Table
    from newstui.formats.exports.fields import Parsed, Row

_NAME = "Readwise highlights CSV"
_SERVICE = "https://readwise.io/"
_DISCARDED = ".discard"
"""A tag that the service itself gives, as all that begin with a dot."""
_PLACES = frozenset(("page", "location"))


def accepts(table: Table) -> bool:
    names = set(table.columns)
    return "highlight" in names and bool(names & {"book title", "location type", "highlighted at"})


def read(table: Table) -> Export:
    return export(_NAME, _articles(table))


def _articles(table: Table) -> Iterator[Parsed]:
    works: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows_of(table):
        if isinstance(row, Refused):
            yield row
            continue
        if _DISCARDED in tags_in(row.get("tags")):
            yield Refused(shortened(line(row.get("highlight")), 60), "you discarded it there")
            continue
        title = line(row.get("book title")) or line(row.get("title"))
        author = line(row.get("book author")) or line(row.get("author"))
        works.setdefault((title, author, line(row.get("url"))), []).append(row)
    for (title, author, url), highlights in works.items():
        yield _article(title, author, url, highlights)


def _work(row: Row) -> Parsed:
    """Returns the article of a book in the API's export, without the highlights that were deleted."""
    highlights = [_row_of(each, row) for each in rows(row.get("highlights")) if _is_kept(each)]
    title = line(row.get("readable_title")) or line(row.get("title"))
    url = web_url(line(row.get("source_url"))) or ""
    if not highlights:
        return Refused(title or "an entry without a title", "it has no highlights")
    return _article(title, line(row.get("author")), url, highlights, text(row.get("document_note")).strip())


def _is_kept(row: Row | Refused) -> TypeGuard[Row]:
    return isinstance(row, dict) and not is_yes(row.get("is_deleted")) and not is_yes(row.get("is_discard"))


def _row_of(highlight: Row, work: Row) -> Row:
    """Returns a highlight under the names of the table's columns."""
    return {
        "highlight": highlight.get("text"),
        "note": highlight.get("note"),
        "tags": highlight.get("tags"),
        "location type": highlight.get("location_type"),
        "location": highlight.get("location"),
        "highlighted at": highlight.get("highlighted_at"),
        "document tags": work.get("book_tags"),
    }


def _article(title: str, author: str, url: str, highlights: list[Row], note: str = "") -> Parsed:
    written = paragraphs(*map(_highlight, highlights))
    known = {
        "author": author or None,
        "source": None if url else "Readwise",
        "saved": min(filter(None, (moment(row.get("highlighted at")) for row in highlights)), default=None),
        "tagged": tags_of([tag for row in highlights for tag in tags_in(row.get("document tags"))]),
    }
    if url:
        return article_at(url, title, **annotated(written, note), **known)
    return text_article(_SERVICE, one_line(f"{title} – {author}"), title, body=written, note=note, **known)


def _highlight(row: Row) -> str:
    place = line(row.get("location type")).lower()
    where = f"{place.capitalize()} {line(row.get('location'))}" if place in _PLACES and row.get("location") else ""
    tags = " ".join(f"#{tag.replace(' ', '-')}" for tag in tags_in(row.get("tags")) if not tag.startswith("."))
    return paragraphs(
        quotation(row.get("highlight")), text(row.get("note")).strip(), " ".join(filter(None, (where, tags)))
    )


KIND = Kind(_NAME, "table", accepts, read)
JSON = list_kind("Readwise highlights JSON", _work, "user_book_id, highlights")
