"""The reader's pace, by which minutes are counted: known from one start to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.text.clean import WORDS_PER_MINUTE

if TYPE_CHECKING:
    from pathlib import Path


class Pace:
    """The words a minute of one reader. It stays as it is while newstui runs: no number changes on the screen."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.words_per_minute = WORDS_PER_MINUTE
        if path.exists():  # not before the first articles are read
            from newstui.domain.reading.pace import pace_of
            from newstui.store.pace_file import read_paces

            self.words_per_minute = pace_of(read_paces(path))

    def learn(self, words_per_minute: float) -> None:
        """Keeps the pace of an article that was read. Raises StorageError."""
        from newstui.domain.reading.pace import MOST_KEPT
        from newstui.store.pace_file import read_paces, write_paces

        write_paces(self._path, [*read_paces(self._path), words_per_minute][-MOST_KEPT:])
