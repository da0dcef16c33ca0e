"""Spans of days by their names, as seen from Wednesday 15 May 2024."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.search.spans import NAMED, Span, span_of

TODAY = date(2024, 5, 15)


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        ("today", "2024-05-15", "2024-05-16"),
        ("Yesterday", "2024-05-14", "2024-05-15"),
        ("wednesday", "2024-05-15", "2024-05-16"),
        ("mon", "2024-05-13", "2024-05-14"),
        ("thursday", "2024-05-09", "2024-05-10"),
        ("this-week", "2024-05-13", "2024-05-20"),
        ("last-week", "2024-05-06", "2024-05-13"),
        ("this-month", "2024-05-01", "2024-06-01"),
        ("last-month", "2024-04-01", "2024-05-01"),
        ("this-year", "2024-01-01", "2025-01-01"),
        ("last-year", "2023-01-01", "2024-01-01"),
        ("may", "2024-05-01", "2024-06-01"),
        ("december", "2023-12-01", "2024-01-01"),
        ("sept", "2023-09-01", "2023-10-01"),
        ("2024", "2024-01-01", "2025-01-01"),
        ("2024-02", "2024-02-01", "2024-03-01"),
        ("2024-05-01", "2024-05-01", "2024-05-02"),
        ("9998", "9998-01-01", "9999-01-01"),
    ],
)
def test_a_name_is_a_span_of_whole_days(text: str, first: str, end: str) -> None:
    assert span_of(text, TODAY) == Span(date.fromisoformat(first), date.fromisoformat(end))


@pytest.mark.parametrize("text", ["", "soon", "0000", "2024-13", "2024-02-30", "ma", "last-monday", "week", "20245"])
def test_other_texts_are_no_span(text: str) -> None:
    assert span_of(text, TODAY) is None


@given(st.sampled_from(NAMED), st.dates(date(2, 1, 1), date(9998, 12, 30)))
def test_a_named_span_has_begun_and_is_no_longer_than_a_year(name: str, today: date) -> None:
    span = span_of(name, today)
    assert span is not None
    assert span.first <= today
    assert timedelta(days=1) <= span.end - span.first <= timedelta(days=366)
