"""The keys themselves: their ids, the help that lists them, the palette that runs them, other keys by settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.binding import Binding
from textual.command import CommandPalette
from textual.widgets import Input, Static

from newstui.ui.keys import bindings as keymap
from newstui.ui.screens.panels.choose import ChoicePanel
from newstui.ui.screens.panels.help import HelpPanel
from tests import REPOSITORY
from tests.ui.paper import FERRY, LIGHTHOUSE
from tests.ui.sitting import NARROW, Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path

FEEDS = [*keymap.FEED_LIST, *keymap.FEEDS]
CHOOSING = [each for each in (*ChoicePanel.BINDINGS, *HelpPanel.BINDINGS) if isinstance(each, Binding)]
PANELS = [*keymap.CHANGES, *keymap.ASK, *CHOOSING]
ALL = [*keymap.LIST, *keymap.READER, *keymap.BROWSER, *FEEDS, *PANELS]


def test_every_binding_has_an_id_of_its_own_and_says_what_it_does() -> None:
    assert all(binding.id and binding.description for binding in ALL)
    assert len({binding.id for binding in ALL}) == len(ALL)


@pytest.mark.parametrize(
    "pane", [keymap.LIST, keymap.READER, FEEDS, keymap.CHANGES], ids=["list", "reader", "feeds", "changes"]
)
def test_no_key_means_two_things_in_a_pane(pane: list[Binding]) -> None:
    keys = [key for binding in pane for key in binding.key.split(",")]
    assert len(set(keys)) == len(keys)


def test_no_key_is_one_that_terminals_confuse() -> None:
    keys = {key for binding in ALL for key in binding.key.split(",")}
    assert not keys & {"ctrl+i", "ctrl+m", "ctrl+j", "ctrl+h", "shift+space"}
    assert not any(key.startswith("alt+") for key in keys)


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


@pytest.mark.parametrize("opened", [[], ["enter"]], ids=["list", "reader"])
async def test_help_lists_exactly_the_keys_that_work_here(paper: Path, opened: list[str]) -> None:
    async with sitting(paper, (120, 60)) as reader:
        await reader.press(*opened)
        wanted = {
            active.binding.description
            for active in reader.browser.active_bindings.values()
            if active.enabled and active.binding.description and not active.binding.system
        }
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, HelpPanel)
        shown = [line[20:] for line in _help(reader)]
        assert set(shown) == wanted
        assert len(shown) == len(wanted)


async def test_help_is_searched_by_what_a_key_does(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("f1")
        await reader.type("BOOK")
        assert [line.split() for line in _help(reader)] == [["b", "*", "Bookmark"]]
        await reader.type(" xyz")
        assert _help(reader) == [" no key does that"]
        await reader.press("down", "pagedown", "pageup", "up", "escape")
        assert len(reader.app.screen_stack) == 1


async def test_the_palette_runs_an_action(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press(*"jjjjj", "ctrl+p")
        assert isinstance(reader.app.screen, CommandPalette)
        await reader.type("bookmark")
        await reader.pilot.pause()
        await reader.press("enter")
        await reader.pilot.pause()
        if len(reader.app.screen_stack) > 1:
            await reader.press("enter")
        await reader.rest()
        assert len(reader.bookmarked) == 1
        assert "[red]" in next(iter(reader.bookmarked))


async def test_colon_opens_the_palette_and_esc_leaves_it(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("colon")
        assert isinstance(reader.app.screen, CommandPalette)
        await reader.press("escape")
        assert reader.title == FERRY


async def test_the_settings_give_a_binding_other_keys(paper: Path) -> None:
    async with sitting(paper, keys={"bookmark": "B", "next": "ctrl+n,X"}) as reader:
        await reader.press("b")
        assert not reader.bookmarked
        await reader.press("B")
        assert reader.bookmarked == {FERRY}
        await reader.press("ctrl+n")
        assert reader.title == LIGHTHOUSE


async def test_keys_for_bindings_that_there_are_not_break_nothing(paper: Path) -> None:
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


async def test_keys_are_shown_as_they_are_typed(paper: Path) -> None:
    async with sitting(paper, (120, 60)) as reader:
        await reader.press("question_mark")
        lines = "\n".join(_help(reader))
        for wrong in ("asterisk", "question_mark", "less_than", "slash", "colon", "bracket"):
            assert wrong not in lines


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


async def test_the_notice_of_the_start_is_shown(paper: Path) -> None:
    from newstui.domain.settings import Settings
    from newstui.store.paths import user_paths
    from newstui.ui.app import NewstuiApp

    app = NewstuiApp(user_paths(), paper, Settings(), notice="config.toml: there is no setting [b]'x'")
    async with app.run_test(size=NARROW) as pilot:
        seated = Sitting(app, pilot)
        await seated.rest(is_first=True)
        assert "there is no setting [b]'x'" in seated.bar


def _help(reader: Sitting) -> list[str]:
    return str(reader.app.screen.query_one("#help-lines", Static).content).split("\n")
