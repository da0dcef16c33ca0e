"""From a search into the article: the match is in view and lit, n goes on, and Esc leads back exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.ui.screens.search.screen import SearchScreen
from tests.ui.paper import CANAL, FERRY, RAIN, SALT, SWIFTS, write
from tests.ui.sitting import NARROW, WIDE, Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path


async def search(reader: Sitting, query: str, *keys: str) -> None:
    await reader.press("slash")
    await reader.type(query)
    await reader.press(*keys)


def current_line(reader: Sitting) -> str:
    highlights = reader.browser.reader.controller.highlights
    return reader.view.lines[highlights.matches[highlights.current][0].line].text


def place(reader: Sitting) -> tuple[object, ...]:
    column, view = reader.column, reader.view
    return (
        reader.browser.state.question, reader.browser.state.section, reader.titles, column.selected,
        column.scroll_offset.y, reader.browser.reader.article, view.top, reader.is_reading,
    )  # fmt: skip


async def test_the_first_match_is_in_view_and_all_are_lit(paper: Path) -> None:
    async with sitting(paper) as reader:
        await search(reader, "lock 30", "enter")
        assert (reader.title, reader.is_reading) == (CANAL, True)
        highlights, view = reader.browser.reader.controller.highlights, reader.view
        line = highlights.matches[highlights.current][0].line
        assert view.top <= line < view.top + view.size.height
        assert len(highlights.matches) > 40
        assert "n next, N previous" in reader.bar


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_esc_leads_to_the_results_and_then_exactly_to_where_the_reader_was(
    paper: Path, size: tuple[int, int]
) -> None:
    async with sitting(paper, size) as reader:
        await reader.press("j", "j", "j")
        before = place(reader)
        await search(reader, "count", "down", "down", "enter", "n", "n", "J", "s", "s", "tab")
        assert place(reader) != before
        await reader.press("escape")
        assert isinstance(reader.app.screen, SearchScreen)
        await reader.press("down", "enter", "escape", "escape")
        assert place(reader) == before


async def test_esc_leads_back_into_a_filter_and_into_the_middle_of_an_article(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("f")
        await reader.type("source Field")
        await reader.press("enter", "enter", "pagedown", "pagedown")
        before = place(reader)
        assert before[6] != 0
        await reader.press("g", "/")
        await reader.type("salt")
        await reader.press("enter", "escape", "escape")
        assert place(reader) == before


async def test_n_goes_from_match_to_match_and_into_the_next_article(paper: Path) -> None:
    async with sitting(paper) as reader:
        await search(reader, "carriages OR council", "ctrl+o", "enter")
        opened = [reader.title]
        lines = [current_line(reader)]
        for _ in range(60):
            await reader.press("n")
            if reader.title != opened[-1]:
                opened.append(reader.title)
            lines.append(current_line(reader))
            if "last match of this search" in reader.bar:
                break
        assert opened == [FERRY, "Night trains [return] to the [red]coast[/red]"]
        assert all("carriages" in line or "council" in line for line in lines)
        last = current_line(reader)
        await reader.press("N", "n")
        assert current_line(reader) == last
        for _ in range(60):
            await reader.press("N")
        assert (reader.title, "first match of this search" in reader.bar) == (FERRY, True)


async def test_other_words_in_the_article_come_before_those_of_the_search(paper: Path) -> None:
    async with sitting(paper) as reader:
        await search(reader, "heron", "enter", "slash")
        await reader.type("keeper")
        await reader.press("enter")
        assert "keeper" in current_line(reader)
        await reader.press("escape")
        assert "heron" in current_line(reader)
        await reader.press("escape")
        assert isinstance(reader.app.screen, SearchScreen)


async def test_another_list_ends_the_search(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("O", "down", "enter")
        await search(reader, "heron", "enter", "g", "a")
        assert reader.browser.state.question[:2] == ("", "oldest")
        assert reader.titles[0] == RAIN
        assert not reader.browser.reader.controller.highlights.matches
        await reader.press("escape", "escape", "n")
        assert reader.app.screen is reader.browser


async def test_a_mark_made_meanwhile_shows_where_the_reader_was(paper: Path) -> None:
    async with sitting(paper) as reader:
        await search(reader, "tide", "enter", "b", "escape", "escape")
        assert reader.bookmarked == {SALT}


async def test_an_article_that_comes_meanwhile_disturbs_nothing(paper: Path) -> None:
    async with sitting(paper) as reader:
        await search(reader, "swifts", "enter")
        write(paper, "late", "Late swifts", "2024-06-07T09:00:00Z", "Swifts again.", source="Field Notes")
        list(reader.app.desk.index.reconcile())
        reader.browser.library_changed()
        await reader.rest()
        assert reader.title == SWIFTS
        await reader.press("escape", "escape")
        assert (reader.title, len(reader.titles)) == (FERRY, 11)


async def test_a_library_of_one_article_can_be_searched(root: Path) -> None:
    write(root, "one", "The only one", "2024-06-07T09:00:00Z", "A word.", source="Wire")
    async with sitting(root) as reader:
        await search(reader, "word", "enter", "n", "N", "n", "escape", "escape")
        assert (reader.titles, reader.is_reading) == (["The only one"], False)


async def test_the_numbers_above_the_hits_are_those_of_the_hits(paper: Path) -> None:
    async with sitting(paper) as reader:
        await search(reader, "tide", "enter")
        number = len(reader.titles)
        assert 0 < number < 10
        assert f"{number} article{'s' * (number != 1)} · {number} unread" in reader.rows[0]
        await reader.press("m", "escape", "escape")
        assert "10 articles · 9 unread" in reader.rows[0]


async def test_picks_stay_with_their_list_and_esc_ends_those_among_the_hits_first(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("x", "x")
        picked = reader.browser.state.picked
        await search(reader, "tide", "enter")
        assert (len(picked), reader.browser.state.picked) == (2, frozenset())
        await reader.press("tab", "X", "escape")
        assert (reader.app.screen, reader.browser.state.picked) == (reader.browser, frozenset())
        await reader.press("escape", "escape")
        assert reader.browser.state.picked == picked
        assert "2 picked" in reader.rows[0]


async def test_undo_in_a_search_shows_no_rows_of_the_list_before(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("D")
        await search(reader, "tide", "enter")
        hits = reader.column.listing.rows
        assert reader.browser.parts.mark_actions.undo().startswith("undone")
        assert reader.column.listing.rows == hits  # before the answer of the catalogue
        await reader.rest()
        await reader.press("escape", "escape")
        assert len(reader.titles) == 10
