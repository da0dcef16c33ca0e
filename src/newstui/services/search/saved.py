"""Saved searches: queries with a name. They are acts of the reader: journalled, undone with `undo`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.feed import SavedSearch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.marks.fields import Value
    from newstui.services.core.marks import Marks

_FIELD = "search"


class SavedSearches:
    """The reader's saved searches, changed as marks are."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks

    def all(self) -> list[SavedSearch]:
        """Returns the saved searches by name."""
        queries = sorted(self._marks.values(_FIELD).items())
        return [SavedSearch(name, query) for name, query in queries if isinstance(query, str) and query]

    def add(self, searches: Sequence[SavedSearch], *, is_dry: bool = False) -> int:
        """Saves those whose names are not used yet, as one change, and returns how many they are."""
        known = self._marks.values(_FIELD)
        new: dict[str, Value] = {search.name: search.query for search in searches if not known.get(search.name)}
        if new and not is_dry:
            self._marks.set_each(_FIELD, new)
        return len(new)
