"""Raindrop: a table of bookmarks in collections, with notes and highlights, and the bookmarks of its API."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.articles.tags import folder_names
from newstui.domain.urls import web_url
from newstui.formats.exports.fields import (
    annotated,
    article_at,
    highlights,
    is_yes,
    line,
    listed,
    moment,
    paragraphs,
    quotation,
    rows,
    tags_of,
    text,
)
from newstui.formats.exports.kind import list_kind, table_kind

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Parsed, Row

_NO_COLLECTION = frozenset(("unsorted", "-1"))
_LABEL = re.compile(r"(?m)^(highlight|note):[ \t]*", re.IGNORECASE)


def _article(row: Row) -> Parsed:
    folder = line(row.get("folder"))
    collections = [] if folder.lower() in _NO_COLLECTION else folder_names(folder)
    return article_at(
        row["url"],
        row.get("title"),
        saved=moment(row.get("created")),
        summary=line(row.get("excerpt")) or None,
        image=web_url(text(row.get("cover"))),
        bookmarked=is_yes(line(row.get("favorite"))) if "favorite" in row else None,
        tagged=tags_of([*text(row.get("tags")).split(","), *collections]),
        **annotated(_highlights(text(row.get("highlights"))), text(row.get("note"))),
    )


def _item(row: Row) -> Parsed:
    """Returns a bookmark of the API, which names its collection by a number alone."""
    marks = [{**each, "quote": each.get("text")} for each in rows(row.get("highlights")) if isinstance(each, dict)]
    return article_at(
        row.get("link"),
        row.get("title"),
        saved=moment(row.get("created")),
        summary=line(row.get("excerpt")) or None,
        image=web_url(text(row.get("cover"))),
        bookmarked=True if is_yes(row.get("important")) else None,
        tagged=tags_of(listed(row.get("tags"))),
        **annotated(highlights(marks, "note"), text(row.get("note"))),
    )


def _highlights(written: str) -> str:
    """Reads highlights: each after a label `Highlight:` or `Note:`, or one on each line without labels."""
    pieces = _LABEL.split(written)
    plain = [quotation(each) for each in pieces[0].split("\n") if each.strip()]
    labelled = zip(pieces[1::2], pieces[2::2], strict=True)
    return paragraphs(
        *plain, *(quotation(words) if label.lower() == "highlight" else words.strip() for label, words in labelled)
    )


JSON = list_kind("Raindrop JSON", _item, "link, excerpt, collection")
CSV = table_kind(
    "Raindrop CSV",
    _article,
    "url, title, created, excerpt",
    "url, title, created, cover",
    "url, title, created, folder",
)
