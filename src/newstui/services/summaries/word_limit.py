"""Summaries within a number of words: as many sentences as fit, and at least one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.text.clean import count_words

if TYPE_CHECKING:
    from newstui.domain.articles.article import Article
    from newstui.domain.summaries.summary import Summariser, Summary


def summary_within(article: Article, words: int, summariser: Summariser) -> Summary:
    """Returns the longest summary of at most so many words. The publisher's is ignored."""
    article = replace(article, summary=None)
    fitting = summariser(article, 1)
    if _words(fitting) > words:
        return fitting
    too_many = 2
    while _words(longer := summariser(article, too_many)) <= words:
        if len(longer.sentences) < too_many:  # there are no more
            return longer
        fitting, too_many = longer, too_many * 2
    fits = too_many // 2
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        tried = summariser(article, middle)
        if _words(tried) <= words:
            fitting, fits = tried, middle
        else:
            too_many = middle
    return fitting


def _words(summary: Summary) -> int:
    return sum(map(count_words, summary.sentences))
