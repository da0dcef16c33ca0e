"""The page of keys, key by key: in each pane each key of the page does something, and no other key does anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.terminal.keyboard import documented_keys
from tests.ui.hasty import write_everything
from tests.ui.sitting import Sitting, sitting

if TYPE_CHECKING:
    from pathlib import Path

Key = tuple[str, str]
"""The id of a binding, and one of its keys."""

_COPY = {"ctrl+c", "super+c"}
"""Textual's own keys: they copy what the mouse selected."""
_STATES: dict[str, tuple[list[str], ...]] = {
    "In the list": ([], ["s"], ["s", "S"]),
    "In the article": (["enter"], ["s"], ["s", "S"], ["escape", "tab"], ["escape", "v"]),
    "In the sections": (["s", "f2"], ["down"]),
    "In the history": (["J", "m", "g", "h"], ["u"]),
    "In the search": (["slash"],),
}
"""Pane → the keys that lead to it, and on to each state in which other keys work."""
_IN_ALL = {("commands-anywhere", "ctrl+p"), ("quit-anywhere", "ctrl+q"), ("redraw", "ctrl+l")}
_EVERYWHERE = {"In the list", "In the article", "In the sections"}


def _live(reader: Sitting) -> set[Key]:
    return {
        (active.binding.id or "", key)
        for key, active in reader.app.screen.active_bindings.items()
        if active.enabled and key not in _COPY
    }


async def _open(reader: Sitting, pane: str) -> set[Key]:
    """Leads to a pane and through its states; returns the keys that work in one of them."""
    live: set[Key] = set()
    await reader.press("escape", "escape", "escape")
    for keys in _STATES[pane]:
        await reader.press(*keys)
        live |= _live(reader)
    return live if pane != "In the search" else {each for each in live if each[0]}  # the others are those of a field


async def test_in_each_pane_exactly_the_keys_of_the_page_work(root: Path) -> None:
    rows, library = documented_keys(), write_everything(root)
    async with sitting(library, (120, 40)) as reader:
        reader.undisturbed()
        for pane in _STATES:
            live = await _open(reader, pane)
            wanted = rows[pane] | (rows["Anywhere"] if pane in _EVERYWHERE else _IN_ALL)
            assert not live - wanted, pane
            fields_own = {key for key, active in reader.app.screen.active_bindings.items() if not active.binding.id}
            taken = {key for _, key in rows[pane]} | fields_own  # a pane's own keys come before those of everywhere
            dead = {each for each in wanted - live if each in rows[pane] or each[1] not in taken}
            allowed = rows["Anywhere"] if pane == "In the sections" else set()  # keys of articles do nothing there
            assert not {each for each in dead if each[1] not in fields_own} - allowed, pane
