"""Measures of a sentence that its text alone tells: names, marks, and its place in a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.summaries.extractive.term_index import TermIndex, Unit

_NAME = re.compile(r" (?<=[\w,;:’'\")\-] )([\"“‘«(]?[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐΑ-ΩĐƠƯẠ-Ỹ][\w.'’\-]*)")
_NUMBER = re.compile(r"\d[\d.,]*")
_QUOTED = re.compile(r"[\"“«„][^\"”»“]{0,500}[\"”»“]")
_QUOTE = re.compile(r"[\"“”«»„]")
QUOTES = '"“”«»„'


def names_in(index: TermIndex) -> list[list[float]]:
    """Returns the number of names, their share, how many are new, and the share of the three main names."""
    per_sentence = [_NAME.findall(unit.text) for unit in index.units]
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
    sizes = [len(each) or 1 for each in index.term_lists]
    return [
        [float(len(names)) for names in per_sentence],
        [len(names) / size for names, size in zip(per_sentence, sizes, strict=True)],
        new,
        [len(main.intersection(names)) / (len(main) or 1) for names in per_sentence],
    ]


def marks_in(index: TermIndex) -> list[list[float]]:
    """Returns numbers, the share that is quoted, if it opens with a quote or leaves one open, commas, and dashes."""
    rows = []
    for unit in index.units:
        text = unit.text
        plain = text.isascii()
        opened = text.count('"') if plain else len(_QUOTE.findall(text))
        quoted = sum(map(len, _QUOTED.findall(text))) if opened else 0
        commas = text.count(",")
        rows.append(
            (
                float(len(_NUMBER.findall(text))),
                quoted / len(text),
                float(text[0] in QUOTES),
                float(opened % 2),
                float(commas if plain else commas + text.count("，") + text.count("、") + text.count("،")),
                float(":" in text or " - " in text or "--" in text or (not plain and ("–" in text or "—" in text))),
            )
        )
    return [list(column) for column in zip(*rows, strict=True)]


def paragraphs_of(units: Sequence[Unit]) -> list[list[float]]:
    """Returns if a sentence opens a paragraph, the paragraph's number, its number of sentences, and if it asks."""
    numbers = list(accumulate(float(unit.opens) for unit in units))
    sizes = Counter(numbers)
    return [
        [float(unit.opens) for unit in units],
        numbers,
        [float(sizes[number]) for number in numbers],
        [float(unit.text[-2:].rstrip(QUOTES)[-1:] == "?") for unit in units],
    ]
