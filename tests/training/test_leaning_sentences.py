"""The sets of sentences that lean are whole, and what is found among such sentences is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from training.leaning_sentences import SETS, Case, cases, languages, measured

if TYPE_CHECKING:
    from pathlib import Path

BEFORE = ("A ferry hit the pier of Brest.",)
EVERY = [
    Case(BEFORE, "It sank at once.", leans=True, kind="pronoun"),
    Case(BEFORE, "Sailors of Brest saw nothing.", leans=True, kind="answer"),
    Case(BEFORE, "This was a mistake.", leans=False, kind="invented"),
    Case(BEFORE, "Riga has a port.", leans=False, kind="place"),
]


def test_what_is_found_is_counted_among_those_that_lean_and_those_that_stand() -> None:
    assert measured(EVERY, "en") == (2, 1, 2, 1, {"answer": 1})


@pytest.mark.parametrize("path", sorted(SETS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_a_set_has_sentences_of_both_sorts_behind_others(path: Path) -> None:
    lang, which = path.stem.split(".")
    every = cases(lang, which)
    assert sum(case.leans for case in every) >= 40
    assert sum(not case.leans for case in every) >= 25
    assert all(case.before and case.sentence and case.kind for case in every)


def test_every_language_has_both_sets_of_different_stories() -> None:
    for lang in languages():
        first, second = ({case.before for case in cases(lang, which)} for which in "ab")
        assert not first & second, lang
