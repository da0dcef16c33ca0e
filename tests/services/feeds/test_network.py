"""The network of a sync: where there is none, that is one sentence, and nothing counts as failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.articles.incoming import Incoming
from newstui.domain.articles.page_status import PageStatus
from newstui.domain.errors import NoNetworkError
from newstui.domain.feed import Feed
from newstui.services.events import FeedChecked, Skipped, Synced
from newstui.services.feeds.network import NEARBY, Network
from newstui.store.feed_state import FeedState
from tests.services.feeds.news import FERRY, NOW, News
from tests.services.runs import ingest_on, sync
from tests.services.shared_sandbox import SANDBOX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.services.events import Event

FAR = [f"https://{name}.example/feed" for name in "abcde"]


def online() -> Network:
    return Network(lambda: True)


def test_three_servers_that_cannot_be_reached_while_none_answers_mean_no_network() -> None:
    network = online()
    for host in "abab":
        network.missed(host)
    network.check()
    network.missed("c")
    assert network.is_off
    with pytest.raises(NoNetworkError):
        network.check()


def test_once_a_server_has_answered_there_is_a_network() -> None:
    network = online()
    assert network.is_in_doubt
    network.answered()
    for host in "abcd":
        network.missed(host)
    assert not network.is_off
    assert not network.is_in_doubt


def test_servers_nearby_say_nothing_about_the_network() -> None:
    for host in "abcd":
        NEARBY.missed(host)
    NEARBY.check()


def test_a_server_at_home_is_asked_by_its_name_without_a_network(news: News) -> None:
    home = Feed("http://nas.invalid/feed", may_be_private=True)
    news.desk.feeds.add([home, *map(Feed, FAR)])
    said = list(events_of(sync(news.desk, now=NOW, sandbox=SANDBOX, network=Network(lambda: False))))
    assert [event.feed for event in said if isinstance(event, FeedChecked) and event.error] == [home.url]


@pytest.mark.parametrize("knows", [True, False])
def test_without_a_network_a_sync_is_one_sentence_and_leaves_everything_as_it_is(news: News, knows: bool) -> None:
    """Either the system knows that it has no way out, or no name can be looked up."""
    news.desk.feeds.add([Feed(url) for url in FAR])
    events: list[Event] = []
    with pytest.raises(NoNetworkError, match="nothing was fetched"):
        events.extend(sync(news.desk, now=NOW, sandbox=SANDBOX, network=Network(lambda: not knows)))
    assert events == []
    assert [news.desk.feeds.state(url) for url in FAR] == [FeedState()] * len(FAR)


def test_pages_that_wait_are_not_named_one_by_one_without_a_network(news: News) -> None:
    pages = [waiting_page(number) for number in range(30)]
    ingest = ingest_on(news.desk, NOW)
    for page in pages:
        ingest.add(page)
    list(news.desk.index.reconcile())
    before = [path.read_bytes() for path in news.files()]
    events: list[Event] = []
    with pytest.raises(NoNetworkError):
        for event in sync(news.desk, now=NOW, sandbox=SANDBOX, network=online()):
            events.append(event)
    assert not [event for event in events if isinstance(event, Skipped)]
    assert [path.read_bytes() for path in news.files()] == before


def test_a_feed_nearby_is_fetched_without_a_network(news: News) -> None:
    news.subscribe("/feed", FERRY)
    news.desk.feeds.add([Feed(url) for url in FAR])
    said = list(events_of(sync(news.desk, now=NOW, sandbox=SANDBOX, network=Network(lambda: False))))
    assert [type(event) for event in said if isinstance(event, FeedChecked | Synced)] == [FeedChecked, Synced]
    assert said[-1] == Synced(feeds=1, new=1)


def test_one_feed_whose_name_leads_nowhere_is_the_failure_of_that_feed(news: News) -> None:
    news.desk.feeds.add([Feed("https://nowhere.invalid/feed")])
    told = news.sync(network=online())
    assert (told.feeds, told.failed) == (1, 1)
    assert news.desk.feeds.state("https://nowhere.invalid/feed").failures == 1


def events_of(events: Iterator[Event]) -> Iterator[Event]:
    """The events up to the end, which is NoNetworkError."""
    with pytest.raises(NoNetworkError, match="only feeds nearby"):
        yield from events


def waiting_page(number: int) -> Incoming:
    return Incoming(
        f"Page {number}", url=f"https://{number % 7}.page.example/{number}", page_status=PageStatus("wanted")
    )
