"""Sentences that lean and sentences that stand, of invented news, by language.

A language model wrote them without knowing the program: in `LANG.a.jsonl` those that rules may be made by, in
`LANG.b.jsonl`, of other stories, those that measure only. Nobody is to read a set b for the sake of a rule.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.summaries.extractive.leaning import Leaning

if TYPE_CHECKING:
    from collections.abc import Iterable

SETS = Path(__file__).parent


class Case(NamedTuple):
    """A sentence behind the beginning of its article."""

    before: tuple[str, ...]
    sentence: str
    leans: bool
    kind: str


class Found(NamedTuple):
    """How many sentences lean and stand, and how many of each the program takes for leaning ones."""

    leaning: int
    found: int
    standing: int
    falsely: int
    missed: Counter[str]
    """The kinds of those that lean and were not found."""


def cases(lang: str, which: str) -> list[Case]:
    """Returns the sentences of one set, which is `a` or `b`."""
    lines = (SETS / f"{lang}.{which}.jsonl").read_text("utf-8").splitlines()
    return [Case(tuple(each.pop("before")), **each) for each in map(json.loads, lines)]


def languages() -> list[str]:
    """Returns the languages that have sets."""
    return sorted(path.name.partition(".")[0] for path in SETS.glob("*.a.jsonl"))


def is_found(case: Case, lang: str) -> bool:
    """Returns True for a sentence that the program takes for a leaning one, or shows with a bracket."""
    texts = [*case.before, case.sentence]
    leaning, place = Leaning(texts, lang), len(texts) - 1
    return bool(leaning.needs(place)) or leaning.as_shown(place) is not None


def measured(every: Iterable[Case], lang: str) -> Found:
    """Counts what the program finds among the sentences of one language."""
    taken = [(case, is_found(case, lang)) for case in every]
    leaning = [(case, found) for case, found in taken if case.leans]
    standing = [found for case, found in taken if not case.leans]
    missed = Counter(case.kind for case, found in leaning if not found)
    return Found(len(leaning), sum(found for _, found in leaning), len(standing), sum(standing), missed)
