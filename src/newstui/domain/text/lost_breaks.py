"""Finds two texts that are glued together (`The way homeThe ferry left.`). One rule: when in doubt,
nothing is parted.

Headings, captions and credits are glued to the text behind them wherever a page was made a text without its tags.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_PLACE = re.compile(
    r"[A-ZÀ-ÖØ-ÞĐ•►♦▶■▪◆-](?<=\S.)(?:(?P<capital>(?<=[^\W\d_](?:[^\W\d_]|[)\]\"»”])[A-ZÀ-ÖØ-ÞĐ]))"
    r"|(?<=[•►♦▶■▪◆])(?=\s?[^\W\d_])|(?<=[a-zà-öø-ÿ][.!?]-)(?=\s?[\"“«]?[A-ZÀ-ÖØ-Þ]))"
)
"""A capital behind a letter, a bullet behind anything, the dash of a speaker behind a full stop."""
_HEAD_IN_DASHES = re.compile(r"-\s?[^.]{2,70}?\s?-\s?(?=[\"“«]?[A-ZÀ-ÖØ-Þ])")
"""The heading of an agency between two paragraphs: `… left.- A new ship -The harbour …`"""
_LONGEST_WORD = 40
"""Letters of a word that is looked at: a line of letters alone must not take the square of its length."""
_FIRST_WORD = re.compile(rf"([^\W\d_]{{1,{_LONGEST_WORD}}}+)(?=[ '’])")
_NAMED_ON_THE_NET = ("#", "@", "/", "_")
_IN_NAMES = frozenset(["in", "well", "car", "now", "one", "for", "up"])
"""First words that names end with: LinkedIn, BlaBlaCar."""
_PLURAL = 2
"""Letters of what may be the end of a plural: `Is` of `SSRIs`."""


def lost_breaks(line: str, starters: AbstractSet[str]) -> list[int]:
    """Returns where in a line another should begin; `starters` are words that begin sentences more often than names."""
    breaks: list[int] = []
    for place in _PLACE.finditer(line):
        if place["capital"] is not None:
            if _begins(line, place.start(), starters):
                breaks.append(place.start())
        elif not breaks or breaks[-1] < place.start():
            head = _HEAD_IN_DASHES.match(line, place.start())
            breaks += [place.start(), head.end()] if head else [place.start()]
    return breaks


def _begins(line: str, place: int, starters: AbstractSet[str]) -> bool:
    """Returns True for a capital that begins a sentence, not the second half of a name such as `OpenTable`."""
    word = _FIRST_WORD.match(line, place)
    if not word or word[1].lower() not in starters or word[1][1:] != word[1][1:].lower():
        return False
    left = line[max(0, place - _LONGEST_WORD) : place].rpartition(" ")[2]
    if left.startswith(_NAMED_ON_THE_NET):
        return False
    bare = left.rstrip(')]"»”')
    before = bare.rsplit("-", 1)[-1]
    if before.isupper():
        return len(before) > 1 < len(word[1]) and not (len(word[1]) == _PLURAL and word[1].endswith("s"))
    if not before[-2:].islower():
        return False
    is_a_name = before[:1].isupper() and bare == left
    return not is_a_name or not (word[1].lower() in _IN_NAMES or before.lower() in starters or not before[1:].islower())
