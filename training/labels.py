"""Labels sentences from 0 to 1 by how much they belong in a summary. One rule: only the references decide.

A sentence gets one half if the greedy oracle picks it, and up to another half for its share of the good choices: an
article has many summaries that are almost as good as the best, and a hard label hides that.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from training.overlap import Overlap

CANDIDATES = 12
"""The number of sentences that choices are made from: those that score best by themselves."""
GOOD = 0.05
"""The share of all choices that counts as good."""


def oracle(overlap: Overlap, count: int) -> list[int]:
    """Returns the numbers of the sentences that a greedy choice picks if it knows the references, at most `count`.

    It picks fewer where another sentence does not raise the score.
    """
    chosen: list[int] = []
    best = 0.0
    while len(chosen) < count:
        tries = [
            (sum(overlap.scores(sorted([*chosen, i]))), -i) for i in range(len(overlap.lengths)) if i not in chosen
        ]
        score, place = max(tries, default=(0.0, 0))
        if score <= best:
            break
        best = score
        chosen.append(-place)
    return sorted(chosen)


def soft_labels(overlap: Overlap, count: int, good: float = GOOD) -> list[float]:
    """Returns a label for each sentence. `count`: the sentences of a summary; `good`: the share of good choices."""
    alone = [sum(overlap.scores([i])) for i in range(len(overlap.lengths))]
    best = sorted(sorted(range(len(alone)), key=alone.__getitem__, reverse=True)[:CANDIDATES])
    choices = list(combinations(best, min(count, len(best))))
    ranked = sorted(choices, key=lambda choice: sum(overlap.scores(choice)), reverse=True)
    good_choices = ranked[: max(3, round(good * len(ranked)))]
    labels = [0.0] * len(alone)
    for choice in good_choices:
        for i in choice:
            labels[i] += 0.5 / len(good_choices)
    for i in oracle(overlap, count):
        labels[i] += 0.5
    return labels
