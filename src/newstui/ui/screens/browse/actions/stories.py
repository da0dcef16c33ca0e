"""Story actions: unfold the articles that are folded under a line, fold them again, and find related ones."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from newstui.domain.search.folding import line_of, refolded, unfolded
from newstui.domain.search.sections import field_query

if TYPE_CHECKING:
    from newstui.ui.screens.browse.article_controller import ArticleController
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.list_controller import ListController
    from newstui.ui.screens.browse.picking import Picking

_MOST = 10
"""Related articles that are shown."""


class StoryActions:
    """Actions on articles that belong together."""

    def __init__(self, browser: Browser, article: ArticleController, lists: ListController, picking: Picking) -> None:
        self._browser, self._article, self._lists, self._picking = browser, article, lists, picking

    def action_fold(self) -> None:
        """Shows the articles under a line below it, or folds them into it again."""
        headlines = self._browser.headlines
        listing = headlines.listing
        if not len(listing):
            return
        row = listing.rows[headlines.selected]
        line = line_of(listing, row)
        if line not in listing.folds:
            self._browser.screen.notice("nothing is folded under this line")
            return
        is_open = line in listing.unfolded
        shown = refolded(listing, line) if is_open else unfolded(listing, line)
        headlines.show(shown, shown.rows.index(line), headlines.lines_above)
        self._picking.keep_listed()
        self._article.settle()

    def action_related(self) -> None:
        """Shows other articles on the same matter, and opens the one that is chosen."""
        from newstui.render.dates import age
        from newstui.ui.screens.panels.choose import Choice, ChoicePanel

        prepared, desk = self._browser.reader.controller.prepared, self._browser.desk
        if prepared is None:
            return
        headlines = desk.articles.headlines([match.row for match in desk.stories.related(prepared.article, _MOST)])
        if not headlines:
            self._browser.screen.notice("no other article is on the same matter")
            return
        now = datetime.now().astimezone()
        choices = [Choice(each.title, each.title, f"{each.source} · {age(each.published, now)}") for each in headlines]
        self._browser.app.push_screen(ChoicePanel("Related", choices), self._open)

    def _open(self, title: str | None) -> None:
        if title is not None:
            query = field_query("title", title)
            self._lists.go_on_to(query, f"Related: {title}", lambda: self._article.show(opened=True))
