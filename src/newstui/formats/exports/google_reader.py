"""Google Reader's JSON, as Takeout wrote it and Inoreader, FreshRSS, The Old Reader and BazQux write it today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Refused
from newstui.domain.urls import web_url
from newstui.formats.exports.fields import (
    annotated,
    article_at,
    enclosures_of,
    export,
    line,
    listed,
    markdown,
    moment,
    paragraphs,
    quotation,
    rows,
    tags_of,
    text,
    text_article,
)
from newstui.formats.exports.kind import Kind

if TYPE_CHECKING:
    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed, Row

_NAME = "Google Reader JSON"
_LABEL, _STATE = "/label/", "/state/"
_SERVICE = "https://www.google.com/reader/"


def accepts(value: Row) -> bool:
    """Returns True for a stream of items; one without items says by its id which stream it is."""
    items = value.get("items")
    if not isinstance(items, list):
        return False
    first = next((each for each in items if isinstance(each, dict)), None)
    if first is None:
        return not items and line(value.get("id")).startswith(("user/", "feed/"))
    has_link = isinstance(first.get("alternate"), list) or isinstance(first.get("canonical"), list)
    return has_link and ("origin" in first or "categories" in first or "crawlTimeMsec" in first)


def read(value: Row) -> Export:
    is_starred = line(value.get("id")).endswith("/starred")
    items = rows(value.get("items"))
    return export(_NAME, (each if isinstance(each, Refused) else _article(each, is_starred) for each in items))


def _article(item: Row, is_starred: bool) -> Parsed:
    url = _address(item)
    states, labels, topics = _categories(item)
    origin = _part(item.get("origin"))
    bodies = [markdown(_part(item.get(key)).get("content"), url or None) for key in ("content", "summary")]
    known = {
        "author": line(item.get("author")) or None,
        "source": line(origin.get("title")) or None,
        "published": moment(item.get("published")) or moment(item.get("updated")),
        "saved": moment(item.get("starred")) or moment(item.get("timestampUsec")) or moment(item.get("crawlTimeMsec")),
        "body": max(bodies, key=len),
        "tags": tags_of(topics),
        "enclosures": enclosures_of(item.get("enclosure"), "href", "type", "length"),
        "read": True if "read" in states else False if "unread" in states else None,
        "bookmarked": True if is_starred or "starred" in states else None,
        "tagged": tags_of(labels),
        **annotated(_note(item)),
    }
    if url:
        return article_at(url, item.get("title"), **known)
    return text_article(_feed(origin), line(item.get("guid")) or line(item.get("id")), item.get("title"), **known)


def _feed(origin: Row) -> str:
    stream = line(origin.get("streamId")).partition("/")[2]
    return web_url(line(origin.get("feedUrl"))) or web_url(stream) or web_url(line(origin.get("htmlUrl"))) or _SERVICE


def _address(item: Row) -> str:
    links = [line(each) for key in ("canonical", "alternate") for each in listed(item.get(key), "href")]
    return next(filter(None, links), "")


def _part(value: object) -> Row:
    return value if isinstance(value, dict) else {}


def _categories(item: Row) -> tuple[set[str], list[str], list[str]]:
    """Returns the states, the reader's labels, and the publisher's tags."""
    states: set[str] = set()
    labels: list[str] = []
    topics: list[str] = []
    for each in listed(item.get("categories"), "id"):
        name = line(each)
        if not name.startswith("user/"):
            topics.append(name)
        elif _LABEL in name:
            labels.append(name.partition(_LABEL)[2])
        elif _STATE in name:
            states.add(name.rpartition("/")[2])
    return states, labels, topics


def _note(item: Row) -> str:
    """Returns the highlights of Inoreader and the notes of Google Reader."""
    value = item.get("annotations")
    annotations = [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
    return paragraphs(
        *(
            paragraphs(quotation(each.get("text")), text(each.get("note")) or text(each.get("content")))
            for each in annotations
        )
    )


KIND = Kind(_NAME, "object", accepts, read)
