"""The first look: while nobody knows yet whether there are articles, keys wait a moment for the first of them."""

from __future__ import annotations

from asyncio import sleep
from time import monotonic
from typing import TYPE_CHECKING

from newstui.ui.keys.in_turn import keys_wait_for
from newstui.ui.screens.browse.browser import LOOKING

if TYPE_CHECKING:
    from newstui.ui.screens.browse.browser import Browser

_MOST_SECONDS = 2.0
"""A library on a slow disk is not waited for longer."""
_PAUSE_SECONDS = 0.01


def keys_wait_for_first_articles(browser: Browser) -> None:
    """Has the keys that follow wait where the list is still empty, and may not stay so."""
    if browser.headlines.empty == LOOKING:
        worker = browser.screen.run_worker(_first_articles(browser), group="first look", exit_on_error=False)
        keys_wait_for(browser.app, worker)


async def _first_articles(browser: Browser) -> None:
    end = monotonic() + _MOST_SECONDS
    while browser.headlines.empty == LOOKING and monotonic() < end:
        await sleep(_PAUSE_SECONDS)
