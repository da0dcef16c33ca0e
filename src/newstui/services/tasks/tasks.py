"""The tasks that the interface starts: fetching, adding, subscribing. Each is a generator of events.

Its last two arguments are a desk and a function that says whether it is cancelled; `run_task` adds them.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from newstui.services.accounts.accounts import Accounts
from newstui.services.accounts.sync import sync_all
from newstui.services.events import Skipped, Synced
from newstui.services.export import Export, format_of
from newstui.services.feeds.discovery import feed_of, feeds_at
from newstui.services.feeds.subscriptions import without_password
from newstui.services.feeds.sync import sync
from newstui.services.intake.add import AddRun
from newstui.services.intake.clipboard import clipboard
from newstui.services.intake.ingest import Ingest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newstui.domain.feed import Feed
    from newstui.services.desk import Desk
    from newstui.services.events import Event, FoundFeeds

_PAUSE = 2.0
"""The least number of seconds between two times of indexing on the way; it may take a tenth of the time."""


def fetched(
    feeds: Sequence[Feed] | None, discard: str, desk: Desk, is_cancelled: Callable[[], bool], pause: float = _PAUSE
) -> Iterator[Event]:
    """Fetches these feeds, or all, with what the servers of accounts have.

    discard: a query; articles that match are discarded. pause: seconds between two times of indexing on the way.
    """
    events = sync_all(desk, _ingest(desk), feeds, discard=discard, is_cancelled=is_cancelled)
    yield from _indexed(desk, events, is_cancelled, pause)


def text_fetched(id_: str, desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Fetches the text of one article, and nothing else."""
    events = sync(_ingest(desk), desk.feeds, desk.marks, desk.index, (), texts=[id_], is_cancelled=is_cancelled)
    for event in _indexed(desk, events, is_cancelled):
        if isinstance(event, Synced) and not event.pages and not event.pages_left:
            yield Skipped("", "the text of this article is here already", is_expected=True)
        else:
            yield event


def added(
    source: str, desk: Desk, is_cancelled: Callable[[], bool], read_clipboard: Callable[[], str] = clipboard
) -> Iterator[Event]:
    """Adds a file, a folder or an address; the clipboard where it is empty."""
    desk.index.ensure_current(is_cancelled)
    run = AddRun(_ingest(desk), desk.marks, is_cancelled=is_cancelled)
    # Path.expanduser raises for an unknown user.
    path = os.path.expanduser(source)  # noqa: PTH111
    events = run.add([path]) if source else run.add_text(read_clipboard().encode(), "clipboard")
    yield from _indexed(desk, events, is_cancelled)


def exported(
    target: str, form: str, ids: Sequence[str], title: str, desk: Desk, is_cancelled: Callable[[], bool]
) -> Iterator[Event]:
    """Exports articles to a file or a folder; its ending says the format, where `form` is empty."""
    path = Path(target).expanduser()
    run = Export(desk, path, format_of(path, form), datetime.now().astimezone(), is_cancelled=is_cancelled)
    yield from run.write_these(ids, title)


def discovered(url: str, desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Subscribes to the feed at an address or the one that its page names; of several it yields FoundFeeds.

    Raises NewstuiError where there is none.
    """
    found = feeds_at(url, may_be_private=False, is_cancelled=is_cancelled)
    if len(found.feeds) > 1:
        yield found
    else:
        yield from followed(found, found.feeds[0][0], desk, is_cancelled)


def followed(found: FoundFeeds, url: str, desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Subscribes to one of the feeds that were found, and fetches it."""
    feed = feed_of(found, url)
    feed = replace(feed, account=Accounts(desk.paths).of_new_feed(feed))
    is_new = desk.feeds.add([feed])
    feed = without_password(feed)
    if not is_new:
        yield Skipped(feed.url, "you subscribe to it already", is_expected=True)
    yield from fetched([feed], "", desk, is_cancelled)


def _ingest(desk: Desk) -> Ingest:
    return Ingest(desk.library.root, desk.articles, datetime.now(UTC))


def _indexed(
    desk: Desk, events: Iterator[Event], is_cancelled: Callable[[], bool], pause: float = _PAUSE
) -> Iterator[Event]:
    """Yields the events, and indexes the new articles now and then and at the end: the interface need not do it."""
    look = monotonic() + pause
    for event in events:
        yield event
        if (started := monotonic()) >= look:
            desk.index.ensure_current(is_cancelled)
            look = monotonic() + (max(pause, 10 * (monotonic() - started)) if pause else 0)
    desk.index.ensure_current(is_cancelled)
    desk.rules.run_all()
    for _ in desk.stories.group(is_cancelled):
        pass
