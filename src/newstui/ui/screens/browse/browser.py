"""The browser as its parts know it: its state, its two panes and the desk. A part needs nothing else of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual.messages import Update
from textual.widgets import Input

from newstui.render.line import Neighbours

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.domain.articles.headline import Headline
    from newstui.domain.search.folding import Folding
    from newstui.domain.search.listing import Listing
    from newstui.domain.settings import Settings
    from newstui.services.desk import Desk
    from newstui.ui.reader.pane import ReaderPane
    from newstui.ui.screens.base import BaseScreen
    from newstui.ui.screens.browse.state import BrowseState
    from newstui.ui.themed_app import ThemedApp
    from newstui.ui.widgets.headline_pane import HeadlinePane

_WAIT_SECONDS = 0.2
LOOKING = "Looking at your articles …"
"""Stands in place of the list until it is known whether there are any."""


class Browser:
    """Is shared by the parts of one browser screen."""

    def __init__(
        self,
        screen: BaseScreen[None],
        desk: Desk,
        settings: Settings,
        panes: tuple[HeadlinePane, ReaderPane],
        read_state: Callable[[], BrowseState],
        write_state: Callable[[BrowseState], None],
    ) -> None:
        self.screen, self.desk, self.settings = screen, desk, settings
        self.headlines, self.reader = panes
        self._read_state, self._write_state = read_state, write_state

    @property
    def app(self) -> ThemedApp:
        return cast("ThemedApp", self.screen.app)

    @property
    def state(self) -> BrowseState:
        return self._read_state()

    @property
    def folding(self) -> Folding:
        """The way stories are folded."""
        return self.state.stories or self.settings.stories

    def folded(self, listing: Listing, query: str) -> Listing:
        """Returns the listing of a query with one line for what belongs together."""
        flat = self.state.flat_sections.union(self.settings.stories_off)
        return self.desk.folded(listing, query, folding=self.folding, flat=flat)

    def change(self, **fields: Any) -> None:
        """Changes fields of the state."""
        self._write_state(self._read_state()._replace(**fields))

    @property
    def headline(self) -> Headline | None:
        """The headline of the article that is selected and shown; None while those differ, or where there is none."""
        headline = self.headlines.current
        is_shown = headline is not None and headline.id == self.state.article == self.reader.article
        return headline if is_shown else None

    @property
    def picked_rows(self) -> list[int]:
        """The rows that are picked, in the order of the list; none while the reader pane has the keys."""
        picked = self.state.picked
        if not picked or self.screen.focused is not self.headlines:
            return []
        return [row for row in self.headlines.listing.rows if row in picked]

    @property
    def folded_rows(self) -> list[int]:
        """The rows of the line under the cursor and of what is folded under it; none where nothing is.

        While the reader pane has the keys, they mean the article that it shows.
        """
        listing, at = self.headlines.listing, self.headlines.selected
        if self.screen.focused is not self.headlines or not len(listing) or not listing.rows_under(listing.rows[at]):
            return []
        return listing.with_folded(listing.rows[at : at + 1])

    @property
    def neighbours(self) -> Neighbours:
        """The titles before and after the selected article."""
        before, after = (self.headlines.headline(self.headlines.selected + step) for step in (-1, 1))
        return Neighbours(before.title if before else None, after.title if after else None)

    def refresh_around_article(self) -> None:
        """Draws again what stands around the text: its marks and its neighbours may have changed."""
        headline = self.headline
        if headline is not None:
            self.reader.controller.refresh(self.desk.marks.of(headline.id), self.neighbours)

    def draw_together(self) -> None:
        """Draws list and article in one paint: otherwise they come in two, a sixtieth of a second apart."""
        for pane in (self.headlines, self.reader):
            self.screen._dirty_widgets.update((pane, pane.vertical_scrollbar))  # as a message each would, but at once
        self.screen.post_message(Update(self.screen.query_one("#keys")))

    def when_free(self, act: Callable[[], object]) -> None:
        """Acts now, or once the reader leaves the panel, screen or field that is open.

        What a thread has ready later opens so: no key that was meant for another place goes there.
        """
        if self.app.screen is not self.screen or isinstance(self.screen.focused, Input):
            self.screen.set_timer(_WAIT_SECONDS, lambda: self.when_free(act))
        else:
            self.screen.call_later(act)

    def show_activity(self, text: str) -> None:
        """Shows the work that goes on behind the screen; empty: none."""
        self.change(activity=text)

    def empty_text(self, listing: Listing) -> str:
        """Returns what stands in place of a listing that is empty: why it is, as far as that is known."""
        if len(listing):
            return ""
        if self.state.question.is_unread_only:
            return f"Nothing unread here. {self.screen.key('unread-only')} shows what you have read too."
        if self.state.question.query:
            return f"Nothing here. {self.screen.key('back')} goes back to all articles."
        index = self.desk.index
        if not (index.was_looked_over or index.is_current()):  # once it was, the list is asked for again
            return LOOKING
        from newstui.domain.text.clean import one_line

        root = one_line(str(self.desk.library.root))
        return f"No articles here. Put .md, .txt or .html files into {root}: they appear by themselves."
