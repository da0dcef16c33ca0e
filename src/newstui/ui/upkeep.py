"""Long work behind the interface: one thread keeps the catalogue in line with disk, and says what it is doing.

The one place where an unexpected exception is caught: work behind the scenes must not take the reader's screen away.
"""

from __future__ import annotations

import sys
import threading
from contextlib import closing
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from newstui.domain.errors import NewstuiError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from textual.app import App

    from newstui.services.desk import Desk
    from newstui.services.events import Event

Found = TypeVar("Found")
_LOOK_SECONDS = 1.0
_FILES_SECONDS = 2.0
_MUCH = 500
"""Files: to read them here takes a fifth of a second, about as long as it takes to begin a process."""
BRISK_SWITCH = 0.001
"""Seconds. While work runs, Python hands over to the interface this often (5 ms otherwise): a key waits no longer."""


def safely(work: Callable[[], Found], complain: Callable[[str, str], None]) -> Found | None:
    """What the work gives; None where it failed, and then (what is wrong, a hint) is said."""
    try:
        return work()
    except NewstuiError as error:
        complain(str(error), error.hint)
    except Exception as error:  # noqa: BLE001  (here alone: a bug behind the screen must not take the screen)
        complain(f"newstui met a bug: {type(error).__name__}: {error}", "please report it; reading goes on")
    return None


def toast(app: App[None], message: str, hint: str) -> None:
    """Says what is wrong, and what to do; from any thread."""
    app.notify(f"{message}\n{hint}" if hint else message, severity="warning", timeout=8, markup=False)


class Upkeep:
    """A thread that reconciles at the start, then looks every second for new files and other windows' marks."""

    def __init__(
        self,
        desk: Desk,
        *,
        doing: Callable[[str], None],
        grew: Callable[[], None],
        marked: Callable[[], None],
        failed: Callable[[str, str], None],
        is_elsewhere: Callable[[], bool],
    ) -> None:
        """All are called in the thread: what it does, the library changed, marks changed, (what is wrong, a hint).

        `is_elsewhere`: whether another process of ours has the catalogue in hand.
        """
        self._desk = desk
        self._doing, self._grew, self._marked, self._failed = doing, grew, marked, failed
        self._is_elsewhere = is_elsewhere
        self._stopped = threading.Event()
        self._awake = threading.Event()
        self._thread = threading.Thread(target=self._run, name="upkeep", daemon=True)
        self._complained: set[str] = set()
        self._edition = -1
        self.settled = threading.Event()
        """Set when the catalogue has been in line with disk once."""

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Ends what runs, within a batch; what was indexed stays."""
        self._stopped.set()
        self._awake.set()
        if self._thread.ident is not None:  # it may end before it began
            self._thread.join(2.0)

    def look_now(self) -> None:
        """Something has changed that the reader waits for."""
        self._awake.set()

    def _run(self) -> None:
        self._once(self._desk.refresh)
        self._once(self._remember)
        self._desk.prepare_writing()
        self._desk.index.is_due.set()
        compacted = False
        next_look = 0.0
        while not self._stopped.is_set():
            if self._once(self._desk.refresh):
                self._marked()
                self._once(self._remember)
            began = monotonic()
            if not (self.settled.is_set() and self._is_elsewhere()) and (
                self._desk.index.is_due.is_set() or began >= next_look or not self._once(self._desk.index.is_current)
            ):
                self._once(self._index)
                # Only a look at each file sees one that was edited in place: as often as costs a hundredth of the time.
                next_look = monotonic() + max(_FILES_SECONDS, 100 * (monotonic() - began))
            self._once(self._hear_of_others)
            if not compacted:
                compacted = True
                self._once(self._settle)
                self.settled.set()
            self._awake.wait(_LOOK_SECONDS)
            self._awake.clear()

    def _index(self) -> bool:
        """Reconciles; the list grows while it does."""
        from newstui.services.events import Indexed, Progress, Skipped

        usual = sys.getswitchinterval()
        sys.setswitchinterval(BRISK_SWITCH)
        reported, is_told = 0, False
        try:
            with closing(self._reconciled()) as events:
                for event in events:
                    if self._stopped.is_set():
                        return True
                    if isinstance(event, Progress) and event.total:
                        is_told = True
                        self._doing(f"reading your articles: {event.done:,} of {event.total:,}")
                        if event.done >= 2 * reported + 200:
                            reported = event.done
                            self._grew()
                    elif isinstance(event, Skipped):
                        self._complain(f"{event.path}: {event.reason}", "`newstui doctor` lists all such files")
                    elif isinstance(event, Indexed) and event.changed_anything:
                        self._grew()
        finally:
            sys.setswitchinterval(usual)
            if is_told:
                self._doing("")
        return True

    def _reconciled(self) -> Generator[Event, None, None]:
        """A little is done here, which is quicker; as soon as it turns out to be much, in a process of its own."""
        from newstui.services.events import Progress

        is_shared = self._desk.index.is_shared
        with closing(self._desk.index.reconcile()) as events:
            for event in events:
                yield event
                # Not before the first batch: what is at the top of the list is there at once.
                if isinstance(event, Progress) and event.done and (event.total or 0) - event.done > _MUCH and is_shared:
                    break
            else:
                return
        yield from self._reconciled_apart()

    def _reconciled_apart(self) -> Iterator[Event]:
        from newstui.net.deadline import Cancelled
        from newstui.services.tasks.process import NoProcessError, apart

        desk, work = self._desk, "newstui.services.index.freshness:reconciled"
        try:  # `needs_indexing` was set when the run here was broken off, and stays so unless this one ends well
            yield from apart(desk.paths, desk.library.root, work, is_cancelled=self._stopped.is_set)
            desk.index.is_due.clear()
        except NoProcessError:
            yield from desk.index.reconcile()
        except Cancelled:
            return

    def _hear_of_others(self) -> bool:
        """The catalogue is shared: what another window indexed or folded in is shown here too."""
        edition = self._desk.index.edition()
        if edition != self._edition:
            self._edition = edition
            self._grew()
            self._marked()
        return True

    def _remember(self) -> bool:
        """The history is read here, so that the first `undo` need not wait for it."""
        return bool(self._desk.marks.history())

    def _settle(self) -> bool:
        """Once a session, behind everything else: is the catalogue's file sound; small journal files become one."""
        if self._desk.index.check() != "ok":
            self._index()
        self._desk.journal.compact()
        for damaged in self._desk.journal.damaged:
            self._complain(
                f"a journal file was damaged and set aside: {damaged.path.name}", "`newstui doctor` says more"
            )
        return True

    def _once(self, work: Callable[[], bool]) -> bool:
        """What the work says; True where it failed, and then the reader is told once."""
        found = safely(work, self._complain)
        return True if found is None else found

    def _complain(self, message: str, hint: str) -> None:
        if message not in self._complained and not self._stopped.is_set():
            self._complained.add(message)
            self._failed(message, hint)
