"""How much each sentence belongs into a summary, from 0 to 1. One rule: only the references decide.

Half of it is whether the greedy oracle takes the sentence; the other half is the share of the good choices that it
is in: an article has many summaries that are almost as good as the best, and a hard label hides that.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from training.overlap import Overlap

CANDIDATES = 12
"""Sentences that choices are made of: the best ones by themselves."""
GOOD = 0.05
"""The share of all choices that counts as good."""


def oracle(overlap: Overlap, wanted: int) -> list[int]:
    """What a greedy choice takes that knows the references; fewer sentences than wanted where more would not help."""
    chosen: list[int] = []
    best = 0.0
    while len(chosen) < wanted:
        tries = [
            (sum(overlap.scores(sorted([*chosen, i]))), -i) for i in range(len(overlap.lengths)) if i not in chosen
        ]
        score, place = max(tries, default=(0.0, 0))
        if score <= best:
            break
        best = score
        chosen.append(-place)
    return sorted(chosen)


def soft_labels(overlap: Overlap, wanted: int, good: float = GOOD) -> list[float]:
    """One number for each sentence."""
    alone = [sum(overlap.scores([i])) for i in range(len(overlap.lengths))]
    best = sorted(sorted(range(len(alone)), key=alone.__getitem__, reverse=True)[:CANDIDATES])
    choices = list(combinations(best, min(wanted, len(best))))
    ranked = sorted(choices, key=lambda choice: sum(overlap.scores(choice)), reverse=True)
    taken = ranked[: max(3, round(good * len(ranked)))]
    labels = [0.0] * len(alone)
    for choice in taken:
        for i in choice:
            labels[i] += 0.5 / len(taken)
    for i in oracle(overlap, wanted):
        labels[i] += 0.5
    return labels
