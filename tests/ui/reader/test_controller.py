"""The controller of the reader pane: summary modes and highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.paper import write
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_publishers_summary_is_shown_as_it_is(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "s")
        assert "by the publisher" in reader.page
        assert "31 votes to 4" in reader.page
        await reader.press("s")
        assert "31 votes to 4" not in reader.page


async def test_the_next_match_after_the_last_is_the_first(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("enter", "slash")
        await reader.type("ottilie")
        await reader.press("enter", "f3")
        assert "1 of 1" in reader.bar
        await reader.press("shift+f3")
        assert "1 of 1" in reader.bar


LONG = "\n\n".join(f"The keeper of lock {number} saw a heron." for number in range(9_000))
"""A text of many stretches: some of it is set behind the keys."""


async def _whole(reader: Sitting) -> None:
    controller = reader.browser.reader.controller
    while controller.work(1.0):
        pass
    await reader.rest()


async def test_the_end_of_a_long_text_is_shown_once_it_is_set(paper: Path) -> None:
    write(paper, "long", "Locks", "2024-06-07T09:00:00Z", LONG)
    async with sitting(paper) as reader:
        await reader.press("enter", "end")
        await _whole(reader)
        assert "lock 8999 saw" in reader.page
        await reader.press("home", "<")
        assert "lock 0 saw" in reader.page


async def test_a_place_far_down_is_kept_at_another_width_and_when_the_article_is_opened_again(paper: Path) -> None:
    write(paper, "long", "Locks", "2024-06-07T09:00:00Z", LONG)
    async with sitting(paper) as reader:
        await reader.press("enter", "slash")
        await reader.type("lock 8000 ")
        await reader.press("enter", "escape")
        await _whole(reader)
        await reader.press("less_than_sign")
        await _whole(reader)
        position = reader.browser.reader.controller.position
        assert 0.8 < position < 0.95
        await reader.press("J", "K")
        assert abs(reader.browser.reader.controller.position - position) < 0.001
        await _whole(reader)
        assert any(f"lock {number} " in reader.page for number in range(7_980, 8_010))
