from __future__ import annotations

from newstui.domain.search.section_tree import Entry
from newstui.render.section_line import section_line, typed_line


def text(entry: Entry, *, is_closed: bool = False, is_shown: bool = False, depth: int = 0) -> str:
    line = section_line(entry, 20, is_closed=is_closed, is_shown=is_shown, depth=depth)
    assert len(line.text) == 20
    return line.text


def test_a_line_shows_depth_state_name_and_what_is_unread() -> None:
    feed = Entry("feed:x", "feed", "A harbour of many words", (1200, 1100), sign="⚠")
    assert text(feed, depth=2) == "  ⚠ A harbou… 1,100 "
    assert text(feed, is_shown=True) == "› A harbour…  1,100 "
    folder = Entry("folder:x", "folder", "Tech", (3, 0))
    assert text(folder) == "▾ Tech              "
    assert text(folder, is_closed=True) == "▸ Tech              "


def test_what_is_typed_stands_in_a_line() -> None:
    assert typed_line("sea").text == " /sea▏"
