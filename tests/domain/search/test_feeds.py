"""`feed:` and `folder:` find the subscriptions that they mean, by every name that these have."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newstui.domain.search.feeds import NamedFeed, with_feeds
from newstui.domain.search.parser import parse
from newstui.domain.search.query import And, FromFeeds, Not, Or, Text

NOW = datetime(2024, 5, 15, 12, 30, tzinfo=UTC)
POST = NamedFeed("https://old.example/post", "https://post.example/feed", "Harbour Post", "Sea/Ferries")
ZEIT = NamedFeed("https://zeit.example/rss", "https://zeit.example/rss", "Zeitüng", "Seaside")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("feed:post.example", [POST]),
        ("feed:https://OLD.example/post", [POST]),
        ("feed:harbour", [POST]),
        ("feed:zeitung", [ZEIT]),
        ("feed:example", [POST, ZEIT]),
        ("feed:harb*", [POST]),
        ("feed:post*", []),
        ("feed:=harbour", []),
        ('feed:="harbour post"', [POST]),
        ("feed:=https://post.example/feed", [POST]),
        ("folder:sea", [POST, ZEIT]),
        ("folder:=Sea", [POST]),
        ("folder:=sea/ferries", [POST]),
        ("folder:ferries", [POST]),
        ("folder:land", []),
    ],
)
def test_a_feed_is_found_by_address_title_and_folder(query: str, found: list[NamedFeed]) -> None:
    node = with_feeds(parse(query, NOW), [POST, ZEIT])
    expected = FromFeeds(tuple(feed.first_address for feed in found))
    # Articles of a feed that is subscribed to no more carry its address still.
    assert node == (Or((expected, parse(query, NOW))) if query.startswith("feed:") else expected)


def test_a_feed_is_found_wherever_it_stands_in_a_query() -> None:
    node = with_feeds(parse("a (folder:sea OR -folder:sea)", NOW), [POST])
    sea = FromFeeds((POST.first_address,))
    assert node == And((Text("a"), Or((sea, Not(sea)))))
