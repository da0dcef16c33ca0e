"""Accounts are synced one after the other, and none stops another."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.domain.accounts.account import Account
from newstui.domain.feed import Feed
from newstui.services.accounts.accounts import Accounts
from newstui.services.accounts.sync import sync_accounts, sync_all
from newstui.services.events import FeedChecked, Synced
from newstui.services.intake.ingest import Ingest
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
