"""Getting articles in from the browser: what is fetched or added, what came of it, and the questions that it leaves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from newstui.domain.search.sections import field_query
from newstui.ui.errors import toast
from newstui.ui.screens.browse.actions import Acts

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.services.events import FoundFeeds
    from newstui.services.feeds.stats import FeedHealth
    from newstui.services.tasks.results import TaskResult

_FREE_SECONDS = 0.2


class BrowserScreen(Acts):
    """The browser, whole."""

    def gathering(self, what: str) -> None:
        """What is being fetched or added."""
        self._gathering = what
        self._draw_masthead()
        self.errand.publish(what)

    def gathered(self, came: TaskResult) -> None:
        """What came of it."""
        if came.message:
            self.notice(came.message)
        if came.problems:
            toast(self.app, "\n".join(came.problems), "")
        if came.feeds is not None:
            self.when_free(partial(self.ask_about_feeds, came.feeds))
        self.came.publish(came)
        self._gatherer.go_on()

    def when_free(self, act: Callable[[], None]) -> None:
        """Now, or when the panel is left that the reader is in: no key that was meant for it goes elsewhere."""
        if isinstance(self.app.screen, ModalScreen):
            self.set_timer(_FREE_SECONDS, partial(self.when_free, act))
        else:
            self.call_later(act)

    def action_add(self) -> None:
        """A file, a folder, an address, or what is on the clipboard."""
        from newstui.ui.screens.panels.prompt import Prompt

        about = "A page of the web, .md .txt .html .mhtml .epub, or a folder of them. Empty: what is on the clipboard."
        panel = Prompt("Add to your library", prompt="https://… or a file or folder", about=about)
        self.app.push_screen(panel, self._add)

    def _add(self, source: str | None) -> None:
        if source is not None:
            self._gatherer.add(source)

    def action_sync(self) -> None:
        """Fetches the feeds; while something is fetched or added, stops that."""
        self._gatherer.sync_or_stop()

    def action_feeds(self) -> None:
        from newstui.ui.screens.feeds import FeedsScreen

        self.app.push_screen(
            FeedsScreen(self._desk, self._gatherer, self.errand, self.came, self.undo, self.redo), self._list_feed
        )

    def _list_feed(self, feed: FeedHealth | None) -> None:
        if feed is not None:
            self._filter(field_query("feed", feed.feed.url))

    def ask_about_feeds(self, found: FoundFeeds) -> None:
        """Feeds were found: the reader may want one. Enter alone takes it only where a feed was asked for."""
        from newstui.ui.screens.panels.choose import Choice, ChoicePanel

        no = Choice("", "no, thanks")
        choices = [Choice(url, title or url, url if title else "") for url, title in found.feeds]
        number = len(found.feeds)
        title = "There is a feed. Subscribe to it?" if number == 1 else f"There are {number} feeds. Subscribe to one?"
        panel = ChoicePanel(title, [*choices, no] if found.is_feed else [no, *choices])
        self.app.push_screen(panel, partial(self._follow_feed, found))

    def _follow_feed(self, found: FoundFeeds, url: str | None) -> None:
        if url:
            self._gatherer.follow(found, url)
        else:
            self._gatherer.settle()
