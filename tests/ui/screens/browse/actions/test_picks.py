"""Pick actions: one article, a range, a list; and marks of all that is picked, as one change."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.ui.paper import BENCH, CANAL, FERRY, FERRY_URL, LIGHTHOUSE, LOAF, NEWEST_FIRST, RAIN, SALT, SWIFTS, TOOLS
from tests.ui.screens.browse.test_browser import hastily, is_settled
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path


def picked(reader: Sitting) -> list[str]:
    """Returns the titles with a tick on the screen."""
    rows = [row for row in reader.rows[1:-1] if row.startswith("✓")]
    return [title for title in reader.titles if any(title[:12] in row[:30] for row in rows)]


async def test_five_are_picked_marked_and_brought_back_as_one_change(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press(*"xxxxx")
        assert picked(reader) == list(NEWEST_FIRST[:5])
        assert "5 picked" in reader.rows[0]
        await reader.press("b")
        assert reader.bookmarked == set(NEWEST_FIRST[:5])
        assert "5 articles" in reader.bar
        assert picked(reader) == list(NEWEST_FIRST[:5])
        await reader.press("u")
        assert not reader.bookmarked
        await reader.press("D")
        assert reader.titles == list(NEWEST_FIRST[5:])
        assert "picked" not in reader.rows[0]
        assert is_settled(reader)
        await reader.press("u")
        assert reader.titles == list(NEWEST_FIRST)
        assert reader.title == FERRY
        assert is_settled(reader)
        assert len(reader.app.desk.journal.changes()) == 4


async def test_picked_articles_get_and_lose_a_tag_as_one_change(paper: Path) -> None:
    def tags(title: str) -> tuple[str, ...]:
        desk, id_ = reader.app.desk, reader.headline_of(title).id
        return desk.marks.of(id_).tags(desk.articles.find(id_).article.tags)

    async with sitting(paper) as reader:
        await reader.press("x", "x", "t")
        assert "Tags: 2 articles" in reader.text
        await reader.type("later")
        await reader.press("enter", "enter")
        assert (tags(FERRY), tags(LIGHTHOUSE)) == (("sea", "council", "later"), ("later",))
        assert len(reader.app.desk.journal.changes()) == 1
        await reader.press("t")
        assert reader.options[0].strip() == "✓ #later  2"
        await reader.press("down", "enter", "escape")
        assert not tags(LIGHTHOUSE)
        await reader.press("u", "u")
        assert (tags(FERRY), tags(LIGHTHOUSE)) == (("sea", "council"), ())
        await reader.press("escape", "home", "x", "t", "down", "enter", "escape")  # a tag that its file gives
        assert tags(FERRY) == ("council",)


async def test_picked_articles_get_one_note_and_go_to_one_command(paper: Path) -> None:
    def notes() -> list[str]:
        return [reader.app.desk.marks.of(reader.headline_of(title).id).note for title in NEWEST_FIRST[:3]]

    async with sitting(paper) as reader:
        await reader.press("T", "a", "escape", "x", "x", "T")
        assert "2 articles, in place of the notes" in str(reader.app.screen.query_one("#panel-title").render())
        await reader.press("b", "escape")
        assert notes() == ["b", "b", ""]
        assert "2 articles" in reader.bar
        await reader.press("u")
        assert notes() == ["a", "", ""]
        await reader.press("|")
        assert "Pipe 2 articles to" in reader.text


async def test_x_again_picks_no_longer(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("x", "k", "x")
        assert not picked(reader)
        await reader.press("G", "x", "x")
        assert not picked(reader)
        assert reader.title == RAIN


async def test_a_range_follows_the_cursor_and_adds_to_what_is_picked(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("x", "j", "v", "j", "j", "k")
        assert picked(reader) == [FERRY, LOAF, CANAL]
        await reader.press("v", "j", "j", "m")
        assert reader.read == {FERRY, LOAF, CANAL}
        await reader.press("escape", "j")
        assert not picked(reader)


async def test_a_key_that_comes_faster_than_the_range_is_drawn_means_all_of_it(paper: Path) -> None:
    async with sitting(paper) as reader:
        hastily(reader, *"vjjb")
        await reader.rest()
        assert reader.bookmarked == {FERRY, LIGHTHOUSE, LOAF}
        await reader.press("j", "j")
        assert picked(reader) == [FERRY, LIGHTHOUSE, LOAF]  # the range ended when it was used


async def test_all_of_a_query_are_picked(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("f")
        await reader.type("tag:sea")
        await reader.press("enter", "X")
        assert picked(reader) == [FERRY, SALT]
        await reader.press("X")
        assert not picked(reader)
        await reader.press("X", "b", "escape", "escape")
        assert reader.bookmarked == {FERRY, SALT}
        assert not picked(reader)


async def test_picks_stay_while_the_list_is_sorted_and_end_with_it(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("x", "O", "down", "enter")
        assert picked(reader) == [FERRY]
        await reader.press("g", "u")
        assert not picked(reader)


async def test_keys_in_the_article_mean_the_article_alone(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("x", "x", "enter", "b")
        assert reader.bookmarked == {LOAF}
        await reader.press("tab", "b")
        assert reader.bookmarked == {FERRY, LIGHTHOUSE, LOAF}


async def test_marks_are_set_unless_all_that_is_picked_have_them(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("b", "x", "x", "b")
        assert reader.bookmarked == {FERRY, LIGHTHOUSE}
        await reader.press("b")
        assert not reader.bookmarked


async def test_addresses_of_all_that_is_picked_are_copied_and_opened(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("x", "x", "y")
        assert reader.app.clipboard == FERRY_URL
        assert "copied: 1 addresses" in reader.bar
        await reader.press("o")
        assert FERRY_URL in reader.bar
        await reader.press("escape", "j", "x", "o")
        assert "no addresses" in reader.bar


@pytest.mark.parametrize(
    ("key", "read"),
    [("a", {TOOLS, SWIFTS}), ("b", {BENCH, RAIN}), ("l", set()), ("d", set())],
)
async def test_parts_of_the_list_are_marked_read(paper: Path, key: str, read: set[str]) -> None:
    async with sitting(paper) as reader:
        await reader.press(*"jjjjjjj", "M", key)
        if key == "a":
            assert reader.read == set(NEWEST_FIRST[:7])
        elif key == "b":
            assert reader.read == read
        else:
            assert reader.read == set(NEWEST_FIRST)
        assert is_settled(reader)
        await reader.press("u")
        assert not reader.read


@pytest.mark.parametrize("seed", range(3))
async def test_no_sequence_of_picks_changes_and_undo_parts_selection_from_what_is_shown(paper: Path, seed: int) -> None:
    chance = random.Random(seed)
    keys = [*"xxxvXbmDDuuUjkJKG", "escape", "tab"]
    async with sitting(paper) as reader:
        for _ in range(10):
            some = chance.choices(keys, k=5)
            hastily(reader, *some)
            await reader.rest()
            assert is_settled(reader), some
            assert reader.browser.state.picked <= set(reader.column.listing.rows), some
