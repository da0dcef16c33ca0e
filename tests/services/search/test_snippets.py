"""`snippet`: the place that a search found, in one line."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.domain.search.parser import parse
from newstui.services.search.snippets import LONGEST, snippet
from tests.queries import QUERIES

BODY = (
    """# Heading

The first paragraph is about *nothing* at all. Then Łódź and the Café come in.

- An item on [rivers](https://example.org/flood) and **flood plains**.

"""
    + " ".join(f"filler{number}" for number in range(200))
    + " the needle stands here "
    + "more " * 100
)


def found(query: str, body: str = BODY) -> str:
    return snippet(body, parse(query, datetime(2024, 5, 1)))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("nothing", "The first paragraph is about nothing at all."),
        ("NOTHING -cafe", "The first paragraph is about nothing at all."),
        ("cafe", "Then Łódź and the Café come in."),
        ("Lódź", "Heading"),
        ("come*", "Then Łódź and the Café come in."),
        ("com*", "Then Łódź and the Café come in."),
        ('"flood plains"', "An item on rivers and flood plains."),
        ("flood", "An item on rivers and flood plains."),
        ("absent OR (item nothing)", "The first paragraph is about nothing at all."),
        ("title:heading", "Heading"),
        ("is:unread", "Heading"),
        ("com", "Heading"),
        ("-nothing", "Heading"),
    ],
)
def test_the_sentence_of_the_first_match_is_shown(query: str, expected: str) -> None:
    assert found(query) == expected


def test_a_long_line_is_cut_at_words_around_the_match() -> None:
    text = found("needle")
    assert text.startswith("… filler")
    assert "the needle stands here more" in text
    assert text.endswith("more …")
    assert len(text) <= LONGEST + 4


def test_ideographs_need_no_spaces() -> None:
    assert found("日本", "あいう。東京は日本の首都です。次の文。") == "東京は日本の首都です。"


def test_a_word_that_stands_in_an_address_alone_is_no_match() -> None:
    assert found("flood", "Start.\n\n[here](https://example.org/flood)") == "Start."


def test_a_text_without_words_has_no_snippet() -> None:
    assert found("x", "") == ""
    assert found("x", "\n \n***\n") in ("", "***")


def test_one_long_word_is_cut_somewhere() -> None:
    assert len(found("x*", "x" * 1000)) <= LONGEST + 4
    assert found("needle", "y" * 500 + "-needle-" + "z" * 500)


@settings(max_examples=300, deadline=None)
@given(QUERIES, st.text(max_size=400))
def test_any_query_on_any_text_gives_one_short_line(query: str, body: str) -> None:
    from newstui.domain.search.parser import QueryError

    try:
        tree = parse(query, datetime(2024, 5, 1))
    except QueryError:
        return
    text = snippet(body, tree)
    assert "\n" not in text
    assert len(text) <= LONGEST + 4
