"""Safari: its file `Bookmarks.plist`, with the reading list. Folders become tags, except the standard ones."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.formats.exports.fields import article_at, export, line, tags_of
from newstui.formats.exports.kind import Kind
from newstui.formats.text.dates import in_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed, Row

_NAME = "Safari bookmarks"
_DEEPEST = 20
"""The most nested folders of a bookmark that become tags."""
_STANDARD = frozenset(("", "BookmarksBar", "BookmarksMenu", "com.apple.ReadingList"))


def accepts(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("Children"), list)


def read(value: Row) -> Export:
    return export(_NAME, _bookmarks(value))


def _bookmarks(root: Row) -> Iterator[Parsed]:
    stack: list[tuple[object, list[str]]] = [(child, []) for child in reversed(root["Children"])]
    seen: set[int] = set()
    while stack:
        node, folders = stack.pop()
        if not isinstance(node, dict) or id(node) in seen:
            continue
        seen.add(id(node))  # a binary list can hold one node many times, and itself
        children = node.get("Children")
        if isinstance(children, list):
            name = line(node.get("Title"))
            inside = folders if name in _STANDARD else [*folders, name][-_DEEPEST:]
            stack.extend((child, inside) for child in reversed(children))
        elif "URLString" in node:
            yield _article(node, folders)


def _article(node: Row, folders: list[str]) -> Parsed:
    reading, fetched = _part(node, "ReadingList"), _part(node, "ReadingListNonSync")
    title = line(_part(node, "URIDictionary").get("title")) or line(fetched.get("Title"))
    return article_at(
        node["URLString"],
        title,
        saved=_moment(reading.get("DateAdded")),
        summary=line(reading.get("PreviewText")) or line(fetched.get("PreviewText")) or None,
        source=line(fetched.get("siteName")) or None,
        read=_moment(reading.get("DateLastViewed")) is not None if reading else None,
        tagged=tags_of(folders),
    )


def _part(node: Row, name: str) -> Row:
    value = node.get(name)
    return value if isinstance(value, dict) else {}


def _moment(value: object) -> datetime | None:
    """Returns a date of a property list, which is in UTC and does not say so."""
    return in_range(value.replace(tzinfo=UTC)) if isinstance(value, datetime) else None


KIND = Kind(_NAME, "plist", accepts, read)
