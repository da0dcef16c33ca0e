"""Upkeep: one thread keeps the catalogue in line with the disk, and reports what it is doing."""

from __future__ import annotations

import threading
from contextlib import closing, suppress
from time import monotonic
from typing import TYPE_CHECKING

from newstui.services.core.short_turns import short_turns
from newstui.services.tasks.safely import safely

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from newstui.sandbox.process import WorkerProcess
    from newstui.services.desk import Desk
    from newstui.services.events import Event, Progress

_LOOK_SECONDS = 1.0
"""The time between two looks for new files and for other windows' changes."""
_FILES_SECONDS = 2.0
"""The least time between two looks at each file."""
_GROUP_SECONDS = 3.0
"""The time from the start, and between two runs, of grouping articles: what comes first is the first paint."""
_MANY = 2_000
_PROCESS_FROM = 500
"""Files: reading so many here takes a fifth of a second, about as long as starting a process."""


class Upkeep:
    """A thread that reconciles at the start, then looks every second for new files and other windows' marks."""

    def __init__(
        self,
        desk: Desk,
        *,
        on_activity: Callable[[str], None],
        on_library_changed: Callable[[], None],
        on_marks_changed: Callable[[], None],
        on_error: Callable[[str, str], None],
        is_task_indexing: Callable[[], bool],
        process_from: int = _PROCESS_FROM,
        start_process: Callable[[str], WorkerProcess] | None = None,
    ) -> None:
        """All are called in the thread.

        on_activity: gets what the thread does, empty when it is done. on_error: gets (what is wrong, a hint).
        is_task_indexing: True while a task's process keeps the catalogue in line.
        process_from: files from which a process of its own indexes. start_process: starts it.
        """
        self._desk = desk
        self._on_activity, self._on_error = on_activity, on_error
        self._on_library_changed, self._on_marks_changed = on_library_changed, on_marks_changed
        self._is_task_indexing = is_task_indexing
        self._process_from, self._start_process = process_from, start_process
        self._stopped = threading.Event()
        self._awake = threading.Event()
        self._thread = threading.Thread(target=self._run, name="upkeep", daemon=True)
        self._reported: set[str] = set()
        self._may_group_at = monotonic() + _GROUP_SECONDS
        self._edition = -1
        self.settled = threading.Event()
        """Set once the catalogue has been in line with the disk."""

    def start(self) -> None:
        """Starts the thread."""
        self._thread.start()

    def stop(self) -> None:
        """Ends the work within a batch; articles that were indexed stay."""
        self._stopped.set()
        self._awake.set()
        if self._thread.ident is not None:  # newstui may end before the thread was started
            self._thread.join(2.0)

    def look_now(self) -> None:
        """Looks for changes now: the reader waits for them."""
        self._awake.set()

    def _run(self) -> None:
        self._once(self._desk.refresh)
        self._once(self._read_history)
        self._desk.prepare_writing()
        self._desk.index.is_due.set()
        is_compacted = False
        next_look = 0.0
        while not self._stopped.is_set():
            if self._once(self._desk.refresh):
                self._on_marks_changed()
                self._once(self._read_history)
            started = monotonic()
            if not (self.settled.is_set() and self._is_task_indexing()) and (
                self._desk.index.is_due.is_set() or started >= next_look or not self._once(self._desk.index.is_current)
            ):
                self._once(self._index)
                # Only a look at each file finds one that was edited in place; it may take a hundredth of the time.
                next_look = monotonic() + max(_FILES_SECONDS, 100 * (monotonic() - started))
            self._group_when_idle()
            self._once(self._notice_other_windows)
            if not is_compacted:
                is_compacted = True
                self._once(self._tell_if_empty)
                self._once(self._check_and_compact)
                self.settled.set()
            self._once(self._name_damaged)
            self._awake.wait(_LOOK_SECONDS)
            self._awake.clear()

    def _tell_if_empty(self) -> bool:
        """Has the list say that there is nothing: until the first look it says that it does not know."""
        if is_empty := not self._desk.articles.count():
            self._on_library_changed()
        return is_empty

    def _index(self) -> bool:
        """Reconciles; the list grows while it does."""
        from newstui.services.events import Indexed, Progress, Skipped

        reported, has_activity = 0, False
        try:
            with short_turns(), closing(self._reconciled()) as events:
                for event in events:
                    if self._stopped.is_set():
                        return True
                    if isinstance(event, Progress) and event.total:
                        has_activity = True
                        self._on_activity(f"reading your articles: {event.done:,} of {event.total:,}")
                        if event.done >= 2 * reported + 200:
                            reported = event.done
                            self._on_library_changed()
                    elif isinstance(event, Skipped):
                        self._complain(f"{event.path}: {event.reason}", "`newstui doctor` lists all such files")
                    elif isinstance(event, Indexed) and event.changed_anything:
                        self._on_library_changed()
        finally:
            if has_activity:
                self._on_activity("")
        return True

    def _reconciled(self) -> Generator[Event, None, None]:
        """Indexes a few files here, which is quicker; as soon as there are many, in a process of its own."""
        from newstui.services.events import Progress

        is_shared = self._desk.index.is_shared
        with closing(self._desk.index.reconcile()) as events:
            for event in events:
                yield event
                # Not before the first batch: it brings the top of the list at once.
                if isinstance(event, Progress) and event.done and is_shared and self._is_long(event):
                    break
            else:
                return
        yield from self._reconciled_in_process()

    def _is_long(self, progress: Progress) -> bool:
        return (progress.total or 0) - progress.done > self._process_from

    def _reconciled_in_process(self) -> Iterator[Event]:
        from newstui.services.tasks.process import NoProcessError

        try:  # `is_due` was set when the run here was stopped, and stays set unless this one succeeds
            yield from self._in_process("reconciled")
            if not self._stopped.is_set():
                self._desk.index.is_due.clear()
        except NoProcessError:
            yield from self._desk.index.reconcile()

    def _in_process(self, task: str) -> Iterator[Event]:
        """Yields the events of a task of the index until newstui ends. Raises NoProcessError, StorageError."""
        from newstui.net.deadline import Cancelled
        from newstui.services.tasks.process import run_task

        desk, name = self._desk, f"newstui.services.tasks.indexing:{task}"
        with suppress(Cancelled):
            yield from run_task(
                desk.paths, desk.library.root, name, is_cancelled=self._stopped.is_set, start=self._start_process
            )

    def _group_when_idle(self) -> None:
        """Groups articles into stories, in a process of its own, once the catalogue is in line with the disk."""
        is_busy = self._desk.index.is_due.is_set() or self._is_task_indexing() or not self._desk.index.is_shared
        if is_busy or not self.settled.is_set() or monotonic() < self._may_group_at:
            return
        self._may_group_at = monotonic() + _GROUP_SECONDS
        self._once(self._group)

    def _group(self) -> bool:
        from newstui.services.events import Progress
        from newstui.services.tasks.process import NoProcessError

        if self._desk.stories.waiting():
            with suppress(NoProcessError):  # it is tried again
                for progress in self._in_process("grouped"):
                    if isinstance(progress, Progress) and (progress.total or 0) > _MANY:
                        self._on_activity(f"grouping your articles: {progress.done:,} of {progress.total:,}")
            self._on_activity("")
        return True

    def _notice_other_windows(self) -> bool:
        """Reports what another window indexed or marked: the catalogue is shared."""
        edition = self._desk.index.edition()
        if edition != self._edition:
            self._edition = edition
            self._on_library_changed()
            self._on_marks_changed()
        return True

    def _read_history(self) -> bool:
        """Reads the history, so that the first `undo` does not wait for it."""
        return bool(self._desk.marks.history())

    def _check_and_compact(self) -> bool:
        """Checks the catalogue's file and merges small journal files; once in a session, after everything else."""
        if self._desk.index.check() != "ok":
            self._index()
        self._desk.journal.compact()
        return True

    def _name_damaged(self) -> bool:
        """Names each journal file that is damaged or cannot be read, once."""
        for damaged in self._desk.journal.damaged:
            self._complain(f"journal: {damaged.path.name}: {damaged.reason}", "`newstui doctor` says more")
        return True

    def _once(self, work: Callable[[], bool]) -> bool:
        """Returns the result of the work; True where it failed, which is reported once."""
        result = safely(work, self._complain)
        return True if result is None else result

    def _complain(self, message: str, hint: str) -> None:
        if message not in self._reported and not self._stopped.is_set():
            self._reported.add(message)
            self._on_error(message, hint)
