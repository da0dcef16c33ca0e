"""Which articles the list shows: filters, sections, sorting, and a library that changes."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

import pytest

from newstui.services.search.listing_loader import Question
from tests.ui.paper import BENCH, CANAL, FERRY, LIGHTHOUSE, LOAF, NEWEST_FIRST, RAIN, SALT, SWIFTS, TOOLS, TRAINS, write
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_typed_query_filters_the_list(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("f")
        await reader.type("title:canal")
        await reader.press("enter")
        assert reader.titles == [CANAL]
        assert "1 article ·" in reader.rows[0]


@pytest.mark.parametrize(
    ("typed", "titles"),
    [("tag sea", [FERRY, SALT]), ("source field", [CANAL, TOOLS, SWIFTS]), ("source rail", [TRAINS]), ("ten", [])],
)  # fmt: skip
async def test_the_filter_offers_sources_tags_and_lengths(paper: Path, typed: str, titles: list[str]) -> None:
    async with sitting(paper) as reader:
        await reader.press("f")
        before = reader.options
        assert before[0] == "all articles"
        assert "tag sea  2" in before
        await reader.type(typed)
        if not titles:
            assert reader.options == ["articles that match: ten"]
            return
        await reader.press("enter")
        assert reader.titles == titles


async def test_a_source_with_quotation_marks_in_its_name_is_filtered_by_its_name(paper: Path) -> None:
    write(paper, "big", "Odd name", "2024-06-05T07:00:00Z", "Words.", source='The "Big" Story')
    async with sitting(paper) as reader:
        await reader.press("f")
        await reader.type("big")
        await reader.press("enter")
        assert reader.titles == ["Odd name"]
        assert 'The "Big" Story' in reader.rows[0]


async def test_a_query_that_makes_no_sense_is_told_and_the_list_stays(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "f")
        await reader.type("is:[red]nonsense")
        await reader.press("enter")
        assert "nonsense" in reader.options[-1]
        assert "at character" in reader.options[-1]
        await reader.press("escape")
        assert reader.titles == list(NEWEST_FIRST)
        assert reader.title == LIGHTHOUSE


async def test_the_filter_is_left_without_a_change(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("f", "down", "escape")
        assert reader.titles == list(NEWEST_FIRST)
        await reader.press("f", "down", "down", "pagedown", "pageup", "up", "up", "enter")
        assert reader.titles == list(NEWEST_FIRST)
        assert "Front page" in reader.rows[0]


async def test_a_list_with_nothing_in_it_says_the_way_back(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("g", "b")
        assert "Bookmarks · 0 articles" in reader.rows[0]
        assert "Esc goes back" in reader.text
        await reader.press("enter", "J", "space", "b", "D", "m", "s", "escape")
        assert reader.titles == list(NEWEST_FIRST)


@pytest.mark.parametrize(
    ("key", "name", "titles"), [("u", "Unread", 8), ("b", "Bookmarks", 1), ("a", "Front page", 10)]
)
async def test_g_goes_to_a_section(paper: Path, key: str, name: str, titles: int) -> None:
    async with sitting(paper) as reader:
        await reader.press("m", "j", "m", "j", "b", "g")
        assert any("unread" in line for line in reader.options)
        await reader.press(key)
        assert name in reader.rows[0]
        assert len(reader.titles) == titles


async def test_g_c_continues_what_was_begun(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press(*"jjj", "enter", "pagedown", "pagedown", "escape", "g", "c")
        assert reader.titles == [CANAL]
        assert "% read" in reader.rows[3]


async def test_another_key_after_g_does_nothing(paper: Path) -> None:
    async with sitting(paper) as reader:
        for key in ("x", "escape"):
            await reader.press("g", key)
            assert len(reader.app.screen_stack) == 1
            assert reader.titles == list(NEWEST_FIRST)
        await reader.press("g", "down", "down", "enter")
        assert "Unread" in reader.rows[0]


@pytest.mark.parametrize(
    ("downs", "first", "last"),
    [(1, RAIN, FERRY), (2, CANAL, LIGHTHOUSE), (4, BENCH, CANAL), (5, CANAL, BENCH)],
    ids=["oldest", "title", "shortest", "longest"],
)
async def test_the_list_is_sorted(paper: Path, downs: int, first: str, last: str) -> None:
    async with sitting(paper) as reader:
        await reader.press("O", *["down"] * downs, "enter")
        assert reader.titles[0] == first
        assert reader.titles[-1] == last
        assert reader.title == FERRY
        await reader.press("O", "escape")
        assert reader.titles[-1] == last


async def test_another_list_begins_at_its_top(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "b", "j", "b", "G", "g", "b")
        assert reader.titles == [LIGHTHOUSE, LOAF]
        assert reader.title == LIGHTHOUSE


async def test_new_edited_and_removed_files_show(paper: Path) -> None:
    async with sitting(paper) as reader:
        reader.undisturbed()
        await reader.press("j", "j")
        write(paper, "news", "Something new", "2024-06-07T01:00:00Z", "It has just happened.")
        write(paper, "salt", "Five sentences about salt", "2024-06-05T08:00:00Z", "Salt.")
        os.utime(paper / "salt.md")
        (paper / "rain.md").unlink()
        await _reconcile(reader)
        assert reader.titles[0] == "Something new"
        assert "Five sentences about salt" in reader.titles
        assert SALT not in reader.titles
        assert RAIN not in reader.titles
        assert reader.title == LOAF


async def test_what_is_in_view_stays_where_it_is_when_the_library_grows(paper: Path) -> None:
    async with sitting(paper, (120, 16)) as reader:
        reader.undisturbed()
        await reader.press(*"jjjjj")
        row = next(at for at, text in enumerate(reader.rows) if "Night trains" in text)
        for number in range(5):
            write(paper, f"new-{number}", f"News {number}", f"2024-06-07T0{number}:00:00Z", "New.")
        await _reconcile(reader)
        assert "Night trains" in reader.rows[row]


async def test_an_edited_article_shows_its_new_text(paper: Path) -> None:
    async with sitting(paper) as reader:
        reader.undisturbed()
        write(paper, "ferry", FERRY, "2024-06-06T09:00:00Z", "The stop is back.", source="Harbour Post")
        os.utime(paper / "ferry.md")
        await _reconcile(reader)
        await reader.press("j", "k")
        assert "The stop is back." in reader.page


async def test_an_article_whose_file_vanished_is_a_sentence(paper: Path) -> None:
    async with sitting(paper) as reader:
        reader.undisturbed()
        (paper / "loaf.md").unlink()
        await reader.press("j", "j")
        assert "the file of this article is gone" in reader.bar
        await reader.press("enter", "s", "S", "slash", "escape", "o", "y", "Y", "L", "end", "less_than_sign", "b")
        await reader.press("K")
        assert reader.title == LIGHTHOUSE
        assert LIGHTHOUSE in reader.page


async def test_two_thousand_articles_are_paged_through(root: Path) -> None:
    for number in range(2_000):
        day, hour = divmod(number, 200)
        write(
            root,
            f"a{number:04}",
            f"Article {number:04}",
            f"2024-05-{day + 1:02}T{hour // 10:02}:{hour % 10:02}:00Z",
            "Text.",
        )
    async with sitting(root) as reader:
        assert "2,000 unread" in reader.rows[0]
        for _ in range(8):
            await reader.press("pagedown")
            assert "…" not in reader.rows[10]
            assert any(reader.title in row for row in reader.rows)
        await reader.press("end")
        assert reader.title == "Article 0000"
        assert any("Article 0000" in row for row in reader.rows)
        await reader.press("A")
        assert reader.toasts == ["2,000 articles marked read: u takes it back"]
        assert "0 unread" in reader.rows[0]
        await reader.press("u")
        assert "2,000 unread" in reader.rows[0]


async def _reconcile(reader: Sitting) -> None:
    """What the thread behind the screen does when it sees that a folder changed."""
    await asyncio.to_thread(lambda: list(reader.app.desk.index.reconcile()))
    reader.browser.library_changed()
    await reader.rest()


async def test_a_reader_who_goes_on_from_the_first_hits_stays_there(paper: Path) -> None:
    async with sitting(paper, first_hits=3) as reader:
        await reader.press("j", "j", "j", "j")
        selected, lists = reader.headline.id, reader.browser.lists
        answers = lists._loader.ask(Question("is:unread", "newest"))
        lists._show(next(answers), selected, 0)
        await reader.rest()
        assert reader.titles == list(NEWEST_FIRST[:3])
        await reader.press("j")
        lists._show(next(answers), selected, 0)
        await reader.rest()
        assert reader.title == NEWEST_FIRST[1]
        assert NEWEST_FIRST[1] in reader.page
        assert reader.titles == list(NEWEST_FIRST)


async def test_the_first_hits_are_on_the_screen_before_all_rows_are(paper: Path) -> None:
    async with sitting(paper, first_hits=3) as reader:
        await reader.press("g", "u")
        assert reader.titles == list(NEWEST_FIRST)
