"""Boosted trees, and a sentence's score by them. One rule: how weights.json is written and read is known only here.

The trees are not walked. Each test that fails rules out the leaves on its left; what all failed tests rule out is
kept as bits, 16 for each tree in one whole number, so a feature costs a bisection and one `|` for all trees at once.
The first leaf that is left is the one a walk would reach (QuickScorer, Lucchese et al., SIGIR 2015).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from operator import getitem, or_
from struct import Struct
from typing import TYPE_CHECKING, Any

from newstui.domain.summaries.extractive.features import NAMES, TRAINED
from newstui.domain.summaries.extractive.terms import Rarity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Tree = tuple[Sequence[int], Sequence[float], Sequence[float]]
    """(features, thresholds, leaves) in preorder, what is at most the threshold first; a feature of -1 is a leaf."""


_SIEVE, _KEPT = 20, 24
"""Trees that every sentence is scored by, and how many sentences at least are scored by all: those of a short summary,
so that a longer one chooses from the same.
"""
_BITS = 16
"""The most leaves that a tree has."""
_UNIT = 10_000
"""Scores of leaves are written as whole numbers of this part of a log odd."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees, feature by feature."""

    tests: tuple[tuple[int, list[float], list[int]], ...]
    """(feature, thresholds in order, for each number of failed tests the leaves that they rule out)."""
    leaves: tuple[dict[int, float], ...]
    """A leaf's bit → its score, for each tree."""
    words: Struct
    """The bits of all trees, tree by tree."""
    ones: int
    """The first bit of each tree."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights learned from human summaries."""

    sieve: Forest
    """The first trees: they tell which sentences have no prospect."""
    rest: Forest
    rarity: dict[str, dict[str, float]]
    """Language whose habits were learned → term → how rare it is in that language's news, in nats."""
    further_rarity: dict[str, dict[str, float]]
    """The same of languages with too few articles to learn habits from."""

    def rarity_of(self, lang: str) -> Rarity:
        """Returns how rare the terms of a language are."""
        return Rarity(lang, self.rarity if lang in self.rarity else self.further_rarity)


def weights_table(trees: Sequence[Tree], rarity: Mapping[str, Mapping[str, float]]) -> dict[str, Any]:
    """Returns the content of weights.json. Raises ValueError if a tree has too many leaves."""
    levels: dict[str, dict[str, list[str]]] = {}
    for lang, table in rarity.items():
        levels[lang] = {}
        for term, rare in sorted(table.items(), key=lambda item: (item[1], item[0])):
            levels[lang].setdefault(str(round(rare * 10)), []).append(term)
    return {
        "features": list(NAMES),
        "rarity": {lang: {tenths: " ".join(terms) for tenths, terms in each.items()} for lang, each in levels.items()},
        "sieve": _forest_table(trees[:_SIEVE]),
        "rest": _forest_table(trees[_SIEVE:]),
    }


def weights_from(table: dict[str, Any]) -> Weights:
    """The weights of a parsed weights.json. Raises ValueError where they do not fit this version."""
    if tuple(table["features"]) != NAMES:
        raise ValueError("the weights were learned with other features: run `python -m training`")
    rarity: dict[str, dict[str, float]] = {}
    for lang, levels in table["rarity"].items():
        rarity[lang] = {}
        for tenths, terms in levels.items():
            rarity[lang].update(dict.fromkeys(terms.split(), int(tenths) / 10))
    further = {lang: rarity.pop(lang) for lang in set(rarity) - set(TRAINED)}
    return Weights(_forest(table["sieve"]), _forest(table["rest"]), rarity, further)


def _forest_table(trees: Sequence[Tree]) -> dict[str, Any]:
    """The tests feature by feature: thresholds in order, with the tree of each and the leaves on its left as bits."""
    tests: dict[int, list[tuple[float, int, int]]] = {}
    for number, (features, thresholds, leaves) in enumerate(trees):
        if len(leaves) > _BITS:
            raise ValueError(f"a tree has more than {_BITS} leaves")
        inner = [feature for feature in features if feature >= 0]
        for feature, threshold, left in zip(inner, thresholds, _on_the_left(features, len(leaves)), strict=True):
            tests.setdefault(feature, []).append((threshold, number, left))
    return {
        "tests": [[feature, *zip(*sorted(nodes), strict=True)] for feature, nodes in sorted(tests.items())],
        "leaves": [[round(leaf * _UNIT) for leaf in leaves] for _, _, leaves in trees],
    }


def _forest(table: dict[str, Any]) -> Forest:
    tests = []
    for feature, thresholds, trees, lefts in table["tests"]:
        ruled_out = [0]
        ruled_out += accumulate([left << _BITS * tree for tree, left in zip(trees, lefts, strict=True)], or_)
        tests.append((feature, list(thresholds), ruled_out))
    bits = [1 << place for place in range(_BITS)]
    leaves = tuple({bit: leaf / _UNIT for bit, leaf in zip(bits, each, strict=False)} for each in table["leaves"])
    size = len(leaves)
    ones = int.from_bytes(Struct(f"<{size}H").pack(*[1] * size), "little")
    return Forest(tuple(tests), leaves, Struct(f"<{size}H"), ones)


def _on_the_left(features: Sequence[int], leaves: int) -> list[int]:
    """Returns the bits of the leaves on the left of each inner node, in preorder.

    Read from the end, a node's left branch lies on top of the stack and its right one below.
    """
    masks = []
    sizes: list[int] = []
    first = leaves
    for feature in reversed(features):
        if feature < 0:
            sizes.append(1)
            first -= 1
        else:
            left = sizes.pop()
            sizes[-1] += left
            masks.append(((1 << left) - 1) << first)
    masks.reverse()
    return masks


def ranked_rows(
    weights: Weights, columns: Sequence[Sequence[float]], costs: Sequence[float], count: int
) -> list[tuple[int, float]]:
    """(sentence, score less its cost) of those that may be among so many, the best first; of equals the earlier one.

    The first trees tell which have no prospect; only the others are asked of all trees.
    """
    worth = [score - cost for score, cost in zip(_scores(weights.sieve, columns), costs, strict=True)]
    candidates = sorted(range(len(costs)), key=lambda i: -worth[i])[: max(_KEPT, 3 * count)]
    rest = _scores(weights.rest, [[column[i] for i in candidates] for column in columns])
    return sorted(
        ((i, worth[i] + score) for i, score in zip(candidates, rest, strict=True)), key=lambda each: (-each[1], each[0])
    )


def _scores(forest: Forest, columns: Sequence[Sequence[float]]) -> list[float]:
    """The sum of the trees' leaves for each sentence, in log odds."""
    count = len(columns[0])
    if not count:
        return []
    shared, out = 0, [0] * count
    for feature, thresholds, ruled_out in forest.tests:
        column = columns[feature]
        if column.count(column[0]) == count:
            shared |= ruled_out[bisect_left(thresholds, column[0])]
        else:
            out = list(map(or_, out, [ruled_out[bisect_left(thresholds, value)] for value in column]))
    size, ones, leaves = forest.words.size, forest.ones, forest.leaves
    every = (1 << 8 * size) - 1
    scores = []
    for bits in out:
        left = every ^ (bits | shared)
        first = left & (every ^ (left - ones))
        scores.append(sum(map(getitem, leaves, forest.words.unpack(first.to_bytes(size, "little")))))
    return scores
