"""`feed:` and `folder:` of a query, with the subscriptions at hand: they become the addresses that articles carry."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.search.query import Field, FromFeeds, Node, Or, replaced
from newstui.domain.text.fold import folded

if TYPE_CHECKING:
    from collections.abc import Sequence


class NamedFeed(NamedTuple):
    """A subscription, by everything that a query may call it."""

    first_address: str
    """The address that its articles carry."""
    address: str
    """Its address of today."""
    title: str
    folder: str
    """Names with `/` between them; empty for none."""


def with_feeds(node: Node, feeds: Sequence[NamedFeed]) -> Node:
    """Returns the query with FromFeeds for each `feed:` and `folder:`.

    `feed:` still asks the articles too: those of a feed that the reader no longer subscribes to carry its address.
    """

    def from_feeds(term: Node) -> Node:
        match term:
            case Field("feed"):
                return Or((FromFeeds(tuple(feed.first_address for feed in feeds if _is_named(feed, term))), term))
            case Field("folder"):
                return FromFeeds(tuple(feed.first_address for feed in feeds if _is_in(feed.folder, term)))
            case _:
                return term

    return replaced(node, from_feeds)


def _is_named(feed: NamedFeed, field: Field) -> bool:
    return any(_matches(name, field) for name in (feed.first_address, feed.address, feed.title))


def _is_in(folder: str, field: Field) -> bool:
    """Returns True for a folder that is meant, and for those within it."""
    if not folder:
        return False
    if not field.exact:
        return _matches(folder, field)
    return f"{folded(folder)}/".startswith(f"{folded(field.text)}/")


def _matches(name: str, field: Field) -> bool:
    name, wanted = folded(name), folded(field.text)
    if field.exact:
        return name == wanted
    return name.startswith(wanted) if field.prefix else wanted in name
