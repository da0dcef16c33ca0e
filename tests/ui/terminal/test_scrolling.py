"""Lines that moved: what is between two lines that stayed is found, and blank lines do not deceive."""

from __future__ import annotations

from newstui.ui.terminal.cells import Row
from newstui.ui.terminal.scrolling import Scroll, found_scroll


def rows(text: str) -> list[Row]:
    return [Row(letter * 5, "\x01" * 5) for letter in text]


def scroll(before: str, after: str) -> Scroll | None:
    changed = [y for y, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
    return found_scroll(rows(before), rows(after), changed)


def test_lines_that_moved_are_found() -> None:
    assert scroll("Mabcdef.", "Mbcdefg.") == Scroll(1, 6, 1)
    assert scroll("Mabcdef.", "Mxyabcd.") == Scroll(1, 6, -2)


def test_few_lines_or_lines_that_are_there_twice_say_nothing() -> None:
    assert scroll("Mabcdef.", "Mbcwxyz.") is None
    assert scroll("Maaaabb.", "Maaabbb.") is None
    assert scroll("Mabcdef.", "Mabcdef.") is None


def test_lines_of_a_picture_are_told_apart_by_their_colours() -> None:
    before, after = ([Row("▀" * 5, pen * 5) for pen in pens] for pens in ("Mabcdef.", "Mbcdefg."))
    assert found_scroll(before, after, range(1, 7)) == Scroll(1, 6, 1)


def test_a_move_is_made_on_what_is_shown() -> None:
    new = Row("?????", "\x01" * 5)
    for before, after in [("Mabcdef.", "Mbcdefg."), ("Mabcdef.", "Mxyabcd.")]:
        found = scroll(before, after)
        assert found is not None
        moved = found.applied(rows(before), new)
        assert all(row in (new, wanted) for row, wanted in zip(moved, rows(after), strict=True))
