"""The table of keys: ids, names, no key twice in one place, and other keys by settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.binding import Binding
from textual.widgets import Input

from newstui.ui.keys import bindings as keymap
from newstui.ui.screens.panels.choose import ChoicePanel
from newstui.ui.screens.panels.help import HelpPanel
from tests import REPOSITORY
from tests.ui.paper import FERRY, LIGHTHOUSE
from tests.ui.sitting import sitting

if TYPE_CHECKING:
    from pathlib import Path

CHOOSING = [each for each in (*ChoicePanel.BINDINGS, *HelpPanel.BINDINGS) if isinstance(each, Binding)]
PANELS = [*keymap.CHANGES, *keymap.ASK, *keymap.NOTE, *CHOOSING]
ALL = [*keymap.LIST, *keymap.SECTIONS, *keymap.READER, *keymap.BROWSER, *PANELS]


def test_every_binding_has_an_id_of_its_own_and_says_what_it_does() -> None:
    assert all(binding.id and binding.description for binding in ALL)
    assert len({binding.id for binding in ALL}) == len(ALL)


@pytest.mark.parametrize(
    "pane",
    [keymap.LIST, keymap.SECTIONS, keymap.READER, keymap.CHANGES],
    ids=["list", "sections", "reader", "changes"],
)
def test_no_key_means_two_things_in_a_pane(pane: list[Binding]) -> None:
    keys = [key for binding in pane for key in binding.key.split(",")]
    assert len(set(keys)) == len(keys)


def test_no_key_is_one_that_terminals_confuse() -> None:
    keys = {key for binding in ALL for key in binding.key.split(",")}
    assert not keys & {"ctrl+i", "ctrl+m", "ctrl+j", "ctrl+h", "shift+space"}
    assert not any(key.startswith("alt+") for key in keys)


async def test_the_settings_give_a_binding_other_keys(paper: Path) -> None:
    async with sitting(paper, keys={"bookmark": "B", "next": "ctrl+n,Z"}) as reader:
        await reader.press("b")
        assert not reader.bookmarked
        await reader.press("B")
        assert reader.bookmarked == {FERRY}
        await reader.press("ctrl+n")
        assert reader.title == LIGHTHOUSE


async def test_keys_for_unknown_bindings_break_nothing(paper: Path) -> None:
    async with sitting(paper, keys={"nonsense": "B", "bookmark": ""}) as reader:
        await reader.press("B", "b", "J")
        assert reader.title == LIGHTHOUSE


async def test_letters_typed_into_a_field_do_nothing_else(paper: Path) -> None:
    async with sitting(paper) as reader:
        for opened in (["f"], ["question_mark"], ["enter", "slash"]):
            await reader.press(*opened)
            assert isinstance(reader.app.focused, Input)
            await reader.press("b", "m", "q", "A", "D", "s")
            assert reader.app.focused.value == "bmqADs"
            await reader.press("escape")
        assert not reader.app.desk.marks.history()
        assert len(reader.titles) == 10


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("ctrl+u", "Ctrl+U"), ("shift+tab", "Shift+Tab"), ("shift+f3", "Shift+F3"), ("pagedown", "PgDn"), ("up", "↑"),
        ("b", "b"), ("B", "B"), ("question_mark", "?"), ("home", "Home"), ("space", "Space"), ("f11", "F11"),
    ],
)  # fmt: skip
def test_a_key_is_named_as_the_page_of_keys_names_it(key: str, name: str) -> None:
    assert keymap.key_name(key) == name
    page = (REPOSITORY / "docs/keys.md").read_text()
    assert f"`{name}`" in page
