"""Subscriptions follow the server, and what the reader does here stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.accounts.account import RemoteFeed
from newstui.domain.feed import Feed
from newstui.services.accounts.subscriptions import follow
from newstui.store.agreements import Agreements

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newstui.services.desk import Desk

COAST = RemoteFeed("feed/1", "https://example.org/coast.xml", "Coast", folder="News")
TIDES = RemoteFeed("feed/2", "https://example.org/tides.xml", "Tides")


def test_a_feed_comes_moves_and_goes(desk: Callable[[], Desk], tmp_path: Path) -> None:
    here, memory = desk(), Agreements(tmp_path / "sync", "one")
    here.feeds.add([Feed("https://example.org/own.xml"), Feed("http://example.org/tides.xml", "My tides")])
    followed = follow("home", [COAST, TIDES], memory, here.feeds)
    assert (followed["feed/1"].title, followed["feed/2"].title) == ("Coast", "My tides")
    assert followed["feed/2"].account == ""
    follow("home", [replace(COAST, folder="Sea"), TIDES], memory, here.feeds)
    assert here.feeds.named("coast").folder == "Sea"
    here.feeds.change(replace(here.feeds.named("coast"), folder="Mine"))
    follow("home", [replace(COAST, folder="Other"), TIDES], memory, here.feeds)
    assert here.feeds.named("coast").folder == "Mine"
    follow("home", [], memory, here.feeds)
    assert len(here.feeds.all()) == 3
    follow("home", [TIDES], memory, here.feeds)
    assert sorted(feed.url for feed in here.feeds.all()) == [
        "http://example.org/tides.xml",
        "https://example.org/own.xml",
    ]


def test_what_the_reader_ended_here_does_not_come_back(desk: Callable[[], Desk], tmp_path: Path) -> None:
    here, memory = desk(), Agreements(tmp_path / "sync", "one")
    follow("home", [COAST], memory, here.feeds)
    here.feeds.remove(here.feeds.named("coast"))
    assert follow("home", [COAST], memory, here.feeds) == {}
    assert here.feeds.all() == []
