"""Undo and redo ask where they would change more than what was done in this window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.feed import Feed
from tests.ui.paper import FERRY
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_undo_asks_before_it_takes_back_what_was_done_elsewhere(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("b")
    async with sitting(paper) as reader:
        await reader.press("u")
        assert "u again takes back" in reader.bar
        assert reader.bookmarked == {FERRY}
        await reader.press("j", "m", "u")
        assert not reader.read, "an act of this window needs no question"
        await reader.press("u")
        assert reader.bookmarked == {FERRY}, "another notice stood between: it asks again"
        await reader.press("u")
        assert not reader.bookmarked
        await reader.press("U")
        assert reader.bookmarked == {FERRY}


async def test_undo_never_ends_a_subscription_unasked(paper: Path) -> None:
    async with sitting(paper) as reader:
        reader.app.desk.feeds.add([Feed("https://e.org/f")])
        await reader.press("u")
        assert "ends a subscription" in reader.bar
        assert len(reader.app.desk.feeds.all()) == 1
        await reader.press("u")
        assert not reader.app.desk.feeds.all()
