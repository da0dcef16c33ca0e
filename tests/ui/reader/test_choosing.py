"""Choosing in the reader pane begins in view, and works on a text that is longer than the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.paper import CANAL
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_first_sentence_in_view_is_chosen_and_moves_scroll(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j", "j", "j")
        assert reader.title == CANAL
        await reader.press("enter", "pagedown", "v")
        choosing = reader.browser.reader.controller.highlights.choosing
        first = choosing.highlight("h")
        match = [y for y in range(len(reader.view.lines)) if reader.view._highlights(y)]
        assert reader.view.top <= match[0] < reader.view.top + reader.view.size.height
        top = reader.view.top
        await reader.press(*["j"] * 40)
        later = choosing.highlight("h")
        assert first and later and later.at > first.at
        assert reader.view.top > top
        await reader.press("escape")
        assert not choosing.is_on
        assert not [y for y in range(len(reader.view.lines)) if reader.view._highlights(y)]


async def test_an_empty_list_offers_nothing_to_choose(tmp_path: Path) -> None:
    async with sitting(tmp_path) as reader:
        await reader.press("tab", "v", "V", "enter")
        assert not reader.browser.reader.controller.highlights.choosing.is_on
