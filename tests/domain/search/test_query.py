"""Questions about the tree of a query."""

from __future__ import annotations

from datetime import UTC, datetime

from newstui.domain.search.parser import parse
from newstui.domain.search.query import Node, of_feeds, states

NOW = datetime(2024, 5, 15, 12, 30, tzinfo=UTC)


def _tree(query: str) -> Node:
    return parse(query, NOW)


def test_the_states_of_a_query_are_found_wherever_they_stand() -> None:
    assert states(_tree("a (is:read OR -is:discarded) tag:x")) == {"read", "discarded"}


def test_the_address_of_a_feed_is_replaced_wherever_it_stands() -> None:
    moved = of_feeds(
        _tree("a (feed:https://E.org/New OR -feed:https://e.org/new) feed:other source:x"), {"https://e.org/new": "old"}
    )
    assert moved == _tree("a (feed:old OR -feed:old) feed:other source:x")
