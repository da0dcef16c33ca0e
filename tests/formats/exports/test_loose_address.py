"""Addresses as people write them."""

from __future__ import annotations

import pytest

from newstui.formats.exports.loose_address import is_like_a_feed, loose_url


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("https://e.org/a", "https://e.org/a"),
        ("WWW.e.org", "https://WWW.e.org"),
        ("feed://e.org/rss", "https://e.org/rss"),
        ("feed:http://e.org/rss", "http://e.org/rss"),
        ("e.org", None),
        ("javascript:x", None),
        ("", None),
    ],
)
def test_an_address_is_completed(written: str, url: str | None) -> None:
    assert loose_url(written) == url


@pytest.mark.parametrize(
    ("written", "is_feed"),
    [
        ("https://e.org/rss", True),
        ("https://feeds.e.org/x", True),
        ("https://e.org/index.xml?a=1", True),
        ("feed://e.org/a", True),
        ("https://e.org/?feed=rss2", True),
        ("https://e.org/feedback", False),
        ("https://atomic.org/a", False),
    ],
)
def test_a_feed_is_known_by_its_address(written: str, is_feed: bool) -> None:
    assert is_like_a_feed(written) is is_feed
