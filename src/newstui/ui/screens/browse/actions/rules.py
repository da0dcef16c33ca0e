"""Rule actions: keep a topic of the selected article off the front page for two weeks."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.list_controller import ListController

_SPAN = "2w"


class RuleActions:
    """Actions that make rules."""

    def __init__(self, browser: Browser, lists: ListController) -> None:
        self._browser, self._lists = browser, lists

    def action_mute(self) -> None:
        """Asks for the topic to be hidden, or for what was searched for; each says how many articles that is."""
        from newstui.domain.rules import HIDE, Rule, topics
        from newstui.domain.search.sections import field_query
        from newstui.domain.summaries.extractive.terms import Rarity
        from newstui.services.summaries.extractive import own_weights
        from newstui.ui.screens.panels.choose import Choice, ChoicePanel

        headline, rules = self._browser.headline, self._browser.desk.rules
        if headline is None:
            return
        lang = next((each.article.lang for each in self._browser.desk.articles.listed([headline.row])), None)
        rarity = Rarity((lang or "en").partition("-")[0], own_weights().rarity)
        queries = [*topics(headline.title, rarity), field_query("source", headline.source), *self._searched()]
        possible = [rule for query in queries if not rules.fault(rule := Rule(query, query, HIDE))]  # not of "____"
        previews = {rule.query: rules.preview(rule) for rule in possible}
        choices = [
            Choice(query, query, f"{found.number:,} article{'s' * (found.number != 1)}, {found.a_week:.1f} a week")
            for query, found in previews.items()
        ]
        self._browser.app.push_screen(ChoicePanel("Hide for two weeks …", choices, enter="hides it"), self._hide)

    def _searched(self) -> list[str]:
        """Returns the query of the search whose results are the list, where a rule can ask for it."""
        from newstui.domain.search.query import is_lasting

        query, articles = self._browser.state.question.query, self._browser.desk.articles
        return [query] if self._lists.is_search and is_lasting(articles.parsed(query, as_typed=True)) else []

    def _hide(self, query: str | None) -> None:
        from newstui.domain.rules import end_of

        if query is None:
            return
        desk, screen = self._browser.desk, self._browser.screen
        until = end_of(_SPAN, date.today())
        rule = desk.rules.hide(query, until)
        if rule.until != until:
            screen.notice(f"hidden already, {f'until {rule.until}' if rule.until else 'for good'}: {query}")
            return
        self._lists.ask_again()
        number, undo = desk.rules.preview(rule).number, screen.key("undo")
        text = f"hidden until {until.isoformat()}: {query}, {number:,} article{'s' * (number != 1)}"
        screen.notice(f"{text} — {undo} takes it back")
