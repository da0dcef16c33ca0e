"""What a sync brought is taken back as a whole, here and at the next sync there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.domain.accounts.account import Account
from newstui.services.accounts.accounts import Accounts
from newstui.services.accounts.sync import sync_accounts
from newstui.services.accounts.undo import undo_sync
from newstui.services.intake.ingest import Ingest
from tests.services.accounts.fresh_server import PASSWORD, FreshServer

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.services.desk import Desk


def sync(desk: Desk) -> None:
    list(sync_accounts(desk, Ingest(desk.library.root, desk.articles, datetime.now(UTC))))
    list(desk.index.reconcile())


def test_the_last_round_is_taken_back_and_what_was_changed_since_stays(desk: Callable[[], Desk]) -> None:
    with FreshServer() as server:
        server.feeds = {"feed/1": ("https://example.org/coast.xml", "Coast", "")}
        for number in (5, 6):
            server.add(number, is_starred=True)
        first = desk()
        Accounts(first.paths).put(Account("home", "google-reader", server.url, "alice"), PASSWORD)
        sync(first)
        one, two = (first.articles.ids(first.articles.listing(f'title:"Story {number}"').rows)[0] for number in (5, 6))
        first.flush()
        here = desk()  # each sync is a session of its own
        for item in server.items.values():
            item.is_read = True
        sync(here)
        here.marks.set("read", [two], False)
        here.marks.set("read", [two], True)
        assert here.marks.undo() is not None  # the reader's own acts come first, as ever
        undone = undo_sync(here.marks)
        assert [(change.field, change.articles) for change in undone] == [("read", (one,))]
        assert not here.marks.of(one).read
        assert here.marks.of(one).bookmarked
        sync(here)
        assert not server.items[5].is_read
        assert [change.field for change in undo_sync(here.marks)] == ["bookmarked"]
        assert not here.marks.of(one).bookmarked
        assert undo_sync(here.marks) == []
