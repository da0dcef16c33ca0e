"""Dates and ages in the words of a newspaper."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from newstui.render.dates import age, day_title, duration, moment, time_or_age
from newstui.render.headline import day_line
from tests.render.texts import NOW


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=30), "0 min ago"), (timedelta(minutes=59), "59 min ago"), (timedelta(hours=5), "5 h ago"),
        (timedelta(hours=13), "yesterday"), (timedelta(days=2), "Tue"), (timedelta(days=7), "30 May"),
        (timedelta(days=400), "3 May 2023"), (-timedelta(days=2), "8 Jun"),
    ],
)  # fmt: skip
def test_an_age_is_in_the_words_of_a_newspaper(ago: timedelta, words: str) -> None:
    assert age(NOW - ago, NOW) == words


def test_the_first_and_last_date_of_the_calendar_have_an_age_and_a_moment() -> None:
    ends = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
    east = NOW.astimezone(tz=datetime.strptime("+0900", "%z").tzinfo)
    west = NOW.astimezone(tz=datetime.strptime("-0900", "%z").tzinfo)
    for now in (east, west, NOW):
        for end in ends:
            assert age(end, now)
            assert time_or_age(end, now)
            assert moment(end, now)


def test_a_day_s_title_is_today_yesterday_or_its_date() -> None:
    today = date(2024, 6, 6)
    assert day_title(today.toordinal(), today) == "TODAY"
    assert day_title(today.toordinal() - 1, today) == "YESTERDAY"
    assert day_title(today.toordinal() - 3, today) == "MONDAY 3 JUNE"
    assert day_title(date(2023, 6, 6).toordinal(), today) == "TUESDAY 6 JUNE 2023"
    assert day_line(today.toordinal(), today, 4).text == " TO…"


def test_a_duration_is_in_hours_and_minutes() -> None:
    assert [duration(minutes) for minutes in (1, 59, 60, 65)] == ["1 min", "59 min", "1 h", "1 h 5 min"]
