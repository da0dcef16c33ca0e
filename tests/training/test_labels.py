"""Labels of sentences: what a greedy choice that knows the references picks, and the share of good choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.labels import oracle, soft_labels

if TYPE_CHECKING:
    from collections.abc import Sequence


class Words:
    """Stands for `Overlap`: the words of the references that a choice has, less those that it has not."""

    def __init__(self, *sentences: str, wanted: str) -> None:
        self._sentences = [set(sentence) for sentence in sentences]
        self._wanted = set(wanted)
        self.lengths = [len(sentence) for sentence in sentences]

    def scores(self, chosen: Sequence[int]) -> tuple[float, float]:
        said = set().union(*(self._sentences[i] for i in chosen))
        return len(said & self._wanted) - 0.5 * len(said - self._wanted), 0.0


def test_the_oracle_picks_what_adds_to_what_is_picked() -> None:
    assert oracle(Words("abc", "abd", "ef", "xy", wanted="abcef"), 2) == [0, 2]  # type: ignore[arg-type]


def test_the_oracle_stops_where_nothing_adds() -> None:
    assert oracle(Words("ab", "x", "a", wanted="ab"), 3) == [0]  # type: ignore[arg-type]


def test_labels_lie_between_nought_and_one_and_the_best_have_most() -> None:
    labels = soft_labels(Words("abc", "x", "ef", "y", wanted="abcef"), 2)  # type: ignore[arg-type]
    assert all(0 <= label <= 1 for label in labels)
    assert min(labels[0], labels[2]) > max(labels[1], labels[3])
