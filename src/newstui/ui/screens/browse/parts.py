"""The parts of the browser: its controllers, and the actions that its keys run. They are put together here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.services.search.listing_loader import ListingLoader
from newstui.ui.screens.browse.actions.annotations import annotation_actions
from newstui.ui.screens.browse.actions.availability import CONDITIONAL, is_available
from newstui.ui.screens.browse.actions.export import ExportActions
from newstui.ui.screens.browse.actions.feeds import FeedActions
from newstui.ui.screens.browse.actions.intake import IntakeActions
from newstui.ui.screens.browse.actions.links import LinkActions
from newstui.ui.screens.browse.actions.lists import ListActions
from newstui.ui.screens.browse.actions.marks import MarkActions
from newstui.ui.screens.browse.actions.moves import MoveActions
from newstui.ui.screens.browse.actions.picks import PickActions
from newstui.ui.screens.browse.actions.reader import ReaderActions
from newstui.ui.screens.browse.actions.rules import RuleActions
from newstui.ui.screens.browse.actions.search import SearchActions
from newstui.ui.screens.browse.actions.sections import SectionActions
from newstui.ui.screens.browse.actions.stories import StoryActions
from newstui.ui.screens.browse.article_controller import ArticleController
from newstui.ui.screens.browse.list_controller import ListController
from newstui.ui.screens.browse.marking import Marking
from newstui.ui.screens.browse.picking import Picking
from newstui.ui.screens.browse.section_controller import SectionController
from newstui.ui.widgets.section_pane import SectionPane

if TYPE_CHECKING:
    from newstui.domain.session import SessionState
    from newstui.services.tasks.queue import TaskQueue
    from newstui.ui.screens.browse.browser import Browser


class Parts:
    """Everything that acts in the browser."""

    def __init__(
        self, browser: Browser, tasks: TaskQueue, session: SessionState, *, first_hits: int, dwell_seconds: float
    ) -> None:
        """`session`: where the reader left off."""
        desk = browser.desk
        loader = ListingLoader(
            desk.articles, desk.title_of, browser.folded, settle=desk.settle, first_hits=first_hits
        )  # fmt: skip
        self.marking = marking = Marking(browser)
        self.picking = picking = Picking(browser)
        self.article = article = ArticleController(browser, marking, session, dwell_seconds=dwell_seconds)
        self.lists = lists = ListController(browser, loader, article, marking, picking)
        self.sections = sections = SectionController(browser, SectionPane(id="sections"), marking)
        search, stories = SearchActions(browser, article, lists), StoryActions(browser, article, lists, picking)
        self.reader_actions = ReaderActions(browser, article, search)
        self.link_actions = LinkActions(browser, lists)
        self.mark_actions = MarkActions(browser, lists, marking, picking)
        self.section_actions = SectionActions(sections, lists, self.mark_actions)
        self.intake = IntakeActions(browser, tasks, sections)
        self.moves = MoveActions(
            browser, article, lists, self.reader_actions, search, stories, picking, sections, self.link_actions
        )  # fmt: skip
        self.actions = (
            self.moves, self.reader_actions, search, self.link_actions, self.section_actions,
            ListActions(browser, article, lists), self.mark_actions, self.intake, PickActions(browser, picking),
            *annotation_actions(marking), ExportActions(browser, tasks), FeedActions(sections, tasks),
            stories, RuleActions(browser, lists),
        )  # fmt: skip
        """The objects whose `action_NAME` the keys run, in the order in which they were put together."""

    def is_available(self, action: str, browser: Browser) -> bool:
        """Returns True where an action does something in the browser as it is now."""
        if action not in CONDITIONAL:  # a hundred bindings are asked about for each line of keys
            return True
        controller, focused = browser.reader.controller, browser.screen.focused
        return is_available(
            action,
            has_article=browser.headlines.current is not None,
            is_reading=browser.state.is_reading,
            is_in_list=focused is browser.headlines,
            is_in_sections=focused is self.sections.pane,
            mode=controller.mode,
            has_matches=self.reader_actions.has_matches,
            is_choosing=controller.highlights.choosing.is_on,
            has_link=controller.highlights.links.link is not None,
        )
