"""Each letter of a query is answered, and what is wrong in it is told without taking the answers away."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest
from hypothesis import given, settings

from newstui.domain.search.parser import QueryError, parse
from newstui.domain.search.query import EVERYTHING
from newstui.domain.search.typed import as_query, read_typed, shortest_start
from tests.queries import QUERIES

PARSE = partial(parse, now=datetime(2026, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("riv", "riv*"),
        ("low riv", "low riv*"),
        ("river ", "river"),
        ("low OR riv", "low OR riv*"),
        ("-riv", "-riv"),
        ('"low riv', '"low riv"*'),
        ('"low river"', '"low river"'),
        ("low (dam OR riv", "low (dam OR riv*)"),
        ("source:wi", "source:wi"),
        ("tag:se", "tag:se*"),
        ("title:se", "title:se*"),
        ("", ""),
    ],
)
def test_the_last_word_may_go_on_and_what_is_open_is_closed(typed: str, meant: str) -> None:
    node, error = read_typed(typed, PARSE)
    assert (node, error) == (PARSE(meant), None)


@pytest.mark.parametrize(
    ("typed", "meant", "at"),
    [
        ("river source:", "river", 13),
        ("river is:unr", "river", 9),
        ("river sorce:wire low", "river", 6),
        ("river (low is:no", "river low", 14),
        ("river OR", "river", 6),
        ("river -", "river", 6),
        ("is:no", "", 3),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_still_answered(typed: str, meant: str, at: int) -> None:
    node, error = read_typed(typed, PARSE)
    assert (node, error and error.at) == (PARSE(meant), at)


@settings(max_examples=300, deadline=None)
@given(query=QUERIES)
def test_every_text_has_a_meaning_and_a_query_without_mistakes_no_error(query: str) -> None:
    node, error = read_typed(query, PARSE)
    assert node == EVERYTHING or node is not None
    try:
        PARSE(query)
    except QueryError:
        return
    assert error is None


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("riv", "riv*"), ("river ", "river"), ("low (dam OR riv", "low (dam OR riv*)"), ('"low riv', '"low riv"*'),
        ("on:today riv", "on:today riv*"), ("river on:today", "river on:today"), ("river source:", "river"),
        ("-riv", "-riv"), ("riv*", "riv*"), ("", ""),
    ],
)  # fmt: skip
def test_what_was_typed_is_a_query_of_the_same_meaning(typed: str, text: str) -> None:
    assert as_query(typed, PARSE) == text
    assert PARSE(text) == read_typed(typed, PARSE).node


def test_the_shortest_start_of_a_word_is_known() -> None:
    assert [shortest_start(PARSE(query)) for query in ("a*", "low ab*", "low", "港*", "a b* OR c* x")] == [
        1,
        2,
        None,
        None,
        1,
    ]
