"""The first hits of a list: which keys find there what they need, while the rest is still asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.ui.keys.bindings import action_of

if TYPE_CHECKING:
    from newstui.ui.screens.browse.browser import Browser

_NEED_ALL = {
    "last", "move_pages", "next_unread", "read_on", "pick_all", "pick_range", "mark_read", "mark_all_read", "export",
}  # fmt: skip
"""Actions that would do something else with the first rows alone."""
_NEAR = 10
"""Rows before the last of the first hits, from which on every key waits for the rest."""


def are_enough(browser: Browser, key: str) -> bool:
    """Returns True for a key that needs none of the rows behind those that are shown."""
    is_far = browser.headlines.selected + _NEAR < len(browser.headlines.listing)
    return is_far and action_of(browser.screen, key) not in _NEED_ALL
