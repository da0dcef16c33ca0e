"""The words by which others on the same matter are found, and the order in which those are shown. Pure."""

from __future__ import annotations

import re
from collections import Counter
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.search.index_words import indexable
from newstui.domain.text.fold import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORD = re.compile(r"[^\W_]+")
_MOST_CHARACTERS, _MOST_LOOKED_UP, _MOST_ASKED = 6_000, 24, 10
_SHORTEST = 3
_TITLE_WEIGHT = 2
_MOST_SHARE, _FEW, _MOST_HAVING = 0.1, 20, 1_000
"""A word that more articles have tells nothing; in a small library as many may."""
_MOST_MATCHES = 2_000
"""Articles that are compared: the words that tell most have few, and those after them add little."""
_LEAST_SHARE = 0.2
"""The share of the match of an article with itself that another one must reach."""
_DAYS = 30
"""Days after which an article counts about two thirds of one of the same day."""


class Match(NamedTuple):
    """An article that shares telling words."""

    row: int
    score: float
    published: int


def telling_words(title: str, body: str) -> list[tuple[str, int]]:
    """Returns (word as the index has it, its weight), the ones that may tell most first.

    They are few, because the index takes a millisecond to count the articles with one; long words are rarer.
    """
    counts = Counter(_words(body[:_MOST_CHARACTERS]))
    for word in _words(title):
        counts[word] += _TITLE_WEIGHT
    return sorted(counts.items(), key=lambda each: (-each[1], -len(each[0])))[:_MOST_LOOKED_UP]


def _words(text: str) -> list[str]:
    spaced = indexable(text)
    is_paired = spaced.count(" ") > text.count(" ")
    return [word for word in _WORD.findall(folded(spaced)) if len(word) >= (2 if is_paired else _SHORTEST)]


def most_having(total: int) -> int:
    """Returns how many of `total` articles may have a word that tells something."""
    return max(min(_FEW, total * 2 // 3), min(int(total * _MOST_SHARE), _MOST_HAVING))


def rarest(words: Sequence[tuple[str, int]], others_with: Mapping[str, int], total: int) -> list[str]:
    """Returns the words to ask for: those that tell most in a library of `total` articles, where others have them.

    others_with: word → the number of articles outside of the story that have it, `most_having` at most. A word of the
    story alone, and each word of a text has company in its copies, would lead to nothing else.
    """
    rated = [
        ((1 + log(count)) * log((total + 1) / (others_with[word] + 1)), word)
        for word, count in words
        if word in others_with
    ]
    asked: list[str] = []
    left = _MOST_MATCHES
    for _, word in sorted(rated, reverse=True)[:_MOST_ASKED]:
        left -= others_with[word]
        if asked and left < 0:
            break
        asked.append(word)
    return asked


def in_order(matches: Sequence[Match], row: int, story_of: Mapping[int, int], most: int) -> list[Match]:
    """Returns the best matches of an article, near in time first, of each story one and of its own none."""
    own = next((match for match in matches if match.row == row), None)
    if own is None:
        return []
    rated = sorted(
        (_nearer(match, own) for match in matches if match.row != row and match.score >= _LEAST_SHARE * own.score),
        key=lambda match: -match.score,
    )
    seen = {story_of.get(row, row)}
    best: list[Match] = []
    for match in rated:
        story = story_of.get(match.row, match.row)
        if story not in seen:
            seen.add(story)
            best.append(match)
    return best[:most]


def _nearer(match: Match, own: Match) -> Match:
    days = abs(match.published - own.published) / 86_400
    return match._replace(score=match.score / own.score * (0.5 + 0.5 * exp(-days / _DAYS)))
