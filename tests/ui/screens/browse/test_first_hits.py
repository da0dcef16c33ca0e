"""The first hits of a list, and the keys that wait for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.ui.screens.browse.first_hits import are_enough
from tests.ui.paper import write
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_first_hits_do_for_a_step_but_not_for_the_last_row_nor_for_all(paper: Path) -> None:
    for number in range(30):
        write(paper, f"more-{number}", f"More {number}", f"2023-06-{number + 1:02}T08:00:00Z", "Words.")
    async with sitting(paper, first_hits=15) as reader:
        enough = {
            key
            for key in ("j", "enter", "J", "b", "D", "G", "A", "X", "n", "space", "w")
            if are_enough(reader.browser.browser, key)
        }
        assert enough == {"j", "enter", "J", "b", "D"}
        await reader.press_at_once("g", "u", *"j" * 20, "b", "A")
        assert len(reader.read) == 40
        assert reader.bookmarked == {reader.titles[20]}
        await reader.press("G")
        assert not are_enough(reader.browser.browser, "j")
