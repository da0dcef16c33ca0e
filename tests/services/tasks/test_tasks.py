"""Articles that a task fetches are in the library and in the catalogue before the task has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.feed import Feed
from newstui.services.events import FeedChecked, FoundFeeds, Ingested, Skipped, Synced
from newstui.services.tasks.indexing import reconciled
from newstui.services.tasks.tasks import added, discovered, fetched, followed, text_fetched
from tests.ui.newsagent import Newsagent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newstui.services.desk import Desk
    from newstui.services.events import Event


@pytest.fixture
def agent() -> Iterator[Newsagent]:
    opened = Newsagent()
    yield opened
    opened.close()


@pytest.fixture
def reader(desk: Callable[[], Desk]) -> Desk:
    return desk()


def never() -> bool:
    return False


def of(kind: type[Event], events: Iterator[Event]) -> list[Event]:
    return [event for event in events if isinstance(event, kind)]


def test_fetched_articles_are_in_the_catalogue_before_the_last_feed_is_checked(agent: Newsagent, reader: Desk) -> None:
    urls = [agent.feed(f"/{number}", f"Feed {number}", "One", "Two") for number in range(2)]
    reader.feeds.add([Feed(url, may_be_private=True) for url in urls])
    known = [
        reader.articles.count() for event in fetched(None, "", reader, never, pause=0) if isinstance(event, FeedChecked)
    ]
    assert known == [0, 2]
    assert reader.articles.count() == 4


def test_articles_that_match_the_discard_query_are_discarded(agent: Newsagent, reader: Desk) -> None:
    reader.feeds.add([Feed(agent.feed("/feed", "Feed", "Good news", "Weather"), may_be_private=True)])
    assert of(Synced, fetched(None, "title:weather", reader, never)) == [Synced(feeds=1, new=2)]
    assert reader.flush()
    assert [headline.title for headline in reader.articles.headlines(reader.articles.listing().rows)] == ["Good news"]


def test_a_file_is_added(reader: Desk, tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("# One\n\nIts words.")
    (took,) = of(Ingested, added(str(tmp_path / "one.md"), reader, never))
    assert isinstance(took, Ingested)
    assert took.title == "One"
    assert reader.articles.count() == 1


def test_the_content_of_the_clipboard_is_added(reader: Desk) -> None:
    text = "# Copied\n\nSome words that were copied from somewhere."
    (took,) = of(Ingested, added("", reader, never, read_clipboard=lambda: text))
    assert isinstance(took, Ingested)
    assert took.title == "Copied"


def test_a_site_with_one_feed_is_subscribed_to_and_fetched(agent: Newsagent, reader: Desk) -> None:
    url = agent.feed("/feed", "Lock news", "First")
    page = agent.page("/", "Front page", "/feed")
    assert of(Synced, discovered(page, reader, never)) == [Synced(feeds=1, new=1)]
    assert [feed.url for feed in reader.feeds.all()] == [url]
    assert of(Skipped, discovered(page, reader, never))


def test_a_site_with_several_feeds_lets_the_reader_choose_one(agent: Newsagent, reader: Desk) -> None:
    agent.feed("/one", "One", "First")
    url = agent.feed("/two", "Two", "Second")
    (answer,) = discovered(agent.page("/", "Front page", "/one", "/two"), reader, never)
    assert isinstance(answer, FoundFeeds)
    assert not reader.feeds.all()
    assert of(Synced, followed(answer, url, reader, never)) == [Synced(feeds=1, new=1)]


def test_indexing_can_be_cancelled_between_two_events(reader: Desk, write: Callable[..., Path]) -> None:
    write("one.md", title="One")
    assert len(list(reconciled(reader, lambda: True))) == 1
    assert reader.index.is_due.is_set()


def test_the_text_of_one_article_comes_without_any_feed(agent: Newsagent, reader: Desk) -> None:
    reader.feeds.add([Feed(agent.feed("/feed", "Feed", "One", "Two", says="A stub."), may_be_private=True)])
    for number in range(2):
        agent.pages[f"/feed/{number}"] = 503
    list(fetched(None, "", reader, never))
    ids = reader.articles.ids(reader.articles.listing("title:one").rows)
    agent.page("/feed/0", "One")
    assert of(Synced, text_fetched(ids[0], reader, never)) == [Synced(pages=1)]
    (note,) = of(Skipped, text_fetched(ids[0], reader, never))
    assert note == Skipped("", "the text of this article is here already", is_expected=True)
    assert len(reader.articles.read(ids[0]).body) > 500
