"""Checks feeds for news: many are fetched and parsed side by side, one thread stores what came.

An interrupted run goes on with the next one: a feed counts as seen only when all of its articles are on disk.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newstui.domain.articles.identity import incoming_id
from newstui.domain.errors import StorageError
from newstui.domain.urls import host_of
from newstui.formats.feeds.entries import incoming_of
from newstui.net.deadline import Cancelled
from newstui.net.pool import run_per_host
from newstui.sandbox.parsers import markdown_of_each, parsed_feed
from newstui.services.events import FeedChecked
from newstui.services.feeds.decide import (
    after_failure,
    decide,
    entry_news,
    first_version,
    is_due,
    next_version,
    seen_before,
    wants_page,
)
from newstui.services.intake.messages import failure_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newstui.domain.articles.incoming import Incoming
    from newstui.domain.feed import Feed, FeedDocument
    from newstui.services.feeds.decide import EntryNews, NewEntry
    from newstui.services.feeds.sync_context import SyncContext
    from newstui.services.intake.recognise import Siblings
    from newstui.store.feed_state import FeedState, Seen

_ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8"


@dataclass(frozen=True, slots=True)
class _FeedNews:
    """The news of one checked feed."""

    feed: Feed
    state: FeedState
    """The state to store once all entries are stored."""
    title: str
    entries: EntryNews | None = None
    """None where it is as it was."""
    articles: tuple[Incoming, ...] = ()
    """The articles of the unseen entries."""
    moved_to: str | None = None
    is_gone: bool = False


class FeedChecks:
    """The first part of a sync. `_fetch` and what it calls run in threads and only read; the rest writes."""

    def __init__(self, context: SyncContext, *, is_named: bool) -> None:
        """`is_named`: the reader asks for these feeds, so a pause that a server asked for does not count."""
        self._context, self._ingest, self._feeds = context, context.ingest, context.feeds
        self._is_named = is_named
        self.stubs: list[str] = []
        """Ids of the articles whose pages are to be fetched."""

    def check(self, feeds: Sequence[Feed]) -> Iterator[FeedChecked]:
        """Yields the result of each feed, as they come. Raises DiskError.

        Feeds that were not reached, while no server was, come last; without a network they are left as they are.
        """
        is_cancelled = self._context.is_cancelled
        in_doubt: list[tuple[Feed, Exception]] = []
        for ended in run_per_host(feeds, self._fetch, lambda feed: host_of(feed.url), is_cancelled=is_cancelled):
            feed, news = ended.job, ended.result
            if isinstance(news, Cancelled):
                return
            if isinstance(news, Exception):
                if self._context.is_in_doubt(feed.url, news, may_be_private=feed.may_be_private):
                    in_doubt.append((feed, news))
                else:
                    yield self._failed(feed, news)
                continue
            try:
                checked = self._store(news)
            except Exception as error:  # noqa: BLE001  (whatever it is, it is the failure of this feed alone)
                checked = self._failed(feed, error)
            yield checked
        if not self._context.network.is_off:
            for feed, failure in in_doubt:
                yield self._failed(feed, failure)

    def _fetch(self, feed: Feed) -> _FeedNews:
        """Raises NewstuiError."""
        context, state = self._context, self._feeds.state(feed.first_address)
        title = feed.display_title(state.title)
        if not is_due(state, context.now, is_named=self._is_named):
            return _FeedNews(feed, state, title)
        answer = context.fetch(
            feed.url,
            accept=_ACCEPT,
            may_be_private=feed.may_be_private,
            login=context.logins.get(feed.url, ""),
            etag=state.etag or None,
            last_modified=state.last_modified or None,
        )
        answered = decide(state, answer, context.now)
        if not answered.has_news:
            return _FeedNews(feed, answered.state, title, moved_to=answered.moved_to, is_gone=answered.is_gone)
        content_type = answer.content_type or ""
        document = parsed_feed(context.sandbox, answer.body, answer.url, content_type, context.is_cancelled)
        entries = entry_news(document, state, feed.first_address)
        newest = replace(answered.state, title=document.title, site=document.url or "")
        title = feed.display_title(document.title)
        articles = self._articles(feed, document, entries.unseen)
        return _FeedNews(feed, newest, title, entries, articles, answered.moved_to)

    def _articles(self, feed: Feed, document: FeedDocument, entries: Sequence[NewEntry]) -> tuple[Incoming, ...]:
        """Returns the article of each entry."""
        context = self._context
        html = [
            (text, new.entry.url or document.url) for new in entries for text in (new.entry.content, new.entry.summary)
        ]
        texts = iter(markdown_of_each(context.sandbox, html, context.is_cancelled) if html else ())
        return tuple(incoming_of(new.name, new.entry, next(texts), next(texts), document, feed) for new in entries)

    def _failed(self, feed: Feed, error: Exception) -> FeedChecked:
        """Remembers that a feed failed: its articles come with the next sync. Raises DiskError."""
        reason, state = failure_of(error), self._feeds.state(feed.first_address)
        with suppress(StorageError):
            self._feeds.save_state(feed.first_address, after_failure(state, reason, self._context.now))
        return FeedChecked(feed.url, feed.display_title(state.title), error=reason)

    def _store(self, news: _FeedNews) -> FeedChecked:
        """Writes what is new; only then the feed counts as seen."""
        feed, state, entries = news.feed, news.state, news.entries
        new = changed = 0
        if entries:
            seen, pictures = seen_before(state, entries), list(state.pictures)
            former_keys = {each.id: key for key, each in seen.items() if key not in entries.present}
            claimed = set(entries.siblings.claimed)
            siblings = replace(entries.siblings, claimed=claimed)
            with self._ingest.together():
                for entry, incoming in zip(entries.unseen, news.articles, strict=True):
                    if self._context.is_cancelled():
                        return FeedChecked(feed.url, news.title, new, changed)
                    before = seen.pop(entry.key, None)
                    id_, is_new, is_changed = self._store_entry(feed, entry, incoming, before, siblings)
                    claimed.add(id_)
                    seen.pop(former_keys.pop(id_, ""), None)
                    seen[entry.key] = entries.present[entry.key]._replace(id=id_)
                    new, changed = new + is_new, changed + is_changed
                    if feed.has_images and id_ not in pictures:
                        pictures.append(id_)
            has_changing_guids = entries.siblings.guids == "changed"
            state = replace(state, pictures=tuple(pictures), has_changing_guids=has_changing_guids)
            state = state.with_seen(seen, entries.present)
        self._feeds.save_state(feed.first_address, state)
        if news.is_gone:
            self._feeds.disable(feed)
        elif news.moved_to:
            self._feeds.move(feed, news.moved_to)
        return FeedChecked(feed.url, news.title, new, changed, state.error)

    def _store_entry(
        self, feed: Feed, entry: NewEntry, incoming: Incoming, before: Seen | None, siblings: Siblings
    ) -> tuple[str, bool, bool]:
        """Returns (the id of the entry's article, whether that is new, whether its publisher changed it)."""
        id_ = before.id if before else self._ingest.known_id(incoming, siblings)
        if self._context.marks.of(id_ or incoming_id(incoming)).discarded:
            return id_ or incoming_id(incoming), False, False
        is_stub = wants_page(feed, incoming)
        if id_ is None:
            id_ = self._ingest.add_new(first_version(feed, incoming)).id
            if is_stub:
                self.stubs.append(id_)
            return id_, True, False
        if id_ in siblings.seen:
            return id_, False, (entry.is_reworded or not is_stub) and self._renew(id_, feed, incoming)
        # It came with another feed or from the reader; or the state was lost, or a run was killed.
        self._ingest.add_known(id_, first_version(feed, incoming))
        is_changed = not is_stub and self._renew(id_, feed, incoming)
        return id_, False, is_changed

    def _renew(self, id_: str, feed: Feed, incoming: Incoming) -> bool:
        """Stores a new version of an article; True where the article changed by it."""
        version = next_version(feed, incoming, self._ingest.written(id_))
        if version is None:
            return False
        ingested = self._ingest.renew(id_, version)
        if wants_page(feed, incoming):
            self.stubs.append(id_)
        return ingested.outcome == "changed"
