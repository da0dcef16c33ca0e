"""The days that a text names, in whatever order and language."""

from __future__ import annotations

import pytest

from newstui.domain.stories.days import named_days
from newstui.domain.summaries.extractive.terms import words


def days(text: str) -> set[tuple[int, int]]:
    found = words(text)
    named = named_days(found, [at for at, word in enumerate(found) if not word.isalpha()])
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
        "7 tháng 6",
        "7 июня",
        "7 czerwca",
    ],
)
def test_a_day_is_the_same_however_it_is_written(text: str) -> None:
    assert days(text) == {(7, 6)}


@pytest.mark.parametrize("text", ["7 people", "June 2019", "in June", "7", "32 June", "0 June", "6/45", "٧ of"])
def test_other_numbers_are_no_days(text: str) -> None:
    assert days(text) == set()


def test_each_day_of_a_span_that_has_a_month_is_named() -> None:
    assert days("from 3 to 5 May, and on 1er mai") == {(5, 5), (1, 5)}
