"""Boosted trees as numbers in lists, and a sentence's score by them. One rule: what training exports is read here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newstui.domain.summarising.features import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    Node = tuple[int, float, "Node | float", "Node | float"]
    """(feature, threshold, where it is at most that, where it is more); a leaf is its score."""


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
    rarity = {lang: {term: tenths / 10 for tenths, terms in levels.items() for term in terms.split()} for lang, levels in _levels(table).items()}
    return Weights(tuple(_tree(*tree) for tree in table["trees"]), rarity)


def _levels(table: dict[str, Any]) -> dict[str, dict[int, str]]:
    return {lang: {int(tenths): terms for tenths, terms in levels.items()} for lang, levels in table["rarity"].items()}


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


def scores(trees: Sequence[Node], rows: Sequence[Sequence[float]]) -> list[float]:
    """The sum of all trees' leaves for each row, in log odds."""
    found = []
    for row in rows:
        total = 0.0
        for tree in trees:
            node: Node | float = tree
            while type(node) is tuple:
                feature, threshold, below, above = node
                node = below if row[feature] <= threshold else above
            total += node
        found.append(total)
    return found
