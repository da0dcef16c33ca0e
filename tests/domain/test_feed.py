"""Subscriptions: what a feed is called, and the address that its articles go by."""

from __future__ import annotations

import pytest

from newstui.domain.feed import Feed

FEED = Feed("https://wire.example/rss")


@pytest.mark.parametrize(
    ("feed", "own_title", "title"),
    [
        (Feed(FEED.url, title="Mine"), "The Wire", "Mine"),
        (FEED, "The Wire", "The Wire"),
        (FEED, "", "https://wire.example/rss"),
    ],
)
def test_the_readers_own_name_comes_first_and_the_address_last(feed: Feed, own_title: str, title: str) -> None:
    assert feed.display_title(own_title) == title


def test_a_feed_that_moved_keeps_its_first_address() -> None:
    assert FEED.first_address == FEED.url
    assert Feed("https://new.example/", known_as=FEED.url).first_address == FEED.url


def test_a_folder_has_no_names_that_are_empty() -> None:
    assert Feed(FEED.url, folder="/Tech//Linux/").folder_path == "Tech/Linux"
