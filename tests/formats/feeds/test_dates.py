"""Dates of digits, in the order of their feed."""

from __future__ import annotations

import pytest

from newstui.formats.feeds.dates import put_days_first
from newstui.formats.text.dates import stated_date


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
    moment = stated_date(str(entries[0]["updated"]))
    assert moment is not None
    assert moment.day == day
