"""The screen that a reader lives in: headlines and the article. It lays out its parts and routes messages to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.reactive import var

from newstui.domain.settings import DWELL_SECONDS
from newstui.render.bars import notice_line
from newstui.services.search.listing_loader import FIRST_HITS
from newstui.ui.keys.bindings import BROWSER
from newstui.ui.reader.pane import ReaderPane
from newstui.ui.screens.base import BaseScreen
from newstui.ui.screens.browse.actions.availability import offer_actions
from newstui.ui.screens.browse.browser import Browser
from newstui.ui.screens.browse.excerpts import make_excerpts
from newstui.ui.screens.browse.first_look import keys_wait_for_first_articles
from newstui.ui.screens.browse.parts import Parts
from newstui.ui.screens.browse.reports import Reports
from newstui.ui.screens.browse.state import BrowseState, state_of
from newstui.ui.widgets.headline_pane import HeadlinePane
from newstui.ui.widgets.section_pane import SectionPane
from newstui.ui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget
    from textual.widgets import Input

    from newstui.domain.marks.change import Change
    from newstui.domain.settings import Settings
    from newstui.services.desk import Desk
    from newstui.services.tasks.queue import TaskQueue

WIDE = 100
"""Columns from which both panes stand side by side."""
SMALLEST = (20, 5)


class BrowserScreen(BaseScreen[None]):
    """Headlines left, reader right; below WIDE columns one of them at a time."""

    AUTO_FOCUS = ""
    """None: Textual would focus the sections first, and style the whole screen twice for that."""
    BINDINGS: ClassVar[list[BindingType]] = [*BROWSER]
    state: var[BrowseState] = var(BrowseState())

    def __init__(
        self,
        desk: Desk,
        settings: Settings,
        tasks: TaskQueue,
        *,
        first_hits: int = FIRST_HITS,
        dwell_seconds: float = DWELL_SECONDS,
    ) -> None:
        """`tasks` fetches and adds articles."""
        super().__init__()
        self._session = session = desk.session()
        self.set_reactive(BrowserScreen.state, state_of(session, settings.sort))
        self.headlines = HeadlinePane(desk.articles.headlines, density=session.density, id="headlines")
        text_width = session.text_width or settings.text_width
        sentences = session.summary_sentences or settings.summary_sentences
        pictures = settings.pictures, settings.picture_kind
        self.reader = ReaderPane(desk, text_width=text_width, sentences=sentences, pictures=pictures, id="article")
        browser = self.browser = Browser(
            self, desk, settings, (self.headlines, self.reader), lambda: self.state, partial(setattr, self, "state")
        )
        parts = self.parts = Parts(browser, tasks, session, first_hits=first_hits, dwell_seconds=dwell_seconds)
        self.article, self.lists, self.sections = parts.article, parts.lists, parts.sections
        self.marking, self.reader_actions, self.intake = parts.marking, parts.reader_actions, parts.intake
        offer_actions(self, self._settle, *parts.actions)
        self._add_classes()

    def _add_classes(self) -> None:
        # Set before the first style is applied: a class that changes later has everything styled once more.
        self.set_class(self._session.is_reading, "-reading")
        self.set_class(self._session.is_full_width, "-full")

    def _settle(self) -> None:
        """Shows the article under the cursor before an action acts: none can act on an article that is not shown."""
        self.take_keys()
        self.article.settle()
        self.parts.picking.follow()

    def compose(self) -> ComposeResult:
        yield StatusBar(id="masthead")
        yield self.sections.pane
        yield self.headlines
        yield self.reader
        yield StatusBar(id="keys")
        yield StatusBar(id="too-small")

    def on_mount(self) -> None:
        self.reports = Reports(self.lists, self.sections, self.marking)
        self.query_one("#too-small", StatusBar).show(partial(notice_line, "needs 20 × 5"))
        self.set_focus(self.reader if self._session.is_reading else self.headlines)
        self.lists.start(self._session)
        keys_wait_for_first_articles(self.browser)
        self._draw_masthead()

    # State

    def watch_state(self, old: BrowseState, new: BrowseState) -> None:
        if old.masthead != new.masthead:
            self._draw_masthead()
        if old.question.query != new.question.query:
            self.sections.follow()
        if old.is_full_width != new.is_full_width:
            self.set_class(new.is_full_width, "-full")

    @property
    def home(self) -> Widget:
        return self.reader if self.has_class("-reading") or self.state.is_full_width else self.headlines

    def watch_focused(self, focused: Widget | None) -> None:
        super().watch_focused(focused)
        self.browser.change(is_reading=focused is self.reader)
        self.set_class(focused is self.sections.pane, "-in-sections")
        if focused is not None:
            self.set_class(focused not in (self.headlines, self.sections.pane), "-reading")

    def _draw_masthead(self) -> None:
        self.show_masthead(*self.state.masthead)

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width < WIDE, "-narrow")
        self.sections.fit(event.size.width)
        self.set_class(event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1], "-too-small")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that would do nothing now are not shown, and go on to whatever else has them."""
        return self.parts.is_available(action, self.browser)

    # Messages of the panes

    @on(HeadlinePane.Selected)
    def _headline_selected(self) -> None:
        self.parts.picking.follow()
        self.article.show()  # also where it is shown already: its neighbours may be others now

    @on(HeadlinePane.Opened)
    def _headline_opened(self) -> None:
        self.article.open()

    @on(SectionPane.Acted)
    def _acted_on_section(self, event: SectionPane.Acted) -> None:
        self.parts.section_actions.acted(event.act, event.entry)

    @on(HeadlinePane.ExcerptsNeeded)
    @work(thread=True, exclusive=True, group="excerpts", exit_on_error=False)
    def _make_excerpts(self, event: HeadlinePane.ExcerptsNeeded) -> None:
        """Makes the excerpts in view; another view cancels that, and what it still shows is asked for again."""
        make_excerpts(self.browser, event.articles)

    @on(ReaderPane.Scrolled)
    def _article_scrolled(self) -> None:
        self.article.scrolled()

    @on(ReaderPane.LinkClicked)
    def _link_clicked(self, event: ReaderPane.LinkClicked) -> None:
        self.parts.link_actions.open_link(event.link)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.reader_actions.typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.reader_actions.entered(event.value)

    # Reports from behind the screen

    def library_changed(self) -> None:
        self.reports.library_changed()

    def changes_saved(self, changes: Sequence[Change]) -> None:
        self.reports.changes_saved(changes)

    def action_help(self) -> None:
        from newstui.ui.screens.panels.help import help_on

        self.app.push_screen(help_on(self))
