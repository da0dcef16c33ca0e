"""The place that a reader leaves for another list, and comes back to: the list, the selection, and what was in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newstui.domain.search.listing import Listing
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.state import BrowseState


OF_A_LIST = ("question", "section", "listed", "number", "unread", "is_full_width")
"""Fields of the state that belong to the list."""


class Place(NamedTuple):
    """All that is needed to show again what a reader saw."""

    state: BrowseState
    listing: Listing
    selected: int
    above: int
    top: int
    """The first line of the article in view, where its pane is `width` wide."""
    width: int


def place_of(browser: Browser) -> Place:
    """Returns where the reader is."""
    headlines, reader = browser.headlines, browser.reader
    return Place(
        browser.state, headlines.listing, headlines.selected, headlines.lines_above, reader.top, reader.size.width
    )
