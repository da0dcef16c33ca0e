"""Related articles: others of the library on the same matter, by the words that are rare in this library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.stories.related import Match, in_order, most_having, rarest, telling_words

if TYPE_CHECKING:
    from newstui.domain.articles.article import Article
    from newstui.store.catalogue.catalogue import Catalogue

_LOOKED_AT = 60
"""Matches of which the best are shown."""


def related(catalogue: Catalogue, article: Article, most: int) -> list[Match]:
    """Returns the best matches of an article, each with a score from 0 to 1; none where the catalogue lacks it."""
    row = catalogue.lists.row_of(article.id)
    if row is None:
        return []
    words = telling_words(article.title, article.body)
    total = catalogue.lists.count()
    own = [member for member, _, _ in catalogue.stories.of(row)] or [row]
    others_with = catalogue.words.others_with([word for word, _ in words], most_having(total), own)
    asked = rarest(words, others_with, total)
    matches = [Match(*values) for values in catalogue.words.best_matches(asked, _LOOKED_AT)] if asked else []
    story_of = {member: story for match in matches for member, story, _ in catalogue.stories.of(match.row)}
    return in_order(matches, row, story_of, most)
