"""Accounts are synced one after the other, and none stops another."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from threading import Event
from typing import TYPE_CHECKING

from newstui.domain.accounts.account import Account
from newstui.domain.feed import Feed
from newstui.services.accounts.accounts import Accounts
from newstui.services.accounts.sync import sync_accounts, sync_all
from newstui.services.events import FeedChecked, Progress, Synced
from newstui.services.feeds.network import Network
from newstui.services.intake.ingest import Ingest
from newstui.services.intake.messages import sync_line
from newstui.services.tasks.results import Tally
from newstui.store.lock import locked
from tests.services.accounts.fresh_server import PASSWORD, FreshServer

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.services.desk import Desk


def test_one_that_fails_stops_no_other_and_a_second_sync_waits_its_turn(desk: Callable[[], Desk]) -> None:
    here = desk()
    accounts, ingest = Accounts(here.paths), Ingest(here.library.root, here.articles, datetime.now(UTC))
    with FreshServer() as server:
        server.feeds = {"feed/1": ("https://example.org/coast.xml", "Coast", "")}
        server.add(5)
        accounts.put(Account("away", "google-reader", "http://127.0.0.1:9", "alice"), "x")
        accounts.put(Account("home", "google-reader", server.url, "alice"), PASSWORD)
        away, home = [each for each in sync_accounts(here, ingest) if isinstance(each, FeedChecked)]
        assert "Nothing answers" in away.error
        assert (home.error, home.new) == ("", 1)
        with locked(here.paths.account_lock("home")):
            (busy,) = list(sync_accounts(here, ingest, [accounts.named("home")]))
        assert isinstance(busy, FeedChecked)
        assert busy.error == "another newstui syncs it now"


def test_feeds_of_an_account_are_not_fetched_from_here(desk: Callable[[], Desk]) -> None:
    here = desk()
    ingest = Ingest(here.library.root, here.articles, datetime.now(UTC))
    with FreshServer() as server:
        server.feeds = {"feed/1": (f"{server.url}/feed.xml", "Coast", "")}
        Accounts(here.paths).put(Account("home", "google-reader", server.url, "alice"), PASSWORD)
        events = list(sync_all(here, ingest, None, discard=""))
        assert isinstance(events[-1], Synced)
        assert events[-1].feeds == 0
        assert len(here.feeds.all()) == 1
        assert not any(each.endswith("feed.xml") for each in server.requests)


def test_without_its_account_a_feed_is_fetched_from_here_again(desk: Callable[[], Desk]) -> None:
    here = desk()
    here.feeds.add([Feed("http://127.0.0.1:9/feed.xml", account="gone")])
    ingest = Ingest(here.library.root, here.articles, datetime.now(UTC))
    (synced,) = [event for event in sync_all(here, ingest, None, discard="") if isinstance(event, Synced)]
    assert synced.feeds == 1


def test_without_a_network_there_is_one_sentence_and_nothing_is_lost(desk: Callable[[], Desk]) -> None:
    here = desk()
    ingest = Ingest(here.library.root, here.articles, datetime.now(UTC))
    Accounts(here.paths).put(Account("away", "google-reader", "https://rss.example.invalid", "alice"), "x")
    network = Network(has_way_out=lambda: False)
    assert list(sync_accounts(here, ingest, network=network)) == []
    assert network.is_off  # and `sync` says so


def test_the_totals_of_a_sync_count_accounts(desk: Callable[[], Desk]) -> None:
    here = desk()
    ingest = Ingest(here.library.root, here.articles, datetime.now(UTC))
    with FreshServer() as server:
        server.feeds = {"feed/1": ("https://example.org/coast.xml", "Coast", "")}
        server.add(5, html="<p>" + "Words of the sea. " * 100)
        Accounts(here.paths).put(Account("home", "google-reader", server.url, "alice"), PASSWORD)
        tally = Tally()
        for event in sync_all(here, ingest, None, discard=""):
            tally.add(event)
        assert tally.synced == Synced(accounts=1, new=1)
        assert tally.result().message == "home: 1 new"
        assert not tally.result().has_no_feeds
        assert sync_line(replace(tally.synced, failed=1)) == "1 account · 1 new · 1 failed"


def test_a_round_that_is_stopped_keeps_what_it_has(desk: Callable[[], Desk]) -> None:
    here = desk()
    ingest = Ingest(here.library.root, here.articles, datetime.now(UTC))
    stopped = Event()
    with FreshServer() as server:
        server.feeds = {"feed/1": ("https://example.org/coast.xml", "Coast", "")}
        for number in range(1, 250):
            server.add(number)
        Accounts(here.paths).put(Account("home", "google-reader", server.url, "alice"), PASSWORD)
        done = []
        for event in sync_accounts(here, ingest, is_cancelled=stopped.is_set):
            if isinstance(event, Progress):
                done.append((event.done, event.total))
                stopped.set()
        assert done == [(100, 249)]
        (checked,) = [each for each in sync_accounts(here, ingest) if isinstance(each, FeedChecked)]
        list(here.index.reconcile())
        assert (checked.new, len(here.articles.listing().rows)) == (149, 249)
