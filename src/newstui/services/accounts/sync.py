"""Syncs the reader's accounts, one after the other. What goes wrong with one is one sentence, and stops no other."""

from __future__ import annotations

from dataclasses import replace
from time import time
from typing import TYPE_CHECKING

from newstui.domain.errors import DiskError, NewstuiError, UnreachableError
from newstui.net.deadline import Cancelled
from newstui.net.request import HttpClient
from newstui.sandbox.client import Sandbox
from newstui.services.accounts.accounts import Accounts
from newstui.services.accounts.remote import BusyError
from newstui.services.accounts.round import Round
from newstui.services.events import FeedChecked, Synced
from newstui.services.feeds.network import Network
from newstui.services.feeds.sync import sync
from newstui.services.intake.messages import reason_of
from newstui.store.lock import locked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newstui.domain.accounts.account import Account
    from newstui.domain.feed import Feed
    from newstui.services.desk import Desk
    from newstui.services.events import Event
    from newstui.services.intake.ingest import Ingest
    from newstui.store.agreements import Agreements


def sync_all(
    desk: Desk,
    ingest: Ingest,
    only: Sequence[Feed] | None,
    *,
    discard: str,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Event]:
    """Syncs accounts and feeds, or only these feeds; see `feeds.sync.sync`, whose errors it raises."""
    network, checked = Network(), list[FeedChecked]()
    if only is None:
        for event in sync_accounts(desk, ingest, is_cancelled=is_cancelled, network=network):
            checked += [event] if isinstance(event, FeedChecked) else []
            yield event
    if is_cancelled():
        return
    names = [account.name for account in Accounts(desk.paths).all()]
    for event in sync(
        ingest, desk.feeds, desk.marks, desk.index, only, discard=discard, is_cancelled=is_cancelled,
        network=network, accounts=names,
    ):  # fmt: skip
        yield _with(event, checked) if isinstance(event, Synced) else event


def _with(counts: Synced, checked: Sequence[FeedChecked]) -> Synced:
    """Returns the totals of a sync with those of accounts."""
    return replace(
        counts,
        accounts=len(checked),
        failed=counts.failed + sum(bool(each.error) for each in checked),
        new=counts.new + sum(each.new for each in checked),
        marks=sum(each.marks for each in checked),
    )


def sync_accounts(
    desk: Desk,
    ingest: Ingest,
    only: Sequence[Account] | None = None,
    *,
    is_cancelled: Callable[[], bool] = lambda: False,
    accepts_lost_stars: bool = False,
    network: Network | None = None,
) -> Iterator[Event]:
    """Yields the events of a round with each of these accounts, or all. Raises DiskError.

    network: where there is none, what cannot be reached is no failure of a server, and the caller says it once.
    """
    accounts = Accounts(desk.paths)
    due = accounts.all() if only is None else only
    if not due:
        return
    if network is not None:
        network.look()
    with HttpClient() as client, Sandbox() as sandbox:
        for account in due:
            with locked(desk.paths.account_lock(account.name)) as is_free:
                if not is_free:
                    yield _failed(account, "another newstui syncs it now")
                    continue
                memory = accounts.agreements(account)
                if (rest := memory.pause() - time()) > 0:
                    yield _failed(account, f"its server wants to be left alone for {1 + int(rest // 60)} minutes more")
                    continue
                try:
                    remote, _ = accounts.remote(account, client, is_cancelled)
                    run = Round(account, remote, memory, desk, ingest, sandbox, is_cancelled, accepts_lost_stars)
                    yield from run.run()
                except Cancelled:
                    return
                except DiskError:
                    raise
                except NewstuiError as error:
                    yield from _failure(account, memory, error, network)


def _failure(
    account: Account, memory: Agreements, error: NewstuiError, network: Network | None
) -> Iterator[FeedChecked]:
    """Yields what went wrong, once for all where there is no network, and remembers how long a server wants a rest."""
    if isinstance(error, BusyError):
        memory.save_pause(time() + error.seconds)
    if network is None or not network.is_off or not isinstance(error, UnreachableError):
        yield _failed(account, reason_of(error))


def _failed(account: Account, reason: str) -> FeedChecked:
    return FeedChecked(account.url, account.name, error=reason)
