"""Section actions: the sidebar itself, what is opened there, and changes of the feeds in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newstui.domain.feed import Feed
    from newstui.domain.search.section_tree import Entry
    from newstui.services.feeds.edits import EditableField
    from newstui.ui.screens.browse.actions.marks import MarkActions
    from newstui.ui.screens.browse.list_controller import ListController
    from newstui.ui.screens.browse.section_controller import SectionController
    from newstui.ui.widgets.section_pane import Act


class SectionActions:
    """Actions of the sidebar."""

    def __init__(self, sections: SectionController, lists: ListController, marks: MarkActions) -> None:
        self._browser, self._pane, self._sections = sections.browser, sections.pane, sections
        self._lists, self._marks = lists, marks

    def acted(self, act: Act, entry: Entry | None) -> None:
        """Does what the reader wants of a section."""
        if entry is None:
            self._sections.draw()
        elif act == "opened":
            self.open(entry)
        elif act == "turned":
            self._sections.turn(entry)
        else:
            self._tell(entry)

    def action_sections(self) -> None:
        """Shows the sidebar, or hides it."""
        self._sections.toggle()

    def action_hide_read_sections(self) -> None:
        self._sections.toggle_read()

    def action_leave_sections(self) -> None:
        """Goes one step out: of the narrowed names, of the list of a section, of the sidebar."""
        if self._pane.end_narrowing():
            return
        self._browser.screen.set_focus(self._browser.headlines)
        if self._browser.state.question.query:
            self._lists.go_to("")

    def open(self, entry: Entry) -> None:
        """Shows the list of a section."""
        self._sections.opened = entry.id
        self._pane.end_narrowing()
        self._lists.go_to(entry.id, f"Search: {entry.label}" if entry.kind == "search" else "")
        self._sections.draw()

    def _tell(self, entry: Entry) -> None:
        """Says what is odd about the feed under the cursor."""
        if entry.about:
            self._browser.screen.notice(f"{entry.label}: {entry.about}")
        else:
            self._browser.screen.end_notice()

    def action_mark_section_read(self) -> None:
        """Marks everything in the section under the cursor read, as one change."""
        if (entry := self._pane.current) is not None and entry.kind != "group":
            work = partial(self._mark_read, entry.id)
            self._browser.screen.run_worker(work, thread=True, group="marking", exit_on_error=False)

    def _mark_read(self, query: str) -> None:
        rows = self._browser.desk.articles.listing(query).rows
        self._browser.app.call_from_thread(self._marks.mark_read, rows)

    # Feeds

    @property
    def _feed(self) -> Feed | None:
        entry = self._pane.current
        if entry is None or entry.kind != "feed":
            self._browser.screen.notice("this key is for a feed: the cursor is not on one")
            return None
        return next((feed for feed in self._browser.desk.feeds.all() if feed.url == entry.feed), None)

    def action_edit_feed(self, field: EditableField) -> None:
        """Asks for a feed's name, folder or tags."""
        from newstui.services.feeds.edits import edited, field_text
        from newstui.ui.screens.feeds import PROMPTS
        from newstui.ui.screens.panels.prompt import Prompt

        if (feed := self._feed) is not None:
            title, prompt = PROMPTS[field]
            self._browser.app.push_screen(
                Prompt(title, field_text(feed, field), prompt=prompt),
                lambda text: None if text is None else self._change(edited(feed, field, text)),
            )

    def action_switch_feed(self) -> None:
        """Switches the fetching of a feed off or on."""
        from newstui.services.feeds.edits import switched

        if (feed := self._feed) is not None:
            self._change(switched(feed), "is fetched again" if feed.is_disabled else "is not fetched any more")

    def action_mute_feed(self) -> None:
        """Takes the articles of a feed off the front page, or puts them there again."""
        from newstui.services.feeds.edits import muted

        if (feed := self._feed) is not None:
            self._change(muted(feed), f"is {'on' if feed.is_hidden else 'not on'} the front page")

    def action_remove_feed(self) -> None:
        """Ends a subscription; its articles stay."""
        if (feed := self._feed) is not None:
            self._browser.desk.feeds.remove(feed)
            self._show(f"removed; its articles stay. {self._browser.screen.key('undo')} takes it back")

    def _change(self, feed: Feed, done: str = "") -> None:
        self._browser.desk.feeds.change(feed)
        name = self._pane.current
        self._show(f"{name.label if name else 'it'} {done}" if done else "")

    def _show(self, done: str) -> None:
        self._sections.count(has_new_feeds=True)
        if done:
            self._browser.screen.notice(done)
