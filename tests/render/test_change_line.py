"""An act as one line."""

from __future__ import annotations

from datetime import UTC

import pytest
from rich.cells import cell_len

from newstui.domain.marks.change import Change, Stamp
from newstui.domain.marks.timeline import Entry
from newstui.render.change_line import change_line

AT = 1_700_000_000_000_000
ACT = Change(Stamp(AT, "a-b-c-mark", 1), "read", ("x",), (False,), (True,), "The last ferry")


def text(width: int, *, entry: Entry | None = None, own: str = "", is_elsewhere: bool = False) -> str:
    return change_line(entry or Entry(ACT, ACT), own, UTC, width, is_elsewhere=is_elsewhere).text


def test_a_line_says_when_what_and_who() -> None:
    assert text(80).split("  ")[0] == " 2023-11-14 22:13"
    assert "The last ferry — read" in text(80)
    assert text(80).endswith("  newstui mark ")
    assert text(80, own=ACT.stamp.session).endswith("  here ")
    assert "another library" in text(100, is_elsewhere=True)


def test_what_was_taken_back_says_so() -> None:
    undo = ACT.reversed(Stamp(AT + 1, "s", 1))
    assert text(80, entry=Entry(ACT, undo)).endswith("  taken back ")


@pytest.mark.parametrize("width", [1, 10, 20, 59, 60, 200])
def test_a_line_fits(width: int) -> None:
    assert width < 30 or cell_len(text(width)) <= width


def test_a_long_title_leaves_room_for_what_was_done() -> None:
    long = Change(ACT.stamp, "read", ("x",), (False,), (True,), "The last ferry — " * 9)
    for width in (60, 80):
        assert "… — read " in text(width, entry=Entry(long, long))
