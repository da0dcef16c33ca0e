"""Tests of keys that are typed faster than newstui answers."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

from textual.widgets import Input, TextArea

from newstui.ui.screens.panels.choose import ChoicePanel
from tests.ui.paper import BENCH, CANAL, FERRY, LIGHTHOUSE, LOAF, NEWEST_FIRST, RAIN
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path

    from newstui.domain.search.listing import Listing


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


async def test_a_key_after_a_command_of_the_palette_goes_where_the_command_led(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("ctrl+p")
        await reader.type("note")
        await reader.press_at_once("enter", *"bAmDJ")
        assert isinstance(reader.app.focused, TextArea)
        assert reader.app.focused.text == "bAmDJ"


class _Slow:
    """Lists of the catalogue that come only when they may."""

    def __init__(self, reader: Sitting) -> None:
        self._reader, self._listing, self._may_come = reader, reader.app.desk.articles.listing, Event()
        self._may_come.set()
        reader.app.desk.articles.listing = self._wait  # type: ignore[method-assign]

    def _wait(self, *arguments: Any, **more: Any) -> Listing:
        assert self._may_come.wait(10)
        return self._listing(*arguments, **more)

    async def press_at_once(self, *keys: str) -> None:
        """Presses keys, long before the list comes that the first of them asks for."""
        self._may_come.clear()
        self._reader.post(*keys)
        for _ in range(120):  # rounds of messages: more than a key waits for them
            await self._reader.pilot.pause(0)
        self._may_come.set()
        await self._reader.rest()

    def let_come(self) -> None:
        self._may_come.set()

    def hold(self) -> None:
        self._may_come.clear()


async def test_keys_wait_for_the_list_that_was_asked_for_however_late_it_comes(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("b", "j", "b", "k")
        slow = _Slow(reader)
        await slow.press_at_once("g", "b", "A")
        assert reader.titles == [FERRY, LIGHTHOUSE]
        await slow.press_at_once("g", "a", "j", "j", "m")
        assert reader.read == {FERRY, LIGHTHOUSE, LOAF}
        await slow.press_at_once("full_stop", "G", "m", "D")
        assert reader.titles == [title for title in NEWEST_FIRST if title not in {FERRY, LIGHTHOUSE, LOAF, RAIN}]
        await slow.press_at_once("full_stop", "O", "down", "enter", "home", "m")  # the oldest first
        assert reader.read == {FERRY, LIGHTHOUSE, LOAF, BENCH}
        await slow.press_at_once("O", "down", "enter", "end")  # in the same order once more
        assert reader.title == reader.titles[-1]
        await slow.press_at_once("M", "d", "u")
        assert reader.read == {FERRY, LIGHTHOUSE, LOAF, BENCH}


async def test_a_key_that_leaves_does_not_wait_for_ever(paper: Path) -> None:
    async with sitting(paper) as reader:
        slow = _Slow(reader)
        slow.hold()
        reader.post("g", "b", "A", "escape", "m")
        for _ in range(10_000):
            await reader.pilot.pause(0)
            if not reader.browser.state.question.query:
                break
        slow.let_come()
        await reader.rest()
        assert reader.titles == list(NEWEST_FIRST)
        assert reader.read == {FERRY}
