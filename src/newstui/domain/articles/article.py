"""An article. Immutable; the reader's state for an article is a Mark."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from newstui.domain.articles.metadata import Metadata
from newstui.domain.text.clean import WORDS_PER_MINUTE, minutes_to_read

if TYPE_CHECKING:
    from datetime import datetime

    from newstui.domain.enclosure import Enclosure


@dataclass(frozen=True, slots=True)
class Article(Metadata):
    """One piece of news. Every text in it is clean (`domain.text.clean`) and cannot control a terminal."""

    id: str
    """Stays the same when the file is moved; see `domain.articles.identity`."""
    title: str
    source: str
    published: datetime
    """Aware. The date of the file where the article has none."""
    body: str
    """Markdown, without the title."""
    words: int
    path: str = ""
    """Relative to the library, with `/`; empty for an article without a file."""
    extra: tuple[tuple[str, str], ...] = ()
    """Unknown fields of the front matter, unchanged."""
    notes: tuple[str, ...] = ()
    """Problems of the file, one sentence each."""
    feed: str | None = None
    """The address of the feed that it came with."""
    also_feeds: tuple[str, ...] = ()
    """The addresses of other feeds that have it too."""
    updated: datetime | None = None
    """Aware. The arrival of the publisher's last change; None for an article that was never changed."""
    wants_text: bool = False
    """True while its page is still to be fetched."""
    enclosures: tuple[Enclosure, ...] = ()
    """The recordings, pictures and other files that came with it."""
    first_seen: datetime | None = None
    """Aware. When it came into the library; None where its file does not say so."""
    place: int | None = None
    """Its number among the articles that came together, in the order of their feed, book or export."""
    book: str | None = None
    """The title of the book that it is a chapter of."""
    chapter: int | None = None
    """Its number within that book, from 1."""
    stated: datetime | None = None
    """Aware. Its own date, where that was in the future: then `published` is when it was first seen."""
    pace: int = WORDS_PER_MINUTE
    """The reader's words a minute."""

    @property
    def minutes(self) -> int:
        return minutes_to_read(self.words, self.pace)

    @property
    def played(self) -> tuple[Enclosure, ...]:
        """Its recordings and other files that are no pictures."""
        return tuple(each for each in self.enclosures if not each.is_picture and not each.is_page)


_AHEAD = timedelta(days=1)
"""A date may be so far ahead: clocks and time zones differ."""


def with_date_that_counts(article: Article, modified: datetime, now: datetime) -> Article:
    """Returns the article; without a date, or with one in the future, it counts as published when it was first seen.

    Otherwise it would be the newest for years. modified: when its file was last written, which is its date where the
    file names neither a date nor when it was first seen. All times are aware.
    """
    first_seen = article.first_seen
    if first_seen is not None and article.published == modified:
        article = replace(article, published=first_seen)
    if article.published - min(first_seen or now, now) <= _AHEAD:
        return article
    return replace(article, published=min(first_seen or modified, now), stated=article.published)
