"""The overlay: changes that are made but not in the catalogue yet. One rule: any thread may read it at any time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from newstui.domain.marks.fields import HEADLINE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newstui.domain.articles.article import Headline
    from newstui.domain.marks.change import Change, Stamp
    from newstui.domain.marks.fields import Value

Answer = TypeVar("Answer")
Newer = dict[tuple[str, str], tuple["Stamp", "Value"]]
"""(article, field) → when it was changed, and to what."""
_MOST = 1_000


class Overlay:
    """The newest value of each changed field, laid over what the catalogue answers."""

    def __init__(self) -> None:
        self._values: Newer = {}

    @property
    def is_empty(self) -> bool:
        """True when the catalogue alone knows everything."""
        return not self._values

    def add(self, change: Change) -> None:
        """Covers the catalogue's values with those of this change."""
        for article, _, to in change.each():
            self._values[article, change.field] = (change.stamp, to)

    def remove(self, changes: Iterable[Change]) -> None:
        """Drops changes that the catalogue has; a later change of the same field stays."""
        for change in changes:
            for article in change.articles:
                key = (article, change.field)
                newest = self._values.pop(key, None)
                if newest is not None and newest[0] > change.stamp:  # another thread added it meanwhile
                    self._values.setdefault(key, newest)

    def newest(self, field: str) -> dict[str, Value]:
        """Returns article → the newest value of a field, where the catalogue may lack it.

        None of so many that asking for each would take longer than they take to the catalogue.
        """
        values = dict(self._values)
        newest = {article: value for (article, changed), (_, value) in values.items() if changed == field}
        return newest if len(newest) <= _MOST else {}

    def around(self, question: Callable[[], Answer]) -> tuple[Answer, Newer]:
        """Returns the catalogue's answer and every change that it may lack.

        The overlay is read before and after: a change that reaches the catalogue between the two is in one of them.
        """
        before = dict(self._values)
        answer = question()
        return answer, before | self._values


def headlines_with(newer: Newer, headlines: Sequence[Headline]) -> list[Headline]:
    """Returns the headlines as these changes make them."""
    return [_with_changes(headline, newer) for headline in headlines]


def _with_changes(headline: Headline, newer: Newer) -> Headline:
    changed: dict[str, Any] = {}
    for field in HEADLINE_FIELDS:
        if change := newer.get((headline.id, field.name)):
            changed[field.name] = field.default if change[1] is None else change[1]
    return replace(headline, **changed) if changed else headline
