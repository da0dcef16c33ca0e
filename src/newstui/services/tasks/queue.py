"""The task queue: adding and fetching for the interface, one task at a time. Each can be stopped.

A task runs in a process of its own and a thread listens to it: no key waits for it, and newstui closes without waiting
for more than the moment that the task needs to end.
"""

from __future__ import annotations

import threading
from collections import deque
from contextlib import closing
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from newstui.services.tasks.results import Tally, TaskResult
from newstui.services.tasks.safely import safely

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from newstui.domain.feed import Feed
    from newstui.services.desk import Desk
    from newstui.services.events import FoundFeeds, Progress

_TASKS = "newstui.services.tasks.tasks"
"""A name, not an import: everything that fetching needs is imported only in the task's process."""
_PROGRESS_SECONDS = 0.1
"""The time between two reports of progress."""
_END_SECONDS = 2.0


class _Task(NamedTuple):
    activity: str
    """A word for what it does, for the reader."""
    function: str
    """The task as `run_task` takes it."""
    arguments: tuple[object, ...]
    is_quiet: bool
    root: Path
    """The library that it works on."""


class Activity(NamedTuple):
    """The task that runs, for the reader."""

    doing: str = ""
    """Its work in words, and how far it is; empty: there is none."""
    is_stopping: bool = False

    def in_words(self, stop: str) -> str:
        """Returns it as one line. stop: the key that stops it."""
        return f"{self.doing} · {stop} stops it" if self.doing and not self.is_stopping else self.doing


class TaskQueue:
    """Works on the library that new articles go to, which is not always the one on the screen."""

    def __init__(
        self,
        desk: Desk,
        intake: Path,
        *,
        is_ready: Callable[[float], bool],
        on_activity: Callable[[Activity], None],
        on_end: Callable[[TaskResult], None],
        on_error: Callable[[str, str], None],
        discard: str = "",
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """intake: the library that new articles go to. discard: a query; each fetch discards the articles that match.

        `is_ready` waits so many seconds for the catalogue of `desk` to know every file.
        Called in the task's thread: `on_activity` with what is being done, and at the end; `on_end`; `on_error` with
        (what is wrong, a hint).
        """
        self._desk, self._intake, self._is_ready = desk, intake, is_ready
        self._on_activity, self._on_end, self._on_error = on_activity, on_end, on_error
        self._discard, self._clock = discard, clock
        self._stopped = threading.Event()
        self._idle = threading.Event()
        self._idle.set()
        self._waiting: deque[_Task] = deque()
        self._thread: threading.Thread | None = None

    @property
    def is_busy(self) -> bool:
        """True while a task runs."""
        return not self._idle.is_set()

    def stop(self) -> None:
        """Stops the task and drops those that wait. Complete articles stay; the rest comes next time."""
        self._waiting.clear()
        if self.is_busy:
            self._stopped.set()
            self._on_activity(Activity("stopping …", is_stopping=True))

    def close(self) -> None:
        """Stops, and waits a moment for the task to end."""
        self._waiting.clear()
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(_END_SECONDS)  # it reports its end after it counts as idle

    def wait(self, seconds: float) -> bool:
        """Waits so long for the task to end; False where it still runs."""
        return self._idle.wait(seconds)

    def sync(self, feeds: Sequence[Feed] | None = None, *, is_quiet: bool = False) -> None:
        """Fetches these feeds, or all. is_quiet: nobody asked for it, so only news is reported."""
        if not (is_quiet and self.is_busy):
            self._put("fetching", f"{_TASKS}:fetched", feeds, self._discard, is_quiet=is_quiet)

    def fetch_text(self, article: str) -> None:
        """Fetches the text of one article."""
        self._put("fetching the text", f"{_TASKS}:text_fetched", article)

    def sync_or_stop(self) -> None:
        """Fetches all feeds; while a task runs, stops it."""
        if self.is_busy:
            self.stop()
        else:
            self.sync()

    def add(self, source: str) -> None:
        """Adds a file, a folder or an address; the clipboard where it is empty."""
        self._put("adding", f"{_TASKS}:added", source)

    def export(self, target: str, form: str, ids: Sequence[str], title: str) -> None:
        """Exports articles of the library on the screen. form: the format; empty: as the ending of the target says."""
        root = self._desk.library.root
        self._put_task(
            _Task("exporting", f"{_TASKS}:exported", (target, form, list(ids), title), is_quiet=False, root=root)
        )

    def subscribe(self, url: str) -> None:
        """Subscribes to the feed at an address, or the one that its page names, and fetches it."""
        self._put("looking for the feed", f"{_TASKS}:discovered", url)

    def follow(self, found: FoundFeeds, url: str) -> None:
        """Subscribes to one of the feeds that were found, and fetches it."""
        self._put("fetching", f"{_TASKS}:followed", found, url)

    def settle(self) -> None:
        """Ends a task whose question the reader left unanswered."""
        self._on_end(TaskResult())

    def go_on(self) -> None:
        """Starts the next task that waits, if there is one; called in the thread that puts tasks."""
        if self._waiting and not self.is_busy:
            self._start(self._waiting.popleft())

    def _put(self, activity: str, function: str, *arguments: object, is_quiet: bool = False) -> None:
        """Starts a task now, or after those that were put before it."""
        self._put_task(_Task(activity, function, arguments, is_quiet, self._intake))

    def _put_task(self, task: _Task) -> None:
        if self.is_busy:
            self._waiting.append(task)
        else:
            self._start(task)

    def _start(self, task: _Task) -> None:
        self._stopped = threading.Event()
        self._idle.clear()
        self._thread = threading.Thread(target=self._run, args=(task,), name="task queue", daemon=True)
        self._thread.start()

    def _run(self, task: _Task) -> None:
        self._on_activity(Activity(f"{task.activity} …"))
        result = safely(partial(self._follow, task), self._on_error)
        safely(self._desk.refresh, self._on_error)  # brings its changes into history and feeds
        if self._stopped.is_set() and not (result and result.message):
            result = Tally().stopped()
        self._idle.set()
        self._on_activity(Activity())
        self._on_end(result or TaskResult())

    def _follow(self, task: _Task) -> TaskResult:
        """Runs a task to its end. Raises NewstuiError."""
        from newstui.domain.errors import NoNetworkError
        from newstui.net.deadline import Cancelled
        from newstui.services.events import FeedChecked, Progress, Waiting
        from newstui.services.tasks.process import run_task

        tally, reported_at, doing = Tally(), self._clock(), task.activity
        unanswered: dict[str, None] = {}
        progress = None
        is_stopped = self._stopped.is_set
        try:
            self._prepare(task.root)
            unanswered = self._asked_feeds(task)
            with closing(
                run_task(self._desk.paths, task.root, task.function, *task.arguments, is_cancelled=is_stopped)
            ) as events:
                for event in events:
                    if isinstance(event, Waiting):
                        if not is_stopped():
                            self._on_activity(Activity(doing + self._waits_for(unanswered, progress)))
                        continue
                    if not isinstance(event, Progress):
                        tally.add(event)
                        if isinstance(event, FeedChecked):
                            unanswered.pop(event.feed, None)
                        continue
                    progress = event
                    if self._clock() - reported_at >= _PROGRESS_SECONDS and not is_stopped():
                        reported_at = self._clock()
                        of = "" if event.total is None else f" of {event.total:,}"
                        doing = f"{task.activity} {event.done:,}{of}"
                        self._on_activity(Activity(doing))
        except Cancelled:
            return tally.stopped()
        except NoNetworkError:
            if not task.is_quiet:
                raise
            return TaskResult()  # the next time comes by itself
        return tally.quiet_result() if task.is_quiet else tally.result()

    def _asked_feeds(self, task: _Task) -> dict[str, None]:
        """Returns the addresses of the feeds that a task asks, in its order."""
        if task.function != f"{_TASKS}:fetched":
            return {}
        named = task.arguments[0]
        feeds = named if isinstance(named, list) else [feed for feed in self._desk.feeds.all() if not feed.is_disabled]
        return dict.fromkeys(feed.url for feed in feeds)

    def _waits_for(self, unanswered: dict[str, None], progress: Progress | None = None) -> str:
        """Returns the name of the first feed, page or picture that does not answer, and how many others do not."""
        feed = next(iter(unanswered), None)
        if feed is not None:
            name, others = self._desk.feeds.title_of(feed) or feed, len(unanswered) - 1
        elif progress is not None and progress.waits_for:
            name, others = progress.waits_for, (progress.total or 1) - progress.done - 1
        else:
            return " · waiting for an answer"
        return f" · no answer yet from {name}" + f" and {others:,} more" * (others > 0)

    def _prepare(self, root: Path) -> None:
        """Puts the reader's changes on disk, where the task looks for them. Raises Cancelled, StorageError."""
        from newstui.net.deadline import MOMENT, Cancelled
        from newstui.services.which_library import make_library

        self._desk.flush()
        if self._desk.library.root != root:
            make_library(root)
            return
        while not self._is_ready(MOMENT):  # otherwise both would read the whole library
            if self._stopped.is_set():
                raise Cancelled
