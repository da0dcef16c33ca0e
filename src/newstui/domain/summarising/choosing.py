"""Choosing the sentences of a summary. One rule: what is chosen stands in the article word for word, in its order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.sentences import split_sentences
from newstui.domain.summarising.features import NAMES, Unit, measure
from newstui.domain.summarising.terms import Rarity
from newstui.domain.summarising.trees import best_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.summarising.trees import Weights

_LETTER = re.compile(r"\w")
_END = re.compile(r"[.!?…。！？．؟।॥۔։።།][\"'”’»“)\]」』]*$")
_QUOTES = ('"', "“”„", "«»")
"""Marks that come in pairs; which of them opens is not the same in every language."""
_PAIRS = (("(", ")"), ("「", "」"), ("（", "）"))
_LENGTH, _LOG_LENGTH = NAMES.index("length"), NAMES.index("log_length")
_COST = 0.15
"""What a longer sentence costs for each further sentence that is asked for: one must say all, one of three need not."""

_BROKEN = 1.5
"""What it costs not to stand alone, in log odds: such a sentence is taken only where there is little else."""
_FEWEST = 4
"""Words of the shortest sentence that stands alone."""


class Chosen(NamedTuple):
    """Sentences and, for each, its number among all of the article's, from 0."""

    sentences: list[str]
    positions: list[int]


def summarise(text: str, title: str, lang: str | None, sentences: int, weights: Weights) -> Chosen:
    """The sentences of plain text that stand for it. A line is a paragraph; `lang` is BCP 47."""
    units: list[Unit] = []
    number = 0
    for line in text.split("\n"):
        for i, sentence in enumerate(split_sentences(line, lang)):
            if _LETTER.search(sentence):
                units.append(Unit(sentence, number, i == 0))
            number += 1
    return summarise_units(units, title, lang, sentences, weights)


def summarise_units(units: Sequence[Unit], title: str, lang: str | None, sentences: int, weights: Weights) -> Chosen:
    """At most that many of the units, the best ones, in their order."""
    primary = (lang or "en").lower().split("-", 1)[0]
    rows = measure(units, title, primary, Rarity(primary, weights.rarity))
    longer = _COST * min(max(sentences - 1, 0), 2)
    costs = [longer * row[_LOG_LENGTH] for row in rows]
    for i, (unit, row) in enumerate(zip(units, rows, strict=True)):
        if row[_LENGTH] < _FEWEST or not stands(unit.text):
            costs[i] += _BROKEN
    best = best_rows(weights.trees, rows, costs, sentences)
    chosen = [units[i] for i in sorted(best)]
    return Chosen([unit.text for unit in chosen], [unit.number for unit in chosen])


def stands(sentence: str) -> bool:
    """Whether a sentence is whole: it has an end, and what it opens it closes."""
    return (
        bool(_END.search(sentence))
        and all(sum(map(sentence.count, marks)) % 2 == 0 for marks in _QUOTES)
        and all(sentence.count(left) == sentence.count(right) for left, right in _PAIRS)
    )
