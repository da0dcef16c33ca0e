"""Story actions: unfold the articles that are folded under a line, and fold them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.search.folding import line_of, refolded, unfolded

if TYPE_CHECKING:
    from newstui.ui.screens.browse.article_controller import ArticleController
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.picking import Picking


class StoryActions:
    """Actions on articles that belong together."""

    def __init__(self, browser: Browser, article: ArticleController, picking: Picking) -> None:
        self._browser, self._article, self._picking = browser, article, picking

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
