"""`newstui rules` adds, lists, previews, runs, edits and removes rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


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
