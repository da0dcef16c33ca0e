"""Choosing the sentences of a summary. One rule: what is chosen stands in the article word for word, in its order.

Only an opening that says nothing by itself is changed, and put into brackets.
"""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from newstui.domain.summaries.extractive.boosted_trees import ranked_rows
from newstui.domain.summaries.extractive.dependent_openings import NAMED_BY_PRONOUN
from newstui.domain.summaries.extractive.features import NAMES, measure_terms
from newstui.domain.summaries.extractive.leaning import Leaning
from newstui.domain.summaries.extractive.term_index import Unit, index_terms
from newstui.domain.summaries.extractive.together import EVENT_FIRST, POOL, best_together, length_cost
from newstui.domain.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.summaries.extractive.boosted_trees import Weights
    from newstui.domain.summaries.extractive.term_index import TermIndex

_LETTER = re.compile(r"\w")
_ENDS = frozenset(".!?…。！？．؟।॥۔።։")
_CLOSING = "\"'”’»“)]」』"
_QUOTES = ('"', "“”„", "«»")
"""Marks that come in pairs; which of them opens is not the same in every language."""
_PAIRS = (("(", ")"), ("「", "」"), ("（", "）"))
_LENGTH, _PRONOUN = NAMES.index("length"), NAMES.index("pronoun")
_FRAGMENT, _OPEN, _PRONOUN_COST = 1.5, 0.3, 0.25
"""The costs, in log odds, of being a fragment, of leaving a quotation or bracket open, of starting with a pronoun."""
_AGAIN = 9.0
"""The cost of repeating an earlier sentence word for word: as much as being the last choice."""
_SAME = 0.75
"""The share of the shorter sentence's terms, weighed by their rarity, that another must have to say the same."""
_ADVANCE = (0.8, 0.5, 0.3)
"""The bonus of the first sentences, in log odds, in languages that nothing was learned from."""
_GLUED = {
    "fr": re.compile(
        r"(?<![^\W\d_])(?<![@#/._-])[a-zà-ÿ]{3,}[A-ZÀ-Þ][a-zà-ÿ]|[a-zà-ÿ][\"»)?!…]{1,2}[A-ZÀ-Þ][a-zà-ÿ’']+ "
    )
}
"""A text and the one behind it without a space, which nothing could part: `bonsMatignon a précisé`."""
_FEWEST = 4
"""Words of the shortest sentence that says something."""


class Chosen(NamedTuple):
    """Sentences and, for each, its number among all of the article's, from 0."""

    sentences: list[str]
    positions: list[int]


def primary_language(lang: str | None) -> str:
    """`pt` of `pt-BR`; English where it is not known."""
    return (lang or "en").lower().split("-", 1)[0]


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
    """Returns at most so many of the units, the best ones that can stand together, in their order."""
    if not units or sentences < 1:
        return Chosen([], [])
    index = _indexed(units, title, lang, weights)
    ranked, lead = _ranked(index, lang, sentences, weights)
    leaning = Leaning([unit.text for unit in index.units], primary_language(lang), normalize("NFC", title))
    best = best_together(without_repetition(ranked, index), index, leaning, sentences, lead)
    texts = [(leaning.as_shown(i) if i - 1 not in best else None) or units[i].text for i in sorted(best)]
    return Chosen(texts, [units[i].number for i in sorted(best)])


def ranked_units(
    units: Sequence[Unit], title: str, lang: str | None, sentences: int, weights: Weights
) -> list[tuple[int, float]]:
    """(place among the units, score) of those with a prospect to be among so many, the best first."""
    return _ranked(_indexed(units, title, lang, weights), lang, sentences, weights)[0]


def _indexed(units: Sequence[Unit], title: str, lang: str | None, weights: Weights) -> TermIndex:
    """Returns the terms, each letter with its accent as one character: no word is cut in two at an accent."""
    composed = [Unit(normalize("NFC", unit.text), unit.number, unit.opens) for unit in units]
    return index_terms(composed, normalize("NFC", title), weights.rarity_of(primary_language(lang)))


def _ranked(
    index: TermIndex, lang: str | None, sentences: int, weights: Weights
) -> tuple[list[tuple[int, float]], float]:
    """Returns the ranked places, and the length from which on the lead is kept."""
    primary, units = primary_language(lang), index.units
    is_learned = primary in weights.rarity
    columns = measure_terms(index, primary, is_learned=is_learned)
    pronouns = 0.0 if primary in NAMED_BY_PRONOUN else _PRONOUN_COST
    costs = [
        length_cost(length)
        + (_FRAGMENT if length < _FEWEST or _is_part(unit.text) or _is_glued(unit.text, primary) else 0.0)
        + (0.0 if closes(unit.text) else _OPEN)
        + (pronouns * pronoun if unit.number else 0.0)
        for unit, length, pronoun in zip(units, columns[_LENGTH], columns[_PRONOUN], strict=True)
    ]
    seen: set[str] = set()
    for i, unit in enumerate(units):
        if unit.text in seen:
            costs[i] += _AGAIN
        seen.add(unit.text)
    if not is_learned:
        for i, advance in enumerate(_ADVANCE[: len(costs)]):
            costs[i] -= advance
    ranked = ranked_rows(weights, columns, costs, sentences)
    lead = inf if is_learned else kept_lead(ranked)
    if lead <= len(_ADVANCE):
        ranked = [(place, score + EVENT_FIRST if place < lead else score) for place, score in ranked]
    return sorted(ranked, key=lambda each: (-each[1], each[0])), lead


def kept_lead(ranked: Sequence[tuple[int, float]]) -> float:
    """Returns from how many sentences on the first ones stay together: no later one scores as high as the very first.

    `ranked` has `_ADVANCE` in its scores.
    """
    first = dict(ranked).get(0, -inf) - _ADVANCE[0]
    return max(len(_ADVANCE), 1 + max((place for place, score in ranked if score > first), default=0))


def without_repetition(ranked: Sequence[tuple[int, float]], index: TermIndex) -> list[tuple[int, float]]:
    """Returns the same places; those that say little more than a better one come last, with a lower score."""
    rare = index.rare
    distinct: list[tuple[int, float]] = []
    repeated: list[tuple[int, float]] = []
    kept: list[tuple[set[int], float]] = []
    for place, score in ranked:
        own = set(index.own[place]) if len(kept) < POOL else set[int]()
        whole = sum([rare[term] for term in own])
        if whole and any(
            sum([rare[term] for term in own & other]) >= _SAME * min(whole, of_other) for other, of_other in kept
        ):
            repeated.append((place, score - _AGAIN))
        else:
            distinct.append((place, score))
            kept.append((own, whole))
    return distinct + repeated


def _is_part(sentence: str) -> bool:
    """Returns True for what has no end, or begins in the middle: with a small letter, though `iPhone` does too."""
    begins_within = sentence.startswith(("…", "...")) or (sentence[0].islower() and not sentence[1:2].isupper())
    return begins_within or sentence.rstrip(_CLOSING)[-1:] not in _ENDS


def _is_glued(sentence: str, lang: str) -> bool:
    return lang in _GLUED and bool(_GLUED[lang].search(sentence))


def closes(sentence: str) -> bool:
    """Returns True for a sentence that closes the quotations and brackets that it opens."""
    if sentence.isascii():
        return sentence.count('"') % 2 == 0 and sentence.count("(") == sentence.count(")")
    return all(sum(map(sentence.count, marks)) % 2 == 0 for marks in _QUOTES) and all(
        sentence.count(left) == sentence.count(right) for left, right in _PAIRS
    )
