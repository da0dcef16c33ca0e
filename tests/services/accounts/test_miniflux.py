"""Miniflux by its own API: of today, and of before June 2026."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from newstui.domain.accounts.account import Account
from newstui.net.api import Api
from newstui.net.request import HttpClient
from newstui.services.accounts.accounts import Accounts
from newstui.services.accounts.miniflux import Miniflux
from newstui.services.accounts.recognise import recognised
from newstui.services.accounts.remote import RefusedLoginError
from newstui.services.accounts.sync import sync_accounts
from newstui.services.intake.ingest import Ingest
from tests.services.accounts.mini_server import KEY, MiniServer

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.services.desk import Desk


@pytest.mark.parametrize("is_old", [False, True])
def test_marks_go_both_ways(desk: Callable[[], Desk], is_old: bool) -> None:
    here = desk()
    with MiniServer(is_old=is_old) as server, HttpClient() as client:
        server.add(5)
        server.add(7, status="read", starred=True)
        server.add(8, status="removed")
        account, feeds = recognised(Account("mini", "google-reader", server.url), KEY, client, lambda: False)
        assert (account.kind, feeds) == ("miniflux", 1)
        Accounts(here.paths).put(account, KEY)

        def sync() -> None:
            list(sync_accounts(here, Ingest(here.library.root, here.articles, datetime.now(UTC))))
            list(here.index.reconcile())

        sync()
        unread, read = (here.articles.ids(here.articles.listing(f'title:"Entry {id_}"').rows)[0] for id_ in (5, 7))
        assert len(here.articles.listing().rows) == 2
        assert (here.marks.of(read).read, here.marks.of(read).bookmarked) == (True, True)
        here.marks.set("bookmarked", [unread], True)
        here.marks.set("bookmarked", [read], False)
        here.marks.set("read", [unread], True)
        sync()
        assert [(entry["status"], entry["starred"]) for entry in server.entries.values()][:2] == [
            ("read", True), ("read", False),
        ]  # fmt: skip
        server.entries[5]["status"] = "unread"
        sync()
        assert not here.marks.of(unread).read
        server.requests.clear()
        sync()
        assert not any(each.startswith("PUT") for each in server.requests)


def test_a_run_of_neighbours_is_one_request_and_what_it_leaves_out_comes_alone() -> None:
    with MiniServer() as server, HttpClient() as client:
        for id_ in (1, 2, 3, 500):
            server.add(id_)
        remote = Miniflux(Api(server.url, client, lambda: False), KEY)
        remote.contents_at_once = 3
        assert [article.title for article in remote.articles(["500", "1", "77"])] == ["Entry 500", "Entry 1"]
        assert not remote.can_hold("tag:sea")


def test_a_wrong_key_says_so() -> None:
    with MiniServer() as server, HttpClient() as client, pytest.raises(RefusedLoginError):
        Miniflux(Api(server.url, client, lambda: False), "wrong").log_in()
