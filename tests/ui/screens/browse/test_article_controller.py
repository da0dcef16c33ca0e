"""The controller of the article: when an article counts as read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.paper import FERRY, LIGHTHOUSE, LOAF, RAIN
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_an_article_is_read_as_soon_as_it_is_opened(paper: Path) -> None:
    async with sitting(paper, mark_read="open") as reader:
        await reader.press("enter", "J")
        assert reader.read == {FERRY, LIGHTHOUSE}


async def test_an_article_is_read_at_its_end(paper: Path) -> None:
    async with sitting(paper, mark_read="end") as reader:
        await reader.press("enter", "j")
        assert not reader.read
        await reader.press("end")
        assert reader.read == {FERRY}


async def test_an_article_is_read_only_by_hand(paper: Path) -> None:
    async with sitting(paper, mark_read="manual") as reader:
        await reader.press("enter", "end", "space", "J")
        assert not reader.read


async def test_an_article_that_was_open_for_a_while_is_read(paper: Path) -> None:
    async with sitting(paper, mark_read="dwell", dwell_seconds=0.001) as reader:
        await reader.press("j", "j")
        await reader.pilot.pause()
        assert not reader.read
        await reader.press("enter")
        await reader.pilot.pause()
        assert reader.read == {LOAF}


async def test_an_article_that_was_left_before_is_not_read(paper: Path) -> None:
    async with sitting(paper, mark_read="dwell") as reader:
        await reader.press("j", "j", "j", "enter")
        timer = reader.browser.article._timers["dwell"]
        await reader.press("escape", "j", "k")
        assert "dwell" not in reader.browser.article._timers, "it was opened before, not since"
        await reader.press("j")
        assert timer._callback is not None
        timer._callback()  # its three seconds are over
        await reader.rest()
        assert not reader.read


async def test_an_open_article_that_was_marked_unread_by_hand_stays_unread(paper: Path) -> None:
    async with sitting(paper, mark_read="open") as reader:
        await reader.press("enter", "m")
        assert not reader.read
        await reader.press("j", "k")
        assert not reader.read


@pytest.mark.parametrize("mark_read", ["open", "dwell", "end"])
async def test_moving_over_an_article_in_the_list_never_marks_it_read(paper: Path, mark_read: str) -> None:
    async with sitting(paper, mark_read=mark_read) as reader:
        await reader.press(*"jjjjjjjjj")
        assert reader.title == RAIN
        assert not reader.read
