"""First hits that the reader has moved on in are exchanged for all hits without losing the reader's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.ui.screens.search.results_pane import ResultsPane
from newstui.ui.screens.search.screen import SearchScreen
from tests.ui.paper import write
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_hit_under_the_cursor_stays_when_all_hits_come(root: Path) -> None:
    for number in range(30):
        write(root, f"{number}", f"Mill {number}", f"2024-05-01T10:{number:02}:00Z", "A mill.")
    async with sitting(root) as reader:
        await reader.press("slash", "m", "i")
        screen = reader.app.screen
        assert isinstance(screen, SearchScreen)
        pane = screen.query_one(ResultsPane)
        await reader.press("down", "down", "down")
        answer = screen._results.state.answer
        assert answer is not None and pane.headline is not None
        title = pane.headline.title
        turned = answer.listing.rows[::-1]
        screen._results._show(answer._replace(listing=type(answer.listing)(turned)), {})
        assert pane.headline.title == title
        assert pane.selected == 26


async def test_an_answer_to_what_was_typed_before_is_not_shown(root: Path) -> None:
    write(root, "a", "Mill", "2024-05-01T10:00:00Z", "A mill.")
    async with sitting(root) as reader:
        await reader.press("slash", "m", "i")
        screen = reader.app.screen
        assert isinstance(screen, SearchScreen)
        old = screen._results.state.answer
        await reader.press("z", "z")
        assert old is not None
        screen._results._show(old, {})
        assert screen.query_one(ResultsPane).count == 0


async def test_a_hit_opened_before_all_were_found_comes_back_to_all(root: Path) -> None:
    for number in range(3):
        write(root, f"{number}", f"Mill {number}", f"2024-05-01T10:{number:02}:00Z", "A mill.")
    async with sitting(root) as reader:
        await reader.press("slash", "m", "i")
        screen = reader.app.screen
        assert isinstance(screen, SearchScreen)
        answer = screen._results.state.answer
        assert answer is not None
        first = answer._replace(listing=type(answer.listing)(answer.listing.rows[:1]), is_whole=False)
        screen._results._show(first, {})
        await reader.press("enter", "escape")
        again = reader.app.screen
        assert isinstance(again, SearchScreen)
        assert again is not screen
        assert "3 articles" in reader.rows[0]
