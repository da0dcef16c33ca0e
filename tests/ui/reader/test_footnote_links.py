"""The way to footnotes and back in the reader pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.ui.reader.footnote_links import footnotes_in_view, go_to_footnote
from tests.ui.paper import write
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "A claim[^1].\n\n" + "An ordinary paragraph of an ordinary long read.\n\n" * 3_000 + "[^1]: The note.\n"


async def test_a_footnote_at_the_end_of_a_long_text_is_gone_to_and_left_again(paper: Path) -> None:
    write(paper, "long", "Notes", "2024-06-07T09:00:00Z", TEXT)
    async with sitting(paper) as reader:
        await reader.press("enter")
        pane = reader.browser.reader
        while pane.controller.work(1.0):
            pass
        assert footnotes_in_view(pane) == ["note 1"]
        assert go_to_footnote(pane, "note 1")
        await reader.rest()
        assert "¹ The note." in reader.page
        assert footnotes_in_view(pane) == ["back 1"]
        assert go_to_footnote(pane, "back 1")
        assert not go_to_footnote(pane, "note 2")
        assert pane.top == 0
