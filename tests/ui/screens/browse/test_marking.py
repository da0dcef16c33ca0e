"""Marking: marks show wherever they were made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.paper import CANAL
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_marks_of_another_window_show(paper: Path) -> None:
    async with sitting(paper) as reader:
        from newstui.services.desk import Desk
        from newstui.store.paths import user_paths

        other = Desk(user_paths(), paper)
        canal = reader.headline_of(CANAL)
        other.marks.set("bookmarked", [canal.id], True, CANAL)
        assert other.close()
        reader.app.desk.refresh()
        reader.browser.marking.changed()
        await reader.rest()
        assert reader.bookmarked == {CANAL}
