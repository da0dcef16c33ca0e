"""The controller of the list: what is selected, shown and in view while rows come and go."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from newstui.services.search.listing_loader import Question
from tests.ui.paper import LIGHTHOUSE, LOAF, NEWEST_FIRST, RAIN, SALT, write
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_another_list_starts_at_its_top(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "b", "j", "b", "G", "g", "b")
        assert reader.titles == [LIGHTHOUSE, LOAF]
        assert reader.title == LIGHTHOUSE


async def _reconcile(reader: Sitting) -> None:
    """Does what the thread behind the screen does after a change in a folder."""
    await asyncio.to_thread(lambda: list(reader.app.desk.index.reconcile()))
    reader.browser.library_changed()
    await reader.rest()


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


async def test_the_view_stays_where_it_is_when_the_library_grows(paper: Path) -> None:
    async with sitting(paper, (120, 16)) as reader:
        reader.undisturbed()
        await reader.press(*"jjjjj")
        row = next(at for at, text in enumerate(reader.rows) if "Night trains" in text)
        for number in range(5):
            write(paper, f"new-{number}", f"News {number}", f"2024-06-07T0{number}:00:00Z", "New.")
        await _reconcile(reader)
        assert "Night trains" in reader.rows[row]


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


async def test_a_read_article_stays_in_the_list_of_unread_until_it_is_left(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("g", "u", "m", "j", "m")
        assert reader.titles == list(NEWEST_FIRST)
        await reader.press("g", "u")
        assert reader.titles == list(NEWEST_FIRST[2:])


async def test_a_list_that_grows_does_not_take_the_reader_back(paper: Path) -> None:
    async with sitting(paper) as reader:
        reader.undisturbed()
        write(paper, "new", "Quite new", "2024-06-07T09:00:00Z", "Words.")
        await asyncio.to_thread(lambda: list(reader.app.desk.index.reconcile()))
        reader.browser.library_changed()
        reader.browser.parts.moves.action_turn(1)
        await reader.rest()
        assert reader.title == LIGHTHOUSE
        assert LIGHTHOUSE in reader.page
        assert reader.titles[0] == "Quite new"
