"""The news in one page: the articles of a day, or of a query, by source, with a sentence or two each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.domain.text.sentences import split_sentences
from newstui.services.events import Skipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.articles.article import Article
    from newstui.services.desk import Desk

_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Item:
    """One article of a digest."""

    article: Article
    sentences: tuple[str, ...]
    """One or two, fewer where it has no text."""


@dataclass(frozen=True, slots=True)
class Digest:
    """A page of news."""

    day: date | None
    """None where a query was asked for."""
    sections: tuple[tuple[str, tuple[Item, ...]], ...]
    """(source, its articles), the source with the newest article first."""
    left_out: int = 0
    """How many more match than were asked for."""
    skipped: tuple[Skipped, ...] = ()
    """Whose file is gone."""

    @property
    def count(self) -> int:
        return sum(len(items) for _, items in self.sections)

    @property
    def minutes(self) -> int:
        """What all the articles take to read in full."""
        return sum(item.article.minutes for _, items in self.sections for item in items)


def digest_of(desk: Desk, query: str, limit: int, today: date) -> Digest:
    """Of what matches, newest first; where the query is empty, of the newest day. Raises QueryError."""
    day = None if query.strip() else _newest_day(desk, today)
    rows = desk.articles.listing(query if day is None else f"on:{day.isoformat()}").rows
    sections: dict[str, list[Item]] = {}
    skipped: list[Skipped] = []
    for listed in desk.articles.listed(rows[:limit]):
        try:
            article = desk.articles.read(listed.article.id)
        except NewstuiError as error:
            skipped.append(Skipped(listed.article.path, str(error)))
            continue
        sections.setdefault(article.source, []).append(Item(article, _sentences(desk, article)))
    return Digest(
        day,
        tuple((source, tuple(items)) for source, items in sections.items()),
        max(0, len(rows) - limit),
        tuple(skipped),
    )


def _newest_day(desk: Desk, today: date) -> date:
    """Today, or the last day before it that has articles; else the newest: some bear a date that is yet to come."""
    tomorrow = today + timedelta(days=1)
    for query in (f"before:{tomorrow.isoformat()}", ""):
        days: Sequence[int] = desk.articles.listing(query, limit=1).days
        if days:
            return date.fromordinal(days[0])
    return today


def _sentences(desk: Desk, article: Article) -> tuple[str, ...]:
    """The publisher's summary may be a long paragraph: its first sentences."""
    summary = desk.summaries.of(article, _SENTENCES)
    each = [sentence for part in summary.sentences for sentence in split_sentences(part, article.lang)]
    return tuple(each[:_SENTENCES])
