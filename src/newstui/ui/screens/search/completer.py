"""The completer of the field: how the last term may go on, and which way Tab chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.search.completion import Completion, completions, last_term

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Completer:
    """Completes a query; Tab pressed again takes the next way."""

    def __init__(self, names: Callable[[str, str], Sequence[str]]) -> None:
        """`names`: gives the names of a field that hold a text."""
        self._names = names
        self._query = ""
        self._given: str | None = None
        """The query that Tab gave last."""
        self._before = ""
        """The query before Tab, without its last term."""
        self.ways: list[Completion] = []
        self.chosen: int | None = None
        """Index of the way that Tab took; None where it took none."""

    def look_at(self, query: str) -> None:
        """Takes note of what is typed."""
        if query == self._given and not query.endswith(":"):
            return
        self._query, self._given, self.chosen = query, None, None
        self.ways = completions(last_term(query), self._names)

    def next(self) -> str | None:
        """Returns the query with its last term completed; None where there is no way to go on."""
        if not self.ways:
            return None
        if self.chosen is None:
            self._before = self._query.removesuffix(last_term(self._query))
        self.chosen = 0 if self.chosen is None else (self.chosen + 1) % len(self.ways)
        self._given = self._before + self.ways[self.chosen].text
        return self._given
