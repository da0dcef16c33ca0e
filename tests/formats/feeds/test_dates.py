"""The dates of entries."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newstui.formats.feeds.dates import entry_date, put_days_first


@pytest.mark.parametrize(
    "text", ["", "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T01:00:00+01:00", "0", "0001-01-01T00:00:00Z"]
)
def test_what_programs_write_for_an_unknown_date_is_none(text: str) -> None:
    assert entry_date(text) is None


def test_any_other_date_counts() -> None:
    assert entry_date("Thu, 01 Jan 1970 00:00:01 GMT") == datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC)
    assert entry_date("06.05.2024") == datetime(2024, 5, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "lang", "day"),
    [
        (["06/05/2024", "13/05/2024"], None, 6),
        (["06/05/2024 10:00", "2024-05-13"], "de", 6),
        (["6-5-2024", "13.05.2024"], "pt-BR", 6),
        (["06/05/2024", "05/13/2024"], "de", 5),
        (["06/05/2024", "12/05/2024"], "en-US", 5),
    ],
)
def test_a_date_of_digits_is_read_as_the_others_of_its_feed(written: list[str], lang: str | None, day: int) -> None:
    entries: list[dict[str, object]] = [{"updated": text} for text in (*written, None)]
    put_days_first(entries, ("updated",), lang)
    moment = entry_date(str(entries[0]["updated"]))
    assert moment is not None
    assert moment.day == day
