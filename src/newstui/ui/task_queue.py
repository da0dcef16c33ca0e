"""Getting articles in from the interface: one errand at a time, and it can be stopped.

It is done in a process of its own, which a thread listens to: no key waits for it. What it says is never waited for;
so newstui closes without waiting for an errand, but for a moment that lets it end.
"""

from __future__ import annotations

import threading
from collections import deque
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from newstui.ui.upkeep import safely

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from newstui.domain.feed import Feed
    from newstui.services.desk import Desk
    from newstui.services.events import Event, FeedChecked, FoundFeeds, Synced, Took

_ERRANDS = "newstui.services.tasks.tasks"
"""Named, not imported: all that fetching needs is loaded only where it is done."""
_TELL_SECONDS = 0.1
"""How often progress is said."""
_END_SECONDS = 2.0
_MOST_WRONG = 3
"""So many items that could not be taken are named."""
STOPPED = "stopped: what has come is kept, the rest comes with the next time"
NO_FEEDS = "you subscribe to no feeds yet: g f, then a, adds one"


class _Errand(NamedTuple):
    doing: str
    """What the reader sees of it."""
    work: str
    """As services.tasks.process takes it."""
    given: tuple[object, ...]
    is_quiet: bool


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
        self._waiting: deque[_Errand] = deque()
        self._thread: threading.Thread | None = None

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
        if self._thread is not None:
            self._thread.join(_END_SECONDS)  # its last word comes after it counts as idle

    def wait(self, seconds: float) -> bool:
        """Whether no errand is under way any more, after so many seconds at the most."""
        return self._idle.wait(seconds)

    def sync(self, feeds: Sequence[Feed] | None = None, *, is_quiet: bool = False) -> None:
        """Fetches these feeds, or all. With `is_quiet`, which nobody asked for, only what is new is told."""
        if not (is_quiet and self.is_busy):
            self._send("fetching", f"{_ERRANDS}:fetched", feeds, self._discard, is_quiet=is_quiet)

    def sync_or_stop(self) -> None:
        """Fetches all feeds; while something is fetched or added, stops that."""
        if self.is_busy:
            self.stop()
        else:
            self.sync()

    def add(self, source: str) -> None:
        """A file, a folder or an address; the clipboard where it is empty."""
        self._send("adding", f"{_ERRANDS}:added", source)

    def subscribe(self, url: str) -> None:
        """To the feed at an address, or the one that its page names, and fetches it; of several it asks which."""
        self._send("looking for the feed", f"{_ERRANDS}:discovered", url)

    def follow(self, found: FoundFeeds, url: str) -> None:
        """Subscribes to one of the feeds that were found, and fetches it."""
        self._send("fetching", f"{_ERRANDS}:followed", found, url)

    def settle(self) -> None:
        """Nothing more is wanted of an errand that left a question."""
        self._ended(Came())

    def _send(self, doing: str, work: str, *given: object, is_quiet: bool = False) -> None:
        """Now, or after those that were sent before it."""
        errand = _Errand(doing, work, given, is_quiet)
        if self.is_busy:
            self._waiting.append(errand)
        else:
            self._begin(errand)

    def _begin(self, errand: _Errand) -> None:
        self._stopped = threading.Event()
        self._idle.clear()
        self._thread = threading.Thread(target=self._run, args=(errand,), name="errand", daemon=True)
        self._thread.start()

    def go_on(self) -> None:
        """Begins the errand that waits, if there is one; called where they are sent."""
        if self._waiting and not self.is_busy:
            self._begin(self._waiting.popleft())

    def _run(self, errand: _Errand) -> None:
        self._doing(f"{errand.doing} … r stops it")
        came = safely(partial(self._follow, errand), self._complain)
        safely(self._desk.refresh, self._complain)  # what it did is part of the history, and of the feeds
        if self._stopped.is_set():
            came = Came(STOPPED)
        self._idle.set()
        self._doing("")
        self._ended(came or Came())

    def _follow(self, errand: _Errand) -> Came:
        """Raises NewstuiError."""
        from newstui.net.deadline import Cancelled
        from newstui.services.events import Progress
        from newstui.services.tasks.process import apart

        tally, told_at = _Tally(), monotonic()
        is_stopped = self._stopped.is_set
        try:
            self._get_ready()
            with closing(
                apart(self._desk.paths, self._intake, errand.work, *errand.given, is_cancelled=is_stopped)
            ) as events:
                for event in events:
                    if isinstance(event, Progress):
                        if monotonic() - told_at >= _TELL_SECONDS and not is_stopped():
                            told_at = monotonic()
                            of = "" if event.total is None else f" of {event.total:,}"
                            self._doing(f"{errand.doing} {event.done:,}{of} · r stops it")
                    else:
                        tally.add(event)
        except Cancelled:
            return Came()
        return tally.quiet() if errand.is_quiet else tally.came()

    def _get_ready(self) -> None:
        """What the reader did so far is on disk, where the errand looks for it. Raises Cancelled, StorageError."""
        from newstui.net.deadline import MOMENT, Cancelled
        from newstui.store.atomic import make_folder

        self._desk.flush()
        if self._desk.library.root != self._intake:
            make_folder(self._intake)
            return
        while not self._is_ready(MOMENT):  # else both would read the whole library
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
        from newstui.services.intake.messages import told_of

        told = [self._sync_told(), told_of(self.took) if self.took else "", *self.said]
        wrong, more = self.wrong[:_MOST_WRONG], len(self.wrong) - _MOST_WRONG
        if more > 0:
            wrong.append(f"and {more:,} more")
        return Came(" · ".join(filter(None, told)), tuple(wrong), self.feeds)

    def _sync_told(self) -> str:
        from newstui.services.intake.messages import news_of, summed_up

        if self.synced is None:
            return ""
        if not self.synced.feeds and not self.synced.pages and not self.synced.pages_left:
            return NO_FEEDS
        if len(self.checked) == 1 == self.synced.feeds and not self.synced.failed:
            return f"{self.checked[0].title}: {news_of(self.synced)}"
        return summed_up(self.synced)
