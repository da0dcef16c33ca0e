"""The result of a task in one line, put together from its events."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newstui.services.events import Event, Exported, FeedChecked, FoundFeeds, Ingested, Synced

_MOST_PROBLEMS = 3
"""Problems that are named; of more there is only the number."""


class TaskResult(NamedTuple):
    """The result of a task for the reader."""

    message: str = ""
    """One line; empty where there is nothing to say."""
    problems: tuple[str, ...] = ()
    """Items that failed, with the reason."""
    has_no_feeds: bool = False
    """True where all feeds were to be fetched, and the reader subscribes to none."""
    feeds: FoundFeeds | None = None
    """Feeds found where an article was asked for, or several feeds: the reader chooses."""


class Tally:
    """Collects the events of a task."""

    def __init__(self) -> None:
        self.ingested: list[Ingested] = []
        self.checked: list[FeedChecked] = []
        self.exported: Exported | None = None
        self.synced: Synced | None = None
        self.feeds: FoundFeeds | None = None
        self.notes: list[str] = []
        from newstui.services.feeds.failures import Failures  # the interface does without until a task runs

        self._failures = Failures()

    def add(self, event: Event) -> None:
        """Counts an event."""
        from newstui.services.events import Exported, FeedChecked, FoundFeeds, Ingested, Skipped, Synced

        match event:
            case Ingested():
                self.ingested.append(event)
            case Exported():
                self.exported = event
            case FeedChecked():
                self.checked.append(event)
                self._failures.add(event)
            case Synced():
                self.synced = event
            case FoundFeeds():
                self.feeds = event
            case Skipped(is_expected=True):
                is_named = event.reason.startswith(event.path)
                self.notes.append(event.reason if is_named else f"{event.path}: {event.reason}")
            case Skipped():
                self._failures.add(event)
            case _:
                pass

    def stopped(self) -> TaskResult:
        """Returns the result of a task that the reader stopped: it says what is kept."""
        new = sum(event.new for event in self.checked) + sum(event.outcome == "added" for event in self.ingested)
        kept = f"{new:,} new article{'s are' if new != 1 else ' is'} kept" if new else "what came in is kept"
        after = f" after {len(self.checked):,} feed{'s' * (len(self.checked) != 1)}" if self.checked else ""
        return TaskResult(f"stopped{after}: {kept}, the rest comes next time")

    def quiet_result(self) -> TaskResult:
        """Returns the result of a task that nobody asked for: it speaks only of news."""
        has_news = self.synced is not None and (self.synced.new or self.synced.changed or self.synced.pages)
        return TaskResult(self._sync_message()) if has_news else TaskResult()

    def result(self) -> TaskResult:
        """Returns the result of a task that the reader asked for."""
        from newstui.services.intake.messages import added_line

        messages = [
            self._sync_message(),
            self._export_message(),
            added_line(self.ingested) if self.ingested else "",
            *self.notes,
        ]
        lines = self._failures.lines()
        problems, more = lines[:_MOST_PROBLEMS], len(lines) - _MOST_PROBLEMS
        if more > 0:
            problems.append(f"and {more:,} more")
        return TaskResult(" · ".join(filter(None, messages)), tuple(problems), self._has_no_feeds, self.feeds)

    @property
    def _has_no_feeds(self) -> bool:
        synced = self.synced
        return (
            synced is not None and not (synced.feeds or synced.accounts) and not synced.pages and not synced.pages_left
        )

    def _export_message(self) -> str:
        from newstui.services.export import exported_line

        return exported_line(self.exported) if self.exported else ""

    def _sync_message(self) -> str:
        from newstui.services.intake.messages import news_line, sync_line, text_line

        if self.synced is None or self._has_no_feeds:
            return ""
        if not (self.synced.feeds or self.synced.accounts):
            return text_line(self.synced)
        if len(self.checked) == 1 == self.synced.feeds + self.synced.accounts and not self.synced.failed:
            return f"{self.checked[0].title}: {news_line(self.synced)}"
        return sync_line(self.synced)
