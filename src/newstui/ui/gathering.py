"""Getting articles in from the interface: one errand at a time, in a thread, with progress, and it can be stopped."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from newstui.ui.jobs import safely

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from textual.screen import Screen
    from textual.worker import Worker

    from newstui.domain.feed import Feed
    from newstui.services.desk import Desk
    from newstui.services.events import Event

Errand = "Callable[[Desk, Callable[[], bool]], Iterator[Event]]"


class Gatherer:
    """Works on the library that new articles go to, which is not always the one that is read."""

    def __init__(
        self,
        screen: Screen[None],
        desk: Desk,
        intake: Path,
        *,
        doing: Callable[[str], None],
        ended: Callable[[str], None],
        complain: Callable[[str, str], None],
        found_feeds: Callable[[Sequence[tuple[str, str]]], None],
        discard: str = "",
    ) -> None:
        """All are called in the interface's thread: what is being done, what came of it in the end, (what is wrong, a
        hint), feeds that were found where only an article was asked for.
        """
        self._screen, self._desk, self._intake = screen, desk, intake
        self._doing, self._ended, self._complain, self._found_feeds = doing, ended, complain, found_feeds
        self._discard = discard
        self._worker: Worker[None] | None = None

    @property
    def is_busy(self) -> bool:
        return self._worker is not None and not self._worker.is_finished

    def stop(self) -> None:
        """What is whole stays; the rest comes with the next time."""
        if self._worker is not None:
            self._worker.cancel()
        self._doing("")

    def sync(self, feeds: Sequence[Feed] | None = None) -> None:
        """Fetches these feeds, or all."""
        from newstui.services.syncing import sync

        self._send(
            "fetching feeds",
            lambda desk, is_cancelled: sync(
                desk, feeds, now=datetime.now(UTC), discard=self._discard, is_cancelled=is_cancelled
            ),
        )

    def add(self, source: str) -> None:
        """A file, a folder or an address; the clipboard where it is empty."""
        self._send("adding", partial(_added, source))

    def subscribe(self, url: str) -> None:
        """To the feed at an address, or the first that its page names; and fetches it."""
        self._send("looking for the feed", partial(_subscribed, url))

    def _send(self, what: str, errand: Callable[[Desk, Callable[[], bool]], Iterator[Event]]) -> None:
        if self.is_busy:
            self._complain("newstui is still at the last errand", "r stops it")
            return
        self._worker = self._screen.run_worker(
            partial(self._run, what, errand), thread=True, group="gathering", exit_on_error=False
        )

    def _run(self, what: str, errand: Callable[[Desk, Callable[[], bool]], Iterator[Event]]) -> None:
        from textual.worker import get_current_worker

        worker = get_current_worker()
        say = self._screen.app.call_from_thread
        say(self._doing, f"{what} … r stops it")
        told = safely(partial(self._follow, what, errand, worker), partial(say, self._complain))
        if not worker.is_cancelled:
            say(self._doing, "")
            if told is not None:
                say(self._ended, told)

    def _follow(
        self, what: str, errand: Callable[[Desk, Callable[[], bool]], Iterator[Event]], worker: Worker[None]
    ) -> str:
        """What came of it, in a line."""
        from newstui.services.events import FoundFeeds, Progress, Skipped, Synced, Took
        from newstui.services.telling import summed_up, told_of

        say = self._screen.app.call_from_thread
        took: list[Took] = []
        told = ""
        with closing(_Desk(self._desk, self._intake)) as held:
            for event in errand(held.desk, lambda: worker.is_cancelled):
                if worker.is_cancelled:
                    return ""
                if isinstance(event, Progress):
                    say(self._doing, f"{what}: {event.done:,} of {event.total:,} · r stops it")
                elif isinstance(event, Skipped):
                    say(self._complain, f"{event.path}: {event.reason}", "")
                elif isinstance(event, FoundFeeds):
                    say(self._found_feeds, event.feeds)
                elif isinstance(event, Took):
                    took.append(event)
                elif isinstance(event, Synced):
                    told = summed_up(event)
        return told or told_of(took)


class _Desk:
    """The desk on the library that new articles go to: the interface's own, or one for this errand."""

    def __init__(self, desk: Desk, intake: Path) -> None:
        from newstui.services.desk import Desk
        from newstui.store.atomic import make_folder

        self._is_own = desk.library.root == intake
        make_folder(intake)
        self.desk = desk if self._is_own else Desk(desk.places, intake)

    def close(self) -> None:
        if not self._is_own:
            for _ in self.desk.reconcile():
                pass
            self.desk.close()


def _added(source: str, desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    from newstui.services.adding import Adding
    from newstui.services.clipboard import clipboard

    adding = Adding(desk, now=datetime.now(UTC), is_cancelled=is_cancelled)
    if source:
        yield from adding.add([source])
    else:
        yield from adding.add_text(clipboard().encode(), "clipboard")


def _subscribed(url: str, desk: Desk, is_cancelled: Callable[[], bool]) -> Iterator[Event]:
    from newstui.domain.feed import Feed
    from newstui.services.subscribing import discovered, subscribe_all
    from newstui.services.syncing import sync

    feed, _ = discovered(Feed(url), is_cancelled)
    subscribe_all(desk, [feed])
    yield from sync(desk, [feed], now=datetime.now(UTC), is_cancelled=is_cancelled)
