"""newstui's own summariser, for every article for which no language model is asked. One rule: it never fails."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pkgutil import get_data
from typing import TYPE_CHECKING, Literal

from newstui.domain.summaries.extractive import Unit, ranked_units, summarise_units, weights_from
from newstui.domain.summaries.extractive.live_blogs_and_interviews import is_shaped, shaped_choice
from newstui.domain.summaries.key_points import key_points
from newstui.domain.summaries.prose import Sentence, article_sentences, telling
from newstui.domain.summaries.summary import LONGEST, Summary, minutes_saved
from newstui.domain.text.clean import count_words, one_line
from newstui.domain.text.portions import portion_end
from newstui.domain.text.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.articles.article import Article
    from newstui.domain.summaries.extractive import Weights
    from newstui.domain.summaries.summary import Summariser

__all__ = ["Sentence", "article_sentences", "own_summariser", "own_weights"]

SHORT = 60
"""The number of words up to which an article is its own summary."""
_POINTS_FROM = 3
"""The sentences of the shortest summary that may be key points instead: one or two tell what the list is of."""
_MOST_SENTENCES = 600
"""More than the part of an ordinary text that is summed up has: some 450 of twenty words."""
_LONGEST_REASON = 100
"""Characters of what an exception says."""


@cache
def own_weights() -> Weights:
    """Returns the weights of the package, which are read once."""
    # importlib.resources takes longer to find the file than to read it.
    return weights_from(json.loads(get_data(__package__, "weights.json") or b""))


def own_summariser() -> Summariser:
    """Returns the summariser. It reads the weights when it is first called."""
    return _summary


def _summary(article: Article, sentences: int, /) -> Summary:
    """Returns the publisher's summary, or the text itself if it is short, or the sentences that stand for it."""
    return _safely(_published_or_chosen, article, sentences)


def chosen_summary(article: Article, sentences: int) -> Summary:
    """Returns newstui's own choice of sentences, whatever the publisher says."""
    return _safely(_of_own_sentences, article, sentences)


def _safely(summariser: Summariser, article: Article, sentences: int) -> Summary:
    """Returns the summary; a sentence that says what went wrong where the summariser raises."""
    try:
        return summariser(article, sentences)
    except Exception as error:  # noqa: BLE001  (only here: a bug costs this article its summary, nothing else)
        reason = one_line(f"{type(error).__name__}: {error}")[:_LONGEST_REASON]
        return Summary((f"newstui met a bug in summing up this article, please report it ({reason}).",), (), "text")


def _published_or_chosen(article: Article, sentences: int, /) -> Summary:
    article = with_language(_beginning(article))
    if article.summary and article.summary.strip():
        text = one_line(article.summary[: portion_end(article.summary, 0, LONGEST)])
        published = tuple(split_sentences(text, article.lang))
        return Summary(published, source="publisher", minutes_saved=minutes_saved(article, published))
    return _of_own_sentences(article, sentences)


def with_language(article: Article) -> Article:
    """Returns the article with the language of its text if it names none. Takes a millisecond where it has to look."""
    if article.lang:
        return article
    from newstui.formats.text.language import detected_language  # most articles name it

    return replace(article, lang=detected_language(article.body))


def _of_own_sentences(article: Article, sentences: int, /) -> Summary:
    count = max(1, sentences)
    article = with_language(_beginning(article))
    all_sentences = article_sentences(article, _MOST_SENTENCES)
    prose = telling(all_sentences)
    shape: Literal["sentences", "key points"] = "sentences"
    points = key_points(all_sentences, article.title, count) if count >= _POINTS_FROM and not is_shaped(prose) else []
    if points and _words(all_sentences) > SHORT:
        source, chosen, shape = "newstui", points, "key points"
    elif len(prose) <= count or _words(prose) <= SHORT:
        source = "text"
        whole = _words(all_sentences) <= SHORT  # then a list is a part of the text that nothing else stands for
        chosen = [each for each in all_sentences if each in prose or (whole and each.kind == "item")]
        chosen = chosen or list(all_sentences)
    else:
        source, chosen = "newstui", _chosen(article, all_sentences, prose, count)
    texts = tuple(each.text for each in chosen)
    saved = minutes_saved(article, texts)
    if source == "text" and saved:  # not the text itself: a table, code or the rest of a huge sentence is left out
        source, saved = ("newstui", saved) if texts else ("text", 0)
    return Summary(texts, tuple(each.number for each in chosen), source, saved, shape)


def _words(sentences: Sequence[Sentence]) -> int:
    return sum(count_words(each.text) for each in sentences)


def _beginning(article: Article) -> Article:
    """Returns the article, of a huge text only the part that is summed up: with its last paragraph or line whole."""
    body, end = article.body, portion_end(article.body, 0, LONGEST)
    if end == len(body):
        return article
    ends = (body.rfind(mark, 0, end) for mark in ("\n\n", "\n"))  # half a row of a table would be a sentence
    return replace(article, body=body[: next((each for each in ends if each > end // 2), end)])


def _chosen(
    article: Article, all_sentences: Sequence[Sentence], prose: Sequence[Sentence], count: int
) -> list[Sentence]:
    units = [Unit(each.text, each.number, each.opens) for each in prose]
    if is_shaped(prose):
        ranked = ranked_units(units, article.title, article.lang, len(units), own_weights())
        return shaped_choice(all_sentences, [prose[i] for i, _ in ranked], count)
    chosen = summarise_units(units, article.title, article.lang, count, own_weights())
    by_number = {each.number: each for each in prose}
    return [
        replace(by_number[number], text=text) for text, number in zip(chosen.sentences, chosen.positions, strict=True)
    ]
