"""Articles that one export names more than once: in two folders, or with a highlight in each row. Each becomes one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.articles.metadata import metadata_of
from newstui.domain.articles.tags import unique_tags
from newstui.domain.urls import page_key
from newstui.formats.exports.fields import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newstui.domain.articles.incoming import Incoming


def merged(articles: Iterable[Incoming]) -> tuple[Incoming, ...]:
    """Returns the articles of one page as one, at its first place, with what all of them know and the marks of all.

    Articles that have an id or a name within a feed stay as they are, as do those with a text and a title of their own.
    """
    places: dict[str, int] = {}
    result: list[Incoming] = []
    for article in articles:
        place = None
        if article.url and not article.guid and not article.id:
            place = places.setdefault(page_key(article.url), len(result))
        if place is None or place == len(result) or _are_two(result[place], article):
            result.append(article)
        else:
            result[place] = _both(result[place], article)
    return tuple(result)


def _are_two(first: Incoming, second: Incoming) -> bool:
    return bool(first.body and second.body) and first.title != second.title


def _both(first: Incoming, second: Incoming) -> Incoming:
    metadata = metadata_of(first, fallback=second)
    if first.title == first.url:
        metadata["title"] = second.title
    metadata["tags"] = unique_tags([*first.tags, *second.tags])
    return replace(
        first,
        **metadata,
        body=max(first.body, second.body, key=len),
        saved=min(filter(None, (first.saved, second.saved)), default=None),
        enclosures=first.enclosures or second.enclosures,
        read=_either(first.read, second.read),
        bookmarked=_either(first.bookmarked, second.bookmarked),
        position=max((each for each in (first.position, second.position) if each is not None), default=None),
        tagged=unique_tags([*first.tagged, *second.tagged]),
        highlights=tuple({**dict(second.highlights), **dict(first.highlights)}.items()),
        note=first.note if second.note in first.note else paragraphs(first.note, second.note),
    )


def _either(first: bool | None, second: bool | None) -> bool | None:
    return second if first is None else first or bool(second)
