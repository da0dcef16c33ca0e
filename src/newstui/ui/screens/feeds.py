"""The screen of feeds: what comes from each, how much of it is read, what is wrong, and the keys that change them."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newstui.services.feeds.edits import FULL_TEXT_IN_WORDS, allowed, edited, field_text, switched, with_next_full_text
from newstui.services.tasks.safely import safely
from newstui.ui.errors import toast
from newstui.ui.keys.bindings import FEED_LIST, FEEDS
from newstui.ui.screens.base import BaseScreen
from newstui.ui.screens.feed_rows import feed_heading, feed_lines, feeds_in_words
from newstui.ui.widgets.options import Options
from newstui.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.signal import Signal

    from newstui.domain.feed import Feed
    from newstui.services.desk import Desk
    from newstui.services.feeds.edits import EditableField
    from newstui.services.feeds.stats import FeedStats
    from newstui.services.tasks.queue import Activity, TaskQueue
    from newstui.services.tasks.results import TaskResult

_EMPTY = "You subscribe to no feeds yet. {} adds one; `newstui import FILE` brings a list from another reader."
_WITHOUT_A_FEED = {"dismiss", "subscribe", "sync", "undo", "redo", "help"}
PROMPTS: dict[EditableField, tuple[str, str]] = {
    "title": ("Your name for this feed", "empty: as it calls itself"),
    "folder": ("Its folder", "Tech/Linux; empty: none"),
    "tags": ("Tags for its articles", "names with commas between them"),
}
"""Field → (title of the panel, text of the empty field)."""


class FeedList(Options, inherit_bindings=False):
    """The list of feeds, each one line or more."""

    BINDINGS: ClassVar[list[BindingType]] = [*FEED_LIST]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Switches the keys of the list off while it is empty."""
        is_of_list = hasattr(FeedList, f"action_{action}")
        return not is_of_list or (self.option_count > 0 and bool(super().check_action(action, parameters)))


class FeedsScreen(BaseScreen["FeedStats | None"], inherit_bindings=False):
    """Returns the feed whose articles the reader wants to see, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*FEEDS]
    help_binding = "feed-help"

    def __init__(
        self,
        desk: Desk,
        tasks: TaskQueue,
        task_changed: Signal[Activity],
        task_ended: Signal[TaskResult],
        undo: Callable[[], str],
        redo: Callable[[], str],
    ) -> None:
        """`task_changed` says what is fetched, `task_ended` what it brought; `undo` and `redo` say what they did."""
        super().__init__()
        self._desk, self._tasks = desk, tasks
        self._undo, self._redo, self._task_changed, self._task_ended = undo, redo, task_changed, task_ended
        self._feeds: list[FeedStats] = []
        self._task_text = ""

    def compose(self) -> ComposeResult:
        yield StatusBar(id="masthead")
        yield Static(id="feed-heading")
        yield FeedList(id="feeds", markup=False)
        yield StatusBar(id="keys")

    @property
    def home(self) -> FeedList | None:
        return next(iter(self.query(FeedList)), None)

    def on_mount(self) -> None:
        self._task_changed.subscribe(self, self._show_task)
        self._task_ended.subscribe(self, self._show_result)
        self.set_focus(self.query_one(FeedList))
        self._draw_masthead()
        self.look()

    @work(thread=True, exclusive=True, group="feeds", exit_on_error=False)
    def look(self) -> None:
        """Shows the feeds as they are now."""
        from newstui.services.feeds.stats import feed_stats

        feeds = safely(
            partial(feed_stats, self._desk.feeds, self._desk.articles, datetime.now(UTC)), partial(toast, self.app)
        )
        if feeds is not None:
            self.app.call_from_thread(self._show, feeds)

    def _show(self, feeds: list[FeedStats]) -> None:
        """Shows feeds. The cursor stays on its feed; where that is gone, at its place."""
        if not self.is_mounted:
            return
        selected, at = self._feed, self.query_one(FeedList).highlighted or 0
        self._feeds = feeds
        places = (index for index, health in enumerate(feeds) if selected and health.feed.url == selected.url)
        self._draw(next(places, at))
        self._draw_masthead()
        self.refresh_bindings()

    def _draw(self, at: int) -> None:
        options, now = self.query_one(FeedList), datetime.now().astimezone()
        width = options.scrollable_content_region.width
        options.clear_options()
        options.add_options([Option(feed_lines(health, now, width), health.feed.url) for health in self._feeds])
        options.highlighted = min(at, len(self._feeds) - 1) if self._feeds else None
        heading = feed_heading(width) if self._feeds else Content.styled(_EMPTY.format(self.key("feed-add")), "dim")
        self.query_one("#feed-heading", Static).update(heading)
        self.query_one("#feed-heading").display = bool(heading)

    def on_resize(self) -> None:
        if self._feeds:
            self.call_after_refresh(lambda: self._draw(self.query_one(FeedList).highlighted or 0))

    def _draw_masthead(self) -> None:
        self.show_masthead("Feeds", (feeds_in_words(self._feeds),), self._task_text)

    def _show_task(self, activity: Activity) -> None:
        self._task_text = activity.in_words(self.key("feed-fetch"))
        self._draw_masthead()

    def _show_result(self, result: TaskResult) -> None:
        if result.message:
            self.notice(result.message)
        self.look()

    # Actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Switches off the keys that need a feed where there is none."""
        return action in _WITHOUT_A_FEED or self._feed is not None

    @property
    def _feed(self) -> Feed | None:
        at = self.query_one(FeedList).highlighted if self.is_mounted else None
        return self._feeds[at].feed if at is not None and at < len(self._feeds) else None

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        feed = next((each for each in self._feeds if each.feed.url == event.option_id), None)
        if feed is not None:  # it may have been removed since
            self.dismiss(feed)

    def action_subscribe(self) -> None:
        from newstui.ui.screens.panels.prompt import Prompt

        about = "The address of a feed, or of a site that has one."
        self.app.push_screen(Prompt("Subscribe to a feed", prompt="https://…", about=about), self._subscribe)

    def _subscribe(self, url: str | None) -> None:
        if url:
            self._tasks.subscribe(url if "://" in url else f"https://{url}")

    def action_sync(self) -> None:
        self._tasks.sync_or_stop()

    def action_sync_one(self) -> None:
        if self._feed is not None:
            self._tasks.sync([self._feed])

    def action_edit(self, field: EditableField) -> None:
        from newstui.ui.screens.panels.prompt import Prompt

        if (feed := self._feed) is not None:
            title, prompt = PROMPTS[field]
            panel = Prompt(title, field_text(feed, field), prompt=prompt)
            self.app.push_screen(panel, lambda text: None if text is None else self._change(edited(feed, field, text)))

    def action_switch(self) -> None:
        if self._feed is not None:
            self._change(switched(self._feed))

    def action_full_text(self) -> None:
        if self._feed is not None:
            feed = with_next_full_text(self._feed)
            self.notice(FULL_TEXT_IN_WORDS[feed.full_text])
            self._change(feed)

    def action_private(self) -> None:
        """Allows the host of the feed to be in the reader's own network, and asks it; or allows that no more."""
        if self._feed is not None:
            feed = allowed(self._feed)
            self._change(feed)
            if feed.may_be_private:
                self._tasks.sync([feed])
                self.notice("its host may be in your own network")
            else:
                self.notice("its host may not be in your own network any more")

    def action_remove(self) -> None:
        if self._feed is not None:
            self._desk.feeds.remove(self._feed)
            self.notice(f"removed; its articles stay. {self.key('feed-undo')} takes it back")
            self.look()

    def action_undo(self) -> None:
        self.notice(self._undo())
        self.look()

    def action_redo(self) -> None:
        self.notice(self._redo())
        self.look()

    def action_help(self) -> None:
        from newstui.ui.screens.panels.help import help_on

        self.app.push_screen(help_on(self))

    def _change(self, feed: Feed) -> None:
        self._desk.feeds.change(feed)
        self.look()
