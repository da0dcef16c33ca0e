"""The digest: the news on one page, the articles of a day or of a query, by source, with a sentence or two each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.domain.search.folding import folded
from newstui.domain.search.listing import Listing
from newstui.domain.text.sentences import split_sentences
from newstui.services.events import Skipped
from newstui.services.summaries.extractive import with_language

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from newstui.domain.articles.article import Article
    from newstui.domain.search.folding import Grouped
    from newstui.services.core.articles import Articles
    from newstui.services.summaries.summaries import Summaries

_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a digest."""

    article: Article
    sentences: tuple[str, ...]
    """One or two, fewer where it has no text."""
    others: tuple[Article, ...] = ()
    """Other articles of its story, without their bodies."""


@dataclass(frozen=True, slots=True)
class Digest:
    """A page of news."""

    day: date | None
    """None where a query was asked for."""
    sections: tuple[tuple[str, tuple[Item, ...]], ...]
    """(source, its articles), the source with the newest article first."""
    left_out: int = 0
    """The number of matching articles beyond the limit."""
    skipped: tuple[Skipped, ...] = ()
    """Articles whose file is gone."""

    @property
    def count(self) -> int:
        """The number of articles on the page, those that are only named too."""
        return sum(1 + len(item.others) for _, items in self.sections for item in items)

    @property
    def minutes(self) -> int:
        """The minutes that it takes to read all the articles in full."""
        return sum(item.article.minutes for _, items in self.sections for item in items)


def digest_of(
    articles: Articles,
    summaries: Summaries,
    query: str,
    limit: int,
    today: date,
    *,
    groups: Mapping[int, Grouped] | None = None,
    since: datetime | None = None,
) -> Digest:
    """Returns a page of the articles that match, the newest first; without a query, of the front page's newest day.

    groups: row → what belongs together, which is one item, the largest stories first. since: only articles that came
    later; then an empty query is of every day. Raises QueryError.
    """
    listing, day = articles.listing(query), None
    if not query.strip() and not since:
        day, listing = _newest_day(listing, today)
    if since is not None:
        listing = listing.without(articles.added_by(int(since.timestamp())))
    listing = folded(listing, groups or {}, "newest")
    rows = sorted(listing.rows, key=lambda row: -len(listing.rows_under(row)))
    sections: dict[str, list[Item]] = {}
    skipped: list[Skipped] = []
    for marked in articles.listed(rows[:limit]):
        try:
            article = articles.read(marked.article.id)
        except NewstuiError as error:
            skipped.append(Skipped(marked.article.path, str(error)))
            continue
        others = tuple(other.article for other in articles.listed(listing.rows_under(articles.row_of(article.id) or 0)))
        sections.setdefault(article.source, []).append(Item(article, _sentences(summaries, article), others))
    return Digest(
        day,
        tuple((source, tuple(items)) for source, items in sections.items()),
        len(listing.with_folded(rows[limit:])),
        tuple(skipped),
    )


def _newest_day(listing: Listing, today: date) -> tuple[date, Listing]:
    """Returns the day that a page is of, and its articles.

    It is today, or the last day before it that has articles; or the newest: some have a date in the future.

    listing: the newest first.
    """
    if not listing.days:
        return today, listing
    number = next((number for number, day in enumerate(listing.days) if day <= today.toordinal()), 0)
    first, end = (*listing.starts, len(listing))[number : number + 2]
    return date.fromordinal(listing.days[number]), Listing(listing.rows[first:end])


def _sentences(summaries: Summaries, article: Article) -> tuple[str, ...]:
    """Returns the first sentences of the summary: a publisher's may be a long paragraph."""
    article = with_language(article)
    summary = summaries.of(article, _SENTENCES)
    sentences = [sentence for part in summary.sentences for sentence in split_sentences(part, article.lang)]
    return tuple(sentences[:_SENTENCES])
