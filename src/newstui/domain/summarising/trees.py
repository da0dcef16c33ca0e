"""Boosted trees, and a sentence's score by them. One rule: what training exports is read here and nowhere else.

The trees are not walked. Each test that fails rules out the leaves on its left; what all failed tests rule out is
kept as bits, 16 for each tree in one whole number, so a feature costs a bisection and one `|` for all trees at once.
The first leaf that is left is the one a walk would reach (QuickScorer, Lucchese et al., SIGIR 2015).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from operator import or_
from struct import Struct
from typing import TYPE_CHECKING, Any

from newstui.domain.summarising.features import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    Tree = tuple[Sequence[int], Sequence[float], Sequence[float]]
    """(features, thresholds, leaves) in preorder, what is at most the threshold first; a feature of -1 is a leaf."""


_SIEVE, _KEPT = 20, 8
"""Trees that every row is scored by, and how many rows beyond twice those wanted are scored by all."""
_BITS = 16
"""The most leaves that a tree has."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees, feature by feature."""

    tests: tuple[tuple[int, list[float], list[int]], ...]
    """(feature, thresholds in order, for each number of failed tests the leaves that they rule out)."""
    leaves: tuple[dict[int, float], ...]
    """For each tree: a leaf's bit → its score."""
    words: Struct
    """The bits of all trees, tree by tree."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned from human summaries."""

    sieve: Forest
    """The first trees: they tell which rows have no prospect."""
    rest: Forest
    rarity: dict[str, dict[str, float]]
    """Language → term → how rare it is in that language's news, in nats."""


def weights_from(table: dict[str, Any]) -> Weights:
    """The weights of a parsed weights.json. Raises ValueError where they do not fit this version."""
    if tuple(table["features"]) != NAMES:
        raise ValueError("the weights were learned with other features: run `python -m training`")
    rarity: dict[str, dict[str, float]] = {}
    for lang, levels in table["rarity"].items():
        rarity[lang] = {}
        for tenths, terms in levels.items():
            rarity[lang].update(dict.fromkeys(terms.split(), int(tenths) / 10))
    trees = table["trees"]
    return Weights(_forest(trees[:_SIEVE]), _forest(trees[_SIEVE:]), rarity)


def _forest(trees: Sequence[Tree]) -> Forest:
    asked: dict[int, list[tuple[float, int]]] = {}
    scores = []
    for number, (features, thresholds, leaves) in enumerate(trees):
        if len(leaves) > _BITS:
            raise ValueError(f"a tree has more than {_BITS} leaves")
        scores.append({1 << place: leaf for place, leaf in enumerate(leaves)})
        inner = [feature for feature in features if feature >= 0]
        for feature, threshold, left in zip(inner, thresholds, _on_the_left(features, len(leaves)), strict=True):
            asked.setdefault(feature, []).append((threshold, left << _BITS * number))
    tests = []
    for feature, nodes in asked.items():
        nodes.sort()
        out = [0, *accumulate((left for _, left in nodes), or_)]
        tests.append((feature, [threshold for threshold, _ in nodes], out))
    return Forest(tuple(tests), tuple(scores), Struct(f"<{len(trees)}H"))


def _on_the_left(features: Sequence[int], leaves: int) -> list[int]:
    """For each inner node, in preorder, the bits of the leaves on its left.

    Read from the end, a node's left branch lies on top of the stack and its right one below.
    """
    found = []
    sizes: list[int] = []
    first = leaves
    for feature in reversed(features):
        if feature < 0:
            sizes.append(1)
            first -= 1
        else:
            left = sizes.pop()
            sizes[-1] += left
            found.append(((1 << left) - 1) << first)
    found.reverse()
    return found


def best_rows(weights: Weights, rows: Sequence[Sequence[float]], costs: Sequence[float], wanted: int) -> list[int]:
    """The rows with the greatest score less their cost, the best first; of equals the earlier one.

    The first trees tell which rows have no prospect; only the others are asked of all trees.
    """
    worth = [score - cost for score, cost in zip(_scores(weights.sieve, rows), costs, strict=True)]
    ranked = sorted(range(len(rows)), key=lambda i: -worth[i])[: _KEPT + 2 * wanted]
    rest = _scores(weights.rest, [rows[i] for i in ranked])
    final = {i: worth[i] + score for i, score in zip(ranked, rest, strict=True)}
    return sorted(ranked, key=lambda i: (-final[i], i))[:wanted]


def _scores(forest: Forest, rows: Sequence[Sequence[float]]) -> list[float]:
    """The sum of the trees' leaves for each row, in log odds."""
    size = forest.words.size
    every = (1 << 8 * size) - 1
    found = []
    for row in rows:
        out = 0
        for feature, thresholds, ruled_out in forest.tests:
            out |= ruled_out[bisect_left(thresholds, row[feature])]
        left = forest.words.unpack((every ^ out).to_bytes(size, "little"))
        found.append(sum([leaves[bits & -bits] for leaves, bits in zip(forest.leaves, left, strict=True)]))
    return found
