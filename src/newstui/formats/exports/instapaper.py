"""Instapaper: a table, and a web page. The folder of an article says whether it was read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newstui.formats.exports.fields import (
    annotated,
    article_at,
    export,
    line,
    listed,
    moment,
    quotation,
    tags_of,
    text,
    text_article,
)
from newstui.formats.exports.headed_links import headed_links
from newstui.formats.exports.kind import Kind, table_kind

if TYPE_CHECKING:
    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed, Row

_READ = {"unread": False, "archive": True}
_STARRED = "starred"
_SERVICE = "https://www.instapaper.com/"


def _article(row: Row) -> Parsed:
    selection = quotation(row.get("selection"))
    if selection and not line(row["url"]):
        tags = tags_of(_tags(text(row.get("tags"))))
        name = f"{line(row.get('timestamp'))} {line(row.get('title'))}"
        saved = moment(row.get("timestamp"))
        return text_article(_SERVICE, name, row.get("title"), body=selection, saved=saved, tagged=tags)
    return _in_folder(
        line(row.get("folder")),
        row["url"],
        row.get("title"),
        saved=moment(row.get("timestamp")),
        tagged=_tags(text(row.get("tags"))),
        **annotated(selection),
    )


def _is_html(html: str) -> bool:
    return "<title>instapaper" in html[:4096].lower()


def _read_html(html: str) -> Export:
    return export(
        "Instapaper HTML",
        (_in_folder(each.heading, each.attributes.get("href"), each.words) for each in headed_links(html)),
    )


def _in_folder(folder: str, url: object, title: object, **known: Any) -> Parsed:
    """Returns an article with what its folder says: a standard one about marks, another one is a tag."""
    name = folder.lower()
    tags = known.pop("tagged", ())
    return article_at(
        url,
        title,
        read=_READ.get(name),
        bookmarked=True if name == _STARRED else None,
        tagged=tags_of([*([] if name in _READ or name == _STARRED else [folder]), *tags]),
        **known,
    )


def _tags(written: str) -> list[object]:
    """Reads a JSON list, or names separated by commas."""
    try:
        return listed(json.loads(written))
    except (ValueError, RecursionError):
        return [*written.split(",")]


CSV = table_kind("Instapaper CSV", _article, "url, selection, folder")
HTML = Kind("Instapaper HTML", "markup", _is_html, _read_html)
