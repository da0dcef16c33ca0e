"""The card of an article: what the catalogue writes of its file. Plain values only, so that another process can fill it
in and hand it over at a tenth of what the article itself would cost.
"""

from __future__ import annotations

from datetime import timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from newstui.store.catalogue.tags import joined

if TYPE_CHECKING:
    from newstui.domain.articles.article import Article
    from newstui.store.library.library import File

Stored = str | bytes | int | None

COLUMNS = (
    "id",
    "path",
    "title",
    "source",
    "author",
    "published",
    "zone",
    "url",
    "lang",
    "words",
    "summary",
    "own_tags",
    "tags",
    "feed",
    "wants_text",
    "added",
    "text",
)
"""Of the table `article`. The last two stay as they are when the file is written again with the same text."""


class Card(NamedTuple):
    id: str
    columns: tuple[Stored, ...]
    """The values of COLUMNS."""
    text: bytes
    """Digest of title and body: whether two articles say the same."""
    title: str
    """As the full-text index takes it; so is the body."""
    body: str
    notes: str


def card_of(file: File, article: Article) -> Card:
    from newstui.domain.search.cjk import indexable  # its pattern is not needed for the first paint

    zone = article.published.utcoffset() or timedelta()
    tags = joined(article.tags)
    text = blake2b(f"{article.title}\0{article.body}".encode(), digest_size=8).digest()
    columns = (
        article.id,
        stored(file.path),
        article.title,
        article.source,
        article.author,
        int(article.published.timestamp()),
        int(zone.total_seconds()),
        article.url,
        article.lang,
        article.words,
        article.summary,
        tags,
        tags,
        article.feed,
        article.wants_text,
        file.mtime_ns // 1_000_000_000,
        text,
    )
    return Card(article.id, columns, text, indexable(article.title), indexable(article.body), "\n".join(article.notes))


def stored(path: str) -> str | bytes:
    """A path, or what somebody typed, as SQLite can hold it: text, or bytes where it is no UTF-8."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return path.encode(errors="surrogatepass")
    return path
