"""The registry of fields agrees with the marks, the headlines and the query language that are made from it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from newstui.domain.articles.headline import Headline
from newstui.domain.marks.fields import ARTICLE_FIELDS, FIELDS, HEADLINE_FIELDS, UNMARKED, Mark, default_of, storable
from newstui.domain.search.query import STATES


def test_every_field_of_an_article_is_an_attribute_of_its_mark_with_the_same_default() -> None:
    attributes = {name for field in ARTICLE_FIELDS for name in (field.name, f"{field.name}_at")[: 1 + field.has_time]}
    assert attributes | {"tagged", "untagged", "highlights"} == {field.name for field in fields(Mark)}
    for field in ARTICLE_FIELDS:
        assert getattr(UNMARKED, field.name) == field.default


def test_every_field_of_a_headline_is_an_attribute_of_it() -> None:
    assert {field.name for field in HEADLINE_FIELDS} <= set(Headline._fields)


def test_no_two_fields_share_a_state_or_the_words_of_an_act() -> None:
    assert len(set(STATES)) == len(STATES)
    words = [word for field in FIELDS.values() for word in field.words if word]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("read", 1, True),
        ("position", 2, 1.0),
        ("position", float("nan"), 0.0),
        ("note", "a\x1b[31m note", "a[31m note"),
        ("subscription", "{}", "{}"),
    ],
)
def test_a_value_is_cleaned_before_it_is_stored(field: str, value: bool | float | str, expected: object) -> None:
    assert storable(field, value) == (field, expected)


def test_a_tag_is_stored_as_one_line() -> None:
    assert storable("tag: food \n& drink", 1) == ("tag:food & drink", True)


@pytest.mark.parametrize(("field", "value"), [("position", "x"), ("note", 3), ("tag:", True), ("stars", 3)])
def test_an_unknown_field_or_a_value_of_the_wrong_kind_is_refused(field: str, value: float | str) -> None:
    with pytest.raises(ValueError, match="no change of"):
        storable(field, value)


def test_tags_and_fields_of_a_later_version_are_flags() -> None:
    assert default_of("tag:x") is default_of("stars") is False
    assert default_of("note") == ""
