"""The state of the browser: the line above the panes follows from it."""

from __future__ import annotations

import pytest

from newstui.services.search.listing_loader import Question
from newstui.ui.screens.browse.state import BrowseState

FRONT_PAGE = BrowseState(section="Front page", number=1200)
UNREAD = BrowseState(Question("is:unread", "newest"), "Unread", number=1)


@pytest.mark.parametrize(
    ("state", "masthead"),
    [
        (FRONT_PAGE, ("Front page", ("1,200 articles", "newest first"), "")),
        (FRONT_PAGE._replace(unread=1100), ("Front page", ("1,200 articles", "1,100 unread", "newest first"), "")),
        (UNREAD, ("Unread", ("1 article", "newest first"), "")),
        (UNREAD._replace(number=0, unread=0), ("Unread", ("0 articles", "0 unread", "newest first"), "")),
        (FRONT_PAGE._replace(number=0, unread=0), ("Front page", ("newest first",), "")),
        (
            FRONT_PAGE._replace(question=Question("", "title", is_unread_only=True), unread=3),
            ("Front page", ("unread only", "3 unread", "by title"), ""),
        ),
        (
            UNREAD._replace(activity="reading your articles"),
            ("Unread", ("1 article", "newest first"), "reading your articles"),
        ),
        (
            UNREAD._replace(activity="reading", task="fetching …"),
            ("Unread", ("1 article", "newest first"), "fetching …"),
        ),
    ],
)
def test_the_masthead_names_the_list_counts_and_says_what_goes_on(
    state: BrowseState, masthead: tuple[str, tuple[str, ...], str]
) -> None:
    assert state.masthead == masthead


def test_a_state_is_never_changed_in_place() -> None:
    with pytest.raises(AttributeError):
        UNREAD.number = 3  # type: ignore[misc]
