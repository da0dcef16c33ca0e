"""The list of sections: every entry of the sidebar, with its numbers up to this instant."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.domain.search.counted_sections import CountedSections
from newstui.domain.search.section_tree import Entry, FeedRow
from newstui.domain.search.sections import HIDDEN, STANDARD
from newstui.render.dates import age
from newstui.services.feeds.stats import feed_stats
from newstui.store.catalogue.connection import OutdatedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newstui.domain.feed import Feed
    from newstui.domain.rules import Rule
    from newstui.domain.search.section_tree import Numbers
    from newstui.services.core.articles import Articles
    from newstui.services.feeds.subscriptions import Subscriptions
    from newstui.services.search.saved import SavedSearches

_QUIET = timedelta(days=120)
"""The time without an article after which a feed is worth a look."""
NEGLECTED_SIGN = "∅"
_UNCOUNTED = ("", "is:unread", "fits:10")
"""Queries of sections that tallies count, or that have no number: what fits follows from all that there is."""
_STANDARD = [section.query for section in STANDARD if section.title and section.query not in _UNCOUNTED]


class SectionList:
    """Gives the entries. What is known of the feeds is read once, until `forget` is called."""

    def __init__(
        self,
        feeds: Callable[[], Subscriptions],
        articles: Articles,
        searches: SavedSearches,
        hiding: Callable[[], Sequence[Rule]],
        fault: Callable[[Rule], str],
    ) -> None:
        """`hiding` gives the rules that keep something off the front page, `fault` why one cannot be read."""
        self._subscriptions, self._articles, self._searches = feeds, articles, searches
        self._hiding, self._fault = hiding, fault
        self._feeds: list[FeedRow] | None = None
        self._counted: CountedSections | None = None
        self._numbers: dict[str, Numbers] = {}
        """The numbers of queries as they were counted last."""

    def forget(self) -> None:
        """Has the feeds be read again."""
        self._feeds = None

    def entries(self, is_outdated: Callable[[], bool], *, has_searches: bool = True) -> Iterator[list[Entry]]:
        """Gives all entries: at once with everything that is counted already, then with saved searches counted again.

        has_searches: False where the saved searches are not to be seen.
        """
        with suppress(OutdatedError):
            yield from self._entries(is_outdated, has_searches=has_searches)

    def _entries(self, is_outdated: Callable[[], bool], *, has_searches: bool) -> Iterator[list[Entry]]:
        feeds = self._feeds
        if feeds is None:
            feeds = self._feeds = self._read_feeds()
        searches = [(search.name, search.query) for search in self._searches.all()]
        tallies, tags = self._articles.tallies.of_sections()
        if is_outdated():
            return
        queries, rules = [query for _, query in searches], self._hiding()
        of_rules = ["", HIDDEN.query, *(rule.query for rule in rules)] if rules else []
        numbers = self._articles.counts.known([*_STANDARD, *queries, *of_rules])
        numbers |= {query: self._count(query, is_outdated) for query in _STANDARD if query not in numbers}
        missing = [query for query in queries if query not in numbers]
        counted = self._counted
        if counted is None or counted.feeds is not feeds or counted.searches != searches:
            counted = CountedSections(feeds, tallies, tags, {**self._numbers, **numbers}, searches)
        else:
            counted = counted.after(tallies, tags, {**self._numbers, **numbers})
        self._counted, self._numbers = counted, {**self._numbers, **numbers}
        yield self._with_hidden(counted.entries, rules, is_outdated)
        if missing and has_searches:
            self._numbers = numbers | {query: self._count(query, is_outdated) for query in missing}
            counted = counted.after(tallies, tags, self._numbers)
            yield self._with_hidden(counted.entries, rules, is_outdated)

    def _with_hidden(
        self, entries: Iterable[Entry], rules: Sequence[Rule], is_outdated: Callable[[], bool]
    ) -> list[Entry]:
        """Returns the entries with what rules hide in a section of its own, by rule, and not on the front page."""
        if not rules:
            return list(entries)
        hidden = Entry(HIDDEN.query, "section", HIDDEN.title, self._count(HIDDEN.query, is_outdated))
        by_rule = [self._of_rule(rule, is_outdated) for rule in rules]
        shown = [entry._replace(numbers=self._count("", is_outdated)) if entry.id == "" else entry for entry in entries]
        last = max(at for at, entry in enumerate(shown) if entry.kind == "section")
        return [*shown[:last], hidden, *by_rule, *shown[last:]]

    def _of_rule(self, rule: Rule, is_outdated: Callable[[], bool]) -> Entry:
        sign, about = "", f"hides until {rule.until.isoformat()}" if rule.until else "hides always"
        if fault := self._fault(rule):  # a query of a later version
            sign, about = "⚠", f"cannot be read and hides nothing: {fault}"
        return Entry(rule.query, "rule", rule.name, self._count(rule.query, is_outdated), (HIDDEN.query,), sign, about)

    def _count(self, query: str, is_outdated: Callable[[], bool]) -> Numbers:
        try:
            return self._articles.counts.of(query, is_outdated)
        except NewstuiError:  # a query that an older newstui saved
            return (0, 0)

    def _read_feeds(self) -> list[FeedRow]:
        subscriptions, now = self._subscriptions(), datetime.now(UTC)
        feeds = subscriptions.all()
        newest = self._articles.tallies.newest_by_feed() if feeds else {}
        stats = feed_stats(subscriptions, self._articles, now) if feeds else []
        neglected = {each.feed.url for each in stats if each.is_neglected(now)}
        return [
            self._row(subscriptions, feed, newest.get(feed.first_address), now, is_neglected=feed.url in neglected)
            for feed in feeds
        ]

    def _row(
        self, subscriptions: Subscriptions, feed: Feed, newest: int | None, now: datetime, *, is_neglected: bool
    ) -> FeedRow:
        brief = subscriptions.brief(feed.first_address)
        latest = datetime.fromtimestamp(newest, UTC) if newest is not None else None
        odd: Sequence[tuple[bool, str, str]] = (
            (feed.is_disabled, "○", "is off: it is not fetched"),
            (bool(brief.error), "⚠", brief.error),
            (feed.is_hidden, "×", "is not on the front page"),
            (is_neglected, NEGLECTED_SIGN, "you have read nothing of it for two months"),
            (latest is not None and now - latest > _QUIET, "◌", f"nothing new since {age(latest or now, now)}"),
        )
        _, sign, about = next((each for each in odd if each[0]), (False, "", ""))
        label = feed.display_title(brief.title)
        return FeedRow(feed.url, feed.first_address, label, feed.folder_path, sign, about, feed.is_hidden)
