"""Copies: one text in two papers, with another headline, a paragraph more or less, or a word changed here and there.

One rule: texts of one template are no copies. A weather report shares its sentences with that of yesterday, and differs
in its names and numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

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
"""The share of words that two headlines of one stub must have in common."""
_LEAST_ALIKE, _MORE_WITH_CONFLICT, _LEAST_WITHIN = 0.28, 0.8, 0.5
_MOST_IN_CONFLICT = 0.34
_FEW_FACTS, _SOME_FACTS, _MANY_FACTS = 2, 5, 8
"""A few facts may be others by an edit; of many the same, one; of some the same, none."""
_FAMILY, _FAMILY_CONFLICT = 4, 0.12
"""Texts that are alike but for their names and numbers, or for their headlines: as many are of one template."""


class Alike(NamedTuple):
    """The likeness of two texts, in shares from 0 to 1."""

    all: float
    """Shingles that both have, of those that either has."""
    within: float
    """Shingles that both have, of those of the shorter one."""
    conflict: float
    """Names and numbers in whose place the other has others. A text with a paragraph more is no conflict."""


def copies_among(new: Features, candidates: Iterable[tuple[Key, Features]]) -> tuple[list[Key], list[Key]]:
    """Returns the candidates of which a new text is a copy, the most alike first, and those of the same template."""
    compares = [(key, other, compared(new, other)) for key, other in candidates]
    near = [(key, other, alike) for key, other, alike in compares if alike is not None]
    is_template = sum(alike.conflict > _FAMILY_CONFLICT for _, _, alike in near) >= _FAMILY
    is_stub = sum(not _have_kin_titles(new, other) for _, other, _ in near) >= _FAMILY
    same = {key for key, other, alike in near if _tell_the_same(new, other, alike)}
    if len(same) >= _FAMILY:  # what stands under so many headlines is the furniture of a site
        same.clear()
    copies = [
        (key, alike)
        for key, other, alike in near
        if _is_copy(alike, is_template=is_template)
        and (_have_kin_titles(new, other) or key in same or not (is_stub or min(new.size, other.size) < _STUB))
    ]
    copies.sort(key=lambda pair: -pair[1].all)
    found = {key for key, _ in copies}
    return [key for key, _ in copies], [key for key, _, _ in near if key not in found]


def _tell_the_same(one: Features, other: Features, alike: Alike) -> bool:
    """Returns True where many names and numbers are the same: no two texts of a template have that in common."""
    fewer, more = sorted((one.facts, other.facts), key=len)
    return (alike.conflict == 0 and len(fewer) >= _MANY_FACTS) or (fewer <= more and len(fewer) >= _SOME_FACTS)


def _have_kin_titles(one: Features, other: Features) -> bool:
    shorter = min(len(one.headline), len(other.headline))
    return len(one.headline & other.headline) > _KIN_TITLES * shorter


def _is_copy(alike: Alike, *, is_template: bool) -> bool:
    most = _FAMILY_CONFLICT if is_template else _MOST_IN_CONFLICT
    needed = _LEAST_ALIKE + _MORE_WITH_CONFLICT * alike.conflict
    return alike.within >= _LEAST_WITHIN and alike.conflict <= most and alike.all >= needed


def compared(one: Features, other: Features) -> Alike | None:
    """Returns how much two texts have in common; None where that is little."""
    shorter = min(one.size, other.size)
    if shorter < _LEAST_SHINGLES:
        return None
    alike = _resemblance(one.sketch, other.sketch)
    if alike < _LEAST_ALIKE:
        return None
    within = alike * (one.size + other.size) / ((1 + alike) * shorter)
    return Alike(alike, within, _conflict(one, other))


def _resemblance(one: Sequence[int], other: Sequence[int]) -> float:
    """Returns the share of shingles that two texts have in common, as their sketches tell it."""
    mine, theirs = set(one), set(other)
    least = sorted(mine | theirs)[: max(len(mine), len(theirs))]
    both = mine & theirs
    return sum(shingle in both for shingle in least) / len(least)


def _conflict(one: Features, other: Features) -> float:
    few = min(len(one.facts), len(other.facts))
    apart = min(len(one.facts - other.facts), len(other.facts - one.facts))
    return 0.0 if apart < _FEW_FACTS and few > _FEW_FACTS * 2 else apart / max(1, few)
