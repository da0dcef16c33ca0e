"""Tests of keys that are typed faster than newstui answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

from newstui.ui.screens.panels.choose import ChoicePanel
from tests.ui.paper import CANAL, NEWEST_FIRST
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_key_goes_where_the_key_before_it_led_however_fast_they_are_typed(paper: Path) -> None:
    async with sitting(paper) as reader:
        for opener in ("f", "t", "|", "g/"):
            await reader.press_at_once(*opener, *"bAmDJ")  # each of them would act on the list below
            assert isinstance(reader.app.focused, Input), opener
            assert reader.app.focused.value == "bAmDJ", opener
            await reader.press("escape")
            assert len(reader.app.screen_stack) == 1
        await reader.press_at_once("T", *"bAmDJ")
        assert isinstance(reader.app.focused, TextArea)
        assert reader.app.focused.text == "bAmDJ"
        await reader.press_at_once("escape", "u")
        assert reader.titles == list(NEWEST_FIRST)
        assert not reader.app.desk.marks.of(reader.headline.id).note
        assert not reader.read and not reader.bookmarked
        await reader.press_at_once("w", "down", "down", "enter", *"mAD")  # a panel that leads to another
        assert isinstance(reader.app.focused, Input) and reader.app.focused.value == "mAD"
        await reader.press_at_once("escape", "j", "j", "j", "enter", "/", *"heron", "enter")
        assert reader.title == CANAL and reader.is_reading
        assert not isinstance(reader.app.screen, ChoicePanel)
        assert "found" in reader.bar
