"""Copies: one text in two papers, with another headline, a paragraph more or less, or a word changed here and there.

One rule: texts of one template are no copies. A weather report shares its sentences with that of yesterday, and differs
in its names and numbers, and the day that it names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newstui.domain.stories.days import have_other_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newstui.domain.stories.features import Features

Key = TypeVar("Key")

MOST_CANDIDATES = 24
_LEAST_SHINGLES = 8
"""Shorter texts tell too little: `Read more at our site`."""
_STUB = 40
"""Shingles of a text under which the same words may stand under every headline: `Read the article at our site`."""
_KIN_TITLES = 0.6
"""The share of words that two headlines have in common, where one is an edited other."""
_KIN_NAMES = 0.34
"""The same of names in the two texts."""
_LEAST_ALIKE, _LEAST_WITHIN = 0.15, 0.4
_LONG, _WITHIN_AND_LONG, _WITHIN_AND_OTHER, _ALIKE_AND_OTHER = 128, 0.5, 0.75, 0.3
"""Shingles of texts that may have some paragraphs in common, as an update and a series do; more so under other titles.
"""
_MOST_CONFLICT, _MANY_SLOTS = 0.12, 5
_FAMILY, _ALIKE_IN_FAMILY, _LARGE_FAMILY = 4, 0.75, 8
"""Texts under other headlines: as many have in common what their paper prints every day, more what a site says instead
of its text. A report of an agency stands in some papers."""
_NEVER = 2.0


class Alike(NamedTuple):
    """The likeness of two texts, in shares from 0 to 1."""

    all: float
    """Shingles that both have, of those that either has."""
    within: float
    """Shingles that both have, of those of the shorter one."""
    conflict: float
    """Shingles that are the same but for a name or a number, of those with one that both have."""
    slots: int
    """The number of these."""
    has_kin_title: bool
    has_other_facts: bool
    """True where both name days, and none alike, or short texts other numbers or people."""


def copies_among(new: Features, candidates: Iterable[tuple[Key, Features]]) -> tuple[list[Key], list[Key]]:
    """Returns the candidates of which a new text is a copy, the most alike first, and those of the same template."""
    compares = [(compared(new, other), key, other) for key, other in candidates]
    near = [(alike, key, other) for alike, key, other in compares if alike is not None]
    found = sorted((each for each in near if _is_copy(each[0], new, each[2])), key=_likeness, reverse=True)
    family = sum(alike.conflict <= _MOST_CONFLICT and not alike.has_kin_title for alike, _, _ in near)
    needed = 0.0 if family < _FAMILY else _ALIKE_IN_FAMILY if family < _LARGE_FAMILY else _NEVER
    copies: dict[Key, Features] = {}
    for alike, key, other in found:
        if alike.has_kin_title or alike.all >= needed:
            first = next(iter(copies.values()), None)
            if first is None or _are_copies(first, other):  # else a paragraph of this one was added to the new text
                copies[key] = other
    return list(copies), [key for alike, key, _ in near if key not in copies and _is_of_template(alike, needed)]


def _is_of_template(alike: Alike, needed: float) -> bool:
    return (
        alike.conflict > _MOST_CONFLICT or _tells_of_another(alike) or not (alike.has_kin_title or alike.all >= needed)
    )


def _tells_of_another(alike: Alike) -> bool:
    return alike.has_other_facts and alike.within < _WITHIN_AND_OTHER  # else a paragraph was put before it


def _likeness(found: tuple[Alike, Key, Features]) -> float:
    alike = found[0]
    return alike.all + alike.within + alike.has_kin_title / 2


def _are_copies(one: Features, other: Features) -> bool:
    alike = compared(one, other)
    return alike is not None and _is_copy(alike, one, other)


def _is_copy(alike: Alike, one: Features, other: Features) -> bool:
    if alike.conflict > _MOST_CONFLICT or alike.within < _LEAST_WITHIN or _tells_of_another(alike):
        return False
    shorter = min(one.size, other.size)
    if shorter < _STUB:
        return alike.has_kin_title or alike.slots >= _MANY_SLOTS
    if not alike.has_kin_title and alike.all < _ALIKE_AND_OTHER:  # some sentences of one were put into the other
        return False
    return shorter < _LONG or alike.within >= (_WITHIN_AND_LONG if alike.has_kin_title else _WITHIN_AND_OTHER)


def _have_kin_titles(one: Features, other: Features) -> bool:
    shorter = min(len(one.headline), len(other.headline))
    return len(one.headline & other.headline) > _KIN_TITLES * shorter


def _have_other_facts(one: Features, other: Features) -> bool:
    """Returns True where two texts begin with other numbers, or have few of their names in common."""
    has_other_figures = bool(one.figures and other.figures) and one.figures.isdisjoint(other.figures)
    return has_other_figures or len(one.names & other.names) < _KIN_NAMES * min(len(one.names), len(other.names))


def compared(one: Features, other: Features) -> Alike | None:
    """Returns how much two texts have in common; None where that is little."""
    shorter = min(one.size, other.size)
    if shorter < _LEAST_SHINGLES:
        return None
    alike = _resemblance(one.sketch, other.sketch)
    if alike < _LEAST_ALIKE:
        return None
    within = alike * (one.size + other.size) / ((1 + alike) * shorter)
    mine, theirs = _filled(one), _filled(other)
    both = mine.keys() & theirs.keys()
    apart = sum(mine[slot].isdisjoint(theirs[slot]) for slot in both)
    conflict = apart / max(1, len(both))
    is_other = have_other_days(one.days, other.days) or (shorter < _LONG and _have_other_facts(one, other))
    return Alike(alike, within, conflict, len(both), _have_kin_titles(one, other), is_other)


def _resemblance(one: Sequence[int], other: Sequence[int]) -> float:
    """Returns the share of shingles that two texts have in common, as their sketches tell it."""
    mine, theirs = set(one), set(other)
    least = sorted(mine | theirs)[: max(len(mine), len(theirs))]
    both = mine & theirs
    return sum(shingle in both for shingle in least) / len(least)


def _filled(features: Features) -> dict[int, set[int]]:
    filled: dict[int, set[int]] = {}
    for slot, filling in zip(features.slots, features.fillings, strict=True):
        filled.setdefault(slot, set()).add(filling)
    return filled
