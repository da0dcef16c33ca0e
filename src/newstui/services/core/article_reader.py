"""Reads article files. One rule: a file is read as it is now, whatever the catalogue says.

A page is parsed by code that it may bring down, or keep busy for hours. So it is parsed in a sandbox; a large text too,
because it would hold up all threads of this process.
"""

from __future__ import annotations

from codecs import getincrementaldecoder
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.domain.articles.article import with_date_that_counts
from newstui.domain.errors import NewstuiError, StorageError
from newstui.formats.articles.parse import PAGES, parse_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.domain.articles.article import Article
    from newstui.sandbox.client import Sandbox
    from newstui.store.library.library import File, Library

LARGE = 1_000_000
"""Bytes of a text that is read in a process of its own: this one may have keys to answer meanwhile."""
_BEGINNING = 32_768
"""Bytes of a text that are read at once; the first screens are in them."""
_LAST_SECOND = 250_000_000_000
"""Seconds since 1970 up to which Python has dates."""


def is_page_file(path: str) -> bool:
    """Returns True for a file that must be parsed in a process of its own."""
    return path.lower().endswith(PAGES)


def read_article(library: Library, file: File, sandbox: Callable[[], Sandbox] | None = None) -> Article:
    """Returns the article in a file. Raises StorageError where it cannot be read, Cancelled where the sandbox ends.

    sandbox: gives the one that parses pages; None where this process itself may come to harm.
    """
    modified = datetime.fromtimestamp(min(max(file.mtime_ns, 0) // 1_000_000_000, _LAST_SECOND), UTC)
    article = parsed_article(library.read(file.path), file.path, modified, sandbox)
    return with_date_that_counts(article, modified, datetime.now(UTC))


def beginning_of(library: Library, file: File) -> Article | None:
    """Returns the article that the first part of a file would be; None for a page, and for what is not UTF-8.

    Raises StorageError.
    """
    if is_page_file(file.path):
        return None
    raw = library.read(file.path, _BEGINNING)
    try:
        raw = getincrementaldecoder("utf-8")().decode(raw).encode()  # a character that was cut is left out
    except UnicodeDecodeError:  # the whole of it says what it is
        return None
    return parse_article(raw, file.path, datetime.now(UTC))


def parsed_article(raw: bytes, path: str, modified: datetime, sandbox: Callable[[], Sandbox] | None) -> Article:
    """Returns the article in the bytes of a file. Raises as `read_article` does."""
    is_page = is_page_file(path)
    if sandbox is None or not (is_page or len(raw) > LARGE):
        return parse_article(raw, path, modified)
    from newstui.sandbox.parsers import article_of_file  # most files are no pages

    try:
        return article_of_file(sandbox(), raw, path, modified)
    except NewstuiError as error:
        if not is_page:
            return parse_article(raw, path, modified)  # slower for who waits, and never wrong
        raise StorageError(str(error), hint=error.hint) from error
