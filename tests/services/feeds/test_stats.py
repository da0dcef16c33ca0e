"""Statistics of feeds: how much comes, and how much of it is read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newstui.domain.feed import Feed
from newstui.services.feeds.stats import FeedStats, feed_stats
from tests.services.feeds.news import BRIDGE, FERRY

if TYPE_CHECKING:
    from tests.services.feeds.news import News


def test_a_feed_has_its_articles_counted_and_those_that_were_read(news: News) -> None:
    feed = news.subscribe("/feed", FERRY, BRIDGE, folder="Sea")
    (before,) = feed_stats(news.desk.feeds, news.desk.articles, news.now)
    assert (before.title, before.checked, before.articles) == (feed.url, None, 0)
    news.sync()
    news.desk.marks.set("read", news.ids("title:ferry"), True)
    news.desk.flush()
    (after,) = feed_stats(news.desk.feeds, news.desk.articles, news.now)
    assert (after.title, after.error, after.articles, after.read) == ("Coast Courier", "", 2, 1)
    assert (after.a_week, after.checked, after.read_share) == (0.5, news.now, 0.5)
    assert after.last_read is not None


def test_a_feed_is_neglected_where_it_brings_articles_and_none_was_read_for_two_months() -> None:
    now = datetime(2026, 5, 1, tzinfo=UTC)
    old, new = now - timedelta(days=90), now - timedelta(days=10)
    stats = FeedStats(Feed("https://a.example/"), "A", now, "", 90, 5.0, 9, None, old)
    assert stats.is_neglected(now)
    assert replace(stats, last_read=old).is_neglected(now)
    for change in (
        {"last_read": new},
        {"known_since": new},
        {"known_since": None},
        {"a_week": 0.0},
        {"feed": Feed("https://a.example/", is_hidden=True)},
        {"feed": Feed("https://a.example/", is_disabled=True)},
    ):
        assert not replace(stats, **change).is_neglected(now)


def test_feeds_are_listed_by_folder_and_name(news: News) -> None:
    news.subscribe("/b", folder="Sea", title="B")
    news.subscribe("/a", folder="Sea", title="A")
    news.subscribe("/c", folder="Air", title="C")
    assert [each.title for each in feed_stats(news.desk.feeds, news.desk.articles, news.now)] == ["C", "A", "B"]
