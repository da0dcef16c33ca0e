"""The panel about a feed: what it says in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from newstui.domain.feed import Feed
from newstui.services.feeds.stats import FeedStats
from newstui.ui.screens.panels.feed import feed_facts

NOW = datetime(2024, 6, 6, 12, tzinfo=UTC)
CANAL = "https://canal.example/feed"


def test_what_is_wrong_with_a_feed_comes_first_and_what_is_not_known_is_left_out() -> None:
    feed = Feed(CANAL, folder="Ways", tags=("sea", "boats"), is_disabled=True, is_hidden=True, full_text="never")
    facts = feed_facts(FeedStats(feed, "Canal", NOW - timedelta(hours=2), "it is gone", 1234, 12.4, 617), NOW)
    assert facts[:3] == [
        ("Wrong", "it is gone"), ("State", "off: it is not fetched; not on the front page"), ("Address", CANAL),
    ]  # fmt: skip
    assert dict(facts)["Tags"] == "#sea #boats"
    assert dict(facts)["Articles"] == "1,234, 50 % read; 12 a week"
    assert "no page is fetched" in dict(facts)["Pages"]
    new = dict(feed_facts(FeedStats(Feed(CANAL), CANAL, None, "", 0, 0.0, 0), NOW))
    assert new.keys() == {"Address", "Articles", "Asked", "Pages"}
    assert (new["Articles"], new["Asked"]) == ("none yet", "not yet")
