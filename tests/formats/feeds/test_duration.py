"""Durations are read as feeds write them."""

from __future__ import annotations

import pytest

from newstui.formats.feeds.duration import seconds


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("3723", 3723),
        (" 61.5 ", 61),
        ("62:03", 3723),
        ("1:02:03", 3723),
        ("01:02:03.500", 3723),
        ("PT1H2M3S", 3723),
        ("PT62M3S", 3723),
        ("0", None),
        ("00:00", None),
        ("", None),
        ("P", None),
        ("an hour", None),
        ("9" * 30, None),
        ("1:2:3:4", None),
    ],
)
def test_a_duration_is_read_in_seconds(written: str, read: int | None) -> None:
    assert seconds(written) == read
