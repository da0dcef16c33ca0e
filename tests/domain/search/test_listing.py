"""The days of a list are those of the reader's own zone."""

from __future__ import annotations

import os
import time
from array import array
from datetime import UTC, datetime
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.search.listing import Listing, by_day

SPRING = int(datetime(2024, 3, 29, tzinfo=UTC).timestamp())
AUTUMN = int(datetime(2024, 10, 25, tzinfo=UTC).timestamp())
WEEK = 7 * 86_400
ZONES = (
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Chatham",
    "America/Asuncion",
    "Asia/Beirut",
)
TIMES = st.one_of(
    st.integers(SPRING, SPRING + WEEK), st.integers(AUTUMN, AUTUMN + WEEK), st.integers(-(10**10), 2 * 10**11)
)


def _naively(published: list[int]) -> list[tuple[int, int]]:
    """(index, day) where each day begins."""
    days = [(index, datetime.fromtimestamp(at).date().toordinal()) for index, at in enumerate(published)]
    return [next(group) for _, group in groupby(days, key=lambda each: each[1])]


@given(st.lists(TIMES, max_size=40), st.sampled_from(ZONES), st.booleans())
def test_days_are_as_if_each_headline_was_looked_at(times: list[int], zone: str, falls: bool) -> None:
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        published = sorted(times, reverse=falls)
        listing = by_day(array("q", range(len(times))), array("q", published))
        assert list(zip(listing.starts, listing.days, strict=True)) == _naively(published)
    finally:
        os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
        time.tzset()


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("start", [SPRING, AUTUMN])
def test_every_hour_of_a_week_when_clocks_change(zone: str, start: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    rising = list(range(start, start + WEEK, 1800))
    for published in (rising, rising[::-1]):
        listing = by_day(array("q", range(len(published))), array("q", published))
        assert list(zip(listing.starts, listing.days, strict=True)) == _naively(published)
    monkeypatch.undo()
    time.tzset()


def test_the_day_of_each_headline_is_known() -> None:
    listing = by_day(array("q", [7, 8, 9]), array("q", [10**9, 10**9 - 5, 10**9 - 200_000]))
    assert len(listing) == 3
    assert [listing.day_of(index) for index in range(3)] == [0, 0, 1]


def test_a_list_that_is_not_by_date_has_no_days() -> None:
    assert Listing(array("q", [1, 2])).day_of(1) == -1
    assert len(by_day(array("q"), array("q"))) == 0


@given(st.lists(st.integers(0, 5 * 86_400), max_size=30), st.booleans(), st.sets(st.integers(0, 30)))
def test_a_listing_without_some_rows_is_the_listing_of_the_others(
    times: list[int], falls: bool, gone: set[int]
) -> None:
    published = sorted(times, reverse=falls)
    kept = [row for row in range(len(published)) if row not in gone]
    whole = by_day(array("q", range(len(published))), array("q", published))
    assert whole.without(gone) == by_day(array("q", kept), array("q", [published[row] for row in kept]))
    assert Listing(whole.rows).without(gone) == Listing(array("q", kept))
