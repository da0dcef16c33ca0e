"""Decides what a checked feed and its entries mean. One rule: nothing here fetches, reads or writes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.articles.page_status import PageStatus
from newstui.domain.digest import blake2b
from newstui.formats.feeds.entries import entry_digest, entry_key, is_stub, named_entries
from newstui.services.intake.messages import refusal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from newstui.domain.articles.incoming import Incoming
    from newstui.domain.feed import Entry, Feed, FeedDocument
    from newstui.net.fetch import Fetched
    from newstui.store.feed_state import FeedState

BUSY = (429, 503)
"""HTTP statuses of a server that wants to be asked later."""
_GONE = 410
_BUSY_SECONDS = 15 * 60
"""The wait for a busy server that names none."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The meaning of a server's answer about one feed."""

    state: FeedState
    """The state to store once all entries are stored."""
    has_news: bool = False
    """True where the body differs from the last one and has to be parsed."""
    moved_to: str | None = None
    is_gone: bool = False


class NewEntry(NamedTuple):
    """An entry that is new, or differs from its last version."""

    name: str
    key: str
    digest: str
    entry: Entry


def is_due(state: FeedState, now: datetime, *, is_named: bool) -> bool:
    """Returns False while a server asked for a pause; `is_named`: the reader asks for this feed by name."""
    return is_named or state.not_before is None or now >= state.not_before


def decide(state: FeedState, answer: Fetched, now: datetime) -> Answered:
    """Returns the meaning of an answer; `now`: aware."""
    if not (answer.is_unchanged or 200 <= answer.status < 300):
        failed = after_failure(state, refusal(answer.status), now)
        return Answered(replace(failed, not_before=_not_before(answer, now)), is_gone=answer.status == _GONE)
    checked = replace(state, checked=now, error="", failures=0, not_before=None)
    if answer.is_unchanged:
        return Answered(checked, moved_to=answer.moved_to)
    digest = blake2b(answer.body, digest_size=16).hexdigest()
    newest = replace(checked, etag=answer.etag or "", last_modified=answer.last_modified or "", digest=digest)
    return Answered(newest, has_news=digest != state.digest, moved_to=answer.moved_to)


def after_failure(state: FeedState, reason: str, now: datetime) -> FeedState:
    """Returns the state of a feed that did not come."""
    return replace(state, checked=now, error=reason, failures=state.failures + 1)


def new_entries(document: FeedDocument, seen: Mapping[str, tuple[str, str]]) -> tuple[list[NewEntry], frozenset[str]]:
    """Returns (the entries that are not as they were seen last, the keys of all)."""
    named = named_entries(document)
    entries = [NewEntry(name, entry_key(name), entry_digest(entry), entry) for name, entry in named.items()]
    unseen = [entry for entry in entries if seen.get(entry.key, ("", ""))[1] != entry.digest]
    return unseen, frozenset(entry.key for entry in entries)


def wants_page(feed: Feed, incoming: Incoming) -> bool:
    """Returns True where the entry's page is to be fetched for its full text."""
    if incoming.url is None or incoming.url in incoming.enclosures or feed.full_text == "never":
        return False
    return feed.full_text == "always" or is_stub(incoming.body)


def first_version(feed: Feed, incoming: Incoming) -> Incoming:
    """Returns a new article, with its page as wanted where it is to be fetched."""
    return replace(incoming, page_status=PageStatus("wanted")) if wants_page(feed, incoming) else incoming


def next_version(feed: Feed, incoming: Incoming, present: Incoming | None) -> Incoming | None:
    """Returns the new version of an article that the library has as `present`; None where it must stay as it is.

    It stays where its file is gone or edited (None), or came with another feed. A page is requested again.
    """
    if present is None or present.feed != incoming.feed:
        return None
    if not wants_page(feed, incoming):
        return incoming
    return replace(incoming, body=present.body, page_status=present.page_status.requested())


def _not_before(answer: Fetched, now: datetime) -> datetime | None:
    if answer.status not in BUSY and not answer.retry_after:
        return None
    return now + timedelta(seconds=_BUSY_SECONDS if answer.retry_after is None else answer.retry_after)
