"""The dates of entries."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newstui.formats.feeds.dates import entry_date


@pytest.mark.parametrize(
    "text", ["", "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T01:00:00+01:00", "0", "0001-01-01T00:00:00Z"]
)
def test_what_programs_write_for_an_unknown_date_is_none(text: str) -> None:
    assert entry_date(text) is None


def test_any_other_date_counts() -> None:
    assert entry_date("Thu, 01 Jan 1970 00:00:01 GMT") == datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)
    assert entry_date("06.05.2024") == datetime(2024, 5, 6, tzinfo=UTC)
