"""An article and its headline take the same time to read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newstui.domain.articles.article import Article, with_date_that_counts
from newstui.domain.articles.headline import Headline
from newstui.domain.text.clean import minutes_to_read

NOW = datetime(2025, 6, 1, tzinfo=UTC)


@pytest.mark.parametrize("words", [0, 1, 900, 10**6])
def test_the_minutes_follow_from_the_words(words: int) -> None:
    article = Article(id="a", title="Rain", source="Wire", published=NOW, body="Rain.", words=words)
    headline = Headline(1, "a", "Rain", "Wire", NOW, words)
    assert article.minutes == headline.minutes == minutes_to_read(words)


def test_two_articles_with_the_same_content_are_equal_and_cannot_be_changed() -> None:
    article = Article(id="a", title="Rain", source="Wire", published=NOW, body="Rain.", words=1)
    assert article == Article(id="a", title="Rain", source="Wire", published=NOW, body="Rain.", words=1)
    with pytest.raises(AttributeError):
        article.author = "A. Author"  # type: ignore[misc]


def article_of(published: datetime, first_seen: datetime | None = None) -> Article:
    return Article(
        id="a", title="Rain", source="Wire", published=published, body="Rain.", words=1, first_seen=first_seen
    )


WRITTEN = NOW - timedelta(days=3)
"""When the file was last written."""


@pytest.mark.parametrize("published", [datetime(1890, 1, 1, tzinfo=UTC), NOW, NOW + timedelta(days=1)])
@pytest.mark.parametrize("first_seen", [None, NOW])
def test_a_date_until_tomorrow_counts(published: datetime, first_seen: datetime | None) -> None:
    article = article_of(published, first_seen)
    assert with_date_that_counts(article, WRITTEN, NOW) == article


@pytest.mark.parametrize("days", [2, 36_500])
@pytest.mark.parametrize(
    ("first_seen", "counts_as"),
    [(None, WRITTEN), (NOW - timedelta(days=1), NOW - timedelta(days=1)), (NOW + timedelta(days=900), NOW)],
)
def test_a_date_in_the_future_counts_as_when_it_was_first_seen(
    days: int, first_seen: datetime | None, counts_as: datetime
) -> None:
    ahead = NOW + timedelta(days=days)
    article = with_date_that_counts(article_of(ahead, first_seen), WRITTEN, NOW)
    assert (article.published, article.stated) == (counts_as, ahead)


def test_a_date_that_was_in_the_future_stays_so_once_its_day_has_come() -> None:
    ahead = NOW + timedelta(days=20)
    article = with_date_that_counts(article_of(ahead, NOW), WRITTEN, NOW + timedelta(days=40))
    assert (article.published, article.stated) == (NOW, ahead)


def test_a_file_of_the_future_without_a_date_counts_as_of_now() -> None:
    modified = NOW + timedelta(days=900)
    assert with_date_that_counts(article_of(modified), modified, NOW).published == NOW


def test_an_article_without_a_date_counts_as_when_it_was_first_seen() -> None:
    first_seen = NOW - timedelta(days=9)
    article = with_date_that_counts(article_of(WRITTEN, first_seen), WRITTEN, NOW)
    assert (article.published, article.stated) == (first_seen, None)
