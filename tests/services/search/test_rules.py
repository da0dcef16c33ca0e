"""Rules act on what comes in, end by themselves, and leave alone what their reader marked by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import UsageError
from newstui.domain.rules import HIDE, Rule
from newstui.services.search.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk

TODAY = date(2024, 5, 6)


@pytest.fixture
def library(write: Callable[..., Path], desk: Callable[[], Desk]) -> Desk:
    for name in ("one", "two", "three"):
        write(f"{name}.md", f"Football and {name}.", id=name, title=name, date="2024-05-01")
    write("other.md", "A ferry.", id="other", title="other", date="2024-05-01")
    opened = desk()
    list(opened.index.reconcile())
    return opened


def test_a_rule_acts_once_and_never_on_what_was_marked_by_hand(library: Desk) -> None:
    library.marks.set("read", ["two"], True)
    library.marks.set("read", ["two"], False)
    rules = library.rules
    rules.put(Rule("r", "football", "read"))
    rules.put(Rule("t", "football two", "tag:sport"))
    assert [rules.preview(each).number for each in rules.all()] == [2, 1]
    assert [(rule.name, number) for rule, number in rules.run()] == [("r", 2), ("t", 1)]
    assert not library.marks.of("two").read
    assert library.marks.of("two").tagged == {"sport"}
    assert [number for _, number in rules.run()] == [0, 0]
    assert [rules.preview(each).number for each in rules.all()] == [0, 0]
    library.marks.undo()
    library.marks.undo()
    assert not library.marks.of("one").read
    assert rules.preview(rules.named("r")).number == 0
    rules.run_all()
    assert not library.marks.of("one").read


def test_a_rule_that_is_over_does_nothing_and_hides_nothing(library: Desk) -> None:
    def now(day: date) -> Rules:
        return Rules(library.marks, library.articles, lambda: day)

    now(TODAY).put(Rule("h", "football OR chess", HIDE, date(2024, 5, 20)))
    now(TODAY).put(Rule("d", "ferry", "discard", date(2024, 5, 20)))
    assert [rule.name for rule in now(TODAY).hiding()] == ["h"]
    late = now(date(2024, 5, 20))
    late.run_all()
    assert late.hiding() == []
    assert not library.marks.of("other").discarded
    assert late.is_over(late.named("h"))
    now(TODAY).run_all()
    assert library.marks.of("other").discarded


def test_what_is_hidden_is_not_on_the_front_page_and_in_every_other_list(library: Desk) -> None:
    library.rules.put(Rule("h", "football", HIDE))
    library.rules.put(Rule("late", "ferry", HIDE, date(2024, 5, 6)))
    assert library.articles.ids(library.articles.listing().rows) == ["other"]
    assert len(library.articles.listing("football")) == 3
    entries = next(iter(library.sections().entries(lambda: False)))
    assert (entries[0].id, entries[0].numbers) == ("", (1, 1))
    hidden = next(at for at, entry in enumerate(entries) if entry.id == "is:hidden")
    assert entries[hidden].numbers == (3, 3)
    assert [(each.label, each.numbers) for each in entries[hidden + 1 :] if each.kind == "rule"] == [("h", (3, 3))]
    assert len(library.articles.listing("is:hidden")) == 3
    assert library.articles.ids(library.articles.listing("-is:hidden").rows) == ["other"]
    library.marks.undo()
    library.marks.undo()
    assert len(library.articles.listing("is:hidden")) == 0
    assert len(library.articles.listing()) == 4
    assert library.rules.all() == []


def test_a_hundred_rules_hide_together_and_one_that_makes_no_sense_hides_nothing(library: Desk) -> None:
    for number in range(100):
        library.rules.put(Rule(f"long name {number}", f"football {['one', 'two', 'three'][number % 3]}", HIDE))
    library.marks.set("rule", ["odd"], Rule("odd", "((", HIDE).value)
    assert library.articles.ids(library.articles.listing().rows) == ["other"]
    assert library.articles.counts.of("") == (1, 1)
    for query in ("is:hidden", "-is:hidden sea", "fits:5"):
        with pytest.raises(UsageError, match="cannot ask"):
            library.rules.put(Rule("x", query, HIDE))


def test_hiding_a_topic_leaves_other_rules_of_its_name_and_longer_ones(library: Desk) -> None:
    soon, late = date(2124, 5, 6), date(2124, 6, 6)
    library.rules.put(Rule("football", "football", "tag:sport"))
    assert library.rules.hide("football", soon).name == "hide football"
    assert library.rules.named("football").act == "tag:sport"
    assert library.rules.hide("ferry", soon) == library.rules.named("ferry")
    assert library.rules.hide("ferry", late).until == late
    assert library.rules.hide("ferry", soon).until == late
    library.rules.put(Rule("always", "two", HIDE))
    assert library.rules.hide("two", late).name == "always"
    assert [rule.name for rule in library.rules.all()] == ["always", "ferry", "football", "hide football"]


def test_a_rule_gives_a_tag_whatever_characters_it_holds(library: Desk) -> None:
    tags = ('the "big" one', "back\\slash", "sea*", "-x", '"')
    for number, tag in enumerate(tags):
        library.rules.put(Rule(str(number), "football", f"tag:{tag}"))
    assert [number for _, number in library.rules.run()] == [3] * len(tags)
    assert library.marks.of("one").tagged == set(tags)
    assert [library.rules.preview(rule).number for rule in library.rules.all()] == [0] * len(tags)


def test_a_rule_that_is_none_is_refused(library: Desk) -> None:
    with pytest.raises(UsageError, match="nothing that a rule does"):
        library.rules.put(Rule("x", "x", "sing"))
    with pytest.raises(UsageError, match="query"):
        library.rules.put(Rule("x", "(", "read"))
    with pytest.raises(UsageError, match="no rule"):
        library.rules.remove("x")
