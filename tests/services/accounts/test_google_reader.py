"""The requests of the Google Reader API are those that a real server answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.net.api import Api
from newstui.net.request import HttpClient
from newstui.services.accounts.google_reader import GoogleReader
from newstui.services.accounts.remote import RefusedLoginError
from tests.services.accounts.fresh_server import PASSWORD, FreshServer

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def server() -> Iterator[FreshServer]:
    with FreshServer() as server:
        server.feeds = {"feed/1": ("https://example.org/coast.xml", "Coast", "News")}
        server.add(11, labels={"Sea"})
        server.add(12, is_read=True, is_starred=True)
        yield server


@pytest.fixture
def reader(server: FreshServer) -> Iterator[GoogleReader]:
    with HttpClient() as client:
        yield GoogleReader(Api(server.url, client, lambda: False), "alice", PASSWORD)


def test_a_login_lists_and_texts(reader: GoogleReader) -> None:
    reader.log_in()
    (feed,) = reader.feeds()
    assert (feed.id, feed.title, feed.folder) == ("feed/1", "Coast", "News")
    lists = reader.lists()
    assert [set(ids) for ids in (lists.all, lists.unread, lists.starred)] == [{"11", "12"}, {"11"}, {"12"}]
    assert lists.labels == {"Sea": {"11"}}
    assert [lists.value(field, "11") for field in ("read", "bookmarked", "tag:Sea", "tag:Sand")] == [
        False, False, True, False,
    ]  # fmt: skip
    assert [article.title for article in reader.articles(["11", "99"])] == ["Story 11"]
    assert not reader.can_hold("tag:News")
    assert reader.can_hold("tag:Sea")


def test_acts_come_before_ids_and_in_small_forms(reader: GoogleReader, server: FreshServer) -> None:
    for number in range(20, 620):
        server.add(number)
    reader.log_in()
    server.requests.clear()
    reader.send("bookmarked", True, [str(number) for number in range(20, 620)])
    assert len(server.requests) == 3
    assert sum(item.is_starred for item in server.items.values()) == 601
    reader.send("tag:Sea", False, ["11"])
    assert server.items[11].labels == set()


def test_a_server_with_small_pages_is_asked_for_small_ones(reader: GoogleReader, server: FreshServer) -> None:
    server.page = 1
    reader.log_in()
    assert reader.lists().all == {"11", "12"}


def test_a_wrong_password_says_so(reader: GoogleReader, server: FreshServer) -> None:
    server.password = "another"
    with pytest.raises(RefusedLoginError, match="does not take the name or the password"):
        reader.log_in()


def test_a_tag_with_the_name_of_an_empty_folder_is_not_sent(reader: GoogleReader, server: FreshServer) -> None:
    server.empty_folders = {"Empty"}
    reader.log_in()
    reader.feeds()
    assert not reader.can_hold("tag:Empty")
    assert reader.lists().labels == {"Sea": {"11"}}


def test_a_key_that_ran_out_is_one_new_login(reader: GoogleReader, server: FreshServer) -> None:
    reader.log_in()
    reader._api.headers["Authorization"] = "GoogleLogin auth=old"
    assert len(reader.feeds()) == 1
    reader._token = "old"
    reader.send("read", True, ["11"])
    assert server.items[11].is_read
    server.password = "another"
    reader._api.headers["Authorization"] = "GoogleLogin auth=old"
    with pytest.raises(RefusedLoginError):
        reader.feeds()
