"""A pace is kept for the next start; a file that makes no sense is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.text.clean import WORDS_PER_MINUTE
from newstui.services.core.pace import Pace

if TYPE_CHECKING:
    from pathlib import Path


def test_a_pace_is_there_at_the_next_start_and_not_before(tmp_path: Path) -> None:
    path = tmp_path / "data" / "pace.json"
    pace = Pace(path)
    for _ in range(50):
        pace.learn(312.26)
    assert pace.words_per_minute == WORDS_PER_MINUTE
    assert Pace(path).words_per_minute == 312
    path.write_text('{"odd": 1}')
    assert Pace(path).words_per_minute == WORDS_PER_MINUTE
