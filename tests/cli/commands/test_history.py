"""`newstui history`: the changes, the latest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.marks.change import Change, Stamp
from newstui.formats.journal import LATEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.services.desk import Desk
    from tests.cli.conftest import Newstui

pytestmark = pytest.mark.usefixtures("two")


def test_history_lists_the_latest_first(newstui: Newstui) -> None:
    newstui("mark", "aa1", "--read")
    newstui("mark", "aa1", "--note", "a\nb")
    newstui("undo")
    lines = [line[len("2024-05-01 00:00:00  ") :] for line in newstui("history").lines]
    assert lines == [
        "undo: First — no note  (newstui undo)", "First — note: a b  (newstui mark)", "First — read  (newstui mark)",
    ]  # fmt: skip
    entry = newstui("history", "--json", "--limit", "2").objects[1]
    assert list(entry) == ["at", "act", "field", "articles", "was", "to", "title", "by"]
    assert (entry["act"], entry["field"], entry["to"], entry["title"]) == ("do", "note", ["a\nb"], "First")
    assert len(newstui("history", "--limit", "2").lines) == 2


def test_history_leaves_out_positions(newstui: Newstui, desk: Callable[[], Desk]) -> None:
    opened = desk()
    opened.marks.set("position", ["aa1"], 0.5)
    opened.flush()
    none = newstui("history")
    assert (none.out, none.err) == ("", "nothing was changed yet\n")


def test_history_survives_a_clock_at_the_end_of_time(newstui: Newstui, desk: Callable[[], Desk]) -> None:
    desk().journal.append([Change(Stamp(LATEST, "s", 1), "read", ("aa1",), (None,), (True,))])
    result = newstui("history")
    assert result.status == 0
    assert result.out.endswith("aa1 — read  (earlier)\n")
