"""The figure of a summary: the whole minutes that it saves."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newstui.domain.articles.article import Article
from newstui.domain.summaries.summary import minutes_saved


@pytest.mark.parametrize(
    ("words", "sentences", "minutes"),
    [(2300, ["Rain fell."], 9), (230, [], 1), (229, [], 0), (100, ["word " * 300], 0)],
)
def test_only_whole_minutes_are_saved(words: int, sentences: list[str], minutes: int) -> None:
    article = Article(
        id="a", title="A", source="Wire", published=datetime(2024, 5, 1, tzinfo=UTC), body="", words=words
    )
    assert minutes_saved(article, sentences) == minutes
