"""The measures that a sentence's text alone tells."""

from __future__ import annotations

from newstui.domain.summaries.extractive.surface import marks_in, names_in, paragraphs_of
from newstui.domain.summaries.extractive.term_index import TermIndex, Unit, index_terms
from newstui.domain.summaries.extractive.terms import Rarity

UNITS = [
    Unit("On Monday Anna Berg paid 5 and 7 crowns.", 0, opens=True),
    Unit("“No,” she said.", 1),
    Unit("Did Anna Berg pay – or not?", 2, opens=True),
]


def index() -> TermIndex:
    return index_terms(UNITS, "", Rarity("en", {}))


def test_names_are_counted_and_those_that_are_new() -> None:
    count, share, new, main = names_in(index())
    assert (count, new) == ([3.0, 0.0, 2.0], [3.0, 0.0, 0.0])
    assert share[0] > share[1] == 0
    assert main[0] == 1.0 > main[2] > main[1]


def test_marks_are_counted() -> None:
    numbers, quoted, begins_quoted, is_open, commas, dash = marks_in(index())
    assert numbers == [2.0, 0.0, 0.0]
    assert quoted[1] > 0 == quoted[0]
    assert (begins_quoted, is_open) == ([0.0, 1.0, 0.0], [0.0, 0.0, 0.0])
    assert (commas, dash) == ([0.0, 1.0, 0.0], [0.0, 0.0, 1.0])


def test_a_sentence_knows_its_paragraph() -> None:
    opens, number, size, asks = paragraphs_of(UNITS)
    assert opens == [1.0, 0.0, 1.0]
    assert number == [1.0, 1.0, 2.0]
    assert size == [2.0, 2.0, 1.0]
    assert asks == [0.0, 0.0, 1.0]
