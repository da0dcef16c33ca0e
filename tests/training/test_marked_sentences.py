"""A summary is judged by what was marked of its sentences."""

from __future__ import annotations

import json

from training.marked_sentences import MARKED, place_of, stands


def test_a_sentence_stands_by_itself_or_behind_one_of_each_that_it_needs() -> None:
    assert stands("stands", [3])
    assert not stands("none", [3])
    assert stands([[0, 1], [2]], [1, 2, 3])
    assert not stands([[0, 1], [2]], [0, 1, 3])
    assert not stands([], [0, 1, 2, 3])


def test_a_sentence_is_found_without_what_was_glued_to_it_and_not_in_brackets() -> None:
    sentences = ["The old port The ferry left.", "The ferry left.", "But a ship stayed.", "The way home."]
    assert place_of("The ferry left.", sentences) == 1
    assert place_of("The ferry left.", sentences[:1]) == 0
    assert place_of("home.", ["Newhome."]) is None
    assert place_of("[A] ship stayed.", sentences) is None


def test_what_is_needed_is_another_sentence_that_was_marked() -> None:
    for line in MARKED.read_text("utf-8").splitlines():
        marks = json.loads(line)["marks"]
        for place, mark in enumerate(marks):
            assert mark in ("stands", "none") or all(0 <= other < len(marks) for needs in mark for other in needs), line
            assert isinstance(mark, str) or [place] not in mark, line
