"""Answers of the servers of saved pages.

Layouts: wallabag from the source of its API (`EntryRestController`), Readeck from its OpenAPI files, linkding from its
documentation of the API, Karakeep from pages of its documentation and types of its client. No answer of a real server
was at hand.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from newstui.domain.accounts.account import RemoteArticle, SavedPage
from newstui.domain.urls import web_url
from newstui.formats.accounts.shape import ShapeError, as_id, as_list, as_object, list_of, object_of, text_in

if TYPE_CHECKING:
    from collections.abc import Mapping


def token_of(raw: bytes) -> str:
    """Returns the key that wallabag gives for a password."""
    return as_id(object_of(raw).get("access_token"))


def a_user(raw: bytes) -> None:
    """Raises ShapeError where the answer is not an object, as each of them describes a user."""
    object_of(raw)


def wallabag_pages(raw: bytes) -> tuple[list[SavedPage], int]:
    """Returns (the entries, the number of pages of the list)."""
    table = object_of(raw)
    rows = as_list(as_object(table.get("_embedded")).get("items"))
    number = table.get("pages")
    if type(number) is not int:
        raise ShapeError
    return [_wallabag_page(as_object(row)) for row in rows], number


def _wallabag_page(row: dict[str, Any]) -> SavedPage:
    tags = {text_in(tag, "label"): as_id(tag.get("id")) for tag in map(as_object, as_list(row.get("tags", [])))}
    authors = row.get("published_by")
    return _page(
        row, f"entries/{as_id(row.get('id'))}", text_in(row, "domain_name"), tags,
        is_read=_is_on(row, "is_archived"), is_starred=_is_on(row, "is_starred"),
        authors=authors, moments=("published_at", "created_at"),
    )  # fmt: skip


def wallabag_text(raw: bytes) -> str:
    """Returns the HTML of an entry."""
    return _text(object_of(raw).get("content"))


def readeck_pages(raw: bytes) -> tuple[list[SavedPage], int]:
    """Returns (the bookmarks, the number of rows). Those that are still loaded, or are to be deleted, are left out."""
    rows = list(map(as_object, list_of(raw)))
    pages = [
        _page(
            row, f"bookmarks/{as_id(row.get('id'))}", text_in(row, "site_name") or text_in(row, "site"),
            dict.fromkeys(_texts(row.get("labels")), ""),
            is_read=_is_on(row, "is_archived"), is_starred=_is_on(row, "is_marked"),
            authors=row.get("authors"), moments=("published", "created"),
        )
        for row in rows
        if row.get("loaded") is not False and not _is_on(row, "is_deleted")
    ]  # fmt: skip
    return pages, len(rows)


def linkding_pages(raw: bytes) -> tuple[list[SavedPage], bool]:
    """Returns (the bookmarks, True where more follow)."""
    table = object_of(raw)
    pages = [
        _page(
            row, f"bookmarks/{as_id(row.get('id'))}", "", dict.fromkeys(_texts(row.get("tag_names")), ""),
            is_read=not _is_on(row, "unread"), is_starred=False, authors=(), moments=("date_added",),
        )
        for row in map(as_object, as_list(table.get("results")))
    ]  # fmt: skip
    return pages, bool(table.get("next"))


def linkding_tags(raw: bytes) -> list[str]:
    """Returns the tags of one bookmark."""
    return _texts(object_of(raw).get("tag_names"))


def karakeep_pages(raw: bytes) -> tuple[list[SavedPage], str]:
    """Returns (the links and texts, the mark of the next page; empty on the last). Pictures and files are left out."""
    table = object_of(raw)
    pages = []
    for row in map(as_object, as_list(table.get("bookmarks"))):
        content = as_object(row.get("content"))
        if content.get("type") in ("link", "text"):
            merged = {**content, **{name: value for name, value in row.items() if value is not None}}
            tags = {text_in(tag, "name"): "" for tag in map(as_object, as_list(row.get("tags", [])))}
            pages.append(
                _page(
                    merged, f"bookmarks/{as_id(row.get('id'))}", text_in(content, "publisher"), tags,
                    is_read=_is_on(row, "archived"), is_starred=_is_on(row, "favourited"),
                    authors=[content.get("author")], moments=("datePublished", "createdAt"),
                )
            )  # fmt: skip
    following = table.get("nextCursor")
    return pages, as_id(following) if following else ""


def karakeep_text(raw: bytes) -> str:
    """Returns the HTML of a bookmark; a note is plain text, which is escaped."""
    from html import escape

    content = as_object(object_of(raw).get("content"))
    return _text(content.get("htmlContent")) or escape(_text(content.get("text"))).replace("\n\n", "<p>")


def _page(
    row: Mapping[str, Any], id_: str, source: str, tags: Mapping[str, str], *,
    is_read: bool, is_starred: bool, authors: object, moments: tuple[str, ...],
) -> SavedPage:  # fmt: skip
    article = RemoteArticle(
        id=id_,
        feed="",
        guid=id_,
        title=text_in(dict(row), "title"),
        url=web_url(text_in(dict(row), "url")) or "",
        author=", ".join(_texts(authors)),
        published=next((seconds for name in moments if (seconds := _seconds(row.get(name)))), 0),
        source=source,
    )
    return SavedPage(article, is_read, is_starred, {name: number for name, number in tags.items() if name})


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str) and each] if isinstance(value, list | tuple) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _is_on(row: Mapping[str, Any], name: str) -> bool:
    return row.get(name) in (True, 1, "1")


def _seconds(moment: object) -> int:
    try:
        return max(0, int(datetime.fromisoformat(_text(moment)).timestamp()))
    except (ValueError, OverflowError):
        return 0
