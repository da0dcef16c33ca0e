"""The articles that fit into some minutes: they fill the time with what is most worth it, each story once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.text.clean import minutes_to_read

if TYPE_CHECKING:
    from collections.abc import Iterable

_BEGUN, _BOOKMARKED, _READ_SOURCE, _NEW = 2.0, 2.0, 2.0, 1.0
"""The worth of a minute, over one of any unread article."""
_HALF_AS_NEW_DAYS = 3
_MOST = 400
"""Articles among which is chosen, the worthiest."""
_BEGUN_FROM, _REST_WORDS = 0.02, 400
"""An article is begun from that share on, until what is left may be all on the screen already."""

Chosen = tuple[int, "Chosen"] | None
"""Indices of articles, the last one first."""


class Waiting(NamedTuple):
    """An article that may be read in the time."""

    row: int
    words: int
    position: float
    """The share of it that was read, 0 to 1."""
    is_read: bool
    is_bookmarked: bool
    days: float
    """Its age."""
    story: int
    """Equal for all articles of one story."""
    read_share: float
    """The share of its source's articles that get read."""

    @property
    def is_begun(self) -> bool:
        return self.position >= _BEGUN_FROM and self.words * (1 - self.position) > _REST_WORDS

    @property
    def worth(self) -> float:
        """The worth of a minute with it."""
        new: float = _NEW * 0.5 ** (max(0.0, self.days) / _HALF_AS_NEW_DAYS)
        return 1 + _BEGUN * self.is_begun + _BOOKMARKED * self.is_bookmarked + _READ_SOURCE * self.read_share + new


def minutes_left(words: int, position: float, pace: int) -> int:
    """Returns the whole minutes that the rest of an article takes, at least 1."""
    return minutes_to_read(round(words * (1 - position)), pace)


def fitting(waiting: Iterable[Waiting], minutes: int, pace: int) -> list[int]:
    """Returns the rows of articles that together take at most so many minutes: those whose minutes are worth most.

    Read articles are left out, unless they are begun.
    """
    best: dict[int, Waiting] = {}
    for each in waiting:
        if each.is_read and not each.is_begun:
            continue
        if each.story not in best or each.worth > best[each.story].worth:
            best[each.story] = each
    items = sorted(best.values(), key=lambda each: (-each.worth, each.days, each.row))[:_MOST]
    lengths = [minutes_left(each.words, each.position, pace) for each in items]
    # For each number of minutes the greatest worth that takes so many at most, and what that is.
    worth = [0.0] * (minutes + 1)
    chosen: list[Chosen] = [None] * (minutes + 1)
    for index, length in enumerate(lengths):
        gain = length * items[index].worth
        for end in range(minutes, length - 1, -1):
            if worth[end - length] + gain > worth[end]:
                worth[end] = worth[end - length] + gain
                chosen[end] = (index, chosen[end - length])
    rows: list[int] = []
    last = chosen[minutes]
    while last is not None:
        index, last = last
        rows.append(items[index].row)
    return rows
