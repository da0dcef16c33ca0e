"""The reader's pace: measured while articles are read from start to end, so that minutes are this reader's minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.text.clean import WORDS_PER_MINUTE

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_KEPT = 40
"""Articles whose pace is remembered, the latest."""
_ENOUGH = 5
"""Articles from which a pace is known; fewer may have been odd ones."""
_SLOWEST, _FASTEST = 80, 700
"""Words a minute: what is slower was left lying, what is faster was leafed through."""
_LEAST_WORDS = 150
_LONGEST_REST = 120.0
"""Seconds without a movement that may have been reading; a screen holds no more."""
_START = 0.02


def pace_of(measured: Sequence[float]) -> int:
    """Returns the words a minute of a reader of whom these were measured, the latest last."""
    kept = measured[-MOST_KEPT:]
    return round(sorted(kept)[len(kept) // 2]) if len(kept) >= _ENOUGH else WORDS_PER_MINUTE


class ReadingClock:
    """Measures the pace of one article at a time. Times are seconds of any clock that only goes on."""

    def __init__(self) -> None:
        self._words = 0
        """Words of the article that is measured; 0 for none."""
        self._seconds = self._moved_at = 0.0

    def open(self, words: int, position: float, now: float) -> None:
        """Begins with an article that is opened at a place: one that is gone on with says nothing."""
        self._words = words if position <= _START and words >= _LEAST_WORDS else 0
        self._seconds, self._moved_at = 0.0, now

    def move(self, now: float) -> None:
        """Takes note that the text moved."""
        self._seconds += min(now - self._moved_at, _LONGEST_REST)
        self._moved_at = now

    def leave(self, now: float, *, is_at_end: bool) -> float | None:
        """Ends with the article; returns its words a minute, None where it was not read from start to end."""
        self.move(now)
        words, self._words = self._words, 0
        if not (words and is_at_end and self._seconds > 0):
            return None
        pace = words * 60 / self._seconds
        return pace if _SLOWEST <= pace <= _FASTEST else None
