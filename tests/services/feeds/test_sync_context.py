"""One sync: busy hosts, no network, private hosts."""

from __future__ import annotations

from dataclasses import replace

from newstui.domain.feed import Feed
from newstui.formats.articles.write import read_written, write_article
from newstui.services.events import Skipped, Synced
from tests.services.chat_server import refused_port
from tests.services.feeds.news import NOW, News, stub
from tests.services.news_server import WORDS, Says, page_of
from tests.services.runs import sync


def test_a_busy_host_is_asked_once_and_its_pages_do_not_count_as_failed(news: News) -> None:
    items = [replace(stub(news, f"/{number}"), guid=str(number), title=f"No {number}") for number in range(6)]
    news.subscribe("/feed", *items)
    for number in range(6):
        news.web.at[f"/{number}"] = Says(status=429)
    told = news.events()
    assert told[-1] == Synced(feeds=1, new=6, pages_left=6)
    assert 1 <= len([event for event in told if isinstance(event, Skipped)]) < 6
    assert all("\ntext: wanted\n" in path.read_text() for path in news.files())


def test_without_a_network_no_page_counts_as_failed(news: News) -> None:
    feed = news.subscribe("/feed", stub(news))
    news.sync()
    there = f":{news.web.server_port}/"
    nowhere = f":{refused_port()}/"
    path = news.file()
    news.desk.feeds.change(replace(feed, is_disabled=True))
    news.desk.feeds.add([Feed(feed.url.replace(there, nowhere), may_be_private=True)])
    before = path.read_bytes()
    for _ in range(6):
        assert news.sync() == Synced(feeds=1, failed=1, pages_waiting=1)
    assert path.read_bytes() == before


def test_a_feed_from_the_web_cannot_ask_a_private_host_by_the_links_of_its_articles(news: News) -> None:
    feed = news.subscribe("/feed", stub(news))
    news.web.at["/ferry"] = page_of("The last ferry", *[WORDS * 4] * 6)
    next(events := sync(news.desk, now=NOW))
    events.close()  # type: ignore[attr-defined]
    path = news.file()
    assert "text: wanted" in path.read_text()
    written = replace(read_written(path.read_bytes()), feed="https://coast.example/feed")
    path.write_bytes(write_article(written, id="elsewhere"))
    assert feed.url not in path.read_text()
    news.events()
    assert "/ferry" not in news.web.paths()
    assert "text: unavailable" in path.read_text()
