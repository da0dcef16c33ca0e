"""Trees that score sentences: the same scores as a walk, and a table that is checked when it is read."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.summaries.extractive import (
    weights_from,
    weights_table,
)
from newstui.domain.summaries.extractive.terms import COMMON, UNKNOWN
from tests.domain.summaries.extractive.sentences_and_weights import best

if TYPE_CHECKING:
    from newstui.domain.summaries.extractive.boosted_trees import Tree


def test_the_score_of_a_row_is_the_sum_of_the_leaves_that_it_reaches() -> None:
    trees: list[Tree] = [([0, -1, 1, -1, -1], [0.5, 2.5], [3.0, 2.0, 1.0]), ([-1], [], [0.25])]
    weights = weights_from(weights_table(trees, {"en": {"port": 3.0, "riga": 3.0}}))
    assert weights.rarity == {"en": {"port": 3.0, "riga": 3.0}}
    rows = [[1.0, 9.0], [1.0, 1.0], [0.0, 9.0]]
    assert best(weights, rows, [0.0, 0.0, 0.0], 3) == [2, 1, 0]
    assert best(weights, rows, [0.0, 0.0, 9.0], 2) == [1, 0]


def test_only_languages_with_habits_are_learned_but_the_terms_of_others_have_their_rarity_too() -> None:
    weights = weights_from(weights_table([([-1], [], [0.25])], {"fr": {"port": 3.0}, "da": {"havn": 3.0, "og": 1.0}}))
    assert list(weights.rarity) == ["fr"]
    assert weights.rarity_of("da").of(["og", "havn", "port"]) == [1.0, 3.0, UNKNOWN]
    assert weights.rarity_of("fr").of(["port", "havn"]) == [3.0, UNKNOWN]
    assert weights.rarity_of("de").of(["und", "port"]) == [COMMON, UNKNOWN]


def test_weights_that_were_learned_with_other_features_are_refused() -> None:
    with pytest.raises(ValueError, match="other features"):
        weights_from({"features": ["place"], "rarity": {}})


def test_a_tree_with_more_than_16_leaves_is_refused() -> None:
    with pytest.raises(ValueError, match="16 leaves"):
        weights_table([([0, -1] * 16 + [-1], [0.5] * 16, [0.0] * 17)], {})


def planted(leaves: int, dice: random.Random) -> Tree:
    """A tree on three features, in preorder."""
    if leaves == 1:
        return [-1], [], [dice.randint(-9, 9)]
    share = dice.randint(1, leaves - 1)
    left, right = planted(share, dice), planted(leaves - share, dice)
    features = [dice.randint(0, 2), *left[0], *right[0]]
    return features, [dice.randint(-2, 2), *left[1], *right[1]], [*left[2], *right[2]]


def walked(tree: Tree, row: list[float]) -> float:
    """The leaf that a walk from the root reaches."""
    order, thresholds, leaves = (iter(each) for each in tree)

    def reached() -> float:
        feature = int(next(order))
        if feature < 0:
            return next(leaves)
        threshold = next(thresholds)
        left, right = reached(), reached()
        return left if row[feature] <= threshold else right

    return reached()


@given(
    st.lists(st.integers(1, 16), min_size=1, max_size=30),
    st.integers(0, 1_000_000),
    st.lists(st.lists(st.integers(-3, 3).map(float), min_size=3, max_size=3), min_size=1, max_size=6),
)
def test_the_trees_score_a_row_by_the_leaves_that_a_walk_reaches(
    sizes: list[int], seed: int, rows: list[list[float]]
) -> None:
    dice = random.Random(seed)
    forest = [planted(leaves, dice) for leaves in sizes]
    weights = weights_from(weights_table(forest, {}))
    totals = [sum(walked(tree, row) for tree in forest) for row in rows]
    ordered = sorted(range(len(rows)), key=lambda i: (-totals[i], i))
    assert best(weights, rows, [0.0] * len(rows), len(rows)) == ordered
