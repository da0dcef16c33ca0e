"""Intake actions: add articles, fetch feeds, and answer the questions that this leaves."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from newstui.ui.errors import toast
from newstui.ui.screens.browse.actions.feeds import no_feeds

if TYPE_CHECKING:
    from newstui.services.events import FoundFeeds
    from newstui.services.tasks.queue import Activity, TaskQueue
    from newstui.services.tasks.results import TaskResult
    from newstui.ui.screens.browse.actions.accounts import AccountPanels
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.section_controller import SectionController


class IntakeActions:
    """Actions that bring articles in, and what the tasks behind them report."""

    def __init__(self, browser: Browser, tasks: TaskQueue, sections: SectionController) -> None:
        self._browser, self._tasks, self._sections = browser, tasks, sections
        self._texts_asked_for: set[str] = set()

    def show_task(self, activity: Activity) -> None:
        """Shows what is being fetched or added, and how to stop it."""
        self._browser.change(task=activity.in_words(self._browser.screen.key("sync")))

    def show_result(self, result: TaskResult) -> None:
        """Shows what a task brought, and starts the next one."""
        if result.has_no_feeds:
            self._browser.screen.notice(no_feeds(self._browser.screen))
        elif result.message:
            self._browser.screen.notice(result.message)
        if result.problems:
            toast(self._browser.app, "\n".join(result.problems), "")
        if result.feeds is not None:
            self._browser.when_free(partial(self._ask_about_feeds, result.feeds))
        self._sections.count(has_new_feeds=True)  # what is wrong with a feed may be news
        self._tasks.go_on()

    def action_add(self) -> None:
        """Asks for a file, a folder or an address to add; empty: the clipboard."""
        from newstui.ui.screens.panels.prompt import Prompt

        about = "A page of the web, .md .txt .html .mhtml .epub, or a folder of them. Empty: what is on the clipboard."
        panel = Prompt("Add to your library", prompt="https://… or a file or folder", about=about, enter="adds it")
        self._browser.app.push_screen(panel, self._add)

    def _add(self, source: str | None) -> None:
        if source is not None:
            self._tasks.add(source)

    def action_accounts(self) -> None:
        """Lists the accounts on servers, to add, change, test and remove them."""
        self._account_panels.open()

    @cached_property
    def _account_panels(self) -> AccountPanels:
        from newstui.ui.screens.browse.actions.accounts import AccountPanels

        browser = self._browser
        return AccountPanels(browser.app, browser.desk, browser.screen.notice, self._tasks.sync)

    def action_sync(self) -> None:
        """Fetches the text of the article that is shown, where it is missing, else the feeds; stops a task that runs.

        An article whose text did not come does not keep the feeds from being fetched. In the sections it is the feeds.
        """
        prepared, reader = self._browser.reader.controller.prepared, self._browser.reader
        article = reader.article if reader.size and prepared and prepared.article.wants_text else None
        is_for_feeds = self._tasks.is_busy or self._sections.has_keys
        if article is None or article in self._texts_asked_for or is_for_feeds:
            self._tasks.sync_or_stop()
        else:
            self._texts_asked_for.add(article)
            self._tasks.fetch_text(article)

    def _ask_about_feeds(self, found: FoundFeeds) -> None:
        """Asks which feed to subscribe to. Enter alone subscribes only where the reader asked for a feed."""
        from newstui.ui.screens.panels.choose import Choice, ChoicePanel

        no = Choice("", "no, thanks")
        choices = [Choice(url, title or url, url if title else "") for url, title in found.feeds]
        number = len(found.feeds)
        title = "There is a feed. Subscribe to it?" if number == 1 else f"There are {number} feeds. Subscribe to one?"
        panel = ChoicePanel(title, [*choices, no] if found.is_feed else [no, *choices], enter="chooses")
        self._browser.app.push_screen(panel, partial(self._subscribe, found))

    def _subscribe(self, found: FoundFeeds, url: str | None) -> None:
        if url:
            self._tasks.follow(found, url)
        else:
            self._tasks.settle()
