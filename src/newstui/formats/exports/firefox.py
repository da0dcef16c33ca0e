"""Firefox: its bookmarks in JSON. The folders that a reader made become tags; Firefox's own do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from newstui.domain.feed import Feed
from newstui.domain.urls import web_url
from newstui.formats.exports.fields import export, line, moment, names, page, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Row, Taken


def is_json(value: object) -> TypeGuard[Row]:
    return isinstance(value, dict) and "children" in value and line(value.get("type")).startswith("text/x-moz")


def of_json(value: Row) -> Export:
    tags: dict[str, list[str]] = {}
    found: list[tuple[Row, list[str]]] = []
    for node, folders, is_tag in _nodes(value):
        if is_tag:
            tags.setdefault(text(node.get("uri")), []).extend(folders)
        else:
            found.append((node, folders))
    taken: list[Taken] = []
    feeds: list[Feed] = []
    for node, folders in found:
        notes = _annotations(node)
        feed = web_url(notes.get("livemark/feedURI", ""))
        if feed:
            feeds.append(Feed(feed, title=line(node.get("title")), site=web_url(notes.get("livemark/siteURI", ""))))
            continue
        uri = text(node.get("uri"))
        taken.append(
            page(
                uri,
                node.get("title"),
                saved=moment(node.get("dateAdded")),
                summary=line(notes.get("bookmarkProperties/description")) or None,
                tagged=names([*text(node.get("tags")).split(","), *tags.get(uri, ()), *folders]),
            )
        )
    return export("Firefox bookmarks", taken, feeds=tuple(feeds))


def _nodes(root: Row) -> Iterator[tuple[Row, list[str], bool]]:
    """Each bookmark with the folders it is in, and whether it only says which tag its address has."""
    stack: list[tuple[object, list[str], bool]] = [(root, [], False)]
    while stack:
        node, folders, in_tags = stack.pop()
        if not isinstance(node, dict):
            continue
        children = node.get("children")
        if "uri" in node or "livemark/feedURI" in _annotations(node):
            yield node, folders, in_tags
        elif isinstance(children, list):
            is_tags = in_tags or node.get("root") == "tagsFolder"
            is_own = "root" not in node and not line(node.get("guid")).endswith("____")
            inside = [*folders, line(node.get("title"))] if is_own else folders
            stack.extend((child, inside, is_tags) for child in reversed(children))


def _annotations(node: Row) -> dict[str, str]:
    annotations = node.get("annos")
    said = annotations if isinstance(annotations, list) else []
    return {text(each.get("name")): text(each.get("value")) for each in said if isinstance(each, dict)}
