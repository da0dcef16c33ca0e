"""Raindrop: a table of bookmarks in collections, with notes and highlights."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export, Refused
from newstui.domain.urls import web_url
from newstui.formats.exports.csv_table import Table, rows_of
from newstui.formats.exports.fields import export, is_yes, line, moment, names, page, paragraphs, quotation, text

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Row, Taken

_NO_COLLECTION = frozenset(("unsorted", "-1"))
_LABEL = re.compile(r"(?m)^(highlight|note):[ \t]*", re.IGNORECASE)


def is_csv(table: Table) -> bool:
    return {"url", "title", "created"} <= set(table.columns) and not {"tags", "folder"}.isdisjoint(table.columns)


def of_csv(table: Table) -> Export:
    return export("Raindrop CSV", (row if isinstance(row, Refused) else _article(row) for row in rows_of(table)))


def _article(row: Row) -> Taken:
    folder = line(row.get("folder"))
    collections = [] if folder.lower() in _NO_COLLECTION else folder.split("/")
    return page(
        row["url"],
        row.get("title"),
        saved=moment(row.get("created")),
        summary=line(row.get("excerpt")) or None,
        image=web_url(text(row.get("cover"))),
        bookmarked=is_yes(line(row.get("favorite"))) if "favorite" in row else None,
        tagged=names([*text(row.get("tags")).split(","), *collections]),
        note=paragraphs(text(row.get("note")), _highlights(text(row.get("highlights")))),
    )


def _highlights(written: str) -> str:
    """Each labelled `Highlight:` or `Note:`, or without labels one a line."""
    pieces = _LABEL.split(written)
    plain = [quotation(each) for each in pieces[0].split("\n") if each.strip()]
    labelled = zip(pieces[1::2], pieces[2::2], strict=True)
    return paragraphs(
        *plain, *(quotation(said) if label.lower() == "highlight" else said.strip() for label, said in labelled)
    )
