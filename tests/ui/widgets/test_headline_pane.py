"""The pane of headlines: the cursor, the wheel and clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.paper import FERRY, LIGHTHOUSE, LOAF, NEWEST_FIRST, RAIN, SALT, write
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path

    from textual.geometry import Region
    from textual.widget import Widget


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_the_list_moves_by_a_headline(paper: Path, down: str, up: str) -> None:
    async with sitting(paper) as reader:
        await reader.press(down, down)
        assert reader.title == LOAF
        assert LOAF in reader.page
        await reader.press(up)
        assert reader.title == LIGHTHOUSE


async def test_the_list_stops_at_its_ends(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("k")
        assert reader.title == FERRY
        await reader.press("end", "j")
        assert reader.title == RAIN
        await reader.press("home")
        assert reader.title == FERRY
        await reader.press("G")
        assert reader.title == RAIN
        await reader.press("g", "g")
        assert reader.title == FERRY


@pytest.mark.parametrize(("forth", "back"), [("pagedown", "pageup"), ("pagedown", "backspace"), ("ctrl+d", "ctrl+u")])
async def test_the_list_moves_by_pages(paper: Path, forth: str, back: str) -> None:
    async with sitting(paper, (120, 12)) as reader:
        await reader.press(forth)
        assert reader.column.selected > 1
        await reader.press(back)
        assert reader.column.selected == 0


async def test_the_selected_headline_is_always_in_view(paper: Path) -> None:
    async with sitting(paper, (120, 8)) as reader:
        for title in NEWEST_FIRST:
            assert reader.title == title
            assert any(row.startswith("▌●") and title[:10] in row for row in reader.rows)
            await reader.press("j")
        for title in reversed(NEWEST_FIRST):
            assert reader.title == title
            assert any(row.startswith("▌●") and title[:10] in row for row in reader.rows)
            await reader.press("k")
        assert "THURSDAY" in reader.rows[1]


async def test_a_click_on_a_headline_opens_it(paper: Path) -> None:
    async with sitting(paper) as reader:
        row = next(at for at, text in enumerate(reader.rows) if SALT in text)
        await reader.click(10, row)
        assert reader.title == SALT
        assert reader.is_reading


@pytest.mark.parametrize("row", [1, 33], ids=["day", "below the last"])
async def test_a_click_beside_the_headlines_opens_nothing(paper: Path, row: int) -> None:
    async with sitting(paper) as reader:
        await reader.click(10, row)
        assert reader.title == FERRY


def _wheel_down() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_the_wheel_scrolls_and_changes_nothing(paper: Path) -> None:
    async with sitting(paper, (120, 14), mark_read="open") as reader:
        for _ in range(3):
            await reader.pilot._post_mouse_events([_wheel_down()], reader.column, (5, 5))
            await reader.rest()
        assert reader.column.scroll_offset.y > 0
        assert reader.title == FERRY
        assert not reader.is_reading
        assert not reader.read
        await reader.pilot._post_mouse_events([_wheel_down()], reader.view, (5, 5))
        await reader.rest()
        assert reader.view.top > 0
        assert not reader.is_reading
        assert not reader.read
        assert not reader.app.desk.marks.history()


async def test_two_thousand_articles_are_paged_through(root: Path) -> None:
    for number in range(2_000):
        day, hour = divmod(number, 200)
        write(
            root,
            f"a{number:04}",
            f"Article {number:04}",
            f"2024-05-{day + 1:02}T{hour // 10:02}:{hour % 10:02}:00Z",
            "Text.",
        )
    async with sitting(root) as reader:
        assert "2,000 unread" in reader.rows[0]
        for _ in range(8):
            await reader.press("pagedown")
            assert "…" not in reader.rows[10]
            assert any(reader.title in row for row in reader.rows)
        await reader.press("end")
        assert reader.title == "Article 0000"
        assert any("Article 0000" in row for row in reader.rows)
        await reader.press("A")
        assert reader.toasts == ["2,000 articles marked read: u takes it back"]
        assert "0 unread" in reader.rows[0]
        await reader.press("u")
        assert "2,000 unread" in reader.rows[0]


def _whole(widget: Widget) -> Region:
    return widget.region.reset_offset


async def test_a_mark_has_one_headline_fetched_and_drawn_again(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("j")
        reader.undisturbed()
        fetched: list[int] = []
        usual = reader.column._headlines.fetch
        reader.column._headlines.fetch = lambda rows: (fetched.extend(rows), usual(rows))[1]  # type: ignore[func-returns-value]
        reader.column.render_lines(_whole(reader.column))
        kept = set(reader.column.drawn_lines())
        reader.browser.parts.mark_actions.action_bookmark()
        assert len(kept - set(reader.column.drawn_lines())) == 2
        assert reader.headline.bookmarked
        assert fetched == [reader.headline.row]
