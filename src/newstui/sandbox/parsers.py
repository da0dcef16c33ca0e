"""The parsers that run in the sandbox, as functions. Each raises what `Sandbox.ask` raises."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export
from newstui.domain.feed import FeedDocument
from newstui.sandbox.limits import MEMORY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from newstui.domain.articles.article import Article
    from newstui.domain.articles.incoming import TakenAs
    from newstui.formats.feeds.discover import FoundFeed
    from newstui.formats.saved.read import SavedArticle
    from newstui.formats.web_page.extract import Extracted
    from newstui.sandbox.client import Sandbox

_EXPORT_SECONDS = (60.0, 3.0)
"""Seconds for an export, which may hold the reading of years, and for each MB of it; on a busy machine."""
_EXPORT_MEMORY = 24
"""Bytes of memory for each byte of an export: an emoji makes Python use four per letter, and there are copies."""


def parsed_feed(
    sandbox: Sandbox, raw: bytes, base: str, content_type: str, is_cancelled: Callable[[], bool]
) -> FeedDocument:
    """Returns the content of a feed."""
    return sandbox.ask(
        FeedDocument, "feed", raw, what="The feed", is_cancelled=is_cancelled, base=base, content_type=content_type
    )


def read_export(
    sandbox: Sandbox, raw: bytes, name: str, is_cancelled: Callable[[], bool], taken_as: TakenAs = ""
) -> Export:
    """Returns the content of a file from another reader.

    taken_as: the meaning of addresses in a file that does not say it; empty for the more likely one.
    """
    return sandbox.ask(
        Export,
        "export",
        raw,
        what=name,
        deadline=_EXPORT_SECONDS[0] + _EXPORT_SECONDS[1] * len(raw) / 2**20,
        memory=MEMORY + _EXPORT_MEMORY * len(raw),
        is_cancelled=is_cancelled,
        name=name,
        **({"taken_as": taken_as} if taken_as else {}),
    )


def markdown_of_each(
    sandbox: Sandbox, fragments: Sequence[tuple[str, str | None]], is_cancelled: Callable[[], bool]
) -> tuple[str, ...]:
    """Returns the Markdown of each (HTML, base address)."""
    return sandbox.ask(tuple[str, ...], "fragments", json.dumps(fragments), what="The text", is_cancelled=is_cancelled)


def feeds_of(sandbox: Sandbox, page: bytes, url: str, is_cancelled: Callable[[], bool]) -> tuple[FoundFeed, ...]:
    """Returns the feeds that a page names."""
    from newstui.formats.feeds.discover import FoundFeed

    return sandbox.ask(tuple[FoundFeed, ...], "find_feeds", page, what="The page", is_cancelled=is_cancelled, base=url)


def extracted(
    sandbox: Sandbox, raw: bytes, url: str | None, content_type: str, is_cancelled: Callable[[], bool]
) -> Extracted:
    """Returns the article of a page."""
    from newstui.formats.web_page.extract import Extracted

    return sandbox.ask(
        Extracted, "page", raw, what="The page", is_cancelled=is_cancelled, url=url, content_type=content_type
    )


def article_of_file(sandbox: Sandbox, raw: bytes, path: str, modified: datetime) -> Article:
    """Returns the article in a file of the library. path: relative to it. modified: when the file was written."""
    from newstui.domain.articles.article import Article

    article = sandbox.ask(Article, "file", raw, what=path, path=path, modified=modified.isoformat())
    return replace(article, path=path)  # an answer holds no bytes that are not UTF-8


def articles_of(sandbox: Sandbox, raw: bytes, name: str, is_cancelled: Callable[[], bool]) -> tuple[SavedArticle, ...]:
    """Returns the articles of a saved page or a book."""
    from newstui.formats.saved.read import SavedArticle

    return sandbox.ask(tuple[SavedArticle, ...], "saved", raw, what=name, is_cancelled=is_cancelled, name=name)


def missing_packages(sandbox: Sandbox) -> tuple[str, ...]:
    """Returns why each package that the parsers need and that cannot be imported fails, in Python's words."""
    return sandbox.ask(tuple[str, ...], "missing_packages", b"", what="The installation", deadline=60.0)
