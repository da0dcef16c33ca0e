"""Readwise Reader: a table of documents and their locations, and the documents of its API."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.urls import web_url
from newstui.formats.exports.fields import (
    annotated,
    article_at,
    export,
    is_yes,
    line,
    markdown,
    moment,
    paragraphs,
    quotation,
    rows,
    share_of,
    tags_of,
    text,
    text_article,
)
from newstui.formats.exports.kind import Kind, list_kind, table_kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newstui.domain.articles.incoming import Export, Refused
    from newstui.formats.exports.fields import Parsed, Row

_SERVICE = "https://readwise.io/reader/"
_NOTE = "note"
# Possessive, so that it takes linear time. A quotation that is never closed ends with the text.
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*+)(?:'|\\?\Z)|\"((?:[^\"\\]|\\.)*+)(?:\"|\\?\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)")


def _article(row: Row) -> Parsed:
    return article_at(
        row["url"],
        row.get("title"),
        author=line(row.get("author")) or None,
        saved=moment(row.get("saved date")),
        read=_is_read(row, is_yes(line(row.get("seen")))),
        bookmarked=_is_shortlisted(row),
        position=share_of(row.get("reading progress"), 1),
        tagged=tags_of(_tags(text(row.get("document tags")))),
    )


def _is_read(row: Row, is_seen: bool) -> bool | None:
    """An article from a feed was never saved: it counts as read when it was seen."""
    location = line(row.get("location")).lower()
    return (is_seen if location == "feed" else location == "archive") if location else None


def _is_shortlisted(row: Row) -> bool | None:
    return True if line(row.get("location")).lower() == "shortlist" else None


def _tags(written: str) -> list[str]:
    """Reads a list as Python prints it, or names separated by commas."""
    if written.strip().startswith("["):
        return [_ESCAPE.sub(r"\1", quoted[1] or quoted[2] or "") for quoted in _QUOTED.finditer(written)]
    return written.split(",")


def _read(value: list[object]) -> Export:
    """Reads documents. Highlights and notes are documents too, each with the one that it stands in as its parent."""
    parsed = list(rows(value))
    inside: dict[str, list[Row]] = {}
    for row in parsed:
        if isinstance(row, dict) and row.get("parent_id"):
            inside.setdefault(line(row["parent_id"]), []).append(row)
    known = {line(row.get("id")) for row in parsed if isinstance(row, dict)}
    return export("Readwise Reader JSON", _documents(parsed, inside, known))


def _documents(parsed: Sequence[Refused | Row], inside: dict[str, list[Row]], known: set[str]) -> Iterator[Parsed]:
    for row in parsed:
        if not isinstance(row, dict):
            yield row
        elif not row.get("parent_id") or line(row["parent_id"]) not in known:
            yield _document(row, inside)


def _document(row: Row, inside: dict[str, list[Row]]) -> Parsed:
    name = line(row.get("id"))
    url = web_url(line(row.get("source_url")))
    body = markdown(row.get("html_content"), url)
    tags = row.get("tags")
    known = {
        "author": line(row.get("author")) or None,
        "source": line(row.get("site_name")) or None,
        "published": moment(row.get("published_date")),
        "saved": moment(row.get("saved_at")) or moment(row.get("created_at")),
        "summary": line(row.get("summary")) or None,
        "image": web_url(line(row.get("image_url"))),
        "read": _is_read(row, bool(row.get("first_opened_at"))),
        "bookmarked": _is_shortlisted(row),
        "position": share_of(row.get("reading_progress"), 1),
        "tagged": tags_of(tags if isinstance(tags, list | dict) else ()),
    }
    passages = paragraphs(*(_passage(each, inside) for each in inside.get(name, ())))
    if url:
        return article_at(url, row.get("title"), body=body, **annotated(passages, text(row.get("notes"))), **known)
    body = paragraphs(body or _passage(row, inside), passages)
    return text_article(_SERVICE, name, row.get("title"), body=body, note=text(row.get("notes")).strip(), **known)


def _passage(row: Row, inside: dict[str, list[Row]]) -> str:
    """Returns a highlight with the notes about it."""
    words = text(row.get("content")).strip()
    notes = [text(each.get("content")) for each in inside.get(line(row.get("id")), ())]
    own = text(row.get("notes")).strip()
    return paragraphs(words if line(row.get("category")) == _NOTE else quotation(words), own, *notes)


_TABLE = table_kind("Readwise Reader CSV", _article, "url, document tags", "url, saved date, location")
CSV = _TABLE._replace(accepts=lambda table: "highlight" not in table.columns and _TABLE.accepts(table))
"""Readwise's table of highlights has some of the same columns."""
_LIST = list_kind("Readwise Reader JSON", _article, "id, source_url, location, reading_progress")
JSON = Kind(_LIST.name, "list", _LIST.accepts, _read)
