"""Differences between two texts: paragraph by paragraph, and within a paragraph word by word.

Matching takes time that grows with how often the same thing is said; what would take too long is shown whole.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind = Literal["same", "added", "removed"]
_PARAGRAPHS = re.compile(r"\n\s*\n")
_MOST_PAIRS = 100_000
"""Pairs of equal words or paragraphs: matching looks at each of them again and again."""
_MOST = 2_000
"""Words or paragraphs that are matched."""
_LEAST_ALIKE = 0.3
"""The share of common words from which one paragraph counts as a change of the other."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, one space between them."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that was changed, or how many stand as before."""

    pieces: tuple[Piece, ...] = ()
    unchanged: int = 0


def differences(before: str, after: str) -> Iterator[Passage]:
    """Yields the differences from one text to the other; nothing where they say the same."""
    old, new = _paragraphs(before), _paragraphs(after)
    if old == new:
        return
    start, end = _same_ends(old, new)
    if start:
        yield Passage(unchanged=start)
    yield from _between(old[start : len(old) - end], new[start : len(new) - end])
    if end:
        yield Passage(unchanged=end)


def _paragraphs(text: str) -> list[str]:
    return [paragraph for each in _PARAGRAPHS.split(text) if (paragraph := " ".join(each.split()))]


def _same_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Returns how many items are the same at the start, and how many of the rest at the end."""
    start = _same_start(zip(old, new, strict=False))
    rest = min(len(old), len(new)) - start
    return start, min(rest, _same_start(zip(reversed(old), reversed(new), strict=False)))


def _same_start(pairs: Iterator[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _between(old: Sequence[str], new: Sequence[str]) -> Iterator[Passage]:
    if not _is_matchable(old, new):
        for left, right in zip_longest(old, new, fillvalue=""):
            yield from _changed(left, right)
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Passage(unchanged=b - a)
        else:
            for left, right in zip_longest(old[a:b], new[c:d], fillvalue=""):
                yield from _changed(left, right)


def _is_matchable(old: Sequence[str], new: Sequence[str]) -> bool:
    if max(len(old), len(new)) > _MOST:
        return False
    theirs = Counter(new)
    return sum(number * theirs[each] for each, number in Counter(old).items()) <= _MOST_PAIRS


def _changed(before: str, after: str) -> Iterator[Passage]:
    """One paragraph, or where they have little in common, the old one and the new one."""
    old, new = before.split(), after.split()
    pieces: tuple[Piece, ...] = ()
    if old and new and _is_matchable(old, new):
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        if matcher.quick_ratio() >= _LEAST_ALIKE and matcher.ratio() >= _LEAST_ALIKE:
            pieces = tuple(_pieces(matcher, old, new))
    if pieces:
        yield Passage(pieces)
        return
    if before:
        yield Passage((Piece("removed", before),))
    if after:
        yield Passage((Piece("added", after),))


def _pieces(matcher: SequenceMatcher[str], old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", " ".join(new[c:d]))
            continue
        if a < b:
            yield Piece("removed", " ".join(old[a:b]))
        if c < d:
            yield Piece("added", " ".join(new[c:d]))
