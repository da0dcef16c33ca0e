"""Answers of the Google Reader API, as FreshRSS and its relatives give them.

Layouts: recorded exchanges with FreshRSS 1.25, and https://feedhq.readthedocs.io/en/latest/api/.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newstui.domain.accounts.account import RemoteArticle, RemoteFeed
from newstui.domain.articles.tags import unique_tags
from newstui.domain.urls import web_url
from newstui.formats.accounts.shape import ShapeError, as_id, as_list, as_object, object_of, text_in

if TYPE_CHECKING:
    from collections.abc import Iterable

READ = "user/-/state/com.google/read"
STARRED = "user/-/state/com.google/starred"
READING_LIST = "user/-/state/com.google/reading-list"
LABEL = "user/-/label/"
_ITEM = "tag:google.com,2005:reader/item/"
_FULL_WIDTH = str.maketrans("＆＜＞", "&<>")
"""FreshRSS writes these characters of titles in another width, so that nobody takes them for HTML."""


def auth_of(raw: bytes) -> str:
    """Returns the key that a login gives."""
    for line in raw.decode("utf-8", "replace").splitlines():
        name, _, value = line.partition("=")
        if name == "Auth" and value.strip().isprintable() and value.strip():
            return value.strip()
    raise ShapeError


def token_of(raw: bytes) -> str:
    """Returns the token with which changes are sent."""
    token = raw.decode("utf-8", "replace").strip()
    if not token or len(token) > 500 or not token.isascii() or " " in token or "<" in token:
        raise ShapeError
    return token


def subscriptions_of(raw: bytes) -> list[RemoteFeed]:
    """Returns the subscriptions; one whose address is no web address is left out."""
    feeds = []
    for row in map(as_object, as_list(object_of(raw).get("subscriptions"))):
        id_ = as_id(row.get("id"))
        url = web_url(text_in(row, "url")) or web_url(id_.removeprefix("feed/"))
        folders = [_label(as_object(each).get("id")) for each in as_list(row.get("categories", []))]
        folder = next((each for each in folders if each), "")
        if url:
            title, site = text_in(row, "title").translate(_FULL_WIDTH), web_url(text_in(row, "htmlUrl")) or ""
            feeds.append(RemoteFeed(id_, url, title, site, folder))
    return feeds


def labels_of(raw: bytes, folders: Iterable[str]) -> tuple[set[str], set[str]]:
    """Returns (labels, names of folders), which are told apart by their type, else by the feeds that are in them."""
    labels, of_folders = set(), set(folders)
    for row in map(as_object, as_list(object_of(raw).get("tags"))):
        name, kind = _label(row.get("id")), text_in(row, "type")
        if name and kind == "folder":
            of_folders.add(name)
        elif name and (kind == "tag" or name not in of_folders):
            labels.add(name)
    return labels - of_folders, of_folders


def ids_of(raw: bytes) -> tuple[list[str], str]:
    """Returns (ids as decimal numbers, the mark of the next page; empty on the last)."""
    table = object_of(raw)
    ids = [item_id(as_object(row).get("id")) for row in as_list(table.get("itemRefs", []))]
    if "itemRefs" not in table and "continuation" not in table:
        raise ShapeError
    following = table.get("continuation")
    return ids, as_id(following) if following else ""


def item_id(value: object) -> str:
    """Returns an id as a decimal number, whichever of its three forms it has."""
    text = as_id(value)
    try:
        if text.startswith(_ITEM):
            return str(int(text.removeprefix(_ITEM), 16))
        return str(int(text)) if text.lstrip("-").isdecimal() else str(int(text, 16))
    except ValueError as error:
        raise ShapeError from error


def articles_of(raw: bytes) -> list[RemoteArticle]:
    """Returns articles with their texts."""
    return [_article(as_object(row)) for row in as_list(object_of(raw).get("items"))]


def _article(row: dict[str, Any]) -> RemoteArticle:
    id_, published = item_id(row.get("id")), row.get("published")
    links = [*as_list(row.get("canonical", [])), *as_list(row.get("alternate", []))]
    texts = [row[name] for name in ("content", "summary") if isinstance(row.get(name), dict)]
    html = next((text["content"] for text in texts if isinstance(text.get("content"), str)), "")
    categories = [each for each in as_list(row.get("categories", [])) if isinstance(each, str)]
    return RemoteArticle(
        id=id_,
        feed=as_id(as_object(row.get("origin")).get("streamId")),
        guid=f"{_ITEM}{int(id_) & 0xFFFF_FFFF_FFFF_FFFF:016x}",
        title=text_in(row, "title").translate(_FULL_WIDTH),
        url=next((url for each in links if (url := web_url(text_in(as_object(each), "href")))), ""),
        html=html,
        author=text_in(row, "author"),
        published=published if type(published) is int and 0 < published < 2**40 else 0,
        tags=unique_tags(each for each in categories if not each.startswith("user/")),
    )


def _label(value: object) -> str:
    """Returns the label that an id of a stream names; empty for a state."""
    parts = value.split("/", 3) if isinstance(value, str) else ()
    return parts[3] if len(parts) == 4 and parts[0] == "user" and parts[2] == "label" else ""
