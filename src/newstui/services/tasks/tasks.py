"""What a reader sends newstui out for. Each errand is a generator of events, of a desk and of what stops it.

What it is given comes first, so that another process can be told its name and that: see services.apart.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING

from newstui.services.events import Skipped
from newstui.services.feeds.discovery import feed_of, feeds_at
from newstui.services.feeds.sync import sync
from newstui.services.index.freshness import bring_in_line
from newstui.services.intake.add import Adding
from newstui.services.intake.clipboard import clipboard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newstui.domain.feed import Feed
    from newstui.services.desk import Desk
    from newstui.services.events import Event, FoundFeeds

_LOOK_SECONDS = 2.0
_LOOK_SHARE = 0.1
"""No more of the time than that goes into looking at what has come."""


def fetched(
    feeds: Sequence[Feed] | None, discard: str, desk: Desk, is_cancelled: Callable[[], bool]
) -> Iterator[Event]:
    """These feeds, or all; see services.feeds.sync. `discard`: the query of what nobody wants to see."""
    events = sync(desk, feeds, now=datetime.now(UTC), discard=discard, is_cancelled=is_cancelled)
    yield from _seen(desk, events, is_cancelled)


def added(source: str, desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """A file, a folder or an address; the clipboard where it is empty."""
    bring_in_line(desk, is_cancelled)
    adding = Adding(desk, now=datetime.now(UTC), is_cancelled=is_cancelled)
    # Path.expanduser raises for a user that is none.
    path = os.path.expanduser(source)  # noqa: PTH111
    events = adding.add([path]) if source else adding.add_text(clipboard().encode(), "clipboard")
    yield from _seen(desk, events, is_cancelled)


def discovered(url: str, desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Subscribes to the feed at an address or the one that its page names; of several it asks which.

    Raises NewstuiError where there is no feed.
    """
    found = feeds_at(url, may_be_private=False, is_cancelled=is_cancelled)
    if len(found.feeds) > 1:
        yield found
    else:
        yield from followed(found, found.feeds[0][0], desk, is_cancelled)


def followed(found: FoundFeeds, url: str, desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """Subscribes to one of the feeds that were found, and fetches it."""
    feed = feed_of(found, url)
    if not desk.feeds.add([feed]):
        yield Skipped(url, "you subscribe to it already", is_expected=True)
    yield from fetched([feed], "", desk, is_cancelled)


def _seen(desk: Desk, events: Iterator[Event], is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    """The catalogue has what came a moment later, and at the end all of it: who shows it need not look at the disk."""
    look = monotonic() + _LOOK_SECONDS
    for event in events:
        yield event
        if (began := monotonic()) >= look:
            bring_in_line(desk, is_cancelled)
            look = monotonic() + max(_LOOK_SECONDS, (monotonic() - began) / _LOOK_SHARE)
    bring_in_line(desk, is_cancelled)
