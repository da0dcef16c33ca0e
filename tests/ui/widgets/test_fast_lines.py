"""Fast lines: the lines that both panes hand straight to the screen are those that Textual would have drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.segment import Segment
from textual.geometry import Region
from textual.widget import Widget

from tests.ui.paper import write
from tests.ui.sitting import NARROW, WIDE, Sitting, sitting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.strip import Strip

    from newstui.ui.widgets.fast_lines import FastLines

Lines = list[list[Segment]]


def _lines(strips: Sequence[Strip]) -> Lines:
    return [list(Segment.simplify(strip)) for strip in strips]


def _whole(widget: Widget) -> Region:
    return widget.region.reset_offset


def _panes(reader: Sitting) -> list[FastLines]:
    return [pane for pane in (reader.column, reader.view) if pane.region.area]


def _as_textual_draws(widget: Widget) -> Lines:
    widget._styles_cache.clear()
    return _lines(Widget.render_lines(widget, _whole(widget)))


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("theme", ["newstui-dark", "newstui-light", "terminal"])
async def test_panes_and_their_bars_are_as_textual_would_draw_them(
    paper: Path, size: tuple[int, int], theme: str
) -> None:
    async with sitting(paper, size, theme=theme) as reader:
        for key in ("down", "b", "enter", "pagedown"):
            await reader.press(key)
            for pane in _panes(reader):
                for widget in (pane, pane.vertical_scrollbar):
                    assert _lines(widget.render_lines(_whole(widget))) == _as_textual_draws(widget)


async def test_a_page_that_was_drawn_ahead_is_as_it_would_be_drawn_later(root: Path) -> None:
    for number in range(60):
        write(root, str(number), f"Article {number}", f"2024-05-{1 + number % 28:02}T09:00:00Z", "Words.")
    async with sitting(root) as reader:
        for key in ("J", "pagedown", "J", "b", "pageup", "end", "home"):
            await reader.press(key)
            for _ in reader.column.draw_ahead():
                pass
            top, height = reader.column.scroll_offset.y, reader.column.size.height
            assert {top + 2 * height - 1, max(top - height, 0)} <= set(reader.column.drawn_lines())
            assert _lines(reader.column.render_lines(_whole(reader.column))) == _as_textual_draws(reader.column)
        await reader.press("e")
        reader.column.forget_lines()
        assert not list(reader.column.draw_ahead())
        assert not reader.column.drawn_lines()


async def test_a_cached_line_is_as_it_would_be_drawn_again(paper: Path) -> None:
    keys = (
        "j j b m J k enter down s down s S n escape plus slash r a i n enter n escape pagedown v J K u z z ] escape o"
    )
    async with sitting(paper) as reader:
        for key in keys.split():
            await reader.press(key)
            for pane in _panes(reader):
                kept = _lines(pane.render_lines(_whole(pane)))
                pane.forget_lines()
                assert _lines(pane.render_lines(_whole(pane))) == kept, key
        await reader.resize(*NARROW)
        for pane in _panes(reader):
            assert _lines(pane.render_lines(_whole(pane))) == _as_textual_draws(pane)


async def test_a_part_of_a_pane_is_that_part_of_the_whole(paper: Path) -> None:
    async with sitting(paper) as reader:
        for pane in _panes(reader):
            whole = pane.render_lines(_whole(pane))
            part = pane.render_lines(Region(3, 2, 10, 4))
            assert [strip.text for strip in part] == [strip.crop(3, 13).text for strip in whole[2:6]]


async def test_no_more_lines_are_in_memory_than_a_reader_looks_at(paper: Path) -> None:
    async with sitting(paper) as reader:
        for pane in _panes(reader):
            pane.most_drawn_lines = 40
        await reader.press("enter", "pagedown", "pagedown", "end", "home")
        for pane in _panes(reader):
            assert len(pane.drawn_lines()) <= 40 + pane.region.height
