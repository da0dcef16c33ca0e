"""Fetching feeds for offline reading: all side by side, then the pages of articles of which only a stub came.

Threads fetch and read; one generator writes. What it wrote is whole, and an interrupted run goes on with the next:
a feed counts as seen only when all of its articles are on disk.
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

from newstui.domain.articles.identity import incoming_id
from newstui.domain.articles.page_status import PageStatus
from newstui.domain.errors import NewstuiError
from newstui.formats.feeds.entries import entry_digest, entry_key, incoming_of, is_stub, named_entries
from newstui.net.deadline import Cancelled
from newstui.net.pool import run_per_host
from newstui.sandbox.client import Sandbox
from newstui.sandbox.parsers import markdown_of_each, parsed_feed
from newstui.services.events import Event, FeedChecked, Progress, Skipped, Synced
from newstui.services.feeds.full_text import fill, waiting_pages
from newstui.services.feeds.images import fetch_pictures
from newstui.services.feeds.sync_context import BUSY, Round, host_of
from newstui.services.index.freshness import bring_in_line
from newstui.services.intake.ingest import Taking
from newstui.services.intake.messages import reason_of, refusal
from newstui.store.feed_state import FeedState, read_state, write_state

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from datetime import datetime

    from newstui.domain.articles.incoming import Incoming
    from newstui.domain.feed import Feed, FeedDocument
    from newstui.net.fetch import Fetched
    from newstui.services.desk import Desk

_FEEDS = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8"
_GONE = 410
_BUSY_SECONDS = 15 * 60
"""A server that is busy and does not say for how long is left alone so long."""


@dataclass(frozen=True, slots=True)
class _News:
    """What asking one feed brought."""

    feed: Feed
    state: FeedState
    """As it is once all entries are taken."""
    title: str
    entries: tuple[tuple[str, str, Incoming], ...] = ()
    """(key, digest, article) of those that are new or say something else than before."""
    present: frozenset[str] = frozenset()
    """The keys of all that the feed has now."""
    moved_to: str | None = None
    is_gone: bool = False


def sync(
    desk: Desk,
    wanted: Sequence[Feed] | None = None,
    *,
    now: datetime,
    discard: str = "",
    is_cancelled: Callable[[], bool] = lambda: False,
    sandbox: Sandbox | None = None,
) -> Iterator[Event]:
    """Asks the feeds for news, those that are named or all that are on; ends with Synced, or early when cancelled.

    now: aware. discard: a query; in the end what matches it is discarded, but for what its reader brought back.
    sandbox: processes that are there already, and stay; otherwise the round begins and ends its own.
    Raises StorageError where the library cannot be written, QueryError where `discard` is no query.
    """
    if discard:
        desk.articles.parsed(discard)
    bring_in_line(desk, is_cancelled)
    due = list(wanted) if wanted is not None else [feed for feed in desk.feeds.all() if not feed.is_disabled]
    with nullcontext(sandbox) if sandbox else Sandbox() as sandbox:
        private = {feed.first_address: host_of(feed.url) for feed in desk.feeds.all() if feed.may_be_private}
        round_ = Round(desk, sandbox, Taking(desk, now), now, is_cancelled, private)
        counts = yield from _synced(round_, due, is_asked_for=wanted is not None)
    if is_cancelled():
        return
    if discard:
        bring_in_line(desk, is_cancelled)
        # Not an act of the reader: undo leaves it alone, and what a reader decided by hand stays decided.
        desk.marks.adopt("discarded", dict.fromkeys(desk.articles.ids(desk.articles.listing(discard).rows), True))
    yield counts


def _synced(round_: Round, due: Sequence[Feed], *, is_asked_for: bool) -> Generator[Event, None, Synced]:
    counts = Synced(feeds=len(due))
    checking = _Checking(round_, is_asked_for=is_asked_for)
    for done, checked in enumerate(checking.check(due), start=1):
        counts = replace(
            counts,
            failed=counts.failed + bool(checked.error),
            new=counts.new + checked.new,
            changed=counts.changed + checked.changed,
        )
        yield checked
        yield Progress(done, len(due))
    waiting = checking.wanting if is_asked_for else [*checking.wanting, *round_.desk.articles.without_text()]
    pages = [] if round_.is_cancelled() else waiting_pages(round_, waiting)
    if due and not round_.heard.is_set():
        # No feed was heard of: there is no network, and asking for pages would only take time.
        return replace(counts, pages_left=len(pages))
    for done, filled in enumerate(fill(round_, pages), start=1):
        if filled.reason:
            counts = replace(counts, pages_left=counts.pages_left + 1)
            if not filled.is_left_alone:
                yield Skipped(filled.page.url, filled.reason)
        else:
            counts = replace(counts, pages=counts.pages + 1)
        yield Progress(done, len(pages))
    for done, total in fetch_pictures(round_, due):
        yield Progress(done, total)
    return counts


class _Checking:
    """The first half of a round. `_ask` and what it calls work in threads and only read; the rest writes."""

    def __init__(self, round_: Round, *, is_asked_for: bool) -> None:
        self._round, self._taking, self._now = round_, round_.taking, round_.now
        self._folder = round_.desk.paths.feeds
        self._is_asked_for = is_asked_for
        self.wanting: list[str] = []
        """Ids of what came as a stub."""

    def check(self, due: Sequence[Feed]) -> Iterator[FeedChecked]:
        for ended in run_per_host(
            due, self._ask, lambda feed: host_of(feed.url), is_cancelled=self._round.is_cancelled
        ):
            feed, news = ended.job, ended.result
            if isinstance(news, Cancelled):
                return
            if isinstance(news, NewstuiError):
                state = read_state(self._folder, feed.first_address)
                failed = replace(state, checked=self._now, error=reason_of(news), failures=state.failures + 1)
                news = _News(feed, failed, feed.display_title(state.title))
            if isinstance(news, Exception):
                raise news
            yield self._take(news)

    def _ask(self, feed: Feed) -> _News:
        """Raises NewstuiError."""
        state = read_state(self._folder, feed.first_address)
        title = feed.display_title(state.title)
        if state.not_before is not None and self._now < state.not_before and not self._is_asked_for:
            return _News(feed, state, title)
        answer = self._round.ask(
            feed.url,
            accept=_FEEDS,
            may_be_private=feed.may_be_private,
            etag=state.etag or None,
            last_modified=state.last_modified or None,
        )
        if not (answer.is_unchanged or 200 <= answer.status < 300):
            return _News(feed, _refused(state, answer, self._now), title, is_gone=answer.status == _GONE)
        well = replace(state, checked=self._now, error="", failures=0, not_before=None)
        if answer.is_unchanged:
            return _News(feed, well, title, moved_to=answer.moved_to)
        digest = blake2b(answer.body, digest_size=16).hexdigest()
        fresh = replace(well, etag=answer.etag or "", last_modified=answer.last_modified or "", digest=digest)
        if digest == state.digest:
            return _News(feed, fresh, title, moved_to=answer.moved_to)
        document = parsed_feed(
            self._round.sandbox, answer.body, answer.url, answer.content_type or "", self._round.is_cancelled
        )
        entries, present = self._entries(feed, document, state)
        fresh = replace(fresh, title=document.title, site=document.url or "")
        title = feed.display_title(document.title)
        return _News(feed, fresh, title, entries, present, answer.moved_to)

    def _entries(
        self, feed: Feed, document: FeedDocument, state: FeedState
    ) -> tuple[tuple[tuple[str, str, Incoming], ...], frozenset[str]]:
        """(those that are not as they were seen last, the keys of all)."""
        named = named_entries(document)
        news = [
            (name, key, digest, entry)
            for name, entry in named.items()
            if state.seen.get(key := entry_key(name), ("", ""))[1] != (digest := entry_digest(entry))
        ]
        html = [(text, entry.url or document.url) for *_, entry in news for text in (entry.content, entry.summary)]
        texts = iter(markdown_of_each(self._round.sandbox, html, self._round.is_cancelled) if html else ())
        entries = tuple(
            (key, digest, incoming_of(name, entry, next(texts), next(texts), document, feed))
            for name, key, digest, entry in news
        )
        return entries, frozenset(map(entry_key, named))

    def _take(self, news: _News) -> FeedChecked:
        """Writes what is new; only then the feed counts as seen."""
        feed, state = news.feed, news.state
        seen, pictures = dict(state.seen), list(state.pictures)
        new = changed = 0
        with self._taking.together():
            for key, digest, incoming in news.entries:
                if self._round.is_cancelled():
                    return FeedChecked(feed.url, news.title, new, changed)
                id_, is_new, is_changed = self._take_entry(feed, incoming, seen.pop(key, ("", ""))[0])
                seen[key] = (id_, digest)
                new, changed = new + is_new, changed + is_changed
                if feed.has_images and id_ not in pictures:
                    pictures.append(id_)
        state = replace(state, pictures=tuple(pictures)).with_seen(seen, news.present)
        write_state(self._folder, feed.first_address, state)
        if news.is_gone:
            self._round.desk.feeds.disable(feed)
        elif news.moved_to:
            self._round.desk.feeds.move(feed, news.moved_to)
        return FeedChecked(feed.url, news.title, new, changed, state.error)

    def _take_entry(self, feed: Feed, incoming: Incoming, seen_as: str) -> tuple[str, bool, bool]:
        """(the id of its article, whether that is new, whether its publisher changed it)."""
        id_ = seen_as or self._taking.known(incoming) or incoming_id(incoming)
        if self._round.desk.marks.of(id_).discarded:
            return id_, False, False
        if seen_as:
            return id_, False, self._take_again(id_, feed, incoming)
        is_wanting = _wants_page(feed, incoming)
        took = self._taking.take(replace(incoming, page_status=PageStatus("wanted")) if is_wanting else incoming)
        if took.outcome == "added":
            if is_wanting:
                self.wanting.append(id_)
            return id_, True, False
        # It is there, and this feed was not seen with it: what is remembered was lost, or a run was killed.
        is_changed = not is_wanting and self._take_again(id_, feed, incoming)
        return id_, False, is_changed

    def _take_again(self, id_: str, feed: Feed, incoming: Incoming) -> bool:
        """The entry is another one than before; whether the article changed by it. A page is asked for anew."""
        present = self._taking.written(id_)
        if present is None or present.feed != incoming.feed:  # gone, its owner's, or another feed's
            return False
        if not _wants_page(feed, incoming):
            return self._taking.renew(id_, incoming).outcome == "changed"
        requested = replace(incoming, body=present.body, page_status=present.page_status.requested())
        took = self._taking.renew(id_, requested)
        self.wanting.append(id_)
        return took.outcome == "changed"


def _refused(state: FeedState, answer: Fetched, now: datetime) -> FeedState:
    not_before = None
    if answer.status in BUSY or answer.retry_after:
        wait = _BUSY_SECONDS if answer.retry_after is None else answer.retry_after
        not_before = now + timedelta(seconds=wait)
    return replace(state, checked=now, error=refusal(answer.status), failures=state.failures + 1, not_before=not_before)


def _wants_page(feed: Feed, incoming: Incoming) -> bool:
    if incoming.url is None or incoming.url in incoming.enclosures or feed.full_text == "never":
        return False
    return feed.full_text == "always" or is_stub(incoming.body)
