"""Measures of a sentence in its article. One rule: the weights were learned in the order of `NAMES`.

Everything here is free of language but for two things: how rare a term is (`terms.Rarity`) and which words begin
sentences that depend on the one before (`dependent_openings`). Nothing costs more than the number of words.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, chain, pairwise
from math import sqrt
from operator import add, mul
from typing import TYPE_CHECKING

from newstui.domain.summaries.extractive.dependent_openings import CONNECTIVES, PRONOUNS
from newstui.domain.summaries.extractive.surface import QUOTES, marks_in, names_in, paragraphs_of
from newstui.domain.summaries.extractive.term_index import index_terms
from newstui.domain.summaries.extractive.terms import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newstui.domain.summaries.extractive.term_index import TermIndex, Unit
    from newstui.domain.summaries.extractive.terms import Rarity

_FIRST = re.compile(rf"[\w’'{MARKS}]+")
_TOP = 10
"""The number of an article's terms that count as its subject."""
_TERM_BITS = 20
TRAINED = ("en", "fr", "vi")
"""Languages that the weights have learned the habits of."""

NAMES = (
    "place", "from_end", "share", "words_before", "length", "length_ratio", "letters",
    "mean_count", "mean_weight", "sum_weight", "max_weight", "recurring", "singletons", "top_terms",
    "centroid", "central_before", "central_after", "central_ratio", "like_first", "like_lead", "like_before",
    "like_after",
    "novelty", "first_mentions", "first_share",
    "title_covered", "title_share", "title_cosine", "title_earlier", "title_rank",
    "pairs", "pair_share", "pair_centroid", "title_pairs", "title_triples", "title_main_pairs",
    "names", "name_share", "new_names", "main_name",
    "numbers", "quoted", "begins_quoted", "open_quote", "commas", "dash",
    "pronoun", "connective", "next_pronoun", "next_connective", "before_length", "after_length",
    "count", "mean_length", "titled", "quotedness", "lead_length",
    "rarity", "rank_centroid", "rank_weight",
    "opens", "paragraph", "paragraph_size", "question",
    "english", "french", "vietnamese",
)  # fmt: skip


def measure(units: Sequence[Unit], title: str, lang: str, rarity: Rarity) -> list[list[float]]:
    """Returns a column for each of `NAMES`, with a number for each sentence."""
    if not units:
        return [[] for _ in NAMES]
    return measure_terms(index_terms(units, title, rarity), lang, is_learned=bool(rarity.lang))


def measure_terms(index: TermIndex, lang: str, *, is_learned: bool) -> list[list[float]]:
    """Returns the same of sentences whose terms are numbered. `is_learned`: the rarity of terms is that of `lang`."""
    units = index.units
    heavy = [sum(at(index.weight)) for at in index.at]
    total, central = _centrality(index)
    return [
        *_places(index),
        *_weights(index, heavy),
        *central,
        *_novelty(index, heavy),
        *_of_title(index),
        *_pairs(index),
        *names_in(index),
        *marks_in(index),
        *_neighbours(index, lang),
        *_of_article(index),
        [sum(at(index.rare)) / size for at, size in zip(index.at, index.sizes, strict=True)],
        _ranked(total),
        _ranked(heavy),
        *paragraphs_of(units),
        *([float(is_learned and lang == known)] * len(units) for known in TRAINED),
    ]


def _places(index: TermIndex) -> list[list[float]]:
    size = len(index.units)
    lengths = index.lengths
    mean = sum(lengths) / size or 1.0
    before, seen = [], 0.0
    for length in lengths:
        before.append(seen)
        seen += length
    places = range(size)
    return [
        [float(i) for i in places],
        [float(size - 1 - i) for i in places],
        [i / size for i in places],
        before,
        lengths,
        [length / mean for length in lengths],
        [len(unit.text) / max(1, length) for unit, length in zip(index.units, lengths, strict=True)],
    ]


def _weights(index: TermIndex, heavy: list[float]) -> list[list[float]]:
    weight, count = index.weight, index.count
    top = sorted(range(len(weight)), key=weight.__getitem__, reverse=True)[:_TOP]
    best = sum([weight[term] for term in top]) or 1.0
    in_top = [0.0] * len(weight)
    for term in top:
        in_top[term] = weight[term]
    again = [heaviness if times > 1 else 0.0 for heaviness, times in zip(weight, count, strict=True)]
    counts = [at(count) for at in index.at]
    sizes = index.sizes
    return [
        [sum(each) / size for each, size in zip(counts, sizes, strict=True)],
        [whole / size for whole, size in zip(heavy, sizes, strict=True)],
        heavy,
        [max(at(weight)) for at in index.at],
        [sum(at(again)) / (whole or 1.0) for at, whole in zip(index.at, heavy, strict=True)],
        [each.count(1) / size for each, size in zip(counts, sizes, strict=True)],
        [sum(at(in_top)) / best for at in index.at],
    ]


def _centrality(index: TermIndex) -> tuple[list[float], list[list[float]]]:
    """Returns the similarity of each sentence to those before and those after: products with sums of unit vectors."""
    size = len(index.units)
    past = [0.0] * len(index.rare)
    with_past = []
    for own, at, vector in zip(index.own, index.at, index.vectors, strict=True):
        known = at(past)
        with_past.append(sum(map(mul, vector, known)))
        for term, value in zip(own, map(add, vector, known), strict=True):
            past[term] = value
    total = [sum(map(mul, vector, at(past))) for at, vector in zip(index.at, index.vectors, strict=True)]
    centroid, before, after, ratio = [], [], [], []
    for i, (whole, early) in enumerate(zip(total, with_past, strict=True)):
        with_all = whole - 1.0
        centroid.append(with_all / max(1, size - 1))
        before.append(early / max(1, i))
        after.append((with_all - early) / max(1, size - 1 - i))
        ratio.append((with_all - early) / (with_all + 1e-9))
    return total, [centroid, before, after, ratio, *_likeness(index)]


def _likeness(index: TermIndex) -> list[list[float]]:
    """Returns the similarity of each sentence to the first one, the first three, the one before and the one after."""
    vectors = [dict(zip(own, vector, strict=True)) for own, vector in zip(index.own, index.vectors, strict=True)]
    opening = [0.0] * len(index.rare)
    for term, value in vectors[0].items():
        opening[term] = value
    # Terms are numbered in the order of first mention: those of the lead come before all others.
    lead = index.first[min(2, len(index.first) - 1)][1]
    in_lead = [1.0] * lead + [0.0] * (len(index.rare) - lead)
    first, of_lead = [0.0], [0.0, 0.0, 0.0][: len(vectors)]
    for at, vector in zip(index.at[1:], index.vectors[1:], strict=True):
        first.append(sum(map(mul, vector, at(opening))))
    for at, vector in zip(index.at[3:], index.vectors[3:], strict=True):
        of_lead.append(sum(map(mul, vector, at(in_lead))) / (sum(vector) or 1.0))
    before = [0.0]
    for last, this in pairwise(vectors):
        before.append(sum([this[term] * last[term] for term in this.keys() & last.keys()]))
    return [first, of_lead, before, [*before[1:], 0.0]]


def _novelty(index: TermIndex, heavy: list[float]) -> list[list[float]]:
    """Returns how much each sentence says first, and how much of it comes again later."""
    again = [weight if times > 1 else 0.0 for weight, times in zip(index.weight, index.count, strict=True)]
    mentions = [sum(again[start:end]) for start, end in index.first]
    return [
        [(end - start) / size for (start, end), size in zip(index.first, index.sizes, strict=True)],
        mentions,
        [mentioned / (whole or 1.0) for mentioned, whole in zip(mentions, heavy, strict=True)],
    ]


def _of_title(index: TermIndex) -> list[list[float]]:
    title_weights = [0.0] * len(index.rare)
    for term in index.title:
        title_weights[term] = index.rare[term]
    shared = [at(title_weights) for at in index.at]
    common = [sum(each) for each in shared]
    whole = sum(title_weights) or 1.0
    norm = sqrt(sum(map(mul, title_weights, title_weights))) or 1.0
    covered = [rare / whole for rare in common]
    return [
        covered,
        [rare / (sum(at(index.rare)) or 1.0) for rare, at in zip(common, index.at, strict=True)],
        [sum(map(mul, vector, each)) / norm for vector, each in zip(index.vectors, shared, strict=True)],
        [now - best for now, best in zip(covered, accumulate(covered, max, initial=0.0), strict=False)],
        _ranked(covered),
    ]


def _pairs(index: TermIndex) -> list[list[float]]:
    """Returns measures of pairs of neighbouring terms: a pair that recurs, or is in the title, is a name or an idea."""
    per_sentence = [_neighbouring(terms) for terms in index.term_lists]
    seen: set[int] = set()
    recurring: set[int] = set()
    for pairs in per_sentence:
        recurring |= seen & pairs
        seen |= pairs
    times = Counter(chain.from_iterable([recurring & pairs for pairs in per_sentence]))
    title = index.title
    title_pairs = _neighbouring(title)
    triples = set(zip(title, title[1:], title[2:], strict=False))
    others = max(1, len(per_sentence) - 1)
    rows = []
    for pairs, terms in zip(per_sentence, index.term_lists, strict=True):
        size = len(pairs) or 1
        again = list(map(times.__getitem__, recurring & pairs))
        common = title_pairs & pairs
        tripled = triples.intersection(zip(terms, terms[1:], terms[2:], strict=False)) if len(common) > 1 else ()
        rows.append(
            (
                float(len(again)),
                len(again) / size,
                sum(again, -len(again)) / size / others,
                len(common) / (len(title_pairs) or 1),
                len(tripled) / (len(triples) or 1),
                float(len(common & recurring)),
            )
        )
    return [list(column) for column in zip(*rows, strict=True)]


def _neighbouring(numbers: Iterable[int]) -> set[int]:
    """Each pair of neighbours as one number."""
    return {left << _TERM_BITS | right for left, right in pairwise(numbers)}


def _neighbours(index: TermIndex, lang: str) -> list[list[float]]:
    pronouns, connectives = PRONOUNS.get(lang, frozenset()), CONNECTIVES.get(lang, frozenset())
    openings = [per_sentence[0].lower() if (per_sentence := _FIRST.search(unit.text)) else "" for unit in index.units]
    pronoun = [float(word in pronouns) for word in openings]
    connective = [float(word in connectives) for word in openings]
    lengths = index.lengths
    return [
        pronoun,
        connective,
        [*pronoun[1:], 0.0],
        [*connective[1:], 0.0],
        [0.0, *lengths[:-1]],
        [*lengths[1:], 0.0],
    ]


def _of_article(index: TermIndex) -> list[list[float]]:
    size = len(index.units)
    words = index.lengths
    quotes = sum(unit.text[0] in QUOTES for unit in index.units) / size
    values = (float(size), sum(words) / size, float(bool(index.title)), quotes, sum(words[:3]))
    return [[value] * size for value in values]


def _ranked(values: list[float]) -> list[float]:
    """0 for the greatest, towards 1 for the least; equal values rank alike."""
    ordered = sorted(values, reverse=True)
    place: dict[float, int] = {}
    for i, value in enumerate(ordered):
        place.setdefault(value, i)
    return [place[value] / len(values) for value in values]
