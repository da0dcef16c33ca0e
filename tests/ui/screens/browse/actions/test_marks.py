"""Mark actions: read, bookmarked, discarded, and all of it undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.paper import FERRY, LIGHTHOUSE, LOAF, NEWEST_FIRST, RAIN, SALT, TRAINS
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("key", ["b", "asterisk"])
async def test_a_bookmark_is_set_and_removed(paper: Path, key: str) -> None:
    async with sitting(paper) as reader:
        await reader.press(key)
        assert reader.bookmarked == {FERRY}
        assert "★ bookmarked" in reader.page
        assert "bookmarked" in reader.bar
        assert "★" in reader.rows[2]
        await reader.press(key)
        assert not reader.bookmarked
        assert "★ bookmarked" not in reader.page


async def test_a_bookmark_moves_no_line_of_the_text_in_view(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j", "enter", "pagedown")
        seen = reader.first_in_view
        await reader.press("b")
        assert reader.first_in_view == seen


async def test_m_marks_read_and_unread(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("m")
        assert reader.read == {FERRY}
        assert "9 unread" in reader.rows[0]
        await reader.press("m")
        assert not reader.read
        assert "10 unread" in reader.rows[0]


async def test_all_of_a_list_is_marked_read_as_one_change(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("m", "A")
        assert len(reader.read) == 10
        assert reader.toasts == ["9 articles marked read: u takes it back"]
        await reader.press("u")
        assert reader.read == {FERRY}
        await reader.press("U", "A")
        assert len(reader.read) == 10
        assert "nothing here is unread" in reader.bar


async def test_only_what_the_list_shows_is_marked_read(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("f")
        await reader.type("tag:sea")
        await reader.press("enter", "A", "escape")
        assert reader.read == {FERRY, SALT}


@pytest.mark.parametrize(("undo", "redo"), [("u", "U"), ("ctrl+z", "ctrl+y")])
async def test_every_change_is_undone_and_redone_in_order(paper: Path, undo: str, redo: str) -> None:
    async with sitting(paper) as reader:
        await reader.press("b", "j", "m", "j", "b")
        await reader.press(undo)
        assert reader.bookmarked == {FERRY}
        assert LOAF in reader.bar
        assert "not bookmarked" in reader.bar
        await reader.press(undo)
        assert not reader.read
        await reader.press(undo)
        assert not reader.bookmarked
        await reader.press(undo)
        assert "nothing to undo" in reader.bar
        await reader.press(redo, redo)
        assert reader.bookmarked == {FERRY}
        assert reader.read == {LIGHTHOUSE}
        await reader.press(redo, redo)
        assert reader.bookmarked == {FERRY, LOAF}
        assert "nothing to redo" in reader.bar


async def test_changes_are_undone_after_a_restart(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("b", "j", "m")
    async with sitting(paper) as reader:
        assert (reader.bookmarked, reader.read) == ({FERRY}, {LIGHTHOUSE})
        await reader.press("u", "u", "u", "u")
        assert not reader.bookmarked | reader.read
    async with sitting(paper) as reader:
        assert not reader.bookmarked | reader.read
        await reader.press("U", "U")
        assert reader.bookmarked == {FERRY}


@pytest.mark.parametrize("key", ["D", "delete"])
async def test_a_discarded_article_leaves_the_list_and_undo_selects_and_shows_it(paper: Path, key: str) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", key)
        assert LIGHTHOUSE not in reader.titles
        assert "u gets it back" in reader.bar
        assert reader.title == LOAF
        assert LOAF in reader.page
        await reader.press("u")
        assert reader.titles == list(NEWEST_FIRST)
        assert reader.title == LIGHTHOUSE
        assert LIGHTHOUSE in reader.page


async def test_a_discarded_article_is_found_with_the_filter(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("D", "f")
        await reader.type("is:discarded")
        await reader.press("enter")
        assert reader.titles == [FERRY]


async def test_the_last_article_of_a_list_is_discarded(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("G", "D")
        assert RAIN not in reader.titles
        assert reader.column.selected == 8
        await reader.press("u")
        assert reader.title == RAIN


async def test_a_title_with_markup_is_shown_as_it_is(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press(*"jjjjj", "b")
        assert reader.bookmarked == {TRAINS}
        assert TRAINS in reader.bar
        assert TRAINS in reader.text
        await reader.press("u", "D", "u")
        assert TRAINS in reader.bar
