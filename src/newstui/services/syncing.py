"""Fetching feeds for offline reading: all side by side, then the pages of articles of which only a stub came.

Threads fetch and read; one generator writes. What it wrote is whole, and an interrupted run goes on with the next:
a feed counts as seen only when all of its articles are on disk.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newstui.domain.errors import NewstuiError
from newstui.domain.identity import incoming_id
from newstui.domain.text import count_words
from newstui.formats.article_file import AGAIN, WANTED
from newstui.formats.entries import entry_digest, entry_key, incoming_of, incoming_of_page, is_stub
from newstui.services.events import Event, FeedChecked, Progress, Skipped, Synced
from newstui.services.fetching import Fetched, fetch
from newstui.services.foreign import Quarantine, extracted, markdown_of_each, parsed_feed
from newstui.services.patience import Cancelled
from newstui.services.side_by_side import side_by_side
from newstui.services.subscribing import change_feed, feeds, unsubscribe
from newstui.services.taking import Taking
from newstui.store.feed_states import FeedState, read_state, write_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from newstui.domain.feed import Feed, FeedDocument
    from newstui.domain.incoming import Incoming
    from newstui.services.desk import Desk

_FEEDS = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8"
_PAGES = "text/html, application/xhtml+xml, */*;q=0.8"
_GONE = 410
_TRIES = 4
"""How often a page is asked for that does not come."""
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
    moved_to: str = ""
    is_gone: bool = False


def sync(
    desk: Desk,
    wanted: Sequence[Feed] | None = None,
    *,
    now: datetime,
    discard: str = "",
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Event]:
    """Asks the feeds for news, those that are named or all that are on; ends with Synced, or early when cancelled.

    now: aware. discard: a query; what matches it is discarded first. Raises StorageError where the library cannot
    be written, QueryError where `discard` is no query.
    """
    if discard:
        desk.set("discarded", desk.ids(desk.listing(discard).rows), True)
    due = list(wanted) if wanted is not None else [feed for feed in feeds(desk) if not feed.is_disabled]
    told = Synced(feeds=len(due))
    with Quarantine() as room:
        run = _Run(desk, room, now, is_cancelled, is_asked_for=wanted is not None)
        for done, checked in enumerate(run.check(due), start=1):
            told = replace(
                told,
                failed=told.failed + bool(checked.error),
                new=told.new + checked.new,
                changed=told.changed + checked.changed,
            )
            yield checked
            yield Progress(done, len(due))
        pages = run.pages(of_this_run_only=wanted is not None)
        for done, (page, reason) in enumerate(run.fill(pages), start=1):
            told = replace(told, pages=told.pages + (not reason), pages_left=told.pages_left + bool(reason))
            if reason:
                yield Skipped(page.url, reason)
            yield Progress(done, len(pages))
    if not is_cancelled():
        yield told


@dataclass(frozen=True, slots=True)
class _Page:
    """The page of an article that waits for its text."""

    id: str
    url: str
    article: Incoming
    """As its file is."""


class _Run:
    """One sync. What is named `_ask…` works in threads and only reads; the rest writes, in the caller's."""

    def __init__(
        self, desk: Desk, room: Quarantine, now: datetime, is_cancelled: Callable[[], bool], *, is_asked_for: bool
    ) -> None:
        self._desk, self._room, self._now = desk, room, now
        self._is_cancelled, self._is_asked_for = is_cancelled, is_asked_for
        self._taking = Taking(desk, now)
        self._folder = desk.places.feeds
        self._private = {urlsplit(feed.url).hostname for feed in feeds(desk) if feed.may_be_private}
        self._wanting: list[str] = []
        """Ids of what came as a stub in this run."""

    # Feeds

    def check(self, due: Sequence[Feed]) -> Iterator[FeedChecked]:
        for ended in side_by_side(due, self._ask, _host_of_feed, is_cancelled=self._is_cancelled):
            feed, news = ended.job, ended.result
            if isinstance(news, Cancelled):
                return
            if isinstance(news, NewstuiError):
                state = read_state(self._folder, feed.url)
                failed = replace(state, checked=self._now, error=told(news), failures=state.failures + 1)
                news = _News(feed, failed, feed.title or state.title or feed.url)
            if isinstance(news, Exception):
                raise news
            yield self._take(news)

    def _ask(self, feed: Feed) -> _News:
        """Raises NewstuiError."""
        state = read_state(self._folder, feed.url)
        title = feed.title or state.title or feed.url
        if state.not_before is not None and self._now < state.not_before and not self._is_asked_for:
            return _News(feed, state, title)
        answer = fetch(
            feed.url,
            etag=state.etag or None,
            last_modified=state.last_modified or None,
            may_be_private=feed.may_be_private,
            accept=_FEEDS,
            is_cancelled=self._is_cancelled,
        )
        well = replace(state, checked=self._now, error="", failures=0, not_before=None)
        moved_to = answer.moved_to or ""
        if answer.is_unchanged:
            return _News(feed, well, title, moved_to=moved_to)
        if not 200 <= answer.status < 300:
            return _News(feed, self._refused(state, answer), title, is_gone=answer.status == _GONE)
        digest = blake2b(answer.body, digest_size=16).hexdigest()
        fresh = replace(well, etag=answer.etag or "", last_modified=answer.last_modified or "", digest=digest)
        if digest == state.digest:
            return _News(feed, fresh, title, moved_to=moved_to)
        document = parsed_feed(self._room, answer.body, answer.url, answer.content_type or "", self._is_cancelled)
        fresh = replace(fresh, title=document.title, site=document.url or "")
        entries = self._entries(feed, document, state)
        return _News(feed, fresh, feed.title or document.title or feed.url, entries, moved_to=moved_to)

    def _entries(self, feed: Feed, document: FeedDocument, state: FeedState) -> tuple[tuple[str, str, Incoming], ...]:
        """Those that are not as they were seen last."""
        news = [
            (key, digest, entry)
            for entry in document.entries
            if state.seen.get(key := entry_key(entry), ("", ""))[1] != (digest := entry_digest(entry))
        ]
        html = [(text, entry.url or document.url) for _, _, entry in news for text in (entry.content, entry.summary)]
        texts = iter(markdown_of_each(self._room, html, self._is_cancelled) if html else ())
        return tuple(
            (key, digest, incoming_of(entry, next(texts), next(texts), document, feed)) for key, digest, entry in news
        )

    def _refused(self, state: FeedState, answer: Fetched) -> FeedState:
        not_before = None
        if answer.status in (429, 503) or answer.retry_after:
            wait = _BUSY_SECONDS if answer.retry_after is None else answer.retry_after
            not_before = self._now + timedelta(seconds=wait)
        return replace(
            state, checked=self._now, error=_refusal(answer), failures=state.failures + 1, not_before=not_before
        )

    def _take(self, news: _News) -> FeedChecked:
        """Writes what is new; only then the feed counts as seen."""
        feed, seen = self._followed(news), dict(news.state.seen)
        new = changed = 0
        for key, digest, incoming in news.entries:
            if self._is_cancelled():
                return FeedChecked(feed.url, news.title, new, changed)
            if key in seen:
                id_ = seen[key][0]
                changed += self._take_again(id_, feed, incoming)
            else:
                id_ = self._taking.known(incoming) or incoming_id(incoming)
                if not self._desk.mark(id_).discarded:
                    new += self._take_new(id_, feed, incoming)
            seen[key] = (id_, digest)
        write_state(self._folder, feed.url, replace(news.state, seen=seen))
        return FeedChecked(feed.url, news.title, new, changed, news.state.error)

    def _followed(self, news: _News) -> Feed:
        """The subscription, brought in line with what its server says of it."""
        feed = news.feed
        if news.is_gone:
            feed = replace(feed, is_disabled=True)
            change_feed(self._desk, feed)
        elif news.moved_to and all(known.url != news.moved_to for known in feeds(self._desk)):
            moved = replace(feed, url=news.moved_to)
            change_feed(self._desk, moved)
            unsubscribe(self._desk, feed)
            feed = moved
        return feed

    def _take_new(self, id_: str, feed: Feed, incoming: Incoming) -> bool:
        is_wanting = _wants_page(feed, incoming)
        took = self._taking.take(replace(incoming, text=WANTED) if is_wanting else incoming)
        if is_wanting and took.outcome == "added":
            self._wanting.append(id_)
        return took.outcome == "added"

    def _take_again(self, id_: str, feed: Feed, incoming: Incoming) -> bool:
        """Its publisher changed the entry; whether the article changed by it. A page is asked for anew."""
        if not _wants_page(feed, incoming):
            return self._taking.renew(id_, incoming).outcome == "changed"
        present = self._taking.written(id_)
        if present is not None:
            text = present.text if present.text.startswith(WANTED) else f"{WANTED} {AGAIN}"
            self._taking.renew(id_, replace(incoming, title=present.title, body=present.body, text=text))
            self._wanting.append(id_)
        return False

    # Pages

    def pages(self, *, of_this_run_only: bool) -> list[_Page]:
        """Of the articles that wait for their text."""
        waiting = self._wanting if of_this_run_only else [*self._wanting, *self._desk.wanting_text()]
        found = ((id_, self._taking.written(id_)) for id_ in dict.fromkeys(waiting))
        return [
            _Page(id_, article.url, article)
            for id_, article in found
            if article is not None and article.url and article.text.startswith(WANTED)
        ]

    def fill(self, pages: Sequence[_Page]) -> Iterator[tuple[_Page, str]]:
        """(page, why its text did not come; empty where it did), as they come."""
        for ended in side_by_side(pages, self._ask_page, _host_of_page, is_cancelled=self._is_cancelled):
            page, found = ended.job, ended.result
            if isinstance(found, Cancelled):
                return
            if isinstance(found, NewstuiError):
                self._taking.renew(page.id, replace(page.article, text=_tried_once_more(page.article.text)))
                yield page, told(found)
            elif isinstance(found, Exception):
                raise found
            else:
                has_more = count_words(found.body) > count_words(page.article.body) or AGAIN in page.article.text
                title = found.title if page.article.title == page.url else page.article.title
                self._taking.renew(page.id, replace(found if has_more else page.article, title=title, text=""))
                yield page, ""

    def _ask_page(self, page: _Page) -> Incoming:
        """Raises NewstuiError."""
        may_be_private = urlsplit(page.url).hostname in self._private
        answer = fetch(page.url, may_be_private=may_be_private, accept=_PAGES, is_cancelled=self._is_cancelled)
        if not 200 <= answer.status < 300:
            raise NewstuiError(_refusal(answer))
        found = extracted(self._room, answer.body, answer.url, answer.content_type or "", self._is_cancelled)
        return incoming_of_page(found, page.url)


def _host_of_feed(feed: Feed) -> str:
    return urlsplit(feed.url).hostname or ""


def _host_of_page(page: _Page) -> str:
    return urlsplit(page.url).hostname or ""


def _wants_page(feed: Feed, incoming: Incoming) -> bool:
    match feed.full_text:
        case "always":
            return incoming.url is not None
        case "never":
            return False
        case _:
            return incoming.url is not None and is_stub(incoming.body)


def _tried_once_more(text: str) -> str:
    words = text.split()
    tries = 1 + (int(words[-1]) if words[-1].isdecimal() else 0)
    if tries >= _TRIES:
        return "unavailable"
    return " ".join((*(word for word in words if not word.isdecimal()), str(tries)))


def _refusal(answer: Fetched) -> str:
    """What a status says, in words."""
    known = {
        401: "it wants a password",
        403: "the server does not let newstui in",
        404: "there is nothing at this address any more",
        410: "it is gone for good; it is not asked any more",
        429: "the server was asked too often; it is left alone for a while",
        503: "the server is too busy; it is left alone for a while",
    }
    said = known.get(answer.status) or ("the server has a fault" if answer.status >= 500 else "the server refused")
    return f"{said} (HTTP {answer.status})"


def told(error: NewstuiError) -> str:
    """An error as one line."""
    return f"{error} {error.hint}".strip()
