"""Presets: they have the keys of another program, lose no action, and leave single keys to be changed on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.command import CommandPalette
from textual.widgets import Input, OptionList

from newstui.ui.keys import bindings as keymap
from newstui.ui.keys.bindings import live_bindings
from newstui.ui.keys.presets import PRESETS
from newstui.ui.keys.validate import usable_keys
from newstui.ui.screens.panels.choose import ChoicePanel, KeyChoicePanel
from newstui.ui.screens.panels.help import HelpPanel
from newstui.ui.screens.search.screen import SearchScreen
from tests.ui.paper import CANAL, FERRY, LIGHTHOUSE, LOAF, SALT
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk

NAMES = [name for name in PRESETS if name != "default"]
GO = {"newsboat": "v", "vim": "g", "emacs": "g"}
NAMED_ON_PAGES = {
    "summary": "s",
    "next": "J",
    "previous": "K",
    "sync": "r",
    "changes": "=",
    "note": "T",
    "feed-add": "a",
}


def preset(name: str, **others: str) -> dict[str, str]:
    return {"preset": name, **others}


@pytest.mark.parametrize("name", PRESETS)
def test_in_no_pane_of_a_preset_does_a_key_mean_two_things(name: str) -> None:
    assert usable_keys(PRESETS[name]) == (PRESETS[name], [])
    assert usable_keys(preset(name)) == (PRESETS[name], [])


@pytest.mark.parametrize("name", NAMES)
def test_no_preset_has_keys_that_terminals_confuse(name: str) -> None:
    keys = {key for wanted in PRESETS[name].values() for key in wanted.split(",")}
    assert not keys & {"ctrl+i", "ctrl+m", "ctrl+j", "ctrl+h", "shift+space"}
    assert not any("alt+" in key for key in keys)


@pytest.mark.parametrize("name", NAMES)
def test_the_keys_that_pages_name_are_keys_in_every_preset(name: str) -> None:
    bound = {binding.id: binding.key for binding in (*keymap.BROWSER, *keymap.SECTIONS)}
    for binding, key in NAMED_ON_PAGES.items():
        keys = PRESETS[name].get(binding, bound[binding]).split(",")
        assert ("equals_sign" if key == "=" else key) in keys


@pytest.mark.parametrize("name", NAMES)
async def test_every_action_stays_in_reach_in_every_place(paper: Path, desk: Callable[[], Desk], name: str) -> None:
    from newstui.domain.feed import Feed

    desk().feeds.add([Feed("https://canal.example/feed", title="Canal")])
    desk().flush()
    async with sitting(paper) as reader:
        wanted = await _in_reach(reader, "g")
    async with sitting(paper, keys=preset(name)) as reader:
        found = await _in_reach(reader, GO[name])
    assert all(before <= now for before, now in zip(wanted, found, strict=True))


async def _in_reach(reader: Sitting, go: str) -> list[set[str]]:
    """Returns the actions of the keys in force in the list, the article, its summary, skimming, the feeds and help."""
    here = [_actions(reader)]
    for keys in (["enter"], ["s"], ["s", "S"], ["escape", "escape", go, "f"], ["question_mark"]):
        await reader.press(*keys)
        here.append(_actions(reader))
    assert isinstance(reader.app.screen, HelpPanel)
    return here


def _actions(reader: Sitting) -> set[str]:
    return {binding.action for binding in live_bindings(reader.app.screen) if binding.id}


@pytest.mark.parametrize("name", NAMES)
async def test_the_line_of_keys_keeps_its_order_and_shows_the_way_to_all_keys(paper: Path, name: str) -> None:
    async with sitting(paper, keys=preset(name)) as reader:
        does = ["Read on", "Next", "Summary", "Bookmark", "Undo", "Filter", "Keys"]
        places = [reader.bar.index(f" {each} ") for each in does]
        assert places == sorted(places)
        await reader.resize(24, 10)
        assert "? Keys" in reader.bar


# newsboat


async def test_a_newsboat_reader_goes_from_article_to_article(paper: Path) -> None:
    async with sitting(paper, keys=preset("newsboat")) as reader:
        await reader.press("J", "N", "K", "n")
        assert reader.read == {LIGHTHOUSE}
        assert reader.title == LOAF
        await reader.press("p", "N")
        assert reader.title == LIGHTHOUSE
        assert not reader.read
        await reader.press("J", "J", "enter", "space", "space")
        below = reader.view.top
        await reader.press("b")
        assert 0 < reader.view.top < below
        assert not reader.bookmarked
        await reader.press("ctrl+b")
        assert reader.bookmarked == {CANAL}
        await reader.press("q")
        assert not reader.is_reading
        await reader.press("Q")
        assert not reader.app.is_running


async def test_a_newsboat_reader_marks_all_read_and_a_message_says_how_to_undo_it(paper: Path) -> None:
    async with sitting(paper, keys=preset("newsboat")) as reader:
        await reader.press("A")
        assert reader.toasts == ["10 articles marked read: Ctrl+Z takes it back"]
        await reader.press("ctrl+z")
        assert not reader.read
        await reader.press("D")
        assert "Ctrl+Z gets it back" in reader.bar


async def test_a_newsboat_reader_searches_filters_sorts_and_opens_links(paper: Path) -> None:
    async with sitting(paper, keys=preset("newsboat")) as reader:
        await reader.press("slash")
        await reader.type("title:salt")
        await reader.press("enter")
        assert (reader.titles, reader.is_reading) == ([SALT], True)
        await reader.press("ctrl+f", "escape")
        assert len(reader.titles) == 10
        for key, panel in {
            "f": ChoicePanel,
            "F": ChoicePanel,
            "g": ChoicePanel,
            "G": ChoicePanel,
            "v": KeyChoicePanel,
        }.items():
            await reader.press(key)
            assert type(reader.app.screen) is panel
            await reader.press("escape")
        await reader.press("home", "u")
        assert any("harbour.example" in option for option in reader.options)
        await reader.press("escape", "enter", "slash")
        await reader.type("ottilie")
        await reader.press("enter")
        assert "n next, P previous, Esc ends it" in reader.bar


async def test_letters_of_a_preset_are_typed_into_fields(paper: Path) -> None:
    async with sitting(paper, keys=preset("newsboat")) as reader:
        await reader.press("f", "Q", "N", "q")
        assert isinstance(reader.app.focused, Input)
        assert reader.app.focused.value == "QNq"


# vim


async def test_a_vim_reader_pages_jumps_finds_and_redoes(paper: Path) -> None:
    async with sitting(paper, (120, 12), keys=preset("vim")) as reader:
        await reader.press("ctrl+f")
        assert reader.column.selected > 1
        await reader.press("ctrl+b")
        assert reader.title == FERRY
        await reader.press("G", "g", "g", "j", "k", "j", "j", "j")
        assert reader.title == CANAL
        await reader.press("enter", "ctrl+f", "ctrl+e")
        below = reader.view.top
        await reader.press("ctrl+y")
        assert reader.view.top == below - 1
        await reader.press("ctrl+b", "slash")
        await reader.type("heron")
        await reader.press("enter", "n", "N")
        assert "1 of 40" in reader.bar
        await reader.press("b", "u")
        assert not reader.bookmarked
        await reader.press("ctrl+r")
        assert reader.bookmarked == {CANAL}
        await reader.press("colon")
        assert isinstance(reader.app.screen, CommandPalette)


# emacs


async def test_an_emacs_reader_moves_by_line_page_and_article(paper: Path) -> None:
    async with sitting(paper, keys=preset("emacs")) as reader:
        await reader.press("ctrl+n", "ctrl+n", "ctrl+p")
        assert reader.title == LIGHTHOUSE
        await reader.press("greater_than_sign", "less_than_sign", "N", "N", "P", "d", "p", "n")
        assert reader.read == {LIGHTHOUSE}
        assert reader.title == LOAF
        await reader.press("N", "enter", "ctrl+v")
        assert reader.title == CANAL
        below = reader.view.top
        assert below > 0
        await reader.press("space")
        assert reader.view.top > below
        await reader.press("backspace", "backspace")
        assert reader.view.top == 0
        await reader.press("ctrl+g")
        assert not reader.is_reading


async def test_an_emacs_reader_searches_and_goes_on_with_the_same_key(paper: Path) -> None:
    async with sitting(paper, keys=preset("emacs")) as reader:
        await reader.press("ctrl+n", "ctrl+n", "ctrl+n", "enter", "ctrl+s")
        await reader.type("heron")
        first = reader.view.top
        await reader.press(*["ctrl+s"] * 10)
        assert reader.view.top > first
        await reader.press("enter", "ctrl+s", "ctrl+s")
        assert " of 40" in reader.bar
        after = reader.view.top
        await reader.press(*["ctrl+r"] * 8)
        assert reader.view.top < after
        await reader.press("ctrl+g", "ctrl+g", "ctrl+s")
        assert isinstance(reader.app.screen, SearchScreen)


@pytest.mark.parametrize("undo", ["ctrl+underscore", "ctrl+slash", "ctrl+shift+minus", "ctrl+z"])
async def test_an_emacs_reader_undoes_however_the_terminal_sends_it(paper: Path, undo: str) -> None:
    async with sitting(paper, keys=preset("emacs")) as reader:
        await reader.press("exclamation_mark")
        assert reader.bookmarked == {FERRY}
        await reader.press(undo)
        assert not reader.bookmarked


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        ("\x1f", "ctrl+underscore"), ("\x1b[47;5u", "ctrl+slash"), ("\x1b[45;6u", "ctrl+shift+minus"),
        ("\x07", "ctrl+g"), ("\x13", "ctrl+s"), ("\x16", "ctrl+v"), ("\x12", "ctrl+r"), ("\x7f", "backspace"),
    ],
)  # fmt: skip
def test_terminals_send_what_the_presets_name(sent: str, key: str) -> None:
    from textual._xterm_parser import XTermParser

    assert [getattr(event, "key", None) for event in XTermParser().feed(sent)] == [key]


async def test_an_emacs_reader_moves_in_panels_and_leaves_them(paper: Path) -> None:
    async with sitting(paper, keys=preset("emacs")) as reader:
        for panel in ("f", "g", "O"):
            await reader.press(panel, "ctrl+n", "ctrl+n", "ctrl+p")
            assert reader.app.screen.query_one(OptionList).highlighted == 1
            await reader.press("ctrl+g")
            assert len(reader.app.screen_stack) == 1
        await reader.press("question_mark", "ctrl+n", "ctrl+g", "g", "f")
        assert reader.browser.sections.has_keys
        await reader.press("a", "ctrl+g", "ctrl+g", "f10")
        assert isinstance(reader.app.screen, CommandPalette)


# On top of a preset


async def test_single_keys_are_changed_on_top_of_a_preset(paper: Path) -> None:
    async with sitting(paper, keys=preset("newsboat", bookmark="B", read="Z")) as reader:
        await reader.press("B", "Z")
        assert reader.bookmarked == reader.read == {FERRY}
        await reader.press("N", "ctrl+z", "ctrl+z")
        assert not reader.bookmarked
        assert not reader.read


async def test_an_unknown_preset_is_reported_and_newstui_opens_with_its_own_keys(paper: Path) -> None:
    async with sitting(paper, keys=preset("newsbaot", bookmark="B")) as reader:
        (message,) = reader.toasts
        assert "[keys] preset = 'newsbaot': there is no such preset" in message
        assert "there are: default, newsboat, vim, emacs" in message
        await reader.press("B", "m", "u")
        assert reader.bookmarked == {FERRY}
        assert not reader.read


async def test_other_keys_are_in_force_as_soon_as_they_are_given(paper: Path) -> None:
    async with sitting(paper) as reader:
        await reader.press("B")
        assert not reader.bookmarked
        reader.app.set_keymap({"bookmark": "B"})
        await reader.press("B")
        assert reader.bookmarked == {FERRY}
