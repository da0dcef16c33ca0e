"""The words of the query language complete themselves, and each is explained."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newstui.domain.search.completion import EXPLAINED, completions, explanation, last_term
from newstui.domain.search.parser import FIELDS, parse

NAMES = {"source": ["Harbour Post", 'The "Big" Story', "Wire"], "tag": ["sea", "sea food"]}


def names(field: str, part: str) -> list[str]:
    return [name for name in NAMES.get(field, []) if part.lower() in name.lower()]


def texts(term: str) -> list[str]:
    return [completion.text for completion in completions(term, names)]


def test_every_field_is_explained() -> None:
    assert EXPLAINED.keys() == set(FIELDS)
    assert all(completion.about for completion in completions("t", names))
    assert explanation("minutes:<1") == EXPLAINED["minutes"]
    assert explanation("Kyiv: fire") == explanation("harbour") == ""


@pytest.mark.parametrize(
    ("query", "term"),
    [
        ("low riv", "riv"), ("(riv", "riv"), ("low -tag:s", "tag:s"), ('source:"Harbour P', 'source:"Harbour P'),
        ('source:"Harbour Post"', ""), ("low ", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_last_term_is_what_is_completed(query: str, term: str) -> None:
    assert last_term(query) == term


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("so", ["source:"]),
        ("SO", ["source:"]),
        ("is:un", ["is:unread"]),
        ("on:last-", ["on:last-week", "on:last-month", "on:last-year"]),
        ("source:harb", ['source:"Harbour Post"']),
        ('source:"harbour p', ['source:"Harbour Post"']),
        ("source:big", ['source:""The "Big" Story""']),
        ("tag:sea", ['tag:"sea food"']),
        ("minutes:<", []),
        ("", []),
        ("river", []),
    ],
)
def test_a_term_becomes_a_word_of_the_language_or_a_name(term: str, expected: list[str]) -> None:
    assert texts(term) == expected
    for text in expected:
        if not text.endswith(":"):
            parse(text, datetime(2026, 1, 1, tzinfo=UTC))
