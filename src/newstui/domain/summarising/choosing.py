"""Choosing the sentences of a summary. One rule: what is chosen stands in the article word for word, in its order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.sentences import split_sentences
from newstui.domain.summarising.features import Unit, measure
from newstui.domain.summarising.terms import Rarity
from newstui.domain.summarising.trees import scores

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.summarising.trees import Weights

_LETTER = re.compile(r"\w")


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
    worth = scores(weights.trees, rows)
    best = sorted(range(len(units)), key=lambda i: (-worth[i], i))[:sentences]
    chosen = [units[i] for i in sorted(best)]
    return Chosen([unit.text for unit in chosen], [unit.number for unit in chosen])
