"""The state of the browser: one frozen value, changed only by `_replace`. The bars and the layout follow from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.search.sections import CLOSED_AT_FIRST, title_of
from newstui.domain.search.sort import SORT_LABELS
from newstui.services.search.listing_loader import Question

if TYPE_CHECKING:
    from newstui.domain.search.folding import Folding
    from newstui.domain.search.sort import Sort
    from newstui.domain.session import SessionState

_FRONT_PAGE = Question("", "newest")


class BrowseState(NamedTuple):
    """Everything that the browser shows, except what each pane knows by itself."""

    question: Question = _FRONT_PAGE
    """The list that was asked for."""
    section: str = ""
    """The name of the list that was asked for."""
    listed: Question = _FRONT_PAGE
    """The list that is on the screen: the newest question may not be answered yet."""
    number: int = 0
    """Articles in the list."""
    unread: int | None = None
    """Unread articles in the list; None until they are counted."""
    article: str | None = None
    """The id of the selected article: the list, the reader pane and every key mean this one."""
    is_opened: bool = False
    """True where the article was opened, not only passed by in the list."""
    is_reading: bool = False
    """True while the reader pane has the keys."""
    is_full_width: bool = False
    """True while the reader pane fills the screen."""
    picked: frozenset[int] = frozenset()
    """The rows of the list that the reader picked: in the list, keys that change marks mean these."""
    marking: str = ""
    """Marks of very many articles that are on their way to disk; empty: none."""
    has_sections: bool | None = None
    """True where the reader wants the sidebar, False where not; None: where there is room for it."""
    are_read_sections_hidden: bool = False
    """True where the sidebar leaves out sections without an unread article."""
    closed_sections: frozenset[str] = frozenset(CLOSED_AT_FIRST)
    """The ids of the groups and folders that are closed in the sidebar."""
    stories: Folding | None = None
    """The way stories are folded that the reader chose here; None: the one of the settings."""
    flat_sections: frozenset[str] = frozenset()
    """The queries of lists in which nothing is folded."""
    activity: str = ""
    """The work that goes on behind the screen; empty: none."""
    task: str = ""
    """The articles that are being fetched or added; empty: none."""

    @property
    def masthead(self) -> tuple[str, tuple[str, ...], str]:
        """The texts of the line above the panes: the list, the counts and the order, the work that goes on."""
        is_counted = (
            self.number > 0 or self.question.query != ""
        )  # articles may be looked for where there seem to be none
        number = f"{self.number:,} article{'s' * (self.number != 1)}" if is_counted else ""
        unread = f"{self.unread:,} unread" if is_counted and self.unread is not None else ""
        only = "unread only" if self.question.is_unread_only else ""
        picked = f"{len(self.picked):,} picked" if self.picked else ""
        counts = (picked, only or number, unread, SORT_LABELS.get(self.question.sort, ""))
        return self.section, tuple(filter(None, counts)), self.task or self.marking or self.activity


def state_of(session: SessionState, sort: Sort) -> BrowseState:
    """Returns the state of a browser as it was left. sort: the order of a list that was left without one."""
    question = Question(session.query, session.sort or sort, session.is_unread_only)
    closed = CLOSED_AT_FIRST if session.closed_sections is None else session.closed_sections
    return BrowseState(
        question, title_of(question.query), question, is_full_width=session.is_full_width,
        has_sections=session.has_sections, are_read_sections_hidden=session.are_read_sections_hidden,
        closed_sections=frozenset(closed), stories=session.stories,
        flat_sections=frozenset(session.flat_sections or ()),
    )  # fmt: skip
