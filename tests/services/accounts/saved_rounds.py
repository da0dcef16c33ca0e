"""Rounds with a server of saved pages, the same for each kind."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from newstui.domain.accounts.account import Account
from newstui.net.request import HttpClient
from newstui.services.accounts.accounts import Accounts
from newstui.services.accounts.recognise import recognised, remote_of, well
from newstui.services.accounts.remote import RefusedLoginError
from newstui.services.accounts.sync import sync_accounts
from newstui.services.events import FeedChecked, Skipped
from newstui.services.intake.ingest import Ingest
from tests.services.accounts.saved_server import KEY, Page, SavedServer

if TYPE_CHECKING:
    from newstui.domain.accounts.account import Kind
    from newstui.services.desk import Desk


def draft(server: SavedServer) -> Account:
    is_wallabag = server.kind == "wallabag"
    return Account(
        "shelf", "google-reader", server.url, "ada" if is_wallabag else "", client="7_id:s" if is_wallabag else ""
    )


def go_both_ways(here: Desk, kind: Kind) -> None:
    """Has pages come here and marks go both ways, as far as this kind of server has them."""
    has_stars = kind != "linkding"
    with SavedServer(kind) as server, HttpClient() as client:
        for number in range(100, 202):  # more than one answer holds
            server.pages[str(number)] = Page()
        server.pages["100"] = Page(is_read=True, is_starred=has_stars, tags=["sea"])
        found, feeds = recognised(draft(server), KEY, client, lambda: False)
        assert (found.kind, feeds) == (kind, 0)
        assert "saved pages" in well(found, feeds)
        with pytest.raises(RefusedLoginError):
            recognised(draft(server), "wrong", client, lambda: False)
        for number in range(110, 202):
            del server.pages[str(number)]  # the texts of ten are enough
        Accounts(here.paths).put(found, KEY)

        def sync() -> list[str]:
            ingest = Ingest(here.library.root, here.articles, datetime.now(UTC))
            events = list(sync_accounts(here, ingest))
            list(here.index.reconcile())
            assert [event.error for event in events if isinstance(event, FeedChecked)] == [""]
            return [event.reason for event in events if isinstance(event, Skipped)]

        sync()
        assert len(here.articles.listing().rows) == 10
        first, second = (here.articles.ids(here.articles.listing(f'title:"Page {id_}"').rows)[0] for id_ in (100, 101))
        mark = here.marks.of(first)
        assert (mark.read, mark.bookmarked, set(mark.tagged)) == (True, has_stars, {"sea"})
        assert here.articles.find(second).article.feed is None
        assert len(here.articles.without_text()) == (10 if kind == "linkding" else 0)
        here.marks.set("read", [second], True)
        here.marks.set("bookmarked", [second], True)
        here.marks.set("tag:gulls", [second], True)
        here.marks.set("tag:sea", [first], False)
        here.marks.set("read", [first], False)
        sync()
        assert server.pages["101"] == Page(is_read=True, is_starred=has_stars, tags=["gulls"])
        assert server.pages["100"] == Page(is_read=False, is_starred=has_stars, tags=[])
        server.pages["101"].is_read = False
        del server.pages["109"]  # the newest one: that is no backup
        server.requests.clear()
        assert sync() == []
        assert not here.marks.of(second).read
        assert here.marks.of(second).bookmarked
        assert not any(each.split()[0] in ("PATCH", "DELETE") for each in server.requests)
        assert len(here.articles.listing().rows) == 10


def can_hold(kind: Kind, field: str) -> bool:
    """Returns True for a field that this kind of server has."""
    with HttpClient() as client:
        remote, _ = remote_of(Account("shelf", kind, "https://example.org", client="i:s"), "k", client, lambda: False)
        return remote.can_hold(field)
