"""The pattern finds in a text what the index found in it: whole words, without case and accents."""

from __future__ import annotations

from datetime import datetime

import pytest

from newstui.domain.search.highlight import folded_in_place, has_words_denied, pattern_of
from newstui.domain.search.parser import parse

NOW = datetime(2026, 1, 1)


def highlighted(query: str, text: str, *, has_title: bool = False) -> list[str]:
    pattern = pattern_of(parse(query, NOW), has_title=has_title)
    return [] if pattern is None else [text[slice(*hit.span())] for hit in pattern.finditer(folded_in_place(text))]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("ferry", "The Ferry, a ferryman", ["Ferry"]),
        ("ferr*", "The Ferry, a ferryman", ["Ferr", "ferr"]),
        ("ecole", "L’École est école", ["École", "école"]),
        ('"new york"', "New\nYork, new, York", ["New\nYork", "new, York"]),
        ('new OR "new york"', "New York, new", ["New York", "new"]),
        ("ferry -boat source:boat is:unread", "ferry boat", ["ferry"]),
        ("東京", "東\n京は東京", ["東\n京", "東京"]),
        ("source:boat", "boat", []),
    ],
)
def test_the_words_of_a_query_are_highlighted(query: str, text: str, expected: list[str]) -> None:
    assert highlighted(query, text) == expected


def test_words_of_the_title_count_where_there_is_one() -> None:
    assert highlighted("title:ferry", "ferry") == []
    assert highlighted("title:ferry", "ferry", has_title=True) == ["ferry"]


def test_words_that_must_not_be_there_are_known() -> None:
    denied = ["-a", "b (c OR -d)", "NOT (x source:y)", "-title:x"]
    assert [has_words_denied(parse(query, NOW)) for query in denied] == [True, True, True, True]
    assert not has_words_denied(parse("a -source:b -is:read", NOW))
