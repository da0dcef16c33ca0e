"""The browser as its parts know it: what is selected, shown and acted upon is one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.paper import FERRY, LIGHTHOUSE, LOAF
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path


def one_article(reader: Sitting) -> bool:
    """Returns True where the list, the state, the reader pane and the actions mean the same article."""
    browser = reader.browser.browser
    current, acted_upon = browser.headlines.current, browser.headline
    reading = browser.reader.controller.prepared
    assert current is not None
    assert acted_upon is not None
    assert reading is not None
    return current.id == acted_upon.id == browser.state.article == browser.reader.article == reading.article.id


async def test_list_reader_pane_and_actions_mean_the_same_article(paper: Path) -> None:
    keys = (
        "j",
        "J",
        "D",
        "u",
        "U",
        "K",
        "G",
        "g b",
        "escape",
        "g u",
        "m",
        "O down enter",
        "n",
        "f",
        "escape",
        "D",
        "u",
    )
    async with sitting(paper) as reader:
        assert one_article(reader)
        for key in keys[:7]:
            await reader.press(*key.split())
            assert one_article(reader), key
        await reader.press("g", "b")
        assert reader.browser.browser.headline is None
        assert reader.browser.browser.state.article is None
        assert reader.browser.browser.reader.article is None
        for key in keys[8:]:
            await reader.press(*key.split())
            assert one_article(reader), key


async def test_the_neighbours_are_those_of_the_selected_article(paper: Path) -> None:
    async with sitting(paper) as reader:
        browser = reader.browser.browser
        assert (browser.neighbours.previous, browser.neighbours.next) == (None, LIGHTHOUSE)
        await reader.press("j")
        assert (browser.neighbours.previous, browser.neighbours.next) == (FERRY, LOAF)
