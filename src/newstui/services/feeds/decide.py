"""Decides what a checked feed and its entries mean. One rule: nothing here fetches, reads or writes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.articles.identity import entry_id, is_page
from newstui.domain.articles.page_status import PageStatus
from newstui.domain.digest import blake2b
from newstui.domain.urls import page_key
from newstui.formats.feeds.entries import entry_digest, entry_key, entry_likeness, is_stub, named_entries
from newstui.services.intake.messages import refusal
from newstui.services.intake.recognise import Siblings
from newstui.store.feed_state import Seen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from newstui.domain.articles.incoming import Incoming
    from newstui.domain.feed import Entry, Feed, FeedDocument
    from newstui.net.fetch import Fetched
    from newstui.services.intake.recognise import Guids
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
    entry: Entry
    is_reworded: bool
    """False where only addresses in it differ."""


@dataclass(frozen=True, slots=True)
class EntryNews:
    """The entries of a feed beside those that it had before."""

    unseen: tuple[NewEntry, ...]
    """Those that are new, or not as they were seen last."""
    present: dict[str, Seen]
    """Key → each entry as it is now, without an id."""
    renamed: dict[str, str]
    """Key → the former key of an entry that came again under another name, and with the same words."""
    siblings: Siblings


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


def entry_news(document: FeedDocument, state: FeedState, feed: str) -> EntryNews:
    """Compares the entries of a feed with those that it had; `feed`: its first address.

    A name that is new need not be a new entry: some servers invent a guid for each request. An entry is the same
    where address, title and text are, and its former name is gone. Where other names were kept, news that say the same
    at another time are other news.
    """
    named = {entry_key(name): (name, entry) for name, entry in named_entries(document).items()}
    now = {key: _as_seen(entry) for key, (_, entry) in named.items()}
    kept = [key for key in now if key in state.seen]
    renamed, doubles = _renamed(named, now, state, has_kept=bool(kept))
    entries = {key: named[key] for key in now if key not in renamed and key not in doubles}
    unseen = tuple(
        NewEntry(name, key, entry, is_reworded=not before or before.likeness != now[key].likeness)
        for key, (name, entry) in entries.items()
        if (before := state.seen.get(key)) is None or before.digest != now[key].digest
    )
    guids: Guids = "kept" if kept else "changed" if renamed or state.has_changing_guids else "unknown"
    claimed = {state.seen[key].id for key in (*kept, *renamed.values())}
    pages = Counter(page_key(entry.url) for key, (_, entry) in named.items() if entry.url and key not in doubles)
    siblings = Siblings(
        claimed=frozenset(claimed.union(entry_id(feed, name) for name, _ in entries.values())),
        seen=frozenset(seen.id for seen in state.seen.values()),
        shared=frozenset(page for page, number in pages.items() if number > 1),
        guids=guids,
    )
    return EntryNews(unseen, now, renamed, siblings)


def seen_before(state: FeedState, news: EntryNews) -> dict[str, Seen]:
    """Returns the entries that a feed had under their present names; what is unseen is as it was."""
    seen = {
        key: now._replace(id=before.id) if (now := news.present.get(key)) and now.digest == before.digest else before
        for key, before in state.seen.items()
    }
    for key, former in news.renamed.items():
        seen[key] = news.present[key]._replace(id=seen.pop(former).id)
    return seen


def _as_seen(entry: Entry) -> Seen:
    moment = entry.published or entry.updated
    return Seen("", entry_digest(entry), entry_likeness(entry), moment.isoformat() if moment else "")


def _renamed(
    named: Mapping[str, tuple[str, Entry]], now: Mapping[str, Seen], state: FeedState, *, has_kept: bool
) -> tuple[dict[str, str], set[str]]:
    """Returns (key → former key of the entries that came under another name, those that a feed has twice)."""
    gone: dict[str, list[str]] = {}
    for key, seen in state.seen.items():
        if key not in now:
            gone.setdefault(seen.likeness or seen.digest, []).append(key)
    here = {(now[key].likeness, now[key].published) for key in now if key in state.seen}
    renamed: dict[str, str] = {}
    doubles: set[str] = set()
    for key, seen in now.items():
        if key in state.seen:
            continue
        if (seen.likeness, seen.published) in here:
            doubles.add(key)
            continue
        here.add((seen.likeness, seen.published))
        formers = gone.get(seen.likeness) or gone.get(seen.digest) or []
        same = [former for former in formers if state.seen[former].published == seen.published != ""]
        if not same and not has_kept and is_page(named[key][1].url or ""):
            same = formers
        if same:
            renamed[key] = same[-1]
            formers.remove(same[-1])
    return renamed, doubles


def wants_page(feed: Feed, incoming: Incoming) -> bool:
    """Returns True where the entry's page is to be fetched for its full text."""
    if (
        incoming.url is None
        or any(each.url == incoming.url for each in incoming.enclosures)
        or feed.full_text == "never"
    ):
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
