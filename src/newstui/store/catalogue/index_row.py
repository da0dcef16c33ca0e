"""An article as the catalogue writes it: plain values only.

Another process can make it and send it over at a tenth of the cost of the article itself.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.digest import blake2b
from newstui.store.catalogue.sql_text import sql_text
from newstui.store.catalogue.tags import tags_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.domain.articles.article import Article
    from newstui.store.library.library import File

SqlValue = str | bytes | int | None

COLUMNS = (
    "id", "path", "path_order", "title", "source", "author", "published", "zone", "url", "lang", "words", "summary",
    "own_tags", "tags", "feed", "wants_text", "pictures", "audio", "stated", "seen", "place", "book",
    "chapter", "page", "added", "text",
)  # fmt: skip
"""Columns of the table `article`. The last two stay as they are when a file is written again with the same text."""

_NUMBER = re.compile(r"[0-9]+")


class IndexRow(NamedTuple):
    """One article, ready for the catalogue."""

    id: str
    columns: tuple[SqlValue, ...]
    """The values of COLUMNS."""
    text: bytes
    """Digest of title and body: equal where two articles have the same text."""
    title: str
    """Words for the full-text index, not for a person; so is `body`."""
    body: str
    notes: str
    """Oddities of the file, one sentence a line."""
    also_feeds: tuple[str, ...]
    """Addresses of the other feeds that have it."""


def index_row_of(file: File, article: Article) -> IndexRow:
    """Returns the row of an article that this file holds."""
    zone = article.published.utcoffset() or timedelta()
    tags = tags_text(article.tags)
    text = blake2b(f"{article.title}\0{article.body}".encode(), digest_size=8).digest()
    columns = (
        article.id, sql_text(file.path), sql_text(_order_key(file.path)), article.title, article.source,
        article.author, int(article.published.timestamp()), int(zone.total_seconds()), article.url, article.lang,
        article.words, article.summary, tags, tags, article.feed, article.wants_text, _has_pictures(article),
        bool(article.enclosures) and any(enclosure.kind == "Audio" for enclosure in article.enclosures),
        int(article.stated.timestamp()) if article.stated else None,
        int(article.first_seen.timestamp() * 1_000_000) if article.first_seen else 0, article.place or 0, article.book,
        article.chapter, page_number(article.url) if article.url else None, file.mtime_ns // 1_000_000_000, text,
    )  # fmt: skip
    return IndexRow(
        article.id, columns, text, _indexable(article.title), _indexable(article.body), "\n".join(article.notes),
        article.also_feeds,
    )  # fmt: skip


def _order_key(path: str) -> str:
    """Returns a text that sorts files by the numbers in their names, and a name before those that continue it."""
    folder, slash, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    if dot:
        name = f"{stem}\1{ending}"
    return f"{_folder_order_key(folder)}{slash}{_NUMBER.sub(_with_length, name)}"


@lru_cache(16)  # files come folder by folder
def _folder_order_key(folder: str) -> str:
    return _NUMBER.sub(_with_length, folder)


def _with_length(number: re.Match[str]) -> str:
    """Returns a number behind the number of its digits: that sorts like numbers, and is shorter than many zeros.

    From nine digits on a character stands for how many there are.
    """
    digits = number[0].lstrip("0")
    return f"{len(digits)}{digits}" if len(digits) < 9 else f"9{chr(len(digits))}{digits}"


def _has_pictures(article: Article) -> bool:
    body = article.body
    if "[" in body and "![" in body and "](" in body:  # one character is found far sooner than two
        return True
    return bool(article.enclosures) and any(each.is_picture for each in article.enclosures)


def _indexable(text: str) -> str:
    if text.isascii():
        return text
    from newstui.domain.search.index_words import indexable  # its pattern is not needed for the first paint

    return indexable(text)


def page_number(url: str) -> int:
    """Returns a digest of the key of a page, as SQLite holds it best. Mobile and AMP versions are the page."""
    digest = blake2b(_page_key()(url).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


@cache  # an import for each article would take as long as the key
def _page_key() -> Callable[[str], str]:
    from newstui.domain.light_pages import full_address  # their patterns are not needed for the first paint
    from newstui.domain.urls import page_key

    return lambda url: page_key(full_address(url))
