"""Earlier searches, brought back into the field one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newstui.services.search.history import SearchHistory


class EarlierSearches:
    """Goes back through the history of searches."""

    def __init__(self, history: SearchHistory) -> None:
        self._history = history
        self._at = -1
        """The index of the search in the field; -1 where none was brought back."""

    def next(self) -> str | None:
        """Returns the search before the one that was brought back last; None at the end."""
        if self._at + 1 >= len(self._history.queries):
            return None
        self._at += 1
        return self._history.queries[self._at]

    def typed(self, text: str) -> None:
        """Begins with the latest again, where the field holds something else than what was brought back."""
        if self._at >= 0 and self._history.queries[self._at : self._at + 1] != [text]:
            self._at = -1
