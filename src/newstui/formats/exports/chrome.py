"""Chrome and its relatives: their file `Bookmarks`. Folders become tags, except the standard ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.exports.fields import article_at, export, line, since_1970, tags_of
from newstui.formats.exports.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed, Row

_1601_TO_1970 = 11_644_473_600
"""Seconds: Chrome counts from 1601."""


def accepts(value: Row) -> bool:
    return isinstance(value.get("roots"), dict)


def read(value: Row) -> Export:
    return export("Chrome bookmarks", _bookmarks(value["roots"]))


def _bookmarks(roots: Row) -> Iterator[Parsed]:
    stack: list[tuple[object, list[str], bool]] = [(root, [], True) for root in reversed(roots.values())]
    while stack:
        node, folders, is_root = stack.pop()
        if not isinstance(node, dict):
            continue
        children = node.get("children")
        if isinstance(children, list):
            inside = folders if is_root else [*folders, line(node.get("name"))]
            stack.extend((child, inside, False) for child in reversed(children))
        elif "url" in node:
            saved = _moment(line(node.get("date_added")))
            yield article_at(node.get("url"), node.get("name"), saved=saved, tagged=tags_of(folders))


def _moment(microseconds: str) -> datetime | None:
    if not (microseconds.isascii() and microseconds.isdigit() and len(microseconds) < 19 and int(microseconds)):
        return None
    return since_1970(int(microseconds) - _1601_TO_1970 * 1_000_000, 1_000_000)


KIND = Kind("Chrome bookmarks", "object", accepts, read)
