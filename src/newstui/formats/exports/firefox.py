"""Firefox: its bookmarks in JSON. Folders become tags, except the standard ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.feed import Feed
from newstui.domain.urls import web_url
from newstui.formats.exports.fields import article_at, export, line, moment, tags_of, text
from newstui.formats.exports.kind import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.articles.incoming import Export
    from newstui.formats.exports.fields import Parsed, Row


def accepts(value: Row) -> bool:
    return "children" in value and line(value.get("type")).startswith("text/x-moz")


def read(value: Row) -> Export:
    tags: dict[str, list[str]] = {}
    bookmarks: list[tuple[Row, list[str]]] = []
    for node, folders, is_tag in _nodes(value):
        if is_tag:
            tags.setdefault(text(node.get("uri")), []).extend(folders)
        else:
            bookmarks.append((node, folders))
    parsed: list[Parsed] = []
    feeds: list[Feed] = []
    for node, folders in bookmarks:
        notes = _annotations(node)
        feed = web_url(notes.get("livemark/feedURI", ""))
        if feed:
            feeds.append(Feed(feed, title=line(node.get("title")), site=web_url(notes.get("livemark/siteURI", ""))))
            continue
        uri = text(node.get("uri"))
        parsed.append(
            article_at(
                uri,
                node.get("title"),
                saved=moment(node.get("dateAdded")),
                summary=line(notes.get("bookmarkProperties/description")) or None,
                tagged=tags_of([*text(node.get("tags")).split(","), *tags.get(uri, ()), *folders]),
            )
        )
    return export("Firefox bookmarks", parsed, feeds=tuple(feeds))


def _nodes(root: Row) -> Iterator[tuple[Row, list[str], bool]]:
    """Yields (bookmark, its folders, whether it only gives its address the tag that its folder is named after)."""
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
    listing = annotations if isinstance(annotations, list) else []
    return {text(each.get("name")): text(each.get("value")) for each in listing if isinstance(each, dict)}


KIND = Kind("Firefox bookmarks", "object", accepts, read)
