"""The sentences of linear mode: headlines and heads of articles, in words where the browser has signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.text.clean import one_line
from newstui.render.dates import age, dated_ahead, duration, moment
from newstui.render.enclosures import enclosure_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from newstui.domain.articles.article import Article
    from newstui.domain.articles.headline import Headline
    from newstui.domain.marks.fields import Mark

COMMANDS = (
    ("NUMBER", "reads the article of that number"),
    ("Enter", "goes on: more headlines, the next page, the next unread article"),
    ("n, next", "the next article"),
    ("p, previous", "the previous article"),
    ("w, whole", "the rest of the article without a stop"),
    ("a, again", "the last page, or the headlines, once more"),
    ("first", "the article from its start, or the first headlines"),
    ("s, summary", "the summary of the article"),
    ("b, bookmark", "bookmarks it, or removes the bookmark"),
    ("m, mark", "marks it read, or unread"),
    ("l, list", "back to the headlines"),
    ("/ WORDS", "searches: words or a query; / alone leads back to all"),
    ("u, undo", "takes back the last change"),
    ("h, help", "this list"),
    ("q, quit", "ends; everything is saved"),
)
"""(what is typed, what it does)."""


def number_of(number: int, noun: str) -> str:
    """Returns, for instance, `1 article` or `2,000 articles`."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def headline_in_words(number: int, headline: Headline, now: datetime) -> str:
    """Returns a headline as a line to be read aloud: number, title, state, source, age, length."""
    states = [] if headline.read else ["unread"]
    if headline.bookmarked:
        states.append("bookmarked")
    if not headline.read and 0.01 < headline.position < 0.99:
        states.append(f"{headline.position:.0%} read")
    about = [*states, headline.source, age(headline.published, now), duration(headline.minutes)]
    return f"{number}. {one_line(headline.title) or 'without a title'}. {', '.join(filter(None, map(one_line, about)))}"


def head_of(article: Article, mark: Mark, now: datetime) -> Iterator[str]:
    """Yields the lines above an article's text."""
    yield one_line(article.title) or "without a title"
    when = moment(article.published, now)
    if article.stated is not None:
        when = f"first seen {when} ({dated_ahead(article.stated, now)})"
    by = f"by {article.author}" if article.author else ""
    yield ", ".join(filter(None, (article.source, by, when, duration(article.minutes))))
    states = [*(["bookmarked"] if mark.bookmarked else []), *(["read"] if mark.read else [])]
    if tags := mark.tags(article.tags):
        states.append(f"tags: {', '.join(tags)}")
    if states:
        yield ", ".join(states)
    for enclosure in article.played:
        yield f"with: {enclosure_words(enclosure)}"
    yield from article.notes
    if article.wants_text:
        yield "Its text is not fetched yet: newstui sync fetches it."
    if mark.note:
        yield f"Your note: {mark.note}"
