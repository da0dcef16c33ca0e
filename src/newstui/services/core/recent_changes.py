"""The last changes of this session, with what was there before: by them what was counted once follows each mark."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from newstui.domain.marks.change import Change, Stamp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.marks.fields import Value

_MOST = 200
"""Articles of changes that are kept."""
_AFTER_ALL = Stamp(2**62, "", 0)


class RecentChanges:
    """A short memory of changes. Each has a number, counted from 1."""

    def __init__(self) -> None:
        self.number = 0
        """The number of the last change."""
        self._changes: deque[Change] = deque()
        self._articles = 0

    def add(self, change: Change) -> None:
        if change.act == "carry":  # made beside the reader: it may lose against what is there, and does not know it
            self.forget()
            return
        self.number += 1
        self._changes.append(change)
        self._articles += len(change.articles)
        while self._articles > _MOST:
            self._articles -= len(self._changes.popleft().articles)

    def forget(self) -> None:
        """Drops all: of something that changed it is not known what was there before."""
        self.number += 1
        self._changes.clear()
        self._articles = 0

    def values_after(self, number: int) -> list[Change] | None:
        """Returns changes that set everything that was changed later to what it was then; None where that is unknown.

        Their stamps are later than all others.
        """
        later = self.number - number
        if later > len(self._changes):
            return None
        values: dict[str, dict[str, Value]] = {}
        for change in list(self._changes)[len(self._changes) - later :]:
            for article, was, _ in change.each():
                values.setdefault(change.field, {}).setdefault(article, was)
        return [_setting(field, of_articles) for field, of_articles in values.items()]


def _setting(field: str, values: dict[str, Value]) -> Change:
    to: Sequence[Value] = list(values.values())
    return Change(_AFTER_ALL, field, tuple(values), (None,), tuple(to))
