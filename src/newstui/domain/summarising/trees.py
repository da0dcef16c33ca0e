"""Boosted trees, and a sentence's score by them. One rule: what training exports is read here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newstui.domain.summarising.features import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    Node = tuple[int, float, "Node | float", "Node | float"]
    """(feature, threshold, where it is at most that, where it is more); a leaf is its score."""


_SIEVE, _KEPT = 20, 8
"""Trees that every row is scored by, and how many rows beyond twice those wanted are scored by all."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned from human summaries."""

    trees: tuple[Node, ...]
    rarity: dict[str, dict[str, float]]
    """Language → term → how rare it is in that language's news, in nats."""


def weights_from(table: dict[str, Any]) -> Weights:
    """The weights of a parsed weights.json. Raises ValueError where they were learned with other features."""
    if tuple(table["features"]) != NAMES:
        raise ValueError("the weights were learned with other features: run `python -m training`")
    rarity = {
        lang: {term: int(tenths) / 10 for tenths, terms in levels.items() for term in terms.split()}
        for lang, levels in table["rarity"].items()
    }
    return Weights(tuple(_tree(*tree) for tree in table["trees"]), rarity)


def _tree(features: Sequence[int], thresholds: Sequence[float], leaves: Sequence[float]) -> Node:
    """A tree from its lists in preorder: a feature of -1 is a leaf."""
    inner, ends = iter(thresholds), iter(leaves)
    order = iter(features)

    def grow() -> Node | float:
        feature = next(order)
        if feature < 0:
            return next(ends)
        return (feature, next(inner), grow(), grow())

    root = grow()
    return root if isinstance(root, tuple) else (0, 0.0, root, root)


def best_rows(trees: Sequence[Node], rows: Sequence[Sequence[float]], costs: Sequence[float], wanted: int) -> list[int]:
    """The rows with the greatest score less their cost, the best first; of equals the earlier one.

    The first trees tell which rows have no prospect; only the others are asked of all trees.
    """
    worth = [score - cost for score, cost in zip(_scores(trees[:_SIEVE], rows), costs, strict=True)]
    ranked = sorted(range(len(rows)), key=lambda i: -worth[i])[: _KEPT + 2 * wanted]
    rest = _scores(trees[_SIEVE:], [rows[i] for i in ranked])
    final = {i: worth[i] + score for i, score in zip(ranked, rest, strict=True)}
    return sorted(ranked, key=lambda i: (-final[i], i))[:wanted]


def _scores(trees: Sequence[Node], rows: Sequence[Sequence[float]]) -> list[float]:
    """The sum of the trees' leaves for each row, in log odds."""
    found = []
    for row in rows:
        total = 0.0
        for tree in trees:
            node: Node | float = tree
            while type(node) is tuple:
                node = node[2] if row[node[0]] <= node[1] else node[3]
            total += node  # type: ignore[operator]
        found.append(total)
    return found
