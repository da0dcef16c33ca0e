"""The panel about a feed: what comes from it, how much of that is read, when it was asked, and what was wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from newstui.domain.urls import without_login
from newstui.render.dates import age
from newstui.services.feeds.edits import FULL_TEXT_IN_WORDS
from newstui.services.feeds.stats import feed_stats
from newstui.services.tasks.safely import safely
from newstui.ui.errors import toast
from newstui.ui.keys.bindings import CHANGES
from newstui.ui.screens.panels.base import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newstui.domain.feed import Feed
    from newstui.services.desk import Desk
    from newstui.services.feeds.stats import FeedStats


class FeedPanel(Panel[None]):
    """Shows what is known of one feed."""

    BINDINGS: ClassVar[list[BindingType]] = [*CHANGES]

    def __init__(self, desk: Desk, feed: Feed) -> None:
        super().__init__()
        self._desk, self._feed = desk, feed

    def compose(self) -> ComposeResult:
        with Vertical(id="panel"):
            yield Static(Content(self._feed.display_title("")), id="panel-title")
            with VerticalScroll(id="feed-scroll", can_focus=False):
                yield Static(Content("Counting …"), id="feed-facts")
            yield self.about("", "changes-back")

    def on_mount(self) -> None:
        self._load()

    @work(thread=True, group="about feed", exit_on_error=False)
    def _load(self) -> None:
        """Counts in a thread: of many articles that takes longer than a key should."""
        ask = partial(feed_stats, self._desk.feeds, self._desk.articles, datetime.now(UTC))
        stats = safely(ask, partial(toast, self.app)) or []
        found = next((each for each in stats if each.feed.url == self._feed.url), None)
        if found is not None:
            self.app.call_from_thread(self._show, found)

    def _show(self, stats: FeedStats) -> None:
        if self.is_mounted:
            self.query_one("#panel-title", Static).update(Content(stats.title))
            rows = feed_facts(stats, datetime.now().astimezone())
            self.query_one("#feed-facts", Static).update(_table(rows))


def _table(rows: Sequence[tuple[str, str]]) -> Table:
    """Returns names and texts beside each other, also where a text needs several lines."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    for name, text in rows:
        table.add_row(Text(name, "bold"), Text(text))
    return table


def feed_facts(stats: FeedStats, now: datetime) -> list[tuple[str, str]]:
    """Returns what is known of a feed as (name, text), what is wrong with it first."""
    feed = stats.feed
    a_week = f"{stats.a_week:.0f}" if stats.a_week >= 1 else "less than one"
    is_read = 100 * stats.read // max(stats.articles, 1)
    odd = (
        "off: it is not fetched" if feed.is_disabled else "",
        "not on the front page" if feed.is_hidden else "",
        "its host may be in your own network" if feed.may_be_private else "",
    )
    facts = (
        ("Wrong", stats.error),
        ("State", "; ".join(filter(None, odd))),
        ("Address", without_login(feed.url)),
        ("Folder", feed.folder),
        ("Tags", " ".join(f"#{tag}" for tag in feed.tags)),
        ("Articles", f"{stats.articles:,}, {is_read} % read; {a_week} a week" if stats.articles else "none yet"),
        ("Read last", age(stats.last_read, now) if stats.last_read else "never" if stats.articles else ""),
        ("Shown", f"the best {feed.most_a_day:,} of a day" if feed.most_a_day else ""),
        ("Asked", age(stats.checked, now) if stats.checked else "not yet"),
        ("Pages", FULL_TEXT_IN_WORDS[feed.full_text]),
    )
    return [(name, text) for name, text in facts if text]
