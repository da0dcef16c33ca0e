"""`mark`, `undo`, `history`: what the reader did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.services.desk import Desk
from newstui.store.paths import user_paths
from tests.domain.stories.texts import FIRE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Newstui


pytestmark = pytest.mark.usefixtures("two")


def test_every_mark_is_there_for_the_next_command(newstui: Newstui) -> None:
    result = newstui("mark", "aa1", "--read", "--bookmark", "--tag", "a", "--tag", "b  c", "--note", "mind\nthis")
    assert (result.status, result.out, result.err) == (0, "", "1 article marked\n")
    marked = newstui("list", "is:bookmarked", "--json").objects[0]
    assert (marked["id"], marked["read"], marked["tags"], marked["note"]) == ("aa1", True, ["a", "b c"], "mind\nthis")
    newstui("mark", "aa1", "--unread", "--no-bookmark", "--untag", "a", "--note", "")
    marked = newstui("list", "title:first", "--json").objects[0]
    assert (marked["bookmarked"], marked["read"], marked["tags"], marked["note"]) == (False, False, ["b c"], "")


def test_a_query_marks_every_match(newstui: Newstui) -> None:
    assert newstui("mark", "--query", "river", "--read").err == "2 articles marked\n"
    assert newstui("list", "is:unread").out == ""
    result = newstui("mark", "--query", "nothing", "--unread")
    assert (result.status, result.err) == (0, "0 articles marked\n")


def test_an_unknown_id_marks_nothing_at_all(newstui: Newstui) -> None:
    assert newstui("mark", "aa1", "nonsense", "--read").status == 1
    assert newstui("history").out == ""


def test_an_article_named_twice_is_marked_once(newstui: Newstui) -> None:
    assert newstui("mark", "aa1", "a.md", "aa", "--read").err == "1 article marked\n"


def test_show_takes_json_as_the_others_do(newstui: Newstui) -> None:
    assert newstui("show", "aa1", "--json").objects == newstui("show", "aa1", "--format", "json").objects


def test_copies_of_a_text_are_marked_together(newstui: Newstui, root: Path, write: Callable[..., Path]) -> None:
    for name in ("one", "copy"):
        write(f"{name}.md", FIRE[1], id=name, title=FIRE[0], date="2024-05-06", lang="en", source=name)
    desk = Desk(user_paths(), root)
    list(desk.index.reconcile())
    list(desk.stories.group())
    desk.close()
    assert newstui("mark", "one", "--read", "--tag", "fire").err == "1 article marked, and 1 copy\n"
    marked = {each["id"]: (each["read"], each["tags"]) for each in newstui("list", "--json").objects}
    assert (marked["one"], marked["copy"]) == ((True, ["fire"]), (True, []))
