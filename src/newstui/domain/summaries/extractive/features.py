"""Measures of a sentence in its article. One rule: the weights were learned in the order of `NAMES`.

Everything here is free of language but for two things: how rare a term is (`terms.Rarity`) and which words begin
sentences that lean on the one before (`leaning`). Nothing costs more than the number of words.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, chain, pairwise
from math import sqrt
from operator import add, mul
from typing import TYPE_CHECKING

from newstui.domain.summaries.extractive.dependent_openings import CONNECTIVES, PRONOUNS
from newstui.domain.summaries.extractive.term_index import page_of
from newstui.domain.summaries.extractive.terms import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newstui.domain.summaries.extractive.term_index import Page, Unit
    from newstui.domain.summaries.extractive.terms import Rarity

_NAME = re.compile(r" (?<=[\w,;:’'\")\-] )([\"“‘«(]?[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐΑ-ΩĐƠƯẠ-Ỹ][\w.'’\-]*)")
_NUMBER = re.compile(r"\d[\d.,]*")
_QUOTED = re.compile(r"[\"“«„][^\"”»“]*[\"”»“]")
_FIRST = re.compile(rf"[\w’'{MARKS}]+")
_QUOTE = re.compile(r"[\"“”«»„]")
_QUOTES = '"“”«»„'
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
    "english", "french", "vietnamese",
)  # fmt: skip


def measure(units: Sequence[Unit], title: str, lang: str, rarity: Rarity) -> list[list[float]]:
    """One column for each of `NAMES`, with a number for each sentence."""
    if not units:
        return [[] for _ in NAMES]
    page = page_of(units, title, rarity)
    heavy = [sum(at(page.weight)) for at in page.at]
    total, central = _centrality(page)
    return [
        *_places(page),
        *_weights(page, heavy),
        *central,
        *_novelty(page, heavy),
        *_of_title(page),
        *_pairs(page),
        *_names(page),
        *_marks(page),
        *_neighbours(page, lang),
        *_of_page(page, title),
        [sum(at(page.rare)) / size for at, size in zip(page.at, page.sizes, strict=True)],
        _ranked(total),
        _ranked(heavy),
        *([float(rarity.lang == known)] * len(units) for known in TRAINED),
    ]


def _places(page: Page) -> list[list[float]]:
    size = len(page.units)
    lengths = page.lengths
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
        [len(unit.text) / max(1, length) for unit, length in zip(page.units, lengths, strict=True)],
    ]


def _weights(page: Page, heavy: list[float]) -> list[list[float]]:
    weight, count = page.weight, page.count
    top = sorted(range(len(weight)), key=weight.__getitem__, reverse=True)[:_TOP]
    best = sum([weight[term] for term in top]) or 1.0
    in_top = [0.0] * len(weight)
    for term in top:
        in_top[term] = weight[term]
    again = [heaviness if times > 1 else 0.0 for heaviness, times in zip(weight, count, strict=True)]
    counts = [at(count) for at in page.at]
    sizes = page.sizes
    return [
        [sum(each) / size for each, size in zip(counts, sizes, strict=True)],
        [whole / size for whole, size in zip(heavy, sizes, strict=True)],
        heavy,
        [max(at(weight)) for at in page.at],
        [sum(at(again)) / (whole or 1.0) for at, whole in zip(page.at, heavy, strict=True)],
        [each.count(1) / size for each, size in zip(counts, sizes, strict=True)],
        [sum(at(in_top)) / best for at in page.at],
    ]


def _centrality(page: Page) -> tuple[list[float], list[list[float]]]:
    """Returns the similarity of each sentence to those before and those after: products with sums of unit vectors."""
    size = len(page.units)
    past = [0.0] * len(page.rare)
    with_past = []
    for own, at, vector in zip(page.own, page.at, page.vectors, strict=True):
        known = at(past)
        with_past.append(sum(map(mul, vector, known)))
        for term, value in zip(own, map(add, vector, known), strict=True):
            past[term] = value
    total = [sum(map(mul, vector, at(past))) for at, vector in zip(page.at, page.vectors, strict=True)]
    centroid, before, after, ratio = [], [], [], []
    for i, (whole, early) in enumerate(zip(total, with_past, strict=True)):
        with_all = whole - 1.0
        centroid.append(with_all / max(1, size - 1))
        before.append(early / max(1, i))
        after.append((with_all - early) / max(1, size - 1 - i))
        ratio.append((with_all - early) / (with_all + 1e-9))
    return total, [centroid, before, after, ratio, *_likeness(page)]


def _likeness(page: Page) -> list[list[float]]:
    """Returns the similarity of each sentence to the first one, the first three, the one before and the one after."""
    vectors = [dict(zip(own, vector, strict=True)) for own, vector in zip(page.own, page.vectors, strict=True)]
    opening = [0.0] * len(page.rare)
    for term, value in vectors[0].items():
        opening[term] = value
    # Terms are numbered in the order of first mention: those of the lead come before all others.
    lead = page.first[min(2, len(page.first) - 1)][1]
    in_lead = [1.0] * lead + [0.0] * (len(page.rare) - lead)
    first, of_lead = [0.0], [0.0, 0.0, 0.0][: len(vectors)]
    for at, vector in zip(page.at[1:], page.vectors[1:], strict=True):
        first.append(sum(map(mul, vector, at(opening))))
    for at, vector in zip(page.at[3:], page.vectors[3:], strict=True):
        of_lead.append(sum(map(mul, vector, at(in_lead))) / (sum(vector) or 1.0))
    before = [0.0]
    for last, this in pairwise(vectors):
        before.append(sum([this[term] * last[term] for term in this.keys() & last.keys()]))
    return [first, of_lead, before, [*before[1:], 0.0]]


def _novelty(page: Page, heavy: list[float]) -> list[list[float]]:
    """Returns how much each sentence says first, and how much of it comes again later."""
    again = [weight if times > 1 else 0.0 for weight, times in zip(page.weight, page.count, strict=True)]
    mentions = [sum(again[start:end]) for start, end in page.first]
    return [
        [(end - start) / size for (start, end), size in zip(page.first, page.sizes, strict=True)],
        mentions,
        [said / (whole or 1.0) for said, whole in zip(mentions, heavy, strict=True)],
    ]


def _of_title(page: Page) -> list[list[float]]:
    wanted = [0.0] * len(page.rare)
    for term in page.title:
        wanted[term] = page.rare[term]
    said = [at(wanted) for at in page.at]
    common = [sum(each) for each in said]
    whole = sum(wanted) or 1.0
    norm = sqrt(sum(map(mul, wanted, wanted))) or 1.0
    covered = [rare / whole for rare in common]
    return [
        covered,
        [rare / (sum(at(page.rare)) or 1.0) for rare, at in zip(common, page.at, strict=True)],
        [sum(map(mul, vector, each)) / norm for vector, each in zip(page.vectors, said, strict=True)],
        [now - best for now, best in zip(covered, accumulate(covered, max, initial=0.0), strict=False)],
        _ranked(covered),
    ]


def _pairs(page: Page) -> list[list[float]]:
    """Returns measures of pairs of neighbouring terms: a pair that recurs, or is in the title, is a name or an idea."""
    per_sentence = [_neighbouring(said) for said in page.term_lists]
    seen: set[int] = set()
    recurring: set[int] = set()
    for pairs in per_sentence:
        recurring |= seen & pairs
        seen |= pairs
    times = Counter(chain.from_iterable([recurring & pairs for pairs in per_sentence]))
    title = page.title
    wanted = _neighbouring(title)
    triples = set(zip(title, title[1:], title[2:], strict=False))
    others = max(1, len(per_sentence) - 1)
    rows = []
    for pairs, said in zip(per_sentence, page.term_lists, strict=True):
        size = len(pairs) or 1
        again = list(map(times.__getitem__, recurring & pairs))
        common = wanted & pairs
        tripled = triples.intersection(zip(said, said[1:], said[2:], strict=False)) if len(common) > 1 else ()
        rows.append(
            (
                float(len(again)),
                len(again) / size,
                sum(again, -len(again)) / size / others,
                len(common) / (len(wanted) or 1),
                len(tripled) / (len(triples) or 1),
                float(len(common & recurring)),
            )
        )
    return [list(column) for column in zip(*rows, strict=True)]


def _neighbouring(numbers: Iterable[int]) -> set[int]:
    """Each pair of neighbours as one number."""
    return {left << _TERM_BITS | right for left, right in pairwise(numbers)}


def _names(page: Page) -> list[list[float]]:
    per_sentence = [_NAME.findall(unit.text) for unit in page.units]
    times: dict[str, int] = {}
    for names in per_sentence:
        for name in names:
            times[name] = times.get(name, 0) + 1
    main = set(sorted(times, key=times.__getitem__, reverse=True)[:3])
    seen: set[str] = set()
    new = []
    for names in per_sentence:
        new.append(float(len(set(names) - seen)))
        seen.update(names)
    sizes = [len(each) or 1 for each in page.term_lists]
    return [
        [float(len(names)) for names in per_sentence],
        [len(names) / size for names, size in zip(per_sentence, sizes, strict=True)],
        new,
        [len(main.intersection(names)) / (len(main) or 1) for names in per_sentence],
    ]


def _marks(page: Page) -> list[list[float]]:
    rows = []
    for unit in page.units:
        text = unit.text
        plain = text.isascii()
        opened = text.count('"') if plain else len(_QUOTE.findall(text))
        quoted = sum(map(len, _QUOTED.findall(text))) if opened else 0
        commas = text.count(",")
        rows.append(
            (
                float(len(_NUMBER.findall(text))),
                quoted / len(text),
                float(text[0] in _QUOTES),
                float(opened % 2),
                float(commas if plain else commas + text.count("，") + text.count("、") + text.count("،")),
                float(":" in text or " - " in text or "--" in text or (not plain and ("–" in text or "—" in text))),
            )
        )
    return [list(column) for column in zip(*rows, strict=True)]


def _neighbours(page: Page, lang: str) -> list[list[float]]:
    pronouns, connectives = PRONOUNS.get(lang, frozenset()), CONNECTIVES.get(lang, frozenset())
    openings = [per_sentence[0].lower() if (per_sentence := _FIRST.search(unit.text)) else "" for unit in page.units]
    pronoun = [float(word in pronouns) for word in openings]
    connective = [float(word in connectives) for word in openings]
    lengths = page.lengths
    return [
        pronoun,
        connective,
        [*pronoun[1:], 0.0],
        [*connective[1:], 0.0],
        [0.0, *lengths[:-1]],
        [*lengths[1:], 0.0],
    ]


def _of_page(page: Page, title: str) -> list[list[float]]:
    size = len(page.units)
    words = page.lengths
    quotes = sum(unit.text[0] in _QUOTES for unit in page.units) / size
    values = (float(size), sum(words) / size, float(bool(title.strip())), quotes, sum(words[:3]))
    return [[value] * size for value in values]


def _ranked(values: list[float]) -> list[float]:
    """0 for the greatest, towards 1 for the least; equal values rank alike."""
    ordered = sorted(values, reverse=True)
    place: dict[float, int] = {}
    for i, value in enumerate(ordered):
        place.setdefault(value, i)
    return [place[value] / len(values) for value in values]
