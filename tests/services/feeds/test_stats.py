"""Statistics of feeds: how much comes, and how much of it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.services.feeds.stats import feed_stats
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
    assert (after.a_week, after.checked) == (0.5, news.now)


def test_feeds_are_listed_by_folder_and_name(news: News) -> None:
    news.subscribe("/b", folder="Sea", title="B")
    news.subscribe("/a", folder="Sea", title="A")
    news.subscribe("/c", folder="Air", title="C")
    assert [each.title for each in feed_stats(news.desk.feeds, news.desk.articles, news.now)] == ["C", "A", "B"]
