"""`newstui rules` adds, lists, previews, runs, edits and removes rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from newstui.domain.rules import HIDE, Rule
from newstui.services.desk import Desk
from newstui.store.paths import user_paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _put_by_a_later_version(library: Path, *rules: Rule) -> None:
    desk = Desk(user_paths(), library)
    for rule in rules:
        desk.marks.set("rule", [rule.name], rule.value)
    desk.close()


def test_a_rule_from_first_to_last(newstui: Callable[..., Any], write: Callable[..., Path]) -> None:
    write("a.md", "Football.", id="a", title="A")
    assert "no rules" in newstui("rules").err
    assert newstui("rules", "add", "football", "--dry-run").out.startswith("football\thide\t1 now")
    assert "no rules" in newstui("rules").err
    newstui("rules", "add", "football", "--for", "2w")
    assert newstui("list").out == ""
    assert len(newstui("list", "football", "--json").objects) == 1
    newstui("rules", "edit", "football", "--read", "--for", "0")
    (rule,) = newstui("rules", "--json").objects
    assert (rule["act"], rule["until"], rule["waiting"]) == ("read", None, 1)
    assert newstui("rules", "run", "--dry-run").out.startswith("football\tread\t1 now")
    assert newstui("rules", "run").out == "football\tread\t1\n"
    assert newstui("list", "--json").objects[0]["read"]
    assert newstui("undo").status == 0
    assert not newstui("list", "--json").objects[0]["read"]
    newstui("rules", "remove", "football")
    assert newstui("rules").out == ""
    for wrong in (("sing",), ("add",), ("add", "x", "--for", "9"), ("remove", "x"), ("edit", "x")):
        assert newstui("rules", *wrong).status == 2


@pytest.mark.parametrize("arguments", [("remove",), ("edit", "--read")])
def test_with_one_name_that_is_none_no_rule_is_changed(newstui: Callable[..., Any], arguments: tuple[str, ...]) -> None:
    newstui("rules", "add", "river")
    before = newstui("rules", "--json").objects
    assert newstui("rules", *arguments, "river", "lake").status == 2
    assert newstui("rules", "--json").objects == before


def test_a_name_that_is_given_twice_is_one_rule(newstui: Callable[..., Any]) -> None:
    newstui("rules", "add", "river")
    assert newstui("rules", "remove", "river", "river").status == 0
    assert newstui("rules", "--json").objects == []


def test_a_word_with_a_minus_is_a_part_of_the_query_of_a_rule(newstui: Callable[..., Any]) -> None:
    newstui("rules", "add", "river", "-flood", "--read")
    assert [(rule["query"], rule["act"]) for rule in newstui("rules", "--json").objects] == [("river -flood", "read")]


@pytest.mark.parametrize("arguments", [("edit",), ("remove",), ("add", "river", "--tag", " ")])
def test_a_rule_without_its_name_or_its_tag_is_refused(newstui: Callable[..., Any], arguments: tuple[str, ...]) -> None:
    assert newstui("rules", *arguments).status == 2
    assert "there are no rules" in newstui("rules", "run").err
    for act in ("list", "run"):
        assert "takes no name" in newstui("rules", act, "football").err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("list", "--query", "x"), "--query is for edit, not for list"),
        (("add", "x", "--json"), "--json is for list, not for add"),
        (("remove", "x", "--discard"), "--discard or --hide is for add and edit, not for remove"),
        (("run", "--for", "2w"), "--for is for add and edit, not for run"),
        (("edit", "x", "--dry-run"), "--dry-run is for add and run, not for edit"),
    ],
)
def test_an_option_that_an_act_does_not_take_is_refused(
    newstui: Callable[..., Any], arguments: tuple[str, ...], says: str
) -> None:
    result = newstui("rules", *arguments)
    assert result.status == 2
    assert says in result.err


LATER = (
    Rule("moods", "mood:happy", "bookmark"), Rule("a song", "football", "sing"), Rule("open", "((", HIDE),
    Rule("fitting", "fits:5", "read"),
)  # fmt: skip


def test_rules_of_a_later_version_are_listed_kept_and_never_run(
    newstui: Callable[..., Any], write: Callable[..., Path], root: Path
) -> None:
    write("a.md", "Football.", id="a", title="A")
    newstui("rules", "add", "football", "--tag", "sport")
    _put_by_a_later_version(root, *LATER)
    listed = newstui("rules")
    assert listed.status == 0
    states = [line.split("\t")[3] for line in listed.out.splitlines()]
    assert states == ["unreadable", "unreadable", "acts", "unreadable", "unreadable"]
    assert "the rule moods cannot be read and does nothing: there is no field" in listed.err
    assert "newstui rules edit 'a song' --query QUERY mends it, newstui rules remove 'a song'" in listed.err
    faults = {rule["name"]: (rule["waiting"], rule["fault"]) for rule in newstui("rules", "--json").objects}
    assert faults["football"] == (1, "")
    assert faults["a song"] == (None, "'sing' is nothing that a rule does")
    for options in (("--dry-run",), ()):
        result = newstui("rules", "run", *options)
        assert (result.status, result.out.count("\n")) == (1, 1)
        assert result.out.startswith("football\ttag:sport\t1")
        assert "the rule moods cannot be read" in result.err
    (article,) = newstui("list", "--json").objects
    assert (article["tags"], article["read"], article["bookmarked"]) == (["sport"], False, False)


def test_rules_of_a_later_version_are_mended_and_removed_by_name(newstui: Callable[..., Any], root: Path) -> None:
    _put_by_a_later_version(root, *LATER)
    assert newstui("rules", "edit", "moods", "--query", "happy").status == 0
    assert newstui("rules", "edit", "a song", "--read").status == 0
    assert newstui("rules", "remove", "open", "fitting").status == 0
    result = newstui("rules")
    assert [line.split("\t")[:4] for line in result.out.splitlines()] == [
        ["a song", "read", "always", "acts"], ["moods", "bookmark", "always", "acts"],
    ]  # fmt: skip
    assert result.err == ""


@pytest.mark.parametrize("query", ["a" * 1_999, "(" * 12 + "a" + ")" * 12])
def test_a_rule_that_only_just_is_a_query_is_refused_at_once(newstui: Callable[..., Any], query: str) -> None:
    assert newstui("rules", "add", query, "--read").status == 2
    assert newstui("rules").out == ""
