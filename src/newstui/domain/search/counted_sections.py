"""The sections as they were counted last: a mark changes the numbers of the entries that its article is in alone."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from newstui.domain.search.section_tree import FeedTree, entries, key_of, language_of, query_of
from newstui.domain.search.sections import STANDARD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newstui.domain.search.section_tree import Entry, FeedRow, Kind, Numbers
    from newstui.domain.search.tally import NameTally, Tally

    Place = tuple[Kind, str]
    """An entry: its kind and its id."""
    Moved = dict[tuple[object, ...], Numbers]
    """The key of a tally → the articles that were added to it, and the unread ones."""


class CountedSections:
    """The tree of sections for some tallies. It never changes, so any thread may read it."""

    def __init__(
        self,
        feeds: Sequence[FeedRow],
        tallies: Sequence[Tally],
        tags: Sequence[NameTally],
        numbers: Mapping[str, Numbers],
        searches: Sequence[tuple[str, str]],
    ) -> None:
        """Counts everything. The arguments are those of `section_tree.entries`."""
        self.feeds, self.searches = feeds, searches
        self.entries: Sequence[Entry] = entries(feeds, tallies, tags, numbers, searches)
        self._tallies, self._tags = tallies, tags
        self._tree = FeedTree(feeds)
        self._index: dict[Place, int] = {(entry.kind, entry.id): at for at, entry in enumerate(self.entries)}
        self._totals = _totals(tallies) | _totals(tags)
        self._spelling = _spelling(tallies, tags)

    def after(
        self, tallies: Sequence[Tally], tags: Sequence[NameTally], numbers: Mapping[str, Numbers]
    ) -> CountedSections:
        """Returns the sections for other tallies, counted anew only where a name came, went or is in doubt."""
        moved, moved_tags = _difference(self._tallies, tallies), _difference(self._tags, tags)
        totals = dict(self._totals)
        for key, (total, _) in (*moved.items(), *moved_tags.items()):
            totals[key] = totals.get(key, 0) + total
            if self._totals.get(key, 0) <= 0 or totals[key] <= 0:
                return self._anew(tallies, tags, numbers)
        changes = dict(self._sections(numbers))
        for place, change in (*self._changes(moved), *self._tag_changes(moved_tags)):
            if place is None:
                return self._anew(tallies, tags, numbers)
            was = changes.get(place) or self._numbers(place)
            changes[place] = (was[0] + change[0], was[1] + change[1])
        later = object.__new__(CountedSections)
        later.__dict__ |= self.__dict__
        later._tallies, later._tags, later._totals = tallies, tags, totals
        later.entries = list(self.entries)
        for place, new in changes.items():
            if (at := self._index.get(place)) is not None:
                later.entries[at] = self.entries[at]._replace(numbers=new)
        return later

    def _anew(
        self, tallies: Sequence[Tally], tags: Sequence[NameTally], numbers: Mapping[str, Numbers]
    ) -> CountedSections:
        return CountedSections(self.feeds, tallies, tags, numbers, self.searches)

    def _numbers(self, place: Place) -> Numbers:
        at = self._index.get(place)
        return (at is not None and self.entries[at].numbers) or (0, 0)

    def _sections(self, numbers: Mapping[str, Numbers]) -> Iterator[tuple[Place, Numbers]]:
        """Gives the numbers that no tally has."""
        for section in STANDARD:
            if section.query in numbers and section.query not in self._tree.numbers:
                yield ("section", section.query), numbers[section.query]
        for _, query in self.searches:
            if query in numbers:
                yield ("search", query), numbers[query]

    def _changes(self, moved: Moved) -> Iterator[tuple[Place | None, Numbers]]:
        """Gives (entry, what comes to its numbers); None where an entry may be written otherwise now."""
        for (feeds, source, lang), (total, unread) in moved.items():
            assert isinstance(feeds, tuple)
            assert isinstance(source, str)
            assert isinstance(lang, str)
            yield ("section", "is:unread"), (unread, unread)
            if self._tree.is_shown(feeds):
                yield ("section", ""), (total, unread)
            for id_ in self._tree.entries_of(feeds):
                yield self._place(id_), (total, unread)
            yield self._named("source", key_of(source), source), (total, unread)
            if language := language_of(lang):
                yield self._named("lang", key_of(language), language), (total, unread)

    def _tag_changes(self, moved: Moved) -> Iterator[tuple[Place | None, Numbers]]:
        for (key, name), change in moved.items():
            yield self._named("tag", str(key), str(name)), change

    def _place(self, id_: str) -> Place | None:
        kinds: tuple[Kind, ...] = ("feed", "folder", "group")
        return next(((kind, id_) for kind in kinds if (kind, id_) in self._index), None)

    def _named(self, kind: Kind, key: str, name: str) -> Place | None:
        """Returns the entry of a name; None where it is written in several ways."""
        return (kind, query_of(kind, name)) if self._spelling.get((kind, key)) == name else None


def _difference(before: Iterable[Tally | NameTally], now: Iterable[Tally | NameTally]) -> Moved:
    moved: Moved = {}
    for old, new in zip_longest(before, now):
        if old != new:
            for tally, sign in ((old, -1), (new, 1)):
                if tally is not None:
                    key, was = tally[:-2], moved.get(tally[:-2], (0, 0))
                    moved[key] = (was[0] + sign * tally.total, was[1] + sign * tally.unread)
    return {key: change for key, change in moved.items() if change != (0, 0)}


def _totals(tallies: Iterable[Tally | NameTally]) -> dict[tuple[object, ...], int]:
    totals: dict[tuple[object, ...], int] = {}
    for tally in tallies:
        totals[tally[:-2]] = totals.get(tally[:-2], 0) + tally.total
    return totals


def _spelling(tallies: Iterable[Tally], tags: Iterable[NameTally]) -> dict[Place, str | None]:
    """Returns (kind, folded name) → the name; None where there are several."""
    spelling: dict[Place, str | None] = {}

    def add(kind: Kind, key: str, name: str) -> None:
        spelling[kind, key] = name if spelling.get((kind, key), name) == name else None

    for tally in tallies:
        add("source", key_of(tally.source), tally.source)
        if language := language_of(tally.lang):
            add("lang", key_of(language), language)
    for tag in tags:
        add("tag", tag.folded, tag.name)
    return spelling
