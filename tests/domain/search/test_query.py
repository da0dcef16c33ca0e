"""Questions about the tree of a query."""

from __future__ import annotations

from datetime import UTC, datetime

from newstui.domain.search.parser import parse
from newstui.domain.search.query import Has, Is, Node, Not, Text, states

NOW = datetime(2024, 5, 15, 12, 30, tzinfo=UTC)


def _tree(query: str) -> Node:
    return parse(query, NOW)


def test_the_states_of_a_query_are_found_wherever_they_stand() -> None:
    assert states(_tree("a (is:read OR -is:discarded) tag:x")) == {"read", "discarded"}


def test_nodes_are_equal_by_kind_and_values() -> None:
    assert len({Is("read"), Is("read"), Has("read"), Is("unread"), Not(Is("read")), Not(Is("read"))}) == 4
    assert repr(Not(Text("a", prefix=True))) == "Not(part=Text(text='a', prefix=True))"
