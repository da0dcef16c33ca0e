"""Dates of feeds in all the ways they are written."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.formats.feeds.dates import feed_date


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Fri, 03 May 2024 08:07:06 GMT", "2024-05-03T08:07:06"),
        ("Fri, 03 May 2024 08:07:06 EST", "2024-05-03T13:07:06"),
        ("Fri, 03 May 2024 08:07:06 CEST", "2024-05-03T06:07:06"),
        ("Fri, 03 May 2024 08:07:06 IST", "2024-05-03T02:37:06"),
        ("Fri, 03 May 2024 08:07:06 NST", "2024-05-03T11:37:06"),
        ("Fri, 03 May 2024 08:07:06 +02:00", "2024-05-03T06:07:06"),
        ("Fri, 03 May 2024 08:07:06 +0200 (CEST)", "2024-05-03T06:07:06"),
        ("Fri, 03 May 2024 08:07:06 GMT+2", "2024-05-03T06:07:06"),
        ("Fri, 03 May 2024 08:07:06 UTC-03:30", "2024-05-03T11:37:06"),
        ("Fri, 03 May 24 08:07 GMT", "2024-05-03T08:07:00"),
        ("Fri, 03 May 2024 23:59:60 GMT", "2024-05-03T23:59:59"),
        ("Mon, 03 May 2024 24:00:00 GMT", "2024-05-04T00:00:00"),
        ("Fri May  3 08:07:06 2024", "2024-05-03T08:07:06"),
        ("Fri May 03 08:07:06 PDT 2024", "2024-05-03T15:07:06"),
        ("2024-05-03T08:07:06.123456789Z", "2024-05-03T08:07:06.123456"),
        ("2024-05-03T08:07:06-05:00", "2024-05-03T13:07:06"),
        ("2024-05-03 08:07:06 +0200 CEST", "2024-05-03T06:07:06"),
        ("2024-05", "2024-05-01T00:00:00"),
        ("20240503", "2024-05-03T00:00:00"),
        ("1714723626", "2024-05-03T08:07:06"),
        ("1714723626000", "2024-05-03T08:07:06"),
        ("May 3rd, 2024", "2024-05-03T00:00:00"),
        ("May 3, 2024 8:07 PM EDT", "2024-05-04T00:07:00"),
        ("May 3, 2024 12:07 a.m. PDT", "2024-05-03T07:07:00"),
        ("May 3, 2024 20:07 PM", "2024-05-03T20:07:00"),
        ("Friday, 3 May 2024 at 08:07 UTC+01:00", "2024-05-03T07:07:00"),
        ("13/05/2024 08:07", "2024-05-13T08:07:00"),
        ("03.05.2024 noch 08:07 Uhr", "2024-03-05T08:07:00"),
        ("ven, 03 mag 2024 08:07:06 +0200", "2024-05-03T06:07:06"),
        ("mar., 14 mars 2024 08:07:06 +0100", "2024-03-14T07:07:06"),
        ("3. März 2024, 08:07 Uhr", "2024-03-03T08:07:00"),
        ("3 de mayo de 2024", "2024-05-03T00:00:00"),
        ("1er août 2024", "2024-08-01T00:00:00"),
        ("Пт, 03 мая 2024 08:07:06 +0300", "2024-05-03T05:07:06"),
        ("2024년 5월 3일 오후 8:07", "2024-05-03T20:07:00"),
        ("2024年5月3日 上午 8:07", "2024-05-03T08:07:00"),
    ],
)
def test_a_date_is_read_in_utc(written: str, read: str) -> None:
    assert feed_date(f" {written}\n") == datetime.fromisoformat(read).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    ["", "soon", "Tuesday", "10:00", "2 days ago", "12",
     "May 2024 edition", "Thu, 31 Jun 2024 10:00:00 GMT", "1" * 200,
     "0001-01-01T00:00:00Z", "Sun, 00 Jan 0000 00:00:00 +0000", "3 Foo 2024", "9998-12-31T24:00:00Z", "200405",
     "1MAY0A1+24"],
)  # fmt: skip
def test_a_text_that_names_no_day_is_not_a_date(written: str) -> None:
    assert feed_date(written) is None


PIECES = ["3", "03", "2024", "99999", "May", "mai", "-", "/", ":", " ", ",", "T", "Z", "+", "08:07", "24:00", "PM",
          "GMT+25", "(x)", "e9", ".", "年", "오후", "1e400", "am", "\0"]  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=12).map("".join)))
def test_no_text_crashes_the_reader(written: str) -> None:
    moment = feed_date(written)
    assert moment is None or moment.utcoffset() is not None
