"""What can be measured of a sentence in its article. One rule: the weights were learned in the order of `NAMES`.

Everything here is free of language but for two things: how rare a term is (`terms.Rarity`) and which words begin
sentences that lean on the one before (`leaning`). Nothing costs more than the number of words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt
from typing import TYPE_CHECKING

from newstui.domain.summarising.leaning import CONNECTIVES, PRONOUNS
from newstui.domain.summarising.terms import is_wide, product, terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.summarising.terms import Rarity

_NAME = re.compile(r"(?<=[\w,;:’'\")\-] )[\"“‘«(]?[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐΑ-ΩĐƠƯẠ-Ỹ][\w.'’\-]*")
_NUMBER = re.compile(r"\d[\d.,]*")
_MONEY = re.compile(r"[$€£¥₹₫%]|\b(?:percent|million|billion|millions?|milliards?|triệu|tỷ|Millionen|Milliarden)\b")
_QUOTED = re.compile(r"[\"“«„][^\"”»“]*[\"”»“]")
_FIRST = re.compile(r"[\w’']+")
_QUOTE = re.compile(r"[\"“”«»„]")
_QUOTES = '"“”«»„'
_TOP = 10
"""How many of an article's terms count as what it is about."""
TRAINED = ("en", "fr", "vi")
"""Languages that the weights have learned the habits of."""

NAMES = (
    "place", "from_end", "share", "early", "first", "words_before", "length", "log_length", "length_ratio",
    "letters", "paragraph",
    "mean_count", "mean_weight", "sum_weight", "max_weight", "recurring", "singletons", "top_terms",
    "centroid", "central_before", "central_after", "central_ratio", "like_first", "like_lead", "like_before",
    "like_after",
    "novelty", "first_mentions", "first_share",
    "title_covered", "title_share", "title_cosine", "title_earlier", "title_rank",
    "pairs", "pair_share", "pair_centroid", "title_pairs", "title_triples", "title_main_pairs",
    "names", "name_share", "new_names", "main_name",
    "numbers", "money", "quoted", "begins_quoted", "ends_quoted", "open_quote", "question", "exclaims", "unended",
    "commas", "bracket", "dash",
    "pronoun", "connective", "next_pronoun", "next_connective", "before_question", "before_length", "after_length",
    "count", "mean_length", "titled", "quotedness", "lead_length",
    "rarity", "rank_centroid", "rank_weight",
    "english", "french", "vietnamese",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence that may be chosen."""

    text: str
    number: int
    """Among all sentences of the article, from 0."""
    opens: bool = False
    """Whether it begins a paragraph."""


@dataclass(slots=True)
class _Page:
    """The terms of an article and what follows from them, sentence by sentence."""

    units: Sequence[Unit]
    terms: list[list[str]]
    sets: list[dict[str, float]]
    """Term → weight, of length 1 each."""
    count: dict[str, int]
    """Term → in how many sentences."""
    weight: dict[str, float]
    total: dict[str, float]
    """The sum of `sets`."""
    lengths: list[float]
    """Words of each sentence; two characters are one where a script sets no spaces."""


def measure(units: Sequence[Unit], title: str, lang: str, rarity: Rarity) -> list[list[float]]:
    """One row of `NAMES` for each sentence."""
    if not units:
        return []
    page = _page(units, rarity)
    columns = [
        *_places(page),
        *_weights(page),
        *_centrality(page),
        *_novelty(page),
        *_of_title(page, title, rarity),
        *_pairs(page, title),
        *_names(page),
        *_marks(page),
        *_neighbours(page, lang),
        *_of_page(page, title),
        *_ranks(page, rarity),
        *([float(rarity.lang == known)] * len(units) for known in TRAINED),
    ]
    return [list(row) for row in zip(*columns, strict=True)]


def _page(units: Sequence[Unit], rarity: Rarity) -> _Page:
    split = [terms(unit.text) for unit in units]
    counts: list[dict[str, int]] = []
    count: dict[str, int] = {}
    for each in split:
        own: dict[str, int] = {}
        for term in each:
            own[term] = own.get(term, 0) + 1
        for term in own:
            count[term] = count.get(term, 0) + 1
        counts.append(own)
    weight = {term: (1 + log(times)) * rarity[term] for term, times in count.items()}
    sets: list[dict[str, float]] = []
    total: dict[str, float] = {}
    for own in counts:
        vector = {term: times * rarity[term] for term, times in own.items()}
        norm = sqrt(sum([x * x for x in vector.values()])) or 1.0
        for term in vector:
            vector[term] = unit = vector[term] / norm
            total[term] = total.get(term, 0.0) + unit
        sets.append(vector)
    lengths = [len(each) / (2 if is_wide(unit.text) else 1) for unit, each in zip(units, split, strict=True)]
    return _Page(units, split, sets, count, weight, total, lengths)


def _places(page: _Page) -> list[list[float]]:
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
        [1 / (i + 1) for i in places],
        [float(i == 0) for i in places],
        before,
        lengths,
        [log(1 + length) for length in lengths],
        [length / mean for length in lengths],
        [len(unit.text) / max(1, length) for unit, length in zip(page.units, lengths, strict=True)],
        [float(unit.opens) for unit in page.units],
    ]


def _weights(page: _Page) -> list[list[float]]:
    rows = []
    top = sorted(page.weight, key=page.weight.__getitem__, reverse=True)[:_TOP]
    best = sum(page.weight[term] for term in top) or 1.0
    for own in page.sets:
        size = len(own) or 1
        weights = [page.weight[term] for term in own]
        counts = [page.count[term] for term in own]
        rows.append(
            (
                sum(counts) / size,
                sum(weights) / size,
                sum(weights),
                max(weights, default=0.0),
                sum([weight for weight, times in zip(weights, counts, strict=True) if times > 1])
                / (sum(weights) or 1.0),
                counts.count(1) / size,
                sum([page.weight[term] for term in top if term in own]) / best,
            )
        )
    return [list(column) for column in zip(*rows, strict=True)]


def _centrality(page: _Page) -> list[list[float]]:
    """How like a sentence is to all others, those before and those after: products with sums of unit vectors."""
    size, total = len(page.units), page.total
    past: dict[str, float] = {}
    centroid, before, after, ratio = [], [], [], []
    for i, own in enumerate(page.sets):
        with_all = product(own, total) - 1.0
        with_past = product(own, past)
        centroid.append(with_all / max(1, size - 1))
        before.append(with_past / max(1, i))
        after.append((with_all - with_past) / max(1, size - 1 - i))
        ratio.append((with_all - with_past) / (with_all + 1e-9))
        for term, value in own.items():
            past[term] = past.get(term, 0.0) + value
    first = page.sets[0]
    lead: dict[str, float] = {}
    for own in page.sets[:3]:
        lead.update(own)
    like_first = [product(own, first) if i else 0.0 for i, own in enumerate(page.sets)]
    like_lead = [
        sum([value for t, value in own.items() if t in lead]) / (sum(own.values()) or 1.0) if i > 2 else 0.0
        for i, own in enumerate(page.sets)
    ]
    like_before = [product(own, page.sets[i - 1]) if i else 0.0 for i, own in enumerate(page.sets)]
    like_after = [*like_before[1:], 0.0]
    return [centroid, before, after, ratio, like_first, like_lead, like_before, like_after]


def _novelty(page: _Page) -> list[list[float]]:
    """What a sentence says first, and what of it comes again later."""
    seen: set[str] = set()
    novelty, mentions, share = [], [], []
    for own in page.sets:
        new = [term for term in own if term not in seen]
        again = sum([page.weight[term] for term in new if page.count[term] > 1])
        novelty.append(len(new) / (len(own) or 1))
        mentions.append(again)
        share.append(again / (sum([page.weight[term] for term in own]) or 1.0))
        seen.update(new)
    return [novelty, mentions, share]


def _of_title(page: _Page, title: str, rarity: Rarity) -> list[list[float]]:
    said = terms(title)
    wanted = {term: rarity[term] for term in said}
    whole = sum(wanted.values()) or 1.0
    norm = sqrt(sum(x * x for x in wanted.values())) or 1.0
    covered, share, like, earlier = [], [], [], []
    best = 0.0
    for own in page.sets:
        common = [term for term in own if term in wanted]
        covered.append(sum([wanted[term] for term in common]) / whole)
        share.append(sum([rarity[term] for term in common]) / (sum([rarity[term] for term in own]) or 1.0))
        like.append(sum([own[term] * wanted[term] for term in common]) / norm)
        earlier.append(covered[-1] - best)
        best = max(best, covered[-1])
    return [covered, share, like, earlier, _ranked(covered)]


def _pairs(page: _Page, title: str) -> list[list[float]]:
    """What neighbouring terms tell: a pair that recurs, or that the title has, is a name or an idea."""
    found = [set(pairwise(each)) for each in page.terms]
    times: dict[tuple[str, str], int] = {}
    for pairs in found:
        for pair in pairs:
            times[pair] = times.get(pair, 0) + 1
    said = terms(title)
    wanted = set(pairwise(said))
    triples = set(zip(said, said[1:], said[2:], strict=False))
    others = max(1, len(found) - 1)
    rows = []
    for pairs, each in zip(found, page.terms, strict=True):
        size = len(pairs) or 1
        again = [times[pair] for pair in pairs if times[pair] > 1]
        common = wanted & pairs
        tripled = triples.intersection(zip(each, each[1:], each[2:], strict=False)) if len(common) > 1 else ()
        rows.append(
            (
                float(len(again)),
                len(again) / size,
                sum(again, -len(again)) / size / others,
                len(common) / (len(wanted) or 1),
                len(tripled) / (len(triples) or 1),
                float(sum(times[pair] > 1 for pair in common)),
            )
        )
    return [list(column) for column in zip(*rows, strict=True)]


def _names(page: _Page) -> list[list[float]]:
    found = [_NAME.findall(unit.text) for unit in page.units]
    times: dict[str, int] = {}
    for names in found:
        for name in names:
            times[name] = times.get(name, 0) + 1
    main = set(sorted(times, key=times.__getitem__, reverse=True)[:3])
    seen: set[str] = set()
    new = []
    for names in found:
        new.append(float(len(set(names) - seen)))
        seen.update(names)
    sizes = [max(1, len(each)) for each in page.terms]
    return [
        [float(len(names)) for names in found],
        [len(names) / size for names, size in zip(found, sizes, strict=True)],
        new,
        [len(main.intersection(names)) / (len(main) or 1) for names in found],
    ]


def _marks(page: _Page) -> list[list[float]]:
    rows = []
    for unit in page.units:
        text = unit.text
        bare = text.rstrip("\"'”’»)] \u00a0")
        opened = len(_QUOTE.findall(text))
        quoted = sum(len(each) for each in _QUOTED.findall(text)) if opened else 0
        rows.append(
            (
                float(len(_NUMBER.findall(text))),
                float(len(_MONEY.findall(text))),
                quoted / len(text),
                float(text[0] in _QUOTES),
                float(text[-1] in _QUOTES),
                float(opened % 2),
                float(bare.endswith(("?", "？", "؟"))),
                float(bare.endswith(("!", "！"))),
                float(not bare.endswith((".", "?", "!", "…", "。", "？", "！", "؟", "।", "۔"))),
                float(text.count(",") + text.count("，") + text.count("、") + text.count("،")),
                float("(" in text or "（" in text),
                float(" - " in text or "--" in text or "–" in text or "—" in text or ":" in text),
            )
        )
    return [list(column) for column in zip(*rows, strict=True)]


def _neighbours(page: _Page, lang: str) -> list[list[float]]:
    pronouns, connectives = PRONOUNS.get(lang, frozenset()), CONNECTIVES.get(lang, frozenset())
    openings = [found[0].lower() if (found := _FIRST.search(unit.text)) else "" for unit in page.units]
    pronoun = [float(word in pronouns) for word in openings]
    connective = [float(word in connectives) for word in openings]
    question = [float(unit.text.rstrip('"”»').endswith("?")) for unit in page.units]
    lengths = page.lengths
    return [
        pronoun,
        connective,
        [*pronoun[1:], 0.0],
        [*connective[1:], 0.0],
        [0.0, *question[:-1]],
        [0.0, *lengths[:-1]],
        [*lengths[1:], 0.0],
    ]


def _of_page(page: _Page, title: str) -> list[list[float]]:
    size = len(page.units)
    words = page.lengths
    quotes = sum(unit.text[0] in _QUOTES for unit in page.units) / size
    values = (float(size), sum(words) / size, float(bool(title.strip())), quotes, sum(words[:3]))
    return [[value] * size for value in values]


def _ranks(page: _Page, rarity: Rarity) -> list[list[float]]:
    rare = [sum([rarity[term] for term in own]) / (len(own) or 1) for own in page.sets]
    whole = [product(own, page.total) for own in page.sets]
    heavy = [sum([page.weight[term] for term in own]) for own in page.sets]
    return [rare, _ranked(whole), _ranked(heavy)]


def _ranked(values: list[float]) -> list[float]:
    """0 for the greatest, towards 1 for the least; equal values rank alike."""
    ordered = sorted(values, reverse=True)
    place: dict[float, int] = {}
    for i, value in enumerate(ordered):
        place.setdefault(value, i)
    return [place[value] / len(values) for value in values]
