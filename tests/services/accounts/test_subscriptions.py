"""Subscriptions go both ways: what the reader changed goes there, else what the server has comes here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from newstui.domain.feed import Feed
from newstui.net.api import Api
from newstui.net.request import HttpClient
from newstui.services.accounts.google_reader import GoogleReader
from newstui.services.accounts.miniflux import Miniflux
from newstui.services.accounts.subscriptions import FeedRound
from newstui.store.agreements import Agreements
from tests.services.accounts.fresh_server import PASSWORD, FreshServer
from tests.services.accounts.mini_server import KEY, MiniServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newstui.services.accounts.remote import Remote
    from newstui.services.desk import Desk

COAST = "https://example.org/coast.xml"
TIDES = "https://example.org/tides.xml"


@pytest.fixture
def server() -> Iterator[FreshServer]:
    with FreshServer() as server:
        server.feeds = {"feed/1": (COAST, "Coast", "News"), "feed/2": (TIDES, "Tides", "")}
        yield server


class Side:
    """A machine with its subscriptions."""

    def __init__(self, desk: Desk, remote: Remote, folder: Path) -> None:
        self.feeds, self.remote, self.memory = desk.feeds, remote, Agreements(folder, "one")
        self.now = 0

    def round(self) -> list[str]:
        """Runs one round, and returns what it says."""
        self.now += 1
        self.remote.log_in()
        run = FeedRound("home", self.remote, self.memory, self.feeds, self.now)
        said = [each.reason for each in run.run()]
        self.followed = run.followed
        return said

    def state(self) -> dict[str, tuple[str, str]]:
        """Returns address → (title, folder) of each feed of the account."""
        return {feed.url: (feed.title, feed.folder) for feed in self.feeds.all() if feed.account == "home"}


@pytest.fixture
def side(desk: Callable[[], Desk], server: FreshServer, tmp_path: Path) -> Iterator[Side]:
    with HttpClient() as client:
        remote = GoogleReader(Api(server.url, client, lambda: False), "alice", PASSWORD)
        yield Side(desk(), remote, tmp_path / "sync")


def test_feeds_come_move_get_names_and_go(side: Side, server: FreshServer) -> None:
    side.feeds.add([Feed("https://example.org/own.xml"), Feed("http://example.org/tides.xml", "My tides")])
    side.round()
    assert side.state() == {COAST: ("", "News")}
    assert (side.followed["feed/1"].title, side.followed["feed/2"].title) == ("Coast", "My tides")
    server.feeds["feed/1"] = (COAST, "The coast ＆ more", "Sea")
    side.round()
    assert side.state() == {COAST: ("The coast & more", "Sea")}
    server.feeds.pop("feed/1")
    kept, server.feeds = server.feeds, {}
    side.round()  # it has lost all of them: that is no wish of a reader
    assert COAST in side.state()
    server.feeds = kept
    side.round()
    assert side.state() == {}
    assert len(side.feeds.all()) == 2


def test_what_the_reader_adds_renames_and_moves_goes_there(side: Side, server: FreshServer) -> None:
    side.round()
    side.feeds.add([Feed("https://example.org/new.xml", "Mine", folder="Deep", account="home")])
    side.feeds.change(replace(side.feeds.named(COAST), title="My <coast>", folder="Sea"))
    side.feeds.change(replace(side.feeds.named(TIDES), title="Ebb"))
    server.feeds["feed/2"] = (TIDES, "Named by the phone too", "Moved by the phone")
    assert side.round() == []
    assert sorted(server.feeds.values()) == [
        (COAST, "My ＜coast＞", "Sea"),
        ("https://example.org/new.xml", "Mine", "Deep"),
        (TIDES, "Ebb", "Moved by the phone"),
    ]
    assert side.state() == {
        COAST: ("My <coast>", "Sea"), "https://example.org/new.xml": ("Mine", "Deep"),
        TIDES: ("Ebb", "Moved by the phone"),
    }  # fmt: skip
    server.requests.clear()
    assert side.round() == []
    assert not any("subscription/edit" in each for each in server.requests)
    side.feeds.change(replace(side.feeds.named(COAST), folder=""))
    side.round()
    assert side.state()[COAST] == ("My <coast>", "Uncategorized")  # this server has no feed without a folder


def test_what_the_server_refuses_is_said_and_a_feed_that_it_does_not_take_is_fetched_from_here(
    side: Side, server: FreshServer
) -> None:
    side.round()
    server.no_feeds.add("https://example.org/none.xml")
    side.feeds.add([Feed("https://example.org/none.xml", account="home")])
    side.feeds.change(replace(side.feeds.named(COAST), title="Mine"))
    server.answers["/api/greader.php/reader/api/0/subscription/edit"] = (200, "text/html", b"OK")
    assert "does not take the name or the folder of Mine" in side.round()[0]
    server.answers.clear()
    side.feeds.remove(side.feeds.named("https://example.org/none.xml"))
    side.feeds.add([Feed("https://example.org/none.xml", account="home")])
    assert side.round()[0] == "home does not take this feed, so it is fetched from here"
    assert side.feeds.named("https://example.org/none.xml").account == ""
    assert server.feeds["feed/1"][1] == "Mine"


def test_what_the_reader_ends_here_ends_there_only_if_asked_for(side: Side, server: FreshServer) -> None:
    side.round()
    side.feeds.remove(side.feeds.named(COAST))
    side.feeds.remove(side.feeds.named(TIDES))
    side.memory.end_there([TIDES])
    side.round()
    side.round()
    assert set(server.feeds) == {"feed/1"}
    assert side.state() == {}


def test_a_subscription_that_ended_on_one_machine_does_not_come_back_by_another(
    side: Side, desk: Callable[[], Desk], tmp_path: Path
) -> None:
    side.round()
    side.feeds.remove(side.feeds.named(COAST))
    other = Side(desk(), side.remote, tmp_path / "sync")
    other.memory = Agreements(tmp_path / "sync", "two")
    other.round()
    assert COAST not in other.state()


def test_miniflux_takes_them_too(desk: Callable[[], Desk], tmp_path: Path) -> None:
    with MiniServer() as server, HttpClient() as client:
        side = Side(desk(), Miniflux(Api(server.url, client, lambda: False), KEY), tmp_path / "sync")
        side.round()
        side.feeds.add([Feed("https://example.org/new.xml", "Mine", folder="Deep", account="home")])
        side.feeds.add([Feed("https://example.org/page", account="home")])
        side.feeds.change(replace(side.feeds.named("f.xml"), title="Ebb", folder=""))
        assert len(side.round()) == 1
        side.round()
        assert sorted(server.feeds.values()) == [
            ["https://example.org/f.xml", "Ebb", 1], ["https://example.org/new.xml", "Mine", 3],
        ]  # fmt: skip
        side.feeds.remove(side.feeds.named("f.xml"))
        side.memory.end_there(["https://example.org/f.xml"])
        side.round()
        assert len(server.feeds) == 1
