"""The days that a text names, in whatever order and language."""

from __future__ import annotations

import pytest

from newstui.domain.stories.days import days_apart, named_days
from newstui.domain.summaries.extractive.terms import words


def days(text: str) -> set[tuple[int, int]]:
    found = words(text)
    named = named_days(text, found, [at for at, word in enumerate(found) if not word.isalpha()])
    return {(each % 32, each // 32) for each in named}


@pytest.mark.parametrize(
    "text",
    [
        "vendredi 7 juin",
        "June 7th, 2019",
        "7 de junio",
        "7. Juni",
        "ngày 7/6",
        "07-6",
        "7.6.",
        "07. 06.2020",
        "7 tháng 6",
        "7 июня",
        "7 czerwca",
    ],
)
def test_a_day_is_the_same_however_it_is_written(text: str) -> None:
    assert days(text) == {(7, 6)}


@pytest.mark.parametrize(
    "text", ["7 people", "June 2019", "in June", "7", "32 June", "0 June", "6/45", "٧ of", "3-1", "10:01", "1.5 hours"]
)
def test_other_numbers_are_no_days(text: str) -> None:
    assert days(text) == set()


def test_each_day_of_a_span_that_has_a_month_is_named() -> None:
    assert days("from 3 to 5 May, and on 1er mai") == {(5, 5), (1, 5)}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [((7, 6), (9, 6), 2), ((1, 7), (30, 6), 2), ((31, 12), (1, 1), 1), ((4, 9), (23, 12), 112)],
)
def test_days_apart_are_counted_over_months_and_years(one: tuple[int, int], other: tuple[int, int], apart: int) -> None:
    first, second = ([month * 32 + day] for day, month in (one, other))
    assert days_apart(first, second) == days_apart(second, first) == apart


def test_a_text_that_names_no_day_is_no_days_apart() -> None:
    assert days_apart([], [7 * 32]) == 0
