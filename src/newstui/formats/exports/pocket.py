"""Pocket: its last export (a table, with highlights in JSON), and the web page that it exported before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.formats.exports.fields import (
    article_at,
    export,
    highlights,
    line,
    moment,
    paragraphs,
    row_format,
    tags_of,
    text,
)
from newstui.formats.html.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.domain.articles.incoming import Export, Incoming
    from newstui.formats.exports.fields import Parsed, Row

_READ = frozenset(("archive", "archived", "read", "1"))
_TAG_BREAK = re.compile(r"[|,]")


def is_html(start: str) -> bool:
    """Recognises the page by its start, given in lower case."""
    return "<title>pocket export" in start or ("time_added=" in start and "<h1>" in start)


def _article(row: Row) -> Parsed:
    status = line(row.get("status")).lower()
    return article_at(
        row["url"],
        row.get("title"),
        saved=moment(row.get("time_added")),
        read=status in _READ if status else None,
        bookmarked=True if row.get("favorite") == "1" else None,
        tagged=tags_of(_TAG_BREAK.split(text(row.get("tags")))),
    )


def read_html(html: str) -> Export:
    return export("Pocket HTML", _links(html))


def _links(html: str) -> Iterator[Parsed]:
    """Yields each link below a heading `Unread` or `Read Archive`."""
    is_read: bool | None = None
    link: dict[str, str] | None = None
    words: list[str] = []
    for token in tokens(html):
        if token.kind == "text":
            words.append(token.text)
        elif token.kind == "start" and token.name in ("h1", "a"):
            words = []
            link = token.attributes if token.name == "a" else None
        elif token.name == "h1":
            is_read = "archive" in "".join(words).lower()
        elif token.name == "a" and link is not None:
            yield article_at(
                link.get("href"),
                "".join(words),
                saved=moment(link.get("time_added")),
                read=is_read,
                tagged=tags_of(_TAG_BREAK.split(link.get("tags", ""))),
            )
            link = None


def _highlighted(row: Row) -> Parsed:
    return article_at(row.get("url"), row.get("title"), note=highlights(row.get("highlights"), "note"))


def with_highlights(articles: tuple[Incoming, ...], highlighted: tuple[Incoming, ...]) -> tuple[Incoming, ...]:
    """Adds the highlights to the articles with the same address; the other highlights follow as articles."""
    notes = {each.url: each for each in highlighted}
    joined = []
    for article in articles:
        match = notes.pop(article.url, None)
        joined.append(replace(article, note=paragraphs(article.note, match.note)) if match else article)
    return (*joined, *notes.values())


CSV = row_format("Pocket CSV", _article, "url, time_added")
HIGHLIGHTS = row_format("Pocket highlights", _highlighted, "url, highlights")
