"""The parser reads each written query as the tree that it was written from."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newstui.domain.search.parser import QueryError, parse
from newstui.domain.search.printer import written
from newstui.domain.search.query import (
    EVERYTHING,
    MEASURES,
    NAME_FIELDS,
    STATES,
    TEXT_FIELDS,
    And,
    Field,
    Has,
    Is,
    Measure,
    Node,
    Not,
    Or,
    Published,
    Text,
)
from tests.queries import QUERIES

NOW = datetime(2024, 5, 15, 12, 30, tzinfo=timezone(timedelta(hours=2)))

_CLEAN = st.text(
    st.one_of(st.sampled_from("ab\"\\-*:() '"), st.characters(exclude_categories=("Cc", "Cs"))), max_size=12
)
_VALUES = _CLEAN.filter(str.strip)
_WORDS = _CLEAN.map(lambda text: text.rstrip("*")).filter(lambda text: any(map(str.isalnum, text)))
_MOMENTS = st.datetimes(datetime(3, 1, 1), datetime(9997, 1, 1), timezones=st.sampled_from((None, UTC, NOW.tzinfo)))
_COMPARISONS = st.sampled_from(["<", "<=", ">", ">=", "="])
_TERMS: st.SearchStrategy[Node] = st.one_of(
    st.builds(Text, _WORDS, st.booleans()),
    st.sampled_from(["AND", "OR", "NOT", "is:read", "source:x", "Kyiv:", "a*b"]).map(Text),
    st.builds(Field, st.sampled_from([name for name in TEXT_FIELDS if name != "title"]), _VALUES, st.booleans()),
    st.builds(Field, st.sampled_from(NAME_FIELDS), _VALUES, st.just(False), st.just(True)),
    st.builds(Field, st.just("title"), _WORDS, st.booleans()),
    st.builds(Is, st.sampled_from(STATES)),
    st.builds(Measure, st.sampled_from(MEASURES), _COMPARISONS, st.integers(0, 10**9 - 1)),
    st.builds(Published, _MOMENTS, st.none()),
    st.builds(Published, st.none(), _MOMENTS),
    st.builds(Published, _MOMENTS, _MOMENTS),
)
NODES: st.SearchStrategy[Node] = st.recursive(
    _TERMS,
    lambda parts: st.one_of(
        parts.map(Not),
        st.lists(parts, min_size=2, max_size=3).map(lambda nodes: And(tuple(nodes))),
        st.lists(parts, min_size=2, max_size=3).map(lambda nodes: Or(tuple(nodes))),
    ),
    max_leaves=6,
)


@settings(max_examples=500)
@given(NODES)
def test_a_written_tree_is_parsed_as_the_same_tree(node: Node) -> None:
    assert parse(written(node), NOW) == node


@settings(max_examples=300)
@given(QUERIES)
@example("on:9999-12-31")
@example("after:2023y")
def test_a_parsed_query_is_written_with_the_same_meaning(query: str) -> None:
    try:
        node = parse(query, NOW)
    except QueryError:
        return
    assert parse(written(node), NOW) == node


@pytest.mark.parametrize(
    ("node", "query"),
    [
        (EVERYTHING, ""),
        (Text("poland"), "poland"),
        (Text("pol", prefix=True), "pol*"),
        (Text("giant villages"), '"giant villages"'),
        (Text("OR"), '"OR"'),
        (Field("source", "Wire"), "source:Wire"),
        (Field("source", "Wire", exact=True), "source:=Wire"),
        (Field("source", "=Wire"), 'source:"=Wire"'),
        (Field("source", "Field Notes"), 'source:"Field Notes"'),
        (Field("source", 'The "Big" Story'), 'source:""The "Big" Story""'),
        (Field("tag", '"odd"'), 'tag:""\\"odd\\"""'),
        (Field("feed", "https://e.org/feed?a=(b)"), 'feed:"https://e.org/feed?a=(b)"'),
        (And((Has("note"), Is("read"))), "has:note is:read"),
        (And((Is("unread"), Not(Or((Text("a"), Text("b")))))), "is:unread -(a OR b)"),
        (Measure("minutes", "<=", 10), "minutes:<=10"),
        (Measure("words", "=", 10), "words:10"),
    ],
)
def test_a_tree_is_written_as_a_person_would_type_it(node: Node, query: str) -> None:
    assert written(node) == query
    assert parse(query, NOW) == node
