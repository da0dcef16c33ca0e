"""Syncs feeds for offline reading: checks all, then fetches the pages of stubs, then images."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.errors import NoNetworkError
from newstui.domain.urls import host_of
from newstui.net.request import HttpClient
from newstui.sandbox.client import Sandbox
from newstui.services.events import Event, Progress, Skipped, Synced
from newstui.services.feeds.check import FeedChecks
from newstui.services.feeds.full_text import fetch_pages, wanted_pages
from newstui.services.feeds.images import fetch_images
from newstui.services.feeds.network import Network
from newstui.services.feeds.sync_context import SyncContext

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Iterator, Sequence

    from newstui.domain.feed import Feed
    from newstui.services.core.articles import Articles
    from newstui.services.core.marks import Marks
    from newstui.services.feeds.subscriptions import Subscriptions
    from newstui.services.index.catalogue_index import CatalogueIndex
    from newstui.services.intake.ingest import Ingest


def sync(
    ingest: Ingest,
    feeds: Subscriptions,
    marks: Marks,
    index: CatalogueIndex,
    only: Sequence[Feed] | None = None,
    *,
    texts: Sequence[str] = (),
    discard: str = "",
    is_cancelled: Callable[[], bool] = lambda: False,
    sandbox: Sandbox | None = None,
    network: Network | None = None,
    accounts: Collection[str] = (),
) -> Iterator[Event]:
    """Checks these feeds, or all that are on; ends with Synced, or early when cancelled.

    texts: ids of articles whose pages are fetched too, where they wait for their text.
    discard: a query; at the end the articles that match are discarded, except those that the reader brought back.
    sandbox: one that goes on after the sync; otherwise the sync starts and ends its own.
    network: knows whether there is one. accounts: their names; the feeds of these are not fetched from here.
    Raises NoNetworkError at its end where there is none; DiskError where the library cannot be written; QueryError
    where `discard` is not a query.
    """
    if discard:
        ingest.articles.parsed(discard)
    index.ensure_current(is_cancelled)
    due = _own(feeds.all(), accounts) if only is None else list(only)
    with nullcontext(sandbox) if sandbox else Sandbox() as sandbox, HttpClient() as client:
        private_hosts = {feed.first_address: host_of(feed.url) for feed in feeds.all() if feed.may_be_private}
        network, logins = network or Network(), feeds.logins()
        context = SyncContext(ingest, feeds, marks, sandbox, client, is_cancelled, private_hosts, network, logins)
        counts = yield from _synced(context, due, texts, is_named=only is not None)
    if is_cancelled():
        return
    if network.is_off:
        yield from _without_network(counts)
    if discard:
        index.ensure_current(is_cancelled)
        discard_matches(discard, ingest.articles, marks)
    yield counts


def _own(feeds: Sequence[Feed], accounts: Collection[str]) -> list[Feed]:
    """Returns the feeds that are on and come by no account's server."""
    return [feed for feed in feeds if not feed.is_disabled and feed.account not in accounts]


def _without_network(counts: Synced) -> Iterator[Event]:
    """Yields what feeds nearby brought. Raises NoNetworkError."""
    if counts.feeds:
        yield counts
    nothing = "only feeds nearby were asked" if counts.feeds else "nothing was fetched"
    raise NoNetworkError(f"there is no network: {nothing}, and all that you have stays as it is")


def discard_matches(query: str, articles: Articles, marks: Marks) -> None:
    """Discards the articles that match, as one change that `undo` takes back. What the reader decided stays."""
    ids = articles.ids(articles.listing(query).rows)
    marks.adopt("discarded", dict.fromkeys(ids, True), rule=query)


def _synced(
    context: SyncContext, due: Sequence[Feed], texts: Sequence[str], *, is_named: bool
) -> Generator[Event, None, Synced]:
    counts = Synced(feeds=len(due))
    context.network.look()
    checks = FeedChecks(context, is_named=is_named)
    done = 0
    for done, checked in enumerate(checks.check(due), start=1):
        counts = replace(
            counts,
            failed=counts.failed + bool(checked.error),
            new=counts.new + checked.new,
            changed=counts.changed + checked.changed,
        )
        yield checked
        yield Progress(done, len(due))
    if context.network.is_off:
        counts = replace(counts, feeds=done)
        if not context.has_network.is_set():
            return counts
    stubs = [*checks.stubs, *texts] if is_named else [*checks.stubs, *context.ingest.articles.without_text()]
    pages = [] if context.is_cancelled() else wanted_pages(context, stubs)
    if due and not context.has_network.is_set():
        return replace(counts, pages_waiting=len(pages))  # asking for pages would only take time
    unanswered = {page.id: host_of(page.url) for page in pages}
    if pages:
        yield Progress(0, len(pages), host_of(pages[0].url))
    for done, fetched in enumerate(fetch_pages(context, pages), start=1):
        del unanswered[fetched.page.id]
        if fetched.reason:
            counts = replace(counts, pages_left=counts.pages_left + 1)
            if not fetched.is_known_busy:
                yield Skipped(fetched.page.url, fetched.reason)
        else:
            counts = replace(counts, pages=counts.pages + 1)
        yield Progress(done, len(pages), next(iter(unanswered.values()), ""))
    yield from fetch_images(context, due)
    return counts
