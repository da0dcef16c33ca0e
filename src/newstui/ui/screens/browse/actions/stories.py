"""Story actions: unfold the articles that are folded under a line, fold them again, and find related ones."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from newstui.domain.errors import NewstuiError
from newstui.domain.search.folding import index_of, line_of, refolded, unfolded
from newstui.domain.search.sections import field_query
from newstui.ui.keys.in_turn import answer_in_thread
from newstui.ui.screens.browse.place import place_of
from newstui.ui.screens.browse.returning import return_to

if TYPE_CHECKING:
    from newstui.domain.articles.article import Article
    from newstui.services.summaries.digest import Digest, Item
    from newstui.ui.screens.browse.article_controller import ArticleController
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.list_controller import ListController
    from newstui.ui.screens.browse.picking import Picking
    from newstui.ui.screens.browse.place import Place

_MOST, _MOST_IN_DIGEST = 10, 50
"""Related articles, and articles of a digest, that are shown."""


class StoryActions:
    """Actions on articles that belong together."""

    def __init__(self, browser: Browser, article: ArticleController, lists: ListController, picking: Picking) -> None:
        self._browser, self._article, self._lists, self._picking = browser, article, lists, picking
        self._left: list[tuple[str, Place]] = []
        """(The query of a list that was opened here, the place that the reader left for it), the first one first."""

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
        choices = [Choice(each.id, each.title, f"{each.source} · {age(each.published, now)}") for each in headlines]
        self._browser.app.push_screen(ChoicePanel("Related", choices, enter="opens it"), self._open)

    def _open(self, article: str | None) -> None:
        """Shows an article in the list of those of its title and day."""
        if article is None:
            return
        marked = self._browser.desk.articles.find(article)
        query, place = self._query_with(marked.article), place_of(self._browser)
        if not self._is_back_possible:
            self._left.clear()
        if query != place.state.question.query:
            self._left.append((query, place))
        if place.state.question.is_unread_only and marked.mark.read:
            self._browser.change(question=place.state.question._replace(is_unread_only=False))
        self._lists.go_on_to(query, marked.article.title, partial(self._show, article))

    @property
    def _is_back_possible(self) -> bool:
        return bool(self._left) and self._left[-1][0] == self._browser.state.question.query

    def back(self) -> bool:
        """Leads from an article that was opened here to where the reader was before; False where there is none."""
        if not self._is_back_possible:
            return False
        self._article.keep_position()
        place = self._left.pop()[1]
        return_to(place, self._browser, self._article, self._lists, ends_search=False)
        return True

    def _query_with(self, article: Article) -> str:
        """Returns a query that finds an article and few others."""
        day = f"on:{article.published.astimezone():%Y-%m-%d}"
        query = f"{field_query('title', article.title)} {day}"
        articles = self._browser.desk.articles
        with suppress(NewstuiError):  # a title may hold no word at all
            if articles.row_of(article.id) in articles.listing(query).rows:
                return query
        return f"{field_query('source', article.source)} {day}"

    def _show(self, article: str) -> None:
        """Shows an article of the list, unfolded where it is folded under another."""
        headlines, row = self._browser.headlines, self._browser.desk.articles.row_of(article)
        if row is not None:
            shown, line = headlines.listing, line_of(headlines.listing, row)
            shown = unfolded(shown, line) if line != row else shown
            headlines.show(shown, index_of(shown, row) or 0, 0)
        self._article.show(opened=True)

    def action_story_news(self) -> None:
        """Shows the sentences of the story that say what no article does which was read; each leads to its article."""
        from newstui.ui.screens.panels.choose import Choice, ChoicePanel

        headline, desk = self._browser.headline, self._browser.desk
        if headline is None:
            return
        news = desk.stories.news(desk.articles, headline.row)
        if news is None:
            self._browser.screen.notice("you have read nothing of this story yet")
        elif not news:
            self._browser.screen.notice("nothing new in this story since you read it")
        else:
            choices = [Choice(each.article.title, each.sentence, each.article.source) for each in news]
            self._browser.app.push_screen(
                ChoicePanel("New in this story since you read it", choices, enter="opens its article"), self._open
            )

    def action_digest(self) -> None:
        """Shows the digest of the newest day, which is made in a thread; each line leads to its article."""
        self._browser.screen.notice("making the digest …")
        answer_in_thread(self._browser.screen, self._make_digest, group="digest")

    def _make_digest(self) -> None:
        from newstui.services.summaries.digest import digest_of

        worker, desk, today = get_current_worker(), self._browser.desk, datetime.now().astimezone().date()
        digest = digest_of(desk.articles, desk.summaries, "", _MOST_IN_DIGEST, today, groups=desk.stories.groups())
        if not worker.is_cancelled:
            self._browser.app.call_from_thread(self._show_digest, digest)

    def _show_digest(self, digest: Digest) -> None:
        from newstui.ui.screens.panels.choose import Choice, ChoicePanel

        self._browser.screen.end_notice()
        items = [item for _, items in digest.sections for item in items]
        choices = [
            Choice(item.article.id, item.article.title, f"{_sources(item)}: {' '.join(item.sentences)}")
            for item in items
        ]
        day = f"{digest.day:%A} {digest.day.day} {digest.day:%B}" if digest.day else ""
        panel = ChoicePanel(f"Digest: {day}", choices, enter="opens it")
        self._browser.when_free(lambda: self._browser.app.push_screen(panel, self._open))


def _sources(item: Item) -> str:
    more = len(item.others)
    return f"{item.article.source} +{more}" if more else item.article.source
