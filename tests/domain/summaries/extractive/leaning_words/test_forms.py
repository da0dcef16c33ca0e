"""A pattern of the parts that a language gives."""

from __future__ import annotations

from types import ModuleType

import pytest

from newstui.domain.summaries.extractive.leaning_words.forms import Forms, compiled, forms_of

FORMS = Forms("sore wa", "(?!)", "ship|port", "the ", "of the ", "(?! of)", "a @", answer="yes")


def test_an_opening_may_stand_behind_a_quotation_mark() -> None:
    assert compiled(FORMS).opening.match("「sore wa")
    assert not compiled(FORMS).opening.match("kore wa")


def test_a_noun_is_found_first_and_within_unless_it_is_told_apart() -> None:
    made = compiled(FORMS)
    first, within = made.definite.match("the ship sank"), made.inside.search("at the end of the port")
    assert first
    assert within
    assert (first["noun"], within["noun"]) == ("ship", "port")
    assert not made.definite.match("the ship of Berg sank")


def test_what_is_not_given_matches_nothing() -> None:
    made = compiled(FORMS._replace(answer="(?!)"))
    assert not made.answer.match("yes")
    assert not made.times.match("today")
    assert made.taken_up == ()


def test_the_forms_of_a_module_have_their_names_in_capitals() -> None:
    words = ModuleType("words")
    vars(words).update({name.upper(): name for name in Forms._fields if name != "times"}, OTHER="other")
    made = forms_of(words)
    assert (made.opening, made.answer, made.times) == ("opening", "answer", "(?!)")
    del words.OPENING
    with pytest.raises(TypeError, match="opening"):
        forms_of(words)
