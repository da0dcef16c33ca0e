"""Moves: from article to article, from pane to pane, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget

    from newstui.domain.search.section_tree import Entry
    from newstui.ui.screens.browse.actions.links import LinkActions
    from newstui.ui.screens.browse.actions.reader import ReaderActions
    from newstui.ui.screens.browse.actions.search import SearchActions
    from newstui.ui.screens.browse.actions.stories import StoryActions
    from newstui.ui.screens.browse.article_controller import ArticleController
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.list_controller import ListController
    from newstui.ui.screens.browse.picking import Picking
    from newstui.ui.screens.browse.section_controller import SectionController


class MoveActions:
    """Moves work from both panes."""

    def __init__(
        self,
        browser: Browser,
        article: ArticleController,
        lists: ListController,
        reader: ReaderActions,
        search: SearchActions,
        stories: StoryActions,
        picking: Picking,
        sections: SectionController,
        links: LinkActions,
    ) -> None:
        self._browser, self._article, self._lists, self._reader = browser, article, lists, reader
        self._search, self._stories, self._picking = search, stories, picking
        self._sections, self._links = sections, links
        self._pane_before: Widget | None = None
        """The pane that had the keys before the reader pane filled the screen."""

    def action_turn(self, steps: int) -> None:
        """Goes to the next or the previous article."""
        self._turn_to(self._browser.headlines.selected + steps)

    def _turn_to(self, index: int) -> None:
        if not self._article.turn_to(index):
            end = "last" if index > 0 else "first"
            self._browser.screen.notice(f"that was the {end} article of this list")

    def action_next_unread(self) -> None:
        """Goes to the next highlight; without highlights, to the next unread article of this list or the next section.

        Where no section like this one has any, it goes to the next article.
        """
        if self._search.step(1):
            return
        if self._reader.has_matches:
            self._reader.step_match(1)
            return
        headlines = self._browser.headlines
        after = headlines.selected + 1
        unread = self._browser.desk.articles.next_unread(headlines.listing.rows, after, headlines.listing.rows_under)
        if unread is not None:
            self._turn_to(unread)
        elif self._browser.state.question.query:
            self._sections.find_next(self._go_on)
        else:
            self._turn_to(after)

    def _go_on(self, section: Entry | None) -> None:
        """Shows the first unread article of a section; without one, the next article of this list."""
        state = self._browser.state
        if section is None or section.id == state.question.query:
            self._turn_to(self._browser.headlines.selected + 1)
            return
        if self._sections.opened == state.question.query:
            self._sections.opened = section.id
        self._sections.reveal(section)
        title = f"Search: {section.label}" if section.kind == "search" else ""
        self._lists.go_on_to(section.id, title, self._read_first)

    def _read_first(self) -> None:
        if self._sections.has_keys:
            self._sections.leave()
        self._browser.screen.end_notice()
        self._article.show(opened=True)
        self._browser.draw_together()

    def action_read_on(self) -> None:
        """Scrolls a page down; at the end of the article it goes to the next unread one."""
        state, reader = self._browser.state, self._browser.reader
        if self._browser.headline is None:
            return
        if self._browser.screen.has_class("-narrow") and not state.is_reading:
            self._article.open()
        elif reader.is_at_bottom:
            if state.is_opened or state.is_reading:
                self._article.reached_end()
            self.action_next_unread()
        else:
            self._article.show(opened=True)
            reader.action_scroll_pages(1)

    def action_other_pane(self, steps: int) -> None:
        """Gives the keys to the next pane, or the one before: sections where they are shown, headlines, article.

        In the article it goes from link to link first.
        """
        panes = ["sections"] * self._sections.is_shown + ["headlines", "article"]
        now = "sections" if self._sections.has_keys else "article" if self._browser.state.is_reading else "headlines"
        if now == "article" and self._links.step(steps):
            return
        to = panes[(panes.index(now) + steps) % len(panes)]
        if now == "article":
            self._browser.change(is_full_width=False)
        if to == "sections":
            self._sections.focus()
        elif to == "headlines" or self._browser.headlines.current is None:
            self._browser.screen.set_focus(self._browser.headlines)
        else:
            self._article.open()

    def action_full_width(self) -> None:
        """Gives the reader pane the whole screen, or both panes their place again."""
        screen, is_full_width = self._browser.screen, not self._browser.state.is_full_width
        if is_full_width:
            self._pane_before = screen.focused
            screen.set_focus(self._browser.reader)
        elif self._pane_before is self._browser.headlines:
            screen.set_focus(self._browser.headlines)
        self._browser.change(is_full_width=is_full_width)
        self._article.save_soon()

    def action_back(self) -> None:
        """Goes one step out: of the highlights, the summary, picks, the search, the full width, the reader, the list.

        From an article that was chosen among related ones, or in a digest, it leads back to where that was opened.
        From the list of a section that was opened in the sidebar it leads back there, to the same line.
        """
        state = self._browser.state
        if self._reader.leave():
            return
        if not state.is_reading and self._picking.clear():
            self._browser.screen.end_notice()
            return
        if self._search.back() or self._stories.back():
            return
        if state.is_full_width:
            self.action_full_width()
        elif state.is_reading:
            self._article.keep_position()
            self._browser.screen.set_focus(self._browser.headlines)
        elif state.question.query and self._sections.is_shown and self._sections.opened == state.question.query:
            self._sections.focus()
        elif state.question.query:
            self._lists.go_to("")

    def action_back_or_quit(self) -> None:
        """Goes one step out; from the list, out of newstui."""
        if self._sections.has_keys:
            self._sections.leave()
        elif self._browser.screen.focused is self._browser.headlines and not self._browser.state.is_full_width:
            self._browser.app.exit()
        else:
            self.action_back()
