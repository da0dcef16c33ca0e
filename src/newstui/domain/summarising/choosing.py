"""Choosing the sentences of a summary. One rule: what is chosen stands in the article word for word, in its order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.sentences import split_sentences
from newstui.domain.summarising.features import NAMES, Unit, measure
from newstui.domain.summarising.leaning import NAMED_BY_PRONOUN
from newstui.domain.summarising.terms import Rarity
from newstui.domain.summarising.trees import best_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.summarising.trees import Weights

_LETTER = re.compile(r"\w")
_END = re.compile(r"[.!?…。！？．؟।॥۔։።།][\"'”’»“)\]」』]*$")
_TAIL = 8
"""Characters of a sentence in which its end is looked for."""
_QUOTES = ('"', "“”„", "«»")
"""Marks that come in pairs; which of them opens is not the same in every language."""
_PAIRS = (("(", ")"), ("「", "」"), ("（", "）"))
_LENGTH, _LOG_LENGTH = NAMES.index("length"), NAMES.index("log_length")
_PRONOUN = NAMES.index("pronoun")
_COST = 0.15
"""What a longer sentence costs for each further sentence that is asked for: one must say all, one of three need not."""

_FRAGMENT, _OPEN, _LEANS = 1.5, 0.3, 0.25
"""What it costs, in log odds, to be no sentence, to leave a quotation or bracket open, to begin with a pronoun."""
_FIRST = 0.4
"""What the first sentence has in advance, in log odds, in languages that nothing was learned of."""
_FEWEST = 4
"""Words of the shortest sentence that says something."""


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
    rarity = Rarity(primary, weights.rarity)
    rows = measure(units, title, primary, rarity)
    longer = _COST * min(max(sentences - 1, 0), 2)
    leans = 0.0 if primary in NAMED_BY_PRONOUN else _LEANS
    costs = [
        longer * row[_LOG_LENGTH]
        + (_FRAGMENT if row[_LENGTH] < _FEWEST or not _END.search(unit.text[-_TAIL:]) else 0.0)
        + (0.0 if closes(unit.text) else _OPEN)
        + (leans * row[_PRONOUN] if unit.number else 0.0)
        for unit, row in zip(units, rows, strict=True)
    ]
    if costs and not rarity.lang:
        costs[0] -= _FIRST
    best = best_rows(weights, rows, costs, sentences)
    chosen = [units[i] for i in sorted(best)]
    return Chosen([unit.text for unit in chosen], [unit.number for unit in chosen])


def closes(sentence: str) -> bool:
    """Whether a sentence closes the quotations and brackets that it opens."""
    return all(sum(map(sentence.count, marks)) % 2 == 0 for marks in _QUOTES) and all(
        sentence.count(left) == sentence.count(right) for left, right in _PAIRS
    )
