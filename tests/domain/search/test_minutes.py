"""`minutes:` at a reader's pace says what lists show at that pace."""

from __future__ import annotations

import operator
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.search.minutes import with_words
from newstui.domain.search.parser import parse
from newstui.domain.search.query import And, Measure, Not, Text
from newstui.domain.text.clean import minutes_to_read

COMPARED = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq}


@given(st.sampled_from(sorted(COMPARED)), st.integers(0, 30), st.integers(0, 9000), st.integers(80, 700))
def test_words_are_compared_as_minutes_are_shown(sign: str, number: int, words: int, pace: int) -> None:
    node = with_words(Measure("minutes", sign, number), pace)
    parts = node.parts if isinstance(node, And) else (node,)
    assert all(isinstance(part, Measure) and part.name == "words" for part in parts)
    matches = all(COMPARED[part.comparison](words, part.number) for part in parts if isinstance(part, Measure))
    assert matches == COMPARED[sign](minutes_to_read(words, pace), number)


def test_the_rest_of_a_query_stays() -> None:
    node = with_words(parse("sea -minutes:<2", datetime(2024, 5, 1)), 200)
    assert node == And((Text("sea"), Not(Measure("words", "<", 300))))
