"""Picking: picks belong to the list on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.paper import FERRY, LIGHTHOUSE
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_an_article_that_leaves_the_list_is_no_longer_picked(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("x", "x", "D", "u")
        assert not reader.browser.state.picked
        await reader.press("x", "k", "tab", "D")
        assert reader.browser.state.picked <= set(reader.column.listing.rows)
        assert FERRY not in reader.titles or LIGHTHOUSE not in reader.titles


async def test_a_range_whose_beginning_is_gone_ends(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("v", "tab", "D", "tab", "j", "j")
        assert not reader.browser.parts.picking.is_range
        assert reader.browser.parts.picking.clear() is bool(reader.browser.state.picked)
