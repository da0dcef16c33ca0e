"""Edits of a subscription: what the reader types becomes a changed feed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newstui.domain.feed import Feed
from newstui.services.feeds.edits import edited, field_text, switched, with_next_full_text

FEED = Feed("https://harbour.example/feed", title="Harbour", folder="Coast", tags=("sea", "boats"))


@pytest.mark.parametrize(
    ("field", "text", "changes"),
    [
        ("title", "  The [b]Harbour\n Post ", {"title": "The [b]Harbour Post"}),
        ("title", "", {"title": ""}),
        ("folder", " Tech / Linux /", {"folder": "Tech/Linux"}),
        ("folder", "", {"folder": ""}),
        ("tags", "sea,, land , sea", {"tags": ("sea", "land")}),
        ("tags", " ", {"tags": ()}),
        ("most_a_day", " 3 ", {"most_a_day": 3}),
        ("most_a_day", "-1", {"most_a_day": 0}),
        ("most_a_day", "9" * 40, {"most_a_day": 0}),
    ],
)
def test_what_is_typed_becomes_the_field(field: str, text: str, changes: dict[str, object]) -> None:
    assert edited(FEED, field, text) == replace(FEED, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["title", "folder", "tags", "most_a_day"])
def test_a_field_that_is_left_as_it_is_changes_nothing(field: str) -> None:
    assert edited(FEED, field, field_text(FEED, field)) == FEED  # type: ignore[arg-type]


def test_a_feed_is_switched_off_and_on_again() -> None:
    assert switched(FEED).is_disabled
    assert switched(switched(FEED)) == FEED


def test_the_choice_of_full_text_goes_around() -> None:
    feed, choices = FEED, []
    for _ in range(4):
        feed = with_next_full_text(feed)
        choices.append(feed.full_text)
    assert choices == ["always", "never", "auto", "always"]
