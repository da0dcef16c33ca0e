"""The feeds: what comes from each, how much of it gets read, what is wrong; and changing them. `u` takes it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newstui.domain.text import one_line
from newstui.ui.keymap import FEEDS
from newstui.ui.render.bars import key_line
from newstui.ui.render.feed import feed_lines
from newstui.ui.widgets.bar import Bar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from newstui.domain.feed import Feed
    from newstui.services.desk import Desk
    from newstui.services.feed_health import FeedHealth


class Feeds(ModalScreen[str | None]):
    """Answers with a query for the articles of a feed, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*FEEDS]

    def __init__(self, desk: Desk, *, sync: Callable[[Sequence[Feed]], None], subscribe: Callable[[], None]) -> None:
        """`sync` fetches feeds, `subscribe` asks for the address of a new one; both go on behind the screen."""
        super().__init__()
        self._desk, self._sync, self._subscribe = desk, sync, subscribe
        self._found: list[FeedHealth] = []

    def compose(self) -> ComposeResult:
        with Vertical(id="panel", classes="feeds"):
            yield Static(id="panel-title")
            yield OptionList(id="panel-options", markup=False)
            yield Bar(id="feed-keys")

    def on_mount(self) -> None:
        self.bindings_updated_signal.subscribe(self, self._draw_keys)
        self.set_focus(self.query_one(OptionList))
        self.look()

    @work(thread=True, exclusive=True, group="feeds", exit_on_error=False)
    def look(self) -> None:
        """As the feeds are now."""
        from newstui.services.feed_health import feed_health

        self.app.call_from_thread(self._show, feed_health(self._desk, datetime.now(UTC)))

    def _show(self, found: list[FeedHealth]) -> None:
        options, now = self.query_one(OptionList), datetime.now().astimezone()
        at = options.highlighted or 0
        self._found = found
        options.clear_options()
        options.add_options([Option(feed_lines(health, now)) for health in found])
        options.highlighted = min(at, len(found) - 1) if found else None
        wrong = sum(1 for health in found if health.error)
        counts = f" · {len(found):,}" + (f" · {wrong:,} with a problem" if wrong else "")
        empty = "You subscribe to no feeds yet: a adds one, newstui import FILE brings a list of them"
        self.query_one("#panel-title", Static).update(Content("Feeds" + counts if found else empty))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a feed there is nothing to do with one."""
        return action in ("dismiss", "subscribe", "sync_all", "undo") or self._feed is not None

    @property
    def _feed(self) -> Feed | None:
        at = self.query_one(OptionList).highlighted
        return self._found[at].feed if at is not None and at < len(self._found) else None

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        title = self._found[event.option_index].title.replace('"', "")
        self.dismiss(f'source:"{title}"')

    def action_subscribe(self) -> None:
        self.dismiss(None)
        self._subscribe()

    def action_sync(self) -> None:
        if self._feed is not None:
            self._sync([self._feed])
            self.dismiss(None)

    def action_edit(self, field: str) -> None:
        """Asks for the title, the folder or the tags."""
        from newstui.ui.screens.ask import Ask

        feed = self._feed
        if feed is None:
            return
        panel = {
            "title": Ask("Your name for this feed", feed.title, prompt="empty: as it calls itself"),
            "folder": Ask("Its folder", feed.folder, prompt="Tech/Linux; empty: none"),
            "tags": Ask("Tags for its articles", ", ".join(feed.tags), prompt="names with commas between them"),
        }[field]
        self.app.push_screen(panel, partial(self._edited, feed, field))

    def _edited(self, feed: Feed, field: str, answer: str | None) -> None:
        if answer is None:
            return
        if field == "title":
            self._change(replace(feed, title=one_line(answer)))
        elif field == "folder":
            self._change(replace(feed, folder="/".join(filter(None, map(one_line, answer.split("/"))))))
        else:
            self._change(replace(feed, tags=tuple(dict.fromkeys(filter(None, map(one_line, answer.split(",")))))))

    def action_switch(self) -> None:
        """On or off."""
        if self._feed is not None:
            self._change(replace(self._feed, is_disabled=not self._feed.is_disabled))

    def action_full_text(self) -> None:
        """Whether the pages of its articles are fetched: auto, always, never."""
        if self._feed is not None:
            after = {"auto": "always", "always": "never", "never": "auto"}[self._feed.full_text]
            self.app.notify(f"full text: {after}", markup=False)
            self._change(replace(self._feed, full_text=after))  # type: ignore[arg-type]

    def action_remove(self) -> None:
        from newstui.services.subscribing import unsubscribe

        if self._feed is not None:
            unsubscribe(self._desk, self._feed)
            self.app.notify("removed; its articles stay. u takes it back", markup=False)
            self.look()

    def action_undo(self) -> None:
        change = self._desk.undo()
        self.app.notify(f"undone: {change.title or change.field}" if change else "nothing to undo", markup=False)
        self.look()

    def _change(self, feed: Feed) -> None:
        from newstui.services.subscribing import change_feed

        change_feed(self._desk, feed)
        self.look()

    def _draw_keys(self, _: object) -> None:
        keys: dict[str, str] = {}
        for active in self.active_bindings.values():
            if active.binding.show and active.enabled and active.binding.description:
                keys.setdefault(active.binding.description, self.app.get_key_display(active.binding))
        self.query_one("#feed-keys", Bar).show(partial(key_line, [(key, does) for does, key in keys.items()]))
