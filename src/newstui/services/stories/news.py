"""The news in a story: sentences of articles that are unread, which say what no article says that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.errors import NewstuiError
from newstui.domain.stories.news import new_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.articles.article import Article
    from newstui.services.core.articles import Articles

_MOST = 12


class NewSentence(NamedTuple):
    """A sentence that says something new."""

    sentence: str
    article: Article


def news_of(articles: Articles, rows: Sequence[int]) -> list[NewSentence] | None:
    """Returns what is new in the articles of a story, the oldest first; None where none of them was read."""
    headlines = sorted(articles.headlines(rows), key=lambda headline: headline.published)
    is_read = {headline.id: headline.read for headline in headlines}
    if not any(is_read.values()):
        return None
    texts: list[Article] = []
    for article in is_read:
        try:
            texts.append(articles.read(article))
        except NewstuiError:  # its file is gone
            continue
    read = [f"{each.title}. {each.body}" for each in texts if is_read[each.id]]
    unread = [each for each in texts if not is_read[each.id]]
    found = new_sentences(read, [(each.body, each.lang) for each in unread])
    return [NewSentence(sentence, unread[at]) for at, sentence in found][:_MOST]
