"""Getting articles in from the interface: one errand at a time, in a thread of its own, and it can be stopped.

What it says is never waited for; so newstui closes without waiting for an errand, but for a moment that lets it end.
"""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from newstui.ui.jobs import BRISK_SWITCH, safely

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from pathlib import Path

    from newstui.domain.feed import Feed
    from newstui.services.desk import Desk
    from newstui.services.events import Event, FeedChecked, FoundFeeds, Synced, Took

    Events = Generator[Event, None, None]
    Errand = Callable[[Desk, Callable[[], bool]], Events]

_TELL_SECONDS = 0.1
"""How often progress is said."""
_END_SECONDS = 2.0
_MOST_WRONG = 3
"""So many items that could not be taken are named."""
STOPPED = "stopped: what has come is kept, the rest comes with the next time"
NO_FEEDS = "you subscribe to no feeds yet: g f, then a, adds one"


@dataclass(frozen=True, slots=True)
class Came:
    """What came of an errand."""

    told: str = ""
    """In a line; empty where there is nothing to say."""
    wrong: tuple[str, ...] = ()
    """What could not be taken, and why."""
    feeds: FoundFeeds | None = None
    """Feeds where only an article was asked for, or more than one: whoever asked decides."""


class Gatherer:
    """Works on the library that new articles go to, which is not always the one that is read."""

    def __init__(
        self,
        desk: Desk,
        intake: Path,
        *,
        is_ready: Callable[[float], bool],
        doing: Callable[[str], None],
        ended: Callable[[Came], None],
        complain: Callable[[str, str], None],
        discard: str = "",
    ) -> None:
        """`is_ready` waits so many seconds for the catalogue of `desk` to know every file.

        Called in the errand's thread: `doing` with what is being done, empty at the end; `ended`; `complain` with
        (what is wrong, a hint).
        """
        self._desk, self._intake, self._is_ready = desk, intake, is_ready
        self._doing, self._ended, self._complain = doing, ended, complain
        self._discard = discard
        self._stopped = threading.Event()
        self._idle = threading.Event()
        self._idle.set()
        self._waiting: deque[tuple[str, Errand, bool]] = deque()

    @property
    def is_busy(self) -> bool:
        return not self._idle.is_set()

    def stop(self) -> None:
        """What is whole stays; the rest comes with the next time."""
        self._waiting.clear()
        if self.is_busy:
            self._stopped.set()
            self._doing("stopping …")

    def close(self) -> None:
        """Stops, and waits until the errand has ended; but no errand keeps newstui open for long."""
        self._waiting.clear()
        self._stopped.set()
        self.wait(_END_SECONDS)

    def wait(self, seconds: float) -> bool:
        """Whether no errand is under way any more, after so many seconds at the most."""
        return self._idle.wait(seconds)

    def sync(self, feeds: Sequence[Feed] | None = None, *, is_quiet: bool = False) -> None:
        """Fetches these feeds, or all. With `is_quiet`, which nobody asked for, only what is new is told."""
        if not (is_quiet and self.is_busy):
            self._send("fetching", partial(_fetched, feeds, self._discard), is_quiet=is_quiet)

    def add(self, source: str) -> None:
        """A file, a folder or an address; the clipboard where it is empty."""
        self._send("adding", partial(_added, source))

    def subscribe(self, url: str) -> None:
        """To the feed at an address, or the one that its page names, and fetches it; of several it asks which."""
        self._send("looking for the feed", partial(_discovered, url))

    def follow(self, found: FoundFeeds, url: str) -> None:
        """Subscribes to one of the feeds that were found, and fetches it."""
        self._send("fetching", partial(_followed, found, url))

    def settle(self) -> None:
        """Nothing more is wanted of an errand that left a question."""
        self._ended(Came())

    def _send(self, what: str, errand: Errand, *, is_quiet: bool = False) -> None:
        """Now, or after those that were sent before it."""
        if self.is_busy:
            self._waiting.append((what, errand, is_quiet))
        else:
            self._begin(what, errand, is_quiet)

    def _begin(self, what: str, errand: Errand, is_quiet: bool) -> None:
        self._stopped = threading.Event()
        self._idle.clear()
        threading.Thread(target=self._run, args=(what, errand, is_quiet), name="errand", daemon=True).start()

    def go_on(self) -> None:
        """Begins the errand that waits, if there is one; called where they are sent."""
        if self._waiting and not self.is_busy:
            self._begin(*self._waiting.popleft())

    def _run(self, what: str, errand: Errand, is_quiet: bool) -> None:
        self._doing(f"{what} … r stops it")
        usual = sys.getswitchinterval()
        sys.setswitchinterval(BRISK_SWITCH)
        came = safely(partial(self._follow, what, errand, is_quiet), self._complain)
        sys.setswitchinterval(usual)
        if self._stopped.is_set():
            came = Came(STOPPED)
        self._idle.set()
        self._doing("")
        self._ended(came or Came())

    def _follow(self, what: str, errand: Errand, is_quiet: bool) -> Came:
        from newstui.services.events import Progress
        from newstui.services.patience import Cancelled

        tally, told_at = _Tally(), monotonic()
        try:
            with self._intake_desk() as desk, closing(errand(desk, self._stopped.is_set)) as events:
                for event in events:
                    if isinstance(event, Progress):
                        if monotonic() - told_at >= _TELL_SECONDS and not self._stopped.is_set():
                            told_at = monotonic()
                            of = "" if event.total is None else f" of {event.total:,}"
                            self._doing(f"{what} {event.done:,}{of} · r stops it")
                    else:
                        tally.add(event)
        except Cancelled:
            return Came()
        return tally.quiet() if is_quiet else tally.came()

    @contextmanager
    def _intake_desk(self) -> Iterator[Desk]:
        """The interface's own desk, or one for this errand. Its catalogue knows every file: none is taken twice.

        Raises Cancelled, StorageError.
        """
        from newstui.domain.errors import StorageError
        from newstui.services.desk import Desk
        from newstui.services.patience import MOMENT, Cancelled
        from newstui.store.atomic import make_folder

        if self._desk.library.root == self._intake:
            while not self._is_ready(MOMENT):
                self._check()
            yield self._desk
            return
        make_folder(self._intake)
        desk, is_well = Desk(self._desk.places, self._intake), False
        try:
            desk.refresh()
            for _ in desk.reconcile():
                self._check()
            yield desk
        except Cancelled:
            is_well = True
            raise
        finally:
            is_well = desk.close() or is_well
        if not is_well:
            raise StorageError("the changes could not be written", hint="free some space on the disk")

    def _check(self) -> None:
        from newstui.services.patience import Cancelled

        if self._stopped.is_set():
            raise Cancelled


@dataclass(slots=True)
class _Tally:
    """What an errand told on its way."""

    took: list[Took] = field(default_factory=list)
    checked: list[FeedChecked] = field(default_factory=list)
    synced: Synced | None = None
    feeds: FoundFeeds | None = None
    said: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, event: Event) -> None:
        from newstui.services.events import FeedChecked, FoundFeeds, Skipped, Synced, Took

        match event:
            case Took():
                self.took.append(event)
            case FeedChecked():
                self.checked.append(event)
                if event.error:
                    self.wrong.append(f"{event.title}: {event.error}")
            case Synced():
                self.synced = event
            case FoundFeeds():
                self.feeds = event
            case Skipped():
                is_named = event.reason.startswith(event.path)
                told = event.reason if is_named else f"{event.path}: {event.reason}"
                (self.said if event.is_expected else self.wrong).append(told)
            case _:
                pass

    def quiet(self) -> Came:
        """Of an errand that nobody asked for."""
        has_news = self.synced is not None and (self.synced.new or self.synced.changed or self.synced.pages)
        return Came(self._sync_told()) if has_news else Came()

    def came(self) -> Came:
        from newstui.services.telling import told_of

        told = [self._sync_told(), told_of(self.took) if self.took else "", *self.said]
        wrong, more = self.wrong[:_MOST_WRONG], len(self.wrong) - _MOST_WRONG
        if more > 0:
            wrong.append(f"and {more:,} more")
        return Came(" · ".join(filter(None, told)), tuple(wrong), self.feeds)

    def _sync_told(self) -> str:
        from newstui.services.telling import news_of, summed_up

        if self.synced is None:
            return ""
        if not self.synced.feeds and not self.synced.pages and not self.synced.pages_left:
            return NO_FEEDS
        if len(self.checked) == 1 == self.synced.feeds and not self.synced.failed:
            return f"{self.checked[0].title}: {news_of(self.synced)}"
        return summed_up(self.synced)


def _fetched(feeds: Sequence[Feed] | None, discard: str, desk: Desk, is_cancelled: Callable[[], bool]) -> Events:
    from newstui.services.syncing import sync

    yield from sync(desk, feeds, now=datetime.now(UTC), discard=discard, is_cancelled=is_cancelled)


def _added(source: str, desk: Desk, is_cancelled: Callable[[], bool]) -> Events:
    from newstui.services.adding import Adding
    from newstui.services.clipboard import clipboard

    adding = Adding(desk, now=datetime.now(UTC), is_cancelled=is_cancelled)
    if source:
        yield from adding.add([os.path.expanduser(source)])  # noqa: PTH111  (Path.expanduser raises for a user that is none)
    else:
        yield from adding.add_text(clipboard().encode(), "clipboard")


def _discovered(url: str, desk: Desk, is_cancelled: Callable[[], bool]) -> Events:
    """Raises NewstuiError where there is no feed."""
    from newstui.services.subscribing import feeds_at

    found = feeds_at(url, may_be_private=False, is_cancelled=is_cancelled)
    if len(found.feeds) > 1:
        yield found
    else:
        yield from _followed(found, found.feeds[0][0], desk, is_cancelled)


def _followed(found: FoundFeeds, url: str, desk: Desk, is_cancelled: Callable[[], bool]) -> Events:
    from newstui.services.events import Skipped
    from newstui.services.subscribing import one_of, subscribe_all
    from newstui.services.syncing import sync

    feed = one_of(found, url)
    if not subscribe_all(desk, [feed]):
        yield Skipped(url, "you subscribe to it already", is_expected=True)
    yield from sync(desk, [feed], now=datetime.now(UTC), is_cancelled=is_cancelled)
