"""The words of a search are lit in each article that is opened, and a summary or skimming comes between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_words_are_lit_in_every_article_until_the_search_ends(paper: Path) -> None:
    async with sitting(paper) as reader:
        pane = reader.browser.reader
        pane.search.begin(re.compile("council|heron"))
        numbers = []
        for _ in range(4):
            await reader.press("J")
            numbers.append(len(pane.controller.highlights.matches))
        assert [number > 0 for number in numbers] == [False, False, True, False]
        pane.search.end()
        await reader.press("K")
        assert (pane.search.is_lit, len(pane.controller.highlights.matches)) == (False, 0)


async def test_after_skimming_and_the_summary_the_words_are_lit_again(paper: Path) -> None:
    async with sitting(paper) as reader:
        pane = reader.browser.reader
        pane.search.begin(re.compile("heron"))
        await reader.press("J", "J", "J", "S")
        assert not pane.search.is_lit
        await reader.press("S")
        assert pane.search.is_lit
        await reader.press("s", "s")
        assert pane.search.is_lit
