"""`summary_within`: never over the words, but for a single sentence, and never shorter than it could be."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.articles.article import Article
from newstui.domain.summaries.summary import Summary
from newstui.services.summaries.word_limit import summary_within


def first(article: Article, sentences: int, /) -> Summary:
    """The first lines of an article."""
    assert article.summary is None
    return Summary(tuple(article.body.split("\n")[:sentences]))


@given(st.lists(st.integers(1, 30), min_size=1, max_size=40), st.integers(1, 400))
def test_it_is_the_longest_that_fits(lengths: list[int], words: int) -> None:
    body = "\n".join("word " * length for length in lengths)
    article = Article(
        id="a",
        title="T",
        source="S",
        published=datetime(2024, 5, 1, tzinfo=UTC),
        body=body,
        words=sum(lengths),
        summary="The publisher's.",
    )
    sentences = len(summary_within(article, words, first).sentences)
    assert sentences == 1 or sum(lengths[:sentences]) <= words
    assert sentences == len(lengths) or sum(lengths[: sentences + 1]) > words
