"""Sentences to choose from, their features, and weights that look at one feature."""

from __future__ import annotations

from newstui.domain.summaries.extractive import (
    NAMES,
    Unit,
    Weights,
    measure,
    weights_from,
    weights_table,
)
from newstui.domain.summaries.extractive.boosted_trees import ranked_rows
from newstui.domain.summaries.extractive.terms import Rarity

TEXT = (
    'The port of Riga closed on Monday after a fire. "It was terrible," said Anna Berg. But nobody was hurt. '
    "The fire at the port began in a store of grain. How did it start? "
    "The port of Riga will open again on Friday (12 May)."
)


TITLE = "Fire closes port of Riga"


def units(text: str = TEXT, lang: str = "en") -> list[Unit]:
    from newstui.domain.text.sentences import split_sentences

    return [Unit(each, number, number == 0) for number, each in enumerate(split_sentences(text, lang))]


def measured(name: str, text: str = TEXT, title: str = TITLE, lang: str = "en") -> list[float]:
    return measure(units(text, lang), title, lang, Rarity(lang, {}))[NAMES.index(name)]


def weights_by(name: str, threshold: float = 0.5, below: float = 0.0, above: float = 1.0) -> Weights:
    """A single tree that asks for one feature."""
    return weights_from(
        weights_table([([NAMES.index(name), -1, -1], [threshold], [below, above])], {"en": {"the": 1.0}})
    )


def best(weights: Weights, rows: list[list[float]], costs: list[float], count: int) -> list[int]:
    """The best of rows of features."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    return [i for i, _ in ranked_rows(weights, columns, costs, count)][:count]
