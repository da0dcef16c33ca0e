"""Dates are read however files write them; a text that is not a date is None."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.formats.text.dates import in_range, parse_date, stated_date


@pytest.mark.parametrize(
    "written",
    [
        "2024-05-01T10:00:00Z",
        "2024-05-01 10:00",
        "2024-05-01T12:00:00+02:00",
        "2024-05-01 12:00 +0200",
        "2024-05-01 05:00:00.5 -0500",
        "2024/05/01 10:00",
        "2024/5/1 10:00 UTC",
        "20240501T100000",
        "20240501100000",
        "202405011000",
        "2024-05-01 10.00",
        "Wed, 01 May 2024 10:00:00 GMT",
        "Wed, 01 May 2024 12:00:00 +0200",
        "1714557600",
        "1714557600.25",
        "1714557600000",
    ],
)
def test_a_date_is_read_however_it_is_written(written: str) -> None:
    found = parse_date(written)
    assert found is not None
    assert found.replace(microsecond=0) == datetime(2024, 5, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "written", ["2024-05-01", "20240501", "1 May 2024", "May 1, 2024", "1. may 2024", "2024.05.01"]
)
def test_a_day_is_its_midnight_in_utc(written: str) -> None:
    assert parse_date(written) == datetime(2024, 5, 1, tzinfo=UTC)


def test_a_year_is_its_first_day() -> None:
    assert parse_date("1984") == datetime(1984, 1, 1, tzinfo=UTC)


HOSTILE_DATES = [
    "0000-01-01",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59",
    "99999-01-01",
    "99999999999999999999",
    "2024-13-45",
    "2024-02-30 25:61",
    "nan",
    "inf",
    "-1",
    "1e400",
    "12",
    "9" * 99,
    "x" * 1000,
    "32 Foo 2024",
    "May 40, 2024",
    "Thu, 01 Jan 1970 00:00:00 +999999999999",
    "",
    "yesterday",
]


@pytest.mark.parametrize("written", HOSTILE_DATES)
def test_a_hostile_date_is_none(written: str) -> None:
    assert parse_date(written) is None


@pytest.mark.parametrize(
    ("written", "offset"),
    [
        ("2024-05-01T12:00:00+02:00", 120),
        ("2024-05-01 12:00 +0200", 120),
        ("2024/05/01 03:30 -04:30", -270),
        ("Wed, 01 May 2024 06:00:00 -0400", -240),
        ("2024-05-01T10:00:00Z", 0),
        ("2024-05-01 10:00", 0),
        ("1 May 2024", 0),
    ],
)
def test_a_date_keeps_the_offset_it_is_written_with(written: str, offset: int) -> None:
    found = parse_date(written)
    assert found is not None
    assert found.utcoffset() == timedelta(minutes=offset)


@given(st.text())
def test_no_text_raises_and_each_date_exists_in_every_time_zone(text: str) -> None:
    found = parse_date(text)
    assert found is None or (found.tzinfo is UTC and 2 <= found.year <= 9999)


@given(st.datetimes(min_value=datetime(3, 1, 1), max_value=datetime(9998, 1, 1)))
def test_a_date_in_iso_format_is_itself(moment: datetime) -> None:
    assert parse_date(moment.isoformat()) == moment.replace(tzinfo=UTC)


def test_a_moment_that_some_zone_cannot_name_is_out_of_range() -> None:
    assert in_range(datetime(1, 1, 1, tzinfo=UTC)) is None
    assert in_range(datetime(9999, 12, 31, tzinfo=UTC)) is None
    assert in_range(datetime(2024, 5, 1)) == datetime(2024, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "1970-01-01T01:00:00+01:00",
        "0",
        "0001-01-01T00:00:00Z",
        "0101-01-01T00:00:00+00:00",
    ],
)
def test_what_programs_write_for_an_unknown_date_is_none(text: str) -> None:
    assert stated_date(text) is None


def test_any_other_date_counts() -> None:
    assert stated_date("Thu, 01 Jan 1970 00:00:01 GMT") == datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)
    assert stated_date("06.05.2024") == datetime(2024, 5, 6, tzinfo=UTC)
