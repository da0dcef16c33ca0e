"""Answers of Miniflux' own API. Layouts: https://miniflux.app/docs/api.html and its source of 2026-08."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from newstui.domain.accounts.account import RemoteArticle, RemoteFeed
from newstui.domain.articles.tags import unique_tags
from newstui.domain.urls import web_url
from newstui.formats.accounts.shape import ShapeError, as_id, as_list, as_object, list_of, object_of, text_in

if TYPE_CHECKING:
    from collections.abc import Iterator


def user_of(raw: bytes) -> str:
    """Returns the name of the user whose key this is."""
    user = object_of(raw)
    as_id(user.get("id"))
    return text_in(user, "username")


def feeds_of(raw: bytes) -> list[RemoteFeed]:
    """Returns the subscriptions."""
    feeds = []
    for row in map(as_object, list_of(raw)):
        url, category = web_url(text_in(row, "feed_url")), row.get("category")
        folder = text_in(category, "title") if isinstance(category, dict) else ""
        if url:
            title, site = text_in(row, "title"), web_url(text_in(row, "site_url")) or ""
            feeds.append(RemoteFeed(as_id(row.get("id")), url, title, site, folder))
    return feeds


def categories_of(raw: bytes) -> dict[str, int]:
    """Returns name → number of each category: the folders of feeds."""
    return {text_in(row, "title"): _number(row.get("id")) for row in map(as_object, list_of(raw))}


def category_of(raw: bytes) -> int:
    """Returns the number of a category."""
    return _number(object_of(raw).get("id"))


def new_feed_of(raw: bytes) -> int:
    """Returns the number of a new subscription."""
    return _number(object_of(raw).get("feed_id"))


def total_of(raw: bytes) -> int:
    """Returns the number of all entries that match, of which an answer holds some."""
    total = object_of(raw).get("total")
    if type(total) is not int or total < 0:
        raise ShapeError
    return total


def ids_of(raw: bytes) -> list[str]:
    """Returns the ids of a list."""
    return [as_id(each) for each in as_list(object_of(raw).get("entry_ids"))]


def states_of(raw: bytes) -> Iterator[tuple[str, bool, bool]]:
    """Yields (id, is unread, is starred) of each entry. Those that the reader removed there are left out."""
    for row in map(as_object, as_list(object_of(raw).get("entries"))):
        status = text_in(row, "status")
        if status != "removed":
            yield as_id(row.get("id")), status == "unread", row.get("starred") is True


def articles_of(raw: bytes) -> list[RemoteArticle]:
    """Returns the entries with their texts."""
    return [_article(as_object(row)) for row in as_list(object_of(raw).get("entries"))]


def is_starred(raw: bytes) -> bool:
    """Returns True where an entry has a star."""
    return object_of(raw).get("starred") is True


def article_of(raw: bytes) -> RemoteArticle:
    """Returns one entry with its text."""
    return _article(object_of(raw))


def _article(row: dict[str, Any]) -> RemoteArticle:
    html, tags, name = row.get("content"), row.get("tags"), text_in(row, "hash")
    id_ = as_id(row.get("id"))
    return RemoteArticle(
        id=id_,
        feed=as_id(row.get("feed_id")),
        guid=name or id_,
        title=text_in(row, "title"),
        url=web_url(text_in(row, "url")) or "",
        html=html if isinstance(html, str) else "",
        author=text_in(row, "author"),
        published=_seconds(text_in(row, "published_at")),
        tags=unique_tags(each for each in tags if isinstance(each, str)) if isinstance(tags, list) else (),
    )


def _seconds(moment: str) -> int:
    try:
        return max(0, int(datetime.fromisoformat(moment).timestamp()))
    except (ValueError, OverflowError):
        return 0


def _number(value: object) -> int:
    if type(value) is not int:
        raise ShapeError
    return value
