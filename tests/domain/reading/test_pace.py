"""The pace is that of articles read from start to end; what was left lying or leafed through says nothing."""

from __future__ import annotations

from newstui.domain.reading.pace import ReadingClock, pace_of
from newstui.domain.text.clean import WORDS_PER_MINUTE


def read(words: int, *moves: float, position: float = 0.0, is_at_end: bool = True) -> float | None:
    clock = ReadingClock()
    clock.open(words, position, 1000.0)
    for moved_at in moves[:-1]:
        clock.move(1000 + moved_at)
    return clock.leave(1000 + moves[-1], is_at_end=is_at_end)


def test_an_article_that_is_read_from_start_to_end_has_a_pace() -> None:
    assert read(500, 40, 80, 120) == 250
    assert read(500, 120, position=0.4) is None
    assert read(500, 120, is_at_end=False) is None
    assert read(100, 30) is None


def test_a_pause_counts_as_a_screen_at_most_and_odd_paces_not_at_all() -> None:
    assert read(500, 60, 3600) == 500 / 3
    assert read(500, 5) is None
    assert read(200, 120, 240, 360) is None


def test_an_article_counts_once() -> None:
    clock = ReadingClock()
    clock.open(500, 0.0, 0.0)
    assert clock.leave(100.0, is_at_end=True) == 300
    assert clock.leave(200.0, is_at_end=True) is None


def test_a_pace_is_known_from_five_articles_on_and_follows_the_latest() -> None:
    assert pace_of([300.0] * 4) == WORDS_PER_MINUTE
    assert pace_of([300.0, 310.0, 305.0, 90.0, 650.0]) == 305
    assert pace_of([300.0] * 50 + [200.0] * 40) == 200
