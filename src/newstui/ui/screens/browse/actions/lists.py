"""List actions: filter, sort, go to a section, and summaries under the headlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.search.folding import FOLDING_LABELS
from newstui.domain.search.sections import HIDDEN, STANDARD, Section, counted_sections, search_sections
from newstui.domain.search.sort import SORT_LABELS
from newstui.ui.widgets.section_pane import SectionPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.rules import Rule
    from newstui.domain.session import Density
    from newstui.ui.screens.browse.article_controller import ArticleController
    from newstui.ui.screens.browse.browser import Browser
    from newstui.ui.screens.browse.list_controller import ListController
    from newstui.ui.screens.panels.choose import Choice

_ACTIONS = {
    "m": "minutes",
    "s": "story_news",
    "z": "neglected_feeds",
    "t": "tag_list",
    "f": "feeds",
    "h": "history",
    "d": "digest",
    "/": "search",
}
"""Key after that of `go` → the action that it leads to."""


GO = {
    "g": "the first line",
    **{section.key: section.label for section in STANDARD if section.key},
    "m": "what fits in the minutes you have",
    "t": "tags",
    "f": "feeds",
    "s": "what is new in this story",
    "z": "feeds that you do not read",
    "h": "history",
    "d": "digest",
    "/": "search",
}
"""Key after that of `go` → where it leads to."""
_FLAT = "flat"
_MINUTES = (5, 10, 15, 20, 30, 45, 60, 90)


class ListActions:
    """Actions on the list as a whole."""

    def __init__(self, browser: Browser, article: ArticleController, lists: ListController) -> None:
        self._browser, self._article, self._lists = browser, article, lists

    def action_excerpts(self) -> None:
        """Shows or hides two lines of summary under each headline."""
        self._show_density("two" if self._browser.headlines.density == "with summary" else "with summary")

    def action_density(self) -> None:
        """Gives each headline one line, then two, then two and a summary."""
        from newstui.render.headline import HEIGHTS

        densities = list(HEIGHTS)
        density = densities[(densities.index(self._browser.headlines.density) + 1) % len(densities)]
        self._show_density(density)
        self._browser.screen.notice(f"headlines: {density}" + " each" * (density != "with summary"))

    def _show_density(self, density: Density) -> None:
        self._browser.headlines.show_density(density)
        self._article.save_soon()

    def action_unread_only(self) -> None:
        """Leaves the read articles out of whatever is shown, or shows them again."""
        self._lists.show_unread_only(not self._browser.state.question.is_unread_only)

    # Filter

    def action_filter(self) -> None:
        """Asks for a list."""
        from newstui.ui.screens.panels.choose import ChoicePanel

        prompt = "type to narrow, or a query: title:river minutes:<5"
        panel = ChoicePanel(
            "Show …",
            _choices(STANDARD),
            prompt=prompt,
            check=self._browser.desk.articles.query_fault,
            enter="shows it",
            more=self._own_sections,
        )
        self._browser.app.push_screen(panel, self.go_to)

    def _own_sections(self) -> list[Choice]:
        """Returns the sections that depend on the library; they are counted."""
        desk = self._browser.desk
        desk.flush()  # a tag that was given a moment ago is among them
        return _choices(
            (
                *search_sections(desk.searches.all()),
                HIDDEN,
                *(_rule_section(rule, desk.rules.fault(rule)) for rule in desk.rules.all()),
                *counted_sections("source", desk.articles.tallies.by("source")),
                *counted_sections("tag", desk.articles.tallies.by("tag")),
            )
        )

    def go_to(self, query: str | None) -> None:
        """Shows the list of a query, or says what is wrong with the query."""
        if query is None:
            return
        if error := self._browser.desk.articles.query_fault(query):
            self._browser.screen.notice(error)
        else:
            self._lists.go_to(query)

    # Sort

    def action_sort(self) -> None:
        """Asks for an order of the list."""
        from newstui.ui.screens.panels.choose import Choice, ChoicePanel

        current = self._browser.state.question.sort
        choices = [Choice(sort, label, "now" if sort == current else "") for sort, label in SORT_LABELS.items()]
        is_flat = self._browser.state.question.query in self._browser.state.flat_sections
        for folding, label in FOLDING_LABELS.items():
            is_now = folding == self._browser.folding and not is_flat
            choices.append(Choice(folding, f"stories: {label}", "now" if is_now else ""))
        choices.append(Choice(_FLAT, "nothing folded in this list alone", "now; Enter ends it" if is_flat else ""))
        self._browser.app.push_screen(ChoicePanel("Sort and fold the list", choices, enter="shows it so"), self._sort)

    def _sort(self, name: str | None) -> None:
        browser, query = self._browser, self._browser.state.question.query
        for folding in FOLDING_LABELS:
            if folding == name:
                browser.change(stories=folding, flat_sections=browser.state.flat_sections - {query})
                self._folded()
        if name == _FLAT:
            browser.change(flat_sections=browser.state.flat_sections ^ {query})
            self._folded()
        for sort in SORT_LABELS:
            if sort == name:
                self._lists.sort(sort)

    def _folded(self) -> None:
        """Shows the list as it is folded now."""
        self._lists.ask_again()
        self._article.save_soon()

    # Go

    def action_go(self) -> None:
        """Asks for one more key: the section to go to."""
        from newstui.ui.screens.panels.choose import Choice, KeyChoicePanel

        choices = [Choice(key, label, key=key) for key, label in GO.items()]
        self._browser.app.push_screen(KeyChoicePanel("Go to …", choices, enter="goes there"), self.action_go_to)

    def action_minutes(self) -> None:
        """Asks for the minutes that the reader has, and shows what fits into them."""
        from newstui.ui.screens.panels.choose import Choice, KeyChoicePanel

        choices = [Choice(f"fits:{number}", "minutes", key=str(number)) for number in _MINUTES]
        self._browser.app.push_screen(KeyChoicePanel("I have …", choices, enter="shows what fits"), self.go_to)

    def action_go_to(self, key: str | None) -> None:
        """Goes to where a key leads after that of `go`."""
        screen = self._browser.screen
        section = next((section for section in STANDARD if section.key == key), None)
        if key == "g":
            pane = screen.focused if isinstance(screen.focused, SectionPane) else self._browser.headlines
            (self._browser.reader.action_top if self._browser.state.is_reading else pane.action_first)()
        elif key in _ACTIONS:
            screen.call_later(screen.run_action, _ACTIONS[key])
        elif section is not None:
            self._lists.go_to(section.query)
            screen.notice(section.title)


def _choices(sections: Sequence[Section]) -> list[Choice]:
    from newstui.ui.screens.panels.choose import Choice

    return [Choice(section.query, section.label, section.note) for section in sections]


def _rule_section(rule: Rule, fault: str) -> Section:
    """Returns the section of what a rule matches. fault: why it cannot be read; empty where it can."""
    label = "by a rule that cannot be read" if fault else f"by a rule: {rule.act}"
    return Section(rule.query, label, note=rule.name)
