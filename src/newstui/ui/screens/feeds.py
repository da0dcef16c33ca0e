"""The feeds: what comes from each, how much of it gets read, what is wrong; and changing them. `u` takes it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newstui.domain.text.clean import one_line
from newstui.render.bars import masthead
from newstui.services.tasks.safely import safely
from newstui.ui.errors import toast
from newstui.ui.keys.bindings import FEED_LIST, FEEDS, live_key
from newstui.ui.screens.base import BaseScreen
from newstui.ui.screens.feed_rows import feed_heading, feed_lines
from newstui.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.signal import Signal

    from newstui.domain.feed import Feed
    from newstui.services.desk import Desk
    from newstui.services.feeds.stats import FeedHealth
    from newstui.services.tasks.queue import TaskQueue
    from newstui.services.tasks.results import TaskResult

_EMPTY = "You subscribe to no feeds yet. a adds one; `newstui import FILE` brings a list from another reader."
_WITHOUT_A_FEED = {"dismiss", "subscribe", "sync", "undo", "redo", "help"}


class FeedList(OptionList, inherit_bindings=False):
    """The feeds, a line or some each."""

    BINDINGS: ClassVar[list[BindingType]] = [*FEED_LIST]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No keys for a list that is empty."""
        return self.option_count > 0 or not hasattr(FeedList, f"action_{action}")


class FeedsScreen(BaseScreen["FeedHealth | None"], inherit_bindings=False):
    """Answers with the feed whose articles are wanted, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*FEEDS]

    def __init__(
        self,
        desk: Desk,
        gatherer: TaskQueue,
        errand: Signal[str],
        came: Signal[TaskResult],
        undo: Callable[[], str],
        redo: Callable[[], str],
    ) -> None:
        """`errand` says what is being fetched, `came` what came of it; `undo` and `redo` say which act it was."""
        super().__init__()
        self._desk, self._gatherer = desk, gatherer
        self._undo, self._redo = undo, redo
        self._errand, self._came = errand, came
        self._found: list[FeedHealth] = []
        self._doing = ""

    def compose(self) -> ComposeResult:
        yield StatusBar(id="masthead")
        yield Static(id="feed-heading")
        yield FeedList(id="feeds", markup=False)
        yield StatusBar(id="keys")

    def on_mount(self) -> None:
        self._errand.subscribe(self, self._errand_told)
        self._came.subscribe(self, self._errand_came)
        self.set_focus(self.query_one(FeedList))
        self._draw_masthead()
        self.look()

    # What is shown

    @work(thread=True, exclusive=True, group="feeds", exit_on_error=False)
    def look(self) -> None:
        """As the feeds are now."""
        from newstui.services.feeds.stats import feed_health

        found = safely(partial(feed_health, self._desk, datetime.now(UTC)), partial(toast, self.app))
        if found is not None:
            self.app.call_from_thread(self._show, found)

    def _show(self, found: list[FeedHealth]) -> None:
        """The cursor stays on its feed; where that is gone, at its place."""
        if not self.is_mounted:
            return
        selected, at = self._feed, self.query_one(FeedList).highlighted or 0
        self._found = found
        here = [index for index, health in enumerate(found) if selected and health.feed.url == selected.url]
        self._draw(here[0] if here else at)
        self._draw_masthead()
        self.refresh_bindings()

    def _draw(self, at: int) -> None:
        listed, now = self.query_one(FeedList), datetime.now().astimezone()
        width = listed.scrollable_content_region.width
        listed.clear_options()
        listed.add_options([Option(feed_lines(health, now, width)) for health in self._found])
        listed.highlighted = min(at, len(self._found) - 1) if self._found else None
        heading = feed_heading(width) if self._found else Content.styled(_EMPTY, "dim")
        self.query_one("#feed-heading", Static).update(heading)
        self.query_one("#feed-heading").display = bool(heading)

    def on_resize(self) -> None:
        if self._found:
            self.call_after_refresh(lambda: self._draw(self.query_one(FeedList).highlighted or 0))

    def _draw_masthead(self) -> None:
        wrong = sum(1 for health in self._found if health.error)
        off = sum(1 for health in self._found if health.feed.is_disabled)
        counts = [f"{len(self._found):,}", wrong and f"{wrong:,} with a problem", off and f"{off:,} off"]
        told = " · ".join(str(count) for count in counts if count)
        self.query_one("#masthead", StatusBar).show(partial(masthead, "Feeds", told, self._doing))

    def _errand_told(self, what: str) -> None:
        self._doing = what
        self._draw_masthead()

    def _errand_came(self, came: TaskResult) -> None:
        if came.message:
            self.notice(came.message)
        self.look()

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a feed there is nothing to do with one."""
        return action in _WITHOUT_A_FEED or self._feed is not None

    @property
    def _feed(self) -> Feed | None:
        at = self.query_one(FeedList).highlighted if self.is_mounted else None
        return self._found[at].feed if at is not None and at < len(self._found) else None

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._found[event.option_index])

    def action_subscribe(self) -> None:
        from newstui.ui.screens.panels.prompt import Prompt

        about = "The address of a feed, or of a site that has one."
        self.app.push_screen(Prompt("Subscribe to a feed", prompt="https://…", about=about), self._subscribe)

    def _subscribe(self, url: str | None) -> None:
        if url:
            self._gatherer.subscribe(url if "://" in url else f"https://{url}")

    def action_sync(self) -> None:
        """All of them; while something is fetched or added, stops that."""
        self._gatherer.sync_or_stop()

    def action_sync_one(self) -> None:
        if self._feed is not None:
            self._gatherer.sync([self._feed])

    def action_edit(self, field: str) -> None:
        """Asks for the title, the folder or the tags."""
        from newstui.ui.screens.panels.prompt import Prompt

        feed = self._feed
        if feed is None:
            return
        panel = {
            "title": Prompt("Your name for this feed", feed.title, prompt="empty: as it calls itself"),
            "folder": Prompt("Its folder", feed.folder, prompt="Tech/Linux; empty: none"),
            "tags": Prompt("Tags for its articles", ", ".join(feed.tags), prompt="names with commas between them"),
        }[field]
        self.app.push_screen(panel, partial(self._edited, feed, field))

    def _edited(self, feed: Feed, field: str, answer: str | None) -> None:
        if answer is None:
            return
        if field == "title":
            self._change(replace(feed, title=one_line(answer)))
        elif field == "folder":
            self._change(replace(feed, folder="/".join(_names(answer, "/"))))
        else:
            self._change(replace(feed, tags=_names(answer, ",")))

    def action_switch(self) -> None:
        """On or off."""
        if self._feed is not None:
            self._change(replace(self._feed, is_disabled=not self._feed.is_disabled))

    def action_full_text(self) -> None:
        """Whether the pages of its articles are fetched: auto, always, never."""
        if self._feed is not None:
            after = {"auto": "always", "always": "never", "never": "auto"}[self._feed.full_text]
            self.notice(_FULL_TEXT[after])
            self._change(replace(self._feed, full_text=after))  # type: ignore[arg-type]

    def action_remove(self) -> None:

        if self._feed is not None:
            self._desk.feeds.remove(self._feed)
            self.notice(f"removed; its articles stay. {live_key(self, 'feed-undo')} takes it back")
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


_FULL_TEXT = {
    "auto": "pages are fetched where the feed has only a stub",
    "always": "the page of every article is fetched",
    "never": "no page is fetched: what the feed has is all",
}


def _names(text: str, separator: str) -> tuple[str, ...]:
    """What stands between separators, each once."""
    return tuple(dict.fromkeys(filter(None, map(one_line, text.split(separator)))))
