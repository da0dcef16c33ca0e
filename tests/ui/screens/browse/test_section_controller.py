"""The controller of the sidebar: it remembers how it was left, and follows the list that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.ui.screens.browse.section_controller import first_entries
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path

ROOMY = (150, 40)


def test_the_sections_of_every_library_are_there_before_anything_is_counted() -> None:
    assert [entry.label for entry in first_entries()][:3] == ["Front page", "Unread", "Bookmarks"]


async def test_the_sidebar_is_as_it_was_left_after_a_restart(paper: Path) -> None:
    async with sitting(paper, (120, 36)) as reader:
        await reader.press("backslash", "full_stop", "end")
        pane = reader.browser.sections.pane
        assert pane.current is not None
        assert pane.current.label == "Languages"
        await reader.press("enter")
        assert pane.entries[-1].inside == ("group Languages",)
    async with sitting(paper, (120, 36)) as reader:
        pane = reader.browser.sections.pane
        assert pane.display
        assert pane.entries[-1].inside == ("group Languages",)
        assert reader.browser.state.are_read_sections_hidden


async def test_the_cursor_of_the_sidebar_follows_the_list(paper: Path) -> None:
    async with sitting(paper, ROOMY) as reader:
        await reader.press("g", "b")
        current = reader.browser.sections.pane.current
        assert current is not None
        assert current.label == "Bookmarks"
        assert "› Bookmarks" in reader.text


async def test_n_goes_on_where_the_sidebar_is_not_shown(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("f")
        await reader.type("tag:sea")
        await reader.press("enter", "G", "m", "n")
        assert reader.rows[0].split("·")[0].strip().startswith("newstui   Tag: ")
        assert "Tag: sea" not in reader.rows[0]
