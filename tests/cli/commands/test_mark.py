"""`mark`, `undo`, `history`: what the reader did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.marks.change import Change, Stamp
from newstui.formats.journal import LATEST

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk
    from tests.cli.conftest import Newstui


@pytest.fixture(autouse=True)
def two(write: Callable[..., Path]) -> None:
    write("a.md", "A river.", title="First", id="aa1", date="2024-05-01")
    write("b.md", "A river.", title="Second", id="bb2", date="2024-05-02")


def test_every_mark_is_there_for_the_next_command(newstui: Newstui) -> None:
    said = newstui("mark", "aa1", "--read", "--bookmark", "--tag", "a", "--tag", "b  c", "--note", "mind\nthis")
    assert (said.status, said.out, said.err) == (0, "", "1 article marked\n")
    marked = newstui("list", "is:bookmarked", "--json").objects[0]
    assert (marked["id"], marked["read"], marked["tags"], marked["note"]) == ("aa1", True, ["a", "b c"], "mind\nthis")
    newstui("mark", "aa1", "--unread", "--no-bookmark", "--untag", "a", "--note", "")
    marked = newstui("list", "title:first", "--json").objects[0]
    assert (marked["bookmarked"], marked["read"], marked["tags"], marked["note"]) == (False, False, ["b c"], "")


def test_a_query_marks_all_that_match(newstui: Newstui) -> None:
    assert newstui("mark", "--query", "river", "--read").err == "2 articles marked\n"
    assert newstui("list", "is:unread").out == ""
    said = newstui("mark", "--query", "nothing", "--unread")
    assert (said.status, said.err) == (0, "0 articles marked\n")


def test_an_unknown_id_marks_nothing_at_all(newstui: Newstui) -> None:
    assert newstui("mark", "aa1", "nonsense", "--read").status == 1
    assert newstui("history").out == ""


def test_an_article_named_twice_is_marked_once(newstui: Newstui) -> None:
    assert newstui("mark", "aa1", "a.md", "aa", "--read").err == "1 article marked\n"


def test_undo_takes_back_and_says_what_was_done(newstui: Newstui) -> None:
    newstui("mark", "aa1", "--read")
    newstui("mark", "aa1", "bb2", "--bookmark")
    newstui("mark", "bb2", "--tag", "x")
    assert newstui("undo").out == "undone: Second — tagged x\n"
    said = newstui("undo", "5")
    assert said.lines == ["undone: 2 articles — bookmarked", "undone: First — read"]
    assert (said.status, said.err) == (0, "there is nothing more to undo\n")
    assert newstui("list", "is:unread", "-is:bookmarked").out.count("\n") == 2


def test_history_lists_the_latest_first(newstui: Newstui) -> None:
    newstui("mark", "aa1", "--read")
    newstui("mark", "aa1", "--note", "a\nb")
    newstui("undo")
    lines = [line[len("2024-05-01 00:00:00  ") :] for line in newstui("history").lines]
    assert lines == ["undo: First — no note", "First — note: a b", "First — read"]
    entry = newstui("history", "--json", "--limit", "2").objects[1]
    assert list(entry) == ["at", "act", "field", "articles", "was", "to", "title"]
    assert (entry["act"], entry["field"], entry["to"], entry["title"]) == ("do", "note", ["a\nb"], "First")
    assert len(newstui("history", "--limit", "2").lines) == 2


def test_history_leaves_out_where_the_reader_was(newstui: Newstui, desk: Callable[[], Desk]) -> None:
    opened = desk()
    opened.marks.set("position", ["aa1"], 0.5)
    opened.flush()
    assert newstui("history").out == ""


def test_history_survives_a_clock_at_the_end_of_time(newstui: Newstui, desk: Callable[[], Desk]) -> None:
    desk().journal.append([Change(Stamp(LATEST, "s", 1), "read", ("aa1",), (None,), (True,))])
    said = newstui("history")
    assert said.status == 0
    assert said.out.endswith("aa1 — read\n")


def test_what_was_marked_and_what_was_taken_back_as_json(newstui: Newstui) -> None:
    said = newstui("mark", "bb2", "aa1", "--bookmark", "--tag", "x", "--json")
    assert said.objects == newstui("list", "--json").objects
    assert [(each["id"], each["bookmarked"], each["tags"]) for each in said.objects] == [
        ("bb2", True, ["x"]), ("aa1", True, ["x"])
    ]  # fmt: skip
    assert newstui("mark", "--query", "nothing", "--read", "--json").out == ""
    taken_back = newstui("undo", "2", "--json").objects
    assert [(each["act"], each["field"], each["to"]) for each in taken_back] == [
        ("undo", "tag:x", [False]), ("undo", "bookmarked", [False])
    ]  # fmt: skip
    assert taken_back == newstui("history", "--limit", "2", "--json").objects[::-1]
    assert newstui("undo", "--json").out == ""


def test_show_takes_json_as_the_others_do(newstui: Newstui) -> None:
    assert newstui("show", "aa1", "--json").objects == newstui("show", "aa1", "--format", "json").objects
