"""Pick actions: one article, a range, the whole list; marks then act on all that is picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.picking import Picking


class PickActions:
    """Actions that pick articles of the list."""

    def __init__(self, browser: Browser, picking: Picking) -> None:
        self._browser, self._picking = browser, picking

    def action_pick(self) -> None:
        """Picks the article, or no longer, and goes on to the next; within a range it ends the range."""
        is_range = self._picking.is_range
        self._picking.switch()
        if not is_range:
            self._browser.headlines.action_move(1)
        self._tell()

    def action_pick_range(self) -> None:
        """Has moves pick, from here on, or move only again."""
        if self._picking.is_range:
            self._picking.end_range()
            self._tell()
        else:
            self._picking.begin_range()
            end = self._browser.screen.key("pick-range")
            self._browser.screen.notice(f"moving picks: {end} ends it")

    def action_pick_all(self) -> None:
        """Picks every article of the list, or none."""
        self._picking.pick_all()
        self._tell()

    def _tell(self) -> None:
        number, screen = len(self._browser.state.picked), self._browser.screen
        keys = [(screen.key(name), does) for name, does in _OFFERED]
        offered = ", ".join(f"{key} {does}" for key, does in keys if key)
        none = f"{screen.key('back')} picks none"
        screen.notice(f"{number:,} picked: {offered} — {none}" if number else "none is picked")


_OFFERED = (
    ("read", "read"),
    ("bookmark", "bookmark"),
    ("tags", "tags"),
    ("discard", "discard"),
    ("browser", "open"),
)
"""Bindings that act on what is picked, and what they do."""
