"""Stories: articles of several sources about one event. One rule: a wrong fold is worse than a missed one."""

from __future__ import annotations

from collections import defaultdict
from math import log, log1p, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from newstui.domain.stories.window import Item, Likeness, Signs, Window

DAYS_APART = 3
"""Articles that are further apart in time are of no story, unless others stand between them."""
_SECONDS_APART = DAYS_APART * 86_400
_LEAST, _LEAST_ALIKE = 0.045, 0.07
"""The cosines from which a pair is looked at: where it shares rare terms, and where it does not."""
_COSINE, _NAMES, _LEAD, _FIGURES, _TOLD, _SHARE, _SHORTER = -10.6, 4.4, 9.95, 2.9, 7.4, -17.2, -7.4
_OTHER_DAYS, _AN_HOUR, _EVEN = -2.5, -0.166, 6.4
"""Weights that were fitted to pairs of reports (`python -m benchmarks.stories`): above 0, one event is likelier.

Of two pairs that share as much, the one with fewer terms in common shares rarer ones. Another day the same people do
something else: then what each begins with tells, not what is known of them.
"""
_RAREST, _SECOND, _STRESSED, _BOTH_BEGIN, _TITLE, _LACKING = 0.455, 0.677, -0.437, 0.182, 0.19, -0.0505
_ROOT_OF_COSINE, _SAME_NAMES, _NO_NAMES, _ALL_TOLD = 6.82, 3.13, -1.12, -0.0148
_HOURS, _SECOND_DAY, _DAYS_APART, _FEW = -0.064, -0.071, -0.44, -8.0
"""Weights for two reports that have little in common, as those of two journalists do: above 0, one event is likelier.

They were fitted to reports that were written for this (`benchmarks/written_reports`: `english_1`, `french`, `mixed`),
to halves of articles, the half of the real ones that was learned from, the constructed ones, and 4,400 articles in any
order, of which hardly any are of one event. What tells is that the two terms that hardly any other article has are
shared, in both beginnings more so, and that little else is.
"""
_UNKNOWN = -1.5
"""The weight of what a library of a hundred articles cannot know of what is rare: there a wrong fold is likelier."""
_MUCH = 90
"""Nats that two articles tell together from which they have so much in common that the first weights judge them alone:
two events of one kind are told in the same words.
"""
_LEAST_SECOND = 5.0
"""The nats of the second rarest term: what many reports of one kind say tells nothing, however much of it is shared."""
_UNKNOWN_NAMES, _LEAST_NAMES = 0.5, 0.1
"""The same kind of event elsewhere is told in the same words, of others. In a script without capitals no names are
known: of halves in small letters alone this finds as many, at the same precision.
"""
_SURE = 1.4
"""The least evidence for a fold. At 1.9 recall is .81 for halves of articles and .75 for real ones that were read, at
1.4 .86 and .80; precision for the latter is .89 and .87.
"""
_SHARE_OF_MEMBERS = 0.5
"""An article must be near so many of a story's members: otherwise one that is about two events joins them.

To add up the evidence of all members is no better: what another side of an event lacks says nothing against it.
"""
_MOST_ASKED, _EASE = 8, 1.5
_LEAST_TERMS = 6
"""Fewer tell too little: `Episode 12` and `Episode 13`, with the same few words below, are no story."""


class Groups:
    """Articles that belong together, by row: a story and a set of copies are named by their first article."""

    def __init__(self, known: Iterable[tuple[int, int, int]] = ()) -> None:
        """known: (row, story, copy) of articles."""
        self.story_of: dict[int, int] = {}
        self.copy_of: dict[int, int] = {}
        self.members: defaultdict[int, list[int]] = defaultdict(list)
        for row, story, copy in known:
            self._put(row, story, copy)

    def join(self, row: int, other: int) -> None:
        """Puts an article into the story of another one."""
        self._put_first(other)
        self._put(row, self.story_of[other], row)

    def join_copy(self, row: int, other: int) -> None:
        """Puts an article with another one that has the same text."""
        self._put_first(other)
        self._put(row, self.story_of[other], self.copy_of[other])

    def unite(self, row: int, other: int) -> list[int]:
        """Puts the story of another article into that of the first one, and returns the rows that were put there."""
        self._put_first(other)
        moved = self.members.pop(self.story_of[other])
        for each in moved:
            self._put(each, self.story_of[row], self.copy_of[each])
        return moved

    def _put_first(self, row: int) -> None:
        if row not in self.story_of:
            self._put(row, row, row)

    def _put(self, row: int, story: int, copy: int) -> None:
        self.story_of[row], self.copy_of[row] = story, copy
        self.members[story].append(row)


def is_one_event(likeness: Likeness, *, ease: float = 0.0) -> bool:
    """Returns True where two articles are about one event. ease: it may be less sure by so much."""
    names = _UNKNOWN_NAMES if likeness.names is None else likeness.names
    if not likeness.number or names < _LEAST_NAMES or _are_apart(likeness):
        return False
    evidence = _COSINE * likeness.cosine + _NAMES * names + _LEAD * likeness.lead + _FIGURES * likeness.figures
    evidence += _TOLD * log1p(likeness.told) + _SHARE * sqrt(likeness.number / likeness.shorter)
    evidence += _SHORTER * log(max(4, likeness.shorter)) + _AN_HOUR * likeness.hours + _EVEN
    evidence += _OTHER_DAYS * likeness.has_other_days
    return evidence + ease >= _SURE


def is_one_event_by_few(likeness: Likeness, signs: Signs, *, ease: float = 0.0) -> bool:
    """Returns True where two articles that have little in common share what next to no other tells."""
    if likeness.told > _MUCH or signs.second < _LEAST_SECOND or _are_apart(likeness):
        return False
    evidence = _RAREST * signs.rarest + _SECOND * signs.second + _STRESSED * signs.stressed + _TITLE * signs.title
    evidence += _BOTH_BEGIN * signs.lead + _LACKING * signs.lacking + _UNKNOWN * signs.unknown
    evidence += _NO_NAMES if likeness.names is None else _SAME_NAMES * likeness.names
    evidence += _ROOT_OF_COSINE * sqrt(likeness.cosine) + _ALL_TOLD * likeness.told + _DAYS_APART * likeness.days_apart
    evidence += _HOURS * likeness.hours + _SECOND_DAY * max(0.0, likeness.hours - 24) + _FEW
    return evidence + ease >= 0


def _are_apart(likeness: Likeness) -> bool:
    return likeness.hours > DAYS_APART * 24 or likeness.days_apart > DAYS_APART


def tellers_of_its_story(item: Item, window: Window, groups: Groups, *, barred: Collection[int] = ()) -> list[int]:
    """Returns an article of each story that a new one is of, the likeliest first: what they tell is one story.

    barred: articles that only look like it, because they follow the same template.
    """
    best: dict[int, tuple[float, int]] = {}
    for row, cosine in window.near(item, _LEAST) if _tells_enough(item) else ():
        other = window.items[row]
        if row in barred or not _tells_enough(other) or abs(other.at - item.at) > _SECONDS_APART:
            continue
        if (cosine >= _LEAST_ALIKE or window.share_rare(item, other)) and _is_near(item, other, window):
            story = groups.story_of.get(row, row)
            best[story] = max(best.get(story, (0.0, row)), (cosine, row))
    found: list[int] = []
    told = [item]
    for story, (_, row) in sorted(best.items(), key=lambda each: -each[1][0]):
        members = _present(groups.members.get(story) or [row], window)
        if _are_near(told, members, window):
            found.append(row)
            told += members
    return found


def _tells_enough(item: Item) -> bool:
    return len(item.features.terms) >= _LEAST_TERMS


def _present(members: Iterable[int], window: Window) -> list[Item]:
    return [window.items[row] for row in members if row in window.items][-_MOST_ASKED:]


def _are_near(told: Collection[Item], members: Collection[Item], window: Window) -> bool:
    """Returns True where most articles of one story are near most of another."""
    near = sum(_is_near(one, other, window, ease=_EASE) for one in told for other in members)
    return near >= _SHARE_OF_MEMBERS * len(told) * len(members)


def _is_near(one: Item, other: Item, window: Window, *, ease: float = 0.0) -> bool:
    likeness = window.likeness(one, other)
    if is_one_event(likeness, ease=ease):
        return True
    return window.share_rare(one, other) and is_one_event_by_few(likeness, window.signs(one, other), ease=ease)
