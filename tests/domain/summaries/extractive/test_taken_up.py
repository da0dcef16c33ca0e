"""Short forms need the sentence that has the full one."""

from __future__ import annotations

from newstui.domain.summaries.extractive.taken_up import TakenUp, introductions

_PORT = (TakenUp(r"[Tt]he (port|bridge)\b", r"(?<![Tt]he )\b@ of \w+"), TakenUp(r"^(\w+) \w+s\b", r"\w+, [A-Z]\w+ @\b"))


def test_a_short_form_needs_every_earlier_sentence_with_the_full_one() -> None:
    texts = ("Old port of Riga.", "It rained.", "Some port of Riga.", "The port closed.")
    assert introductions(texts, 3, _PORT) == [(0, 2)]


def test_what_was_never_told_in_full_needs_nothing() -> None:
    assert introductions(("It rained.", "The port closed."), 1, _PORT) == []


def test_what_every_reader_knew_before_the_full_form_needs_nothing() -> None:
    assert introductions(("The port opened.", "Old port of Riga.", "The port closed."), 2, _PORT) == []


def test_a_sentence_with_the_full_form_itself_needs_nothing() -> None:
    assert introductions(("Old port of Riga.", "The port, a port of Riga."), 1, _PORT) == []


def test_two_short_forms_of_one_sentence_need_it_once() -> None:
    texts = ("The mayor, Ann Berg of Riga, opened a bridge of steel.", "Berg likes the bridge.")
    assert introductions(texts, 1, _PORT) == [(0,)]
