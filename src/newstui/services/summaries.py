"""The summary of an article: the publisher's where there is one, otherwise newstui's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.summary import Summary
from newstui.domain.text import count_words, minutes_to_read

if TYPE_CHECKING:
    from newstui.domain.article import Article
    from newstui.domain.summary import Summariser


def summary_of(article: Article, sentences: int, summariser: Summariser) -> Summary:
    """Never fails. The publisher's own words come first, as they are."""
    if not article.summary:
        return summariser(article, sentences)
    saved = article.minutes - minutes_to_read(count_words(article.summary))
    return Summary((article.summary,), (), "publisher", max(0, saved))
