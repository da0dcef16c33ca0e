"""Servers of saved pages have no feeds, and a list that does not end is an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.accounts.account import RemoteFeed
from newstui.domain.feed import Feed
from newstui.net.api import Api
from newstui.net.request import HttpClient
from newstui.services.accounts.readeck import Readeck
from newstui.services.accounts.remote import RefusedError
from newstui.services.accounts.saved_pages import SavedPages

if TYPE_CHECKING:
    from collections.abc import Callable


def test_such_a_server_takes_no_feed() -> None:
    there = RemoteFeed("1", "https://example.org/feed.xml")
    with HttpClient() as client:
        remote = Readeck(Api("https://example.org", client, lambda: False), "k")
        assert isinstance(remote, SavedPages)
        assert remote.feeds() == []
        acts: list[Callable[[], None]] = [
            lambda: remote.subscribe(Feed(there.url)),
            lambda: remote.unsubscribe(there),
            lambda: remote.change_feed(there, "T", ""),
        ]
        for act in acts:
            with pytest.raises(RefusedError, match="has no feeds"):
                act()
