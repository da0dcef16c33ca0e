"""An article and its headline take the same time to read."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newstui.domain.articles.article import Article, Headline
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
