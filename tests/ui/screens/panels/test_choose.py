"""The panel of choices: it is left without a change, by Esc or by a key that it does not have."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from textual.widgets import Input

from newstui.ui.screens.panels.choose import Choice, ChoicePanel
from tests.ui.paper import NEWEST_FIRST, TRAINS
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_the_filter_is_left_without_a_change(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("f", "down", "escape")
        assert reader.titles == list(NEWEST_FIRST)
        await reader.press("f", "down", "down", "pagedown", "pageup", "up", "up", "enter")
        assert reader.titles == list(NEWEST_FIRST)
        assert "Front page" in reader.rows[0]


async def test_another_key_after_g_does_nothing(paper: Path) -> None:
    async with sitting(paper) as reader:
        for key in ("x", "escape"):
            await reader.press("g", key)
            assert len(reader.app.screen_stack) == 1
            assert reader.titles == list(NEWEST_FIRST)
        await reader.press("g", "down", "down", "enter")
        assert "Unread" in reader.rows[0]


async def test_what_is_typed_before_all_choices_are_there_is_an_answer_to_all_of_them(paper: Path) -> None:
    async with sitting(paper) as reader:
        can_count, counted = Event(), reader.app.desk.articles.tallies.by

        def counts_by(field: str) -> list[tuple[str, int]]:
            assert can_count.wait(10)
            return counted(field)

        reader.app.desk.articles.tallies.by = counts_by  # type: ignore[method-assign,assignment]
        reader.post("f", *"rail", "enter")
        wanted = ["articles that match: rail"]
        for _ in range(500):  # rounds of messages: many more than are needed
            await reader.pilot.pause(0)
            if isinstance(reader.app.focused, Input) and reader.options == wanted:
                break
        assert reader.options == wanted
        can_count.set()
        await reader.rest()
        assert reader.titles == [TRAINS]
        assert "Source: " in reader.rows[0]


async def test_queries_that_begin_with_what_is_typed_stand_below_it(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("t", *"rivers", "enter", "escape", "f", *"tag:riv")
        await reader.rest()
        assert [option.split("  ")[0] for option in reader.options] == ["articles that match: tag:riv", "tag rivers"]
        await reader.press("down", "enter")
        assert len(reader.titles) == 1


def test_of_a_huge_text_the_start_is_shown() -> None:
    """A highlight of a hundred thousand characters was wrapped whole while a key waited."""
    line = ChoicePanel("", [], enter="")._line(Choice("id", "a" * 100_000, "b" * 100_000)).plain
    assert len(line) < 1_100
    assert "a…" in line
    assert line.endswith("b…")
