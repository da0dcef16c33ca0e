"""Learns trees from labelled articles. One rule: it is seeded, so that the same articles give the same weights."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

import lightgbm
import numpy as np

from newstui.domain.summaries.extractive.features import NAMES, measure
from newstui.domain.summaries.extractive.term_index import Unit
from newstui.domain.summaries.extractive.terms import UNKNOWN, Rarity, terms
from training.labels import soft_labels
from training.overlap import Overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newstui.domain.summaries.extractive.boosted_trees import Tree
    from training.articles import Labelled

SEED = 1
ROUNDS = 200
SETTINGS: dict[str, Any] = {
    "objective": "cross_entropy",
    "num_leaves": 16,
    "learning_rate": 0.08,
    "min_data_in_leaf": 150,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "max_bin": 127,
    "num_threads": 1,
    "deterministic": True,
    "verbose": -1,
}
SET_WEIGHTS = {
    "english-train": 3.0,
    "english-short-train": 2.0,
    "english-xsum-train": 0.5,
}
"""The weight of a sentence in a set that is small, or whose summaries are only introductions; elsewhere it is 1."""
TWIN = 0.3
"""The weight of the twins of an article: one without its title, one as if its language were unknown."""
FREQUENT = 800
"""The number of terms of each language that have a rarity in the table."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The features, labels and weights of an article's sentences."""

    rows: list[list[float]]
    labels: list[float]
    weights: list[float]


def rarity_of(articles: Sequence[Labelled]) -> dict[str, dict[str, float]]:
    """Returns language → frequent term → its rarity in nats: 1 + ln(articles / articles with the term)."""
    tables = {}
    for lang in dict.fromkeys(article.lang for article in articles):
        own = [article for article in articles if article.lang == lang]
        count = Counter(term for article in own for term in set(terms(article.text)))
        frequent = sorted(count.items(), key=lambda item: (-item[1], item[0]))[:FREQUENT]
        tables[lang] = {term: round(min(UNKNOWN, log(len(own) / times) + 1), 1) for term, times in frequent}
    return tables


def rows_of(article: Labelled, tables: dict[str, dict[str, float]]) -> Rows:
    """Returns the rows of the article and those of its twins."""
    units = [Unit(text, i, opens) for i, (text, opens) in enumerate(zip(article.sentences, article.opens, strict=True))]
    labels = soft_labels(Overlap(article.sentences, article.references, article.lang), article.summary_length)
    weight = SET_WEIGHTS.get(article.set, 1.0) / max(1, len(units)) ** 0.25
    known, unknown = Rarity(article.lang, tables), Rarity(article.lang, {})
    twins = [(article.title, known, 1.0), (article.title, unknown, TWIN)]
    if article.title:
        twins.append(("", known, TWIN))
    rows: list[list[float]] = []
    weights: list[float] = []
    for title, rarity, share in twins:
        rows += map(list, zip(*measure(units, title, article.lang, rarity), strict=True))
        weights += [weight * share] * len(units)
    return Rows(rows, labels * len(twins), weights)


def learn(all_rows: Iterable[Rows], seed: int = SEED) -> list[Tree]:
    """Returns the trees, each as (features, thresholds, leaves) in preorder; a feature of -1 is a leaf."""
    rows, labels, weights = [], [], []
    for each in all_rows:
        rows.append(np.array(each.rows, dtype=np.float32).reshape(-1, len(NAMES)))
        labels.append(np.array(each.labels))
        weights.append(np.array(each.weights))
    table = lightgbm.Dataset(np.concatenate(rows), np.concatenate(labels), weight=np.concatenate(weights))
    model = lightgbm.train({**SETTINGS, "seed": seed}, table, ROUNDS)
    return [_preorder(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]


def _preorder(root: dict[str, Any]) -> Tree:
    features: list[int] = []
    thresholds: list[float] = []
    leaves: list[float] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if "leaf_value" in node:
            features.append(-1)
            leaves.append(round(node["leaf_value"], 4))
        else:
            features.append(node["split_feature"])
            thresholds.append(float(f"{node['threshold']:.5g}"))
            waiting += [node["right_child"], node["left_child"]]
    return features, thresholds, leaves
