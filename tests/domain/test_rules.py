"""Rules: what they are, when they end, and what is left of the front page."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.errors import UsageError
from newstui.domain.rules import HIDE, Rule, checked, end_of, rule_of, topics

TODAY = date(2024, 5, 6)


@given(st.text(), st.text(min_size=1), st.sampled_from(["read", "hide", "tag:x"]), st.none() | st.dates())
def test_a_rule_comes_back_from_its_value(name: str, query: str, act: str, until: date | None) -> None:
    rule = Rule(name, query, act, until)
    assert rule_of(name, rule.value) == (rule if query.strip() else None)


@pytest.mark.parametrize(
    "value", ["", "x", "[]", "{}", '{"query": "a", "act": "sing"}', '{"query": "a", "act": "tag:"}']
)
def test_a_value_of_another_kind_is_no_rule(value: str) -> None:
    assert rule_of("x", value) is None


def test_a_rule_ends_on_its_day() -> None:
    rule = Rule("x", "x", HIDE, end_of("2w", TODAY))
    assert rule.until == date(2024, 5, 20)
    assert not rule.is_over(date(2024, 5, 19))
    assert rule.is_over(date(2024, 5, 20))
    assert not Rule("x", "x", HIDE).is_over(date(9999, 1, 1))
    for span in ("", "w", "0d", "-1d", "2x", "²d"):
        with pytest.raises(UsageError, match="no span"):
            end_of(span, TODAY)


def test_what_is_done_already_is_not_asked_for() -> None:
    assert Rule("x", "a OR b", "read").query_to_do == "(a OR b) is:unread"
    assert Rule("x", "a", 'tag:big "sea"').query_to_do == '(a) -tag:""big "sea\\"""'
    assert Rule("x", "a", HIDE).query_to_do == "(a)"
    assert Rule("x", "a", HIDE).mark is None
    with pytest.raises(UsageError, match="needs a query"):
        checked(Rule("x", " ", HIDE))


def test_topics_are_names_and_longer_words_that_tell_something() -> None:
    rarity = {"what": 1.8, "people": 1.8, "minist": 2.6}
    assert topics("Anna Berg wins the cup in 2024", rarity) == ['"Anna Berg"', "anna", "berg", "wins"]
    assert topics("What people ask the minister", rarity) == ["minister"]
    assert topics("What people", rarity) == ["what", "people"]
