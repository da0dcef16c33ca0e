"""Sections: the named queries that a reader chooses from. Each name and each query stands here once."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newstui.domain.feed import SavedSearch

_ANY_TIME = datetime(2000, 1, 1)


class Section(NamedTuple):
    """A query with a name."""

    query: str
    label: str
    """Its name in a list of choices."""
    title: str = ""
    """Its name above the list and in the sidebar; empty: the label, and it is not in the sidebar."""
    note: str = ""
    """Text beside the label in a list of choices."""
    key: str = ""
    """Its key in the menu of `go`; empty where it is not in that menu."""


FRONT_PAGE = Section("", "all articles", "Front page", key="a")
STANDARD = (
    FRONT_PAGE,
    Section("is:unread", "unread", "Unread", key="u"),
    Section("is:bookmarked", "bookmarks", "Bookmarks", key="b"),
    Section("is:started", "continue", "Continue", "started and not left at the start", key="c"),
    Section("fits:10", "what fits in 10 minutes", "Ten minutes", "the most worth it"),
    Section("on:today", "today", "Today"),
    Section("after:7d", "the last seven days", "This week"),
    Section("is:noted OR has:highlight", "notes and highlights", "Notes and highlights", key="n"),
    Section("minutes:<=10", "up to 10 minutes"),
    Section("minutes:<=3", "up to 3 minutes"),
    Section("is:discarded", "discarded", "Discarded"),
)
"""The sections that every library has."""

HIDDEN = Section("is:hidden", "hidden by rules", "Hidden")
"""In the sidebar only where a rule hides something."""
CLOSED_AT_FIRST = ("group Sources", "group Languages")
"""The groups of the sidebar that are closed until the reader opens them."""
KINDS = {"source": "Source", "tag": "Tag", "feed": "Feed", "folder": "Folder", "lang": "Language"}
"""Field of a query → the kind of section that asks for one of its names."""


def field_query(field: str, name: str) -> str:
    """Returns the query for everything of one source, tag or feed, whatever characters the name holds."""
    from newstui.domain.search.printer import written  # the first paint writes no query
    from newstui.domain.search.query import NAME_FIELDS, Field

    return written(Field(field, name, exact=field in NAME_FIELDS))


def search_sections(searches: Iterable[SavedSearch]) -> Iterator[Section]:
    """Gives a section for each saved search."""
    for search in searches:
        yield Section(search.query, search.name, note=search.query)


def counted_sections(field: str, counts: Iterable[tuple[str, int]]) -> Iterator[Section]:
    """Gives a section for each (name, number of articles) of a field, `source` or `tag`."""
    for name, number in counts:
        yield Section(field_query(field, name), f"{field} {name}", note=f"{number:,}")


def name_asked_for(query: str, field: str) -> str | None:
    """Returns the name that a query asks for, if it is of exactly one name of a field of KINDS."""
    if not query.casefold().startswith(f"{field}:"):
        return None
    from newstui.domain.search.parser import QueryError, parse  # the first paint parses nothing
    from newstui.domain.search.query import Field

    try:
        node = parse(query, _ANY_TIME)
    except QueryError:
        return None
    return node.text if isinstance(node, Field) and node.name == field and not node.prefix else None


def title_of(query: str) -> str:
    """Returns the kind and name of a query above the list: `Unread`, `Tag: sea`, or `Search:` and the query itself."""
    for section in (*STANDARD, HIDDEN):
        if section.query == query:
            return section.title or section.label
    for field, kind in KINDS.items():
        if name := name_asked_for(query, field):
            return f"{kind}: {name}"
    if fits := re.fullmatch(r"fits:(\d+)", query):
        return f"Fits in {fits[1]} minutes"
    return f"Search: {query}"
