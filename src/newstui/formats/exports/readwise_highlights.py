"""Readwise: a table of highlights. Those of one book or article make one article: the table has no texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Refused
from newstui.domain.text.clean import one_line
from newstui.formats.exports.csv_table import rows_of
from newstui.formats.exports.fields import (
    annotated,
    article_at,
    export,
    line,
    moment,
    paragraphs,
    quotation,
    tags_in,
    tags_of,
    text,
    text_article,
)
from newstui.formats.exports.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.csv_table import Table
    from newstui.formats.exports.fields import Parsed, Row

_NAME = "Readwise highlights CSV"
_SERVICE = "https://readwise.io/"
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
        title = line(row.get("book title")) or line(row.get("title"))
        author = line(row.get("book author")) or line(row.get("author"))
        works.setdefault((title, author, line(row.get("url"))), []).append(row)
    for (title, author, url), highlights in works.items():
        yield _article(title, author, url, highlights)


def _article(title: str, author: str, url: str, highlights: list[Row]) -> Parsed:
    written = paragraphs(*map(_highlight, highlights))
    known = {
        "author": author or None,
        "source": None if url else "Readwise",
        "saved": min(filter(None, (moment(row.get("highlighted at")) for row in highlights)), default=None),
        "tagged": tags_of([tag for row in highlights for tag in tags_in(row.get("document tags"))]),
    }
    if url:
        return article_at(url, title, **annotated(written), **known)
    return text_article(_SERVICE, one_line(f"{title} – {author}"), title, body=written, **known)


def _highlight(row: Row) -> str:
    place = line(row.get("location type")).lower()
    where = f"{place.capitalize()} {line(row.get('location'))}" if place in _PLACES and row.get("location") else ""
    tags = " ".join(f"#{tag.replace(' ', '-')}" for tag in tags_in(row.get("tags")))
    return paragraphs(
        quotation(row.get("highlight")), text(row.get("note")).strip(), " ".join(filter(None, (where, tags)))
    )


KIND = Kind(_NAME, "table", accepts, read)
