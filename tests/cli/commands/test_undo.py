"""`newstui undo`: the last changes taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.store.paths import user_paths

if TYPE_CHECKING:
    from tests.cli.conftest import Newstui

pytestmark = pytest.mark.usefixtures("two")


def test_undo_takes_changes_back_and_says_which(newstui: Newstui) -> None:
    newstui("mark", "aa1", "--read")
    newstui("mark", "aa1", "bb2", "--bookmark")
    newstui("mark", "bb2", "--tag", "x")
    assert newstui("undo").out == "undone: Second — tagged x\n"
    result = newstui("undo", "5")
    assert result.lines == ["undone: 2 articles — bookmarked", "undone: First — read"]
    assert (result.status, result.err) == (0, "there is nothing more to undo\n")
    assert newstui("list", "is:unread", "-is:bookmarked").out.count("\n") == 2


def test_marked_articles_and_undone_changes_as_json(newstui: Newstui) -> None:
    result = newstui("mark", "bb2", "aa1", "--bookmark", "--tag", "x", "--json")
    assert result.objects == newstui("list", "--json").objects
    assert [(each["id"], each["bookmarked"], each["tags"]) for each in result.objects] == [
        ("bb2", True, ["x"]), ("aa1", True, ["x"])
    ]  # fmt: skip
    assert newstui("mark", "--query", "nothing", "--read", "--json").out == ""
    taken_back = newstui("undo", "2", "--json").objects
    assert [(each["act"], each["field"], each["to"]) for each in taken_back] == [
        ("undo", "tag:x", [False]), ("undo", "bookmarked", [False])
    ]  # fmt: skip
    assert taken_back == newstui("history", "--limit", "2", "--json").objects[::-1]
    assert newstui("undo", "--json").out == ""


def test_one_undo_takes_back_what_the_discard_rule_discarded(newstui: Newstui) -> None:
    settings = user_paths().settings
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('discard = "title:first OR title:second"\n', encoding="utf-8")
    assert newstui("sync").status == 0
    assert newstui("list").out == ""
    assert newstui("history").out.endswith("title:first OR title:second — discarded  (newstui sync)\n")
    assert newstui("undo").out == "undone: 2 articles that match title:first OR title:second — discarded\n"
    assert newstui("list").out.count("\n") == 2
    newstui("sync")
    assert newstui("list").out.count("\n") == 2
