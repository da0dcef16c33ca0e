"""Quotations over several sentences: who speaks, and the mark that opens them again."""

from __future__ import annotations

from newstui.domain.summaries.extractive.quotations import Quotations


def test_who_speaks_stands_in_the_first_sentence_or_in_the_last() -> None:
    assert Quotations(("Berg said: “Go.", "Run.", "Hide.”")).speakers == {1: (0,), 2: (0,)}
    assert Quotations(("It rained.", "“Go.", "Run,” Berg said.")).speakers == {1: (2,)}


def test_who_speaks_may_stand_beside_the_quotation() -> None:
    assert Quotations(("Berg spoke.", "“Go.", "Run.”", "It rained.")).speakers == {1: (0, 3), 2: (0, 3)}
    assert Quotations(("“Go.", "Run.”", "So Berg said.")).speakers == {0: (2,), 1: (2,)}


def test_a_quotation_of_one_sentence_is_none_of_these() -> None:
    assert Quotations(("“Go,” Berg said.", "It rained.")).speakers == {}


def test_a_quotation_that_lost_its_last_mark_ends_by_itself() -> None:
    assert Quotations(("“Go.", *["It rained."] * 6, "He said “no”.")).speakers == {}


def test_its_last_sentence_is_opened_again() -> None:
    quotations = Quotations(("It rained.", "“Go.", "Run,” Berg said."))
    assert quotations.reopened(2) == "“[…] Run,” Berg said."
    assert quotations.reopened(1) is None
    assert quotations.reopened(0) is None
