"""The base of a screen: the line of keys, and notices in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.sitting import NARROW, Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_footer_shows_what_works_in_each_pane(paper: Path) -> None:
    async with sitting(paper) as reader:
        for does in ("Read", "Next", "Summary", "Bookmark", "Undo", "Filter", "Keys"):
            assert f" {does} " in reader.bar
        await reader.press("enter")
        assert " ⏎ Read " not in reader.bar
        assert " / Find " in reader.bar


async def test_a_narrow_footer_always_shows_the_way_to_all_keys(paper: Path) -> None:
    async with sitting(paper, (24, 10)) as reader:
        assert "? Keys" in reader.bar


async def test_the_notice_of_the_start_is_shown(paper: Path) -> None:
    from newstui.domain.settings import Settings
    from newstui.store.paths import user_paths
    from newstui.ui.app import NewstuiApp

    app = NewstuiApp(user_paths(), paper, Settings(), notice="config.toml: there is no setting [b]'x'")
    async with app.run_test(size=NARROW) as pilot:
        seated = Sitting(app, pilot)
        await seated.rest(is_first=True)
        assert "there is no setting [b]'x'" in seated.bar


async def test_a_screen_whose_pane_with_the_keys_is_gone_gives_them_to_another(paper: Path) -> None:
    async with sitting(paper, NARROW) as reader:
        await reader.press("enter")
        reader.browser.set_focus(None)
        await reader.rest()
        assert reader.is_reading
        await reader.press("q")
        assert reader.browser.focused is reader.column
        await reader.press("g", "f")
        reader.app.screen.set_focus(None)
        await reader.press("q")
        assert reader.app.screen is reader.browser
