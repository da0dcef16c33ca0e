"""Reads article files. One rule: a file is read as it is now, whatever the catalogue says."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.domain.articles.article import with_date_that_counts
from newstui.formats.articles.parse import parse_article

if TYPE_CHECKING:
    from newstui.domain.articles.article import Article
    from newstui.store.library.library import File, Library

_LAST_SECOND = 250_000_000_000
"""Seconds since 1970 up to which Python has dates."""


def read_article(library: Library, file: File) -> Article:
    """Returns the article in a file. Raises StorageError where it cannot be read."""
    modified = datetime.fromtimestamp(min(max(file.mtime_ns, 0) // 1_000_000_000, _LAST_SECOND), UTC)
    article = parse_article(library.read(file.path), file.path, modified)
    return with_date_that_counts(article, modified, datetime.now(UTC))
