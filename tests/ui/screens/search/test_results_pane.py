"""The results are moved through by keys, sections behind the hits too, and the cursor stays in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.ui.screens.search.results_pane import ResultsPane
from tests.ui.paper import write
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_cursor_stays_in_view_through_hits_and_sections(root: Path) -> None:
    for number in range(40):
        when = f"2024-05-01T10:{number:02}:00Z"
        write(root, f"{number}", f"Mill {number}", when, "A mill.", source="Millers", tags=["mill"])
    async with sitting(root, (80, 24)) as reader:
        await reader.press("slash")
        await reader.type("mill")
        pane = reader.app.screen.query_one(ResultsPane)
        assert pane.count == 42
        for key in ["down"] * 9 + ["pagedown"] * 9 + ["up"] * 5 + ["down"] * 9 + ["pageup"] * 3:
            await reader.press(key)
            row = pane._top(pane.selected)
            assert pane.scroll_offset.y <= row < pane.scroll_offset.y + pane.size.height
        await reader.press(*["pagedown"] * 9)
        assert pane.choice is not None
        assert pane.headline is None
        assert pane.choice.label in reader.text
        await reader.press(*["pageup"] * 12)
        assert (pane.selected, pane.scroll_offset.y) == (0, 0)


async def test_sentences_come_with_the_hits_that_come_into_view(root: Path) -> None:
    for number in range(40):
        write(root, f"{number}", f"Day {number}", f"2024-05-01T10:{number:02}:00Z", f"The mill turned {number} times.")
    async with sitting(root, (80, 24)) as reader:
        await reader.press("slash")
        await reader.type("mill")
        await reader.press(*["pagedown"] * 20)
        assert "The mill turned 0 times." in reader.text
        await reader.resize(60, 20)
        assert "The mill turned 0 times." in reader.text
