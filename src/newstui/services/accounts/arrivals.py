"""Takes articles of a server into the library, as articles of the feeds that they came with there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.domain.articles.identity import incoming_id
from newstui.domain.articles.incoming import Incoming
from newstui.domain.articles.page_status import PageStatus
from newstui.domain.errors import UnreadableError
from newstui.domain.feed import UNTITLED
from newstui.formats.text.plain import plain_line, shortened
from newstui.sandbox.parsers import markdown_of_each
from newstui.services.feeds.decide import first_version

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.domain.accounts.account import RemoteArticle
    from newstui.domain.feed import Feed
    from newstui.sandbox.client import Sandbox
    from newstui.services.core.marks import Marks
    from newstui.services.intake.ingest import Ingest

_TITLE = 80
_LOOKED_AT = 1000
"""Characters of a title that is made of the first words, and of the text that may give them."""


class Arrivals:
    """Articles of one round."""

    def __init__(
        self,
        ingest: Ingest,
        marks: Marks,
        sandbox: Sandbox,
        feeds: dict[str, Feed],
        is_cancelled: Callable[[], bool],
    ) -> None:
        """feeds: id there → feed here."""
        self._ingest, self._marks, self._sandbox, self._feeds = ingest, marks, sandbox, feeds
        self._is_cancelled = is_cancelled
        self.new = 0
        """Articles that the library did not have."""

    def take(self, articles: Sequence[RemoteArticle]) -> dict[str, dict[str, str]]:
        """Writes what is new; returns feed there → id there → id here. Articles of other feeds are left out.

        Raises StorageError, Cancelled; NewstuiError where no text can be read at all.
        """
        ours = [article for article in articles if not article.feed or article.feed in self._feeds]
        html = [(article.html, article.url or None) for article in ours]
        texts = self._texts(html) if html else ()
        placed: dict[str, dict[str, str]] = {}
        with self._ingest.together():
            for article, text in zip(ours, texts, strict=True):
                placed.setdefault(article.feed, {})[article.id] = self._take(article, text)
        return placed

    def _texts(self, html: Sequence[tuple[str, str | None]]) -> tuple[str, ...]:
        """Returns the text of each; empty for one that cannot be read, so that it keeps no other away."""
        try:
            return markdown_of_each(self._sandbox, html, self._is_cancelled)
        except UnreadableError:
            half = len(html) // 2
            return (*self._texts(html[:half]), *self._texts(html[half:])) if half else ("",)

    def _take(self, article: RemoteArticle, text: str) -> str:
        if article.feed:
            feed = self._feeds[article.feed]
            incoming = first_version(feed, _incoming(article, text, feed))
        else:
            incoming = _saved_page(article, text)
        id_ = self._ingest.known_id(incoming)
        if self._marks.of(id_ or incoming_id(incoming)).discarded:
            return id_ or incoming_id(incoming)
        if id_ is not None:
            return self._ingest.add_known(id_, incoming).id
        self.new += 1
        return self._ingest.add_new(incoming).id


def _incoming(article: RemoteArticle, text: str, feed: Feed) -> Incoming:
    return replace(
        _page(article, text),
        source=feed.title or None,
        tags=tuple(dict.fromkeys((*article.tags, *feed.tags))),
        feed=feed.first_address,
        guid=article.guid,
    )


def _saved_page(article: RemoteArticle, text: str) -> Incoming:
    """Returns a page that the reader saved; where the server has no text, the next sync fetches the page for it."""
    page = replace(_page(article, text), source=article.source or None)
    return page if text or not page.url else replace(page, page_status=PageStatus("wanted"))


def _page(article: RemoteArticle, text: str) -> Incoming:
    return Incoming(
        title=article.title or shortened(plain_line(text[:_LOOKED_AT]), _TITLE) or article.url or UNTITLED,
        body=text,
        url=article.url or None,
        author=article.author or None,
        published=datetime.fromtimestamp(article.published, UTC) if article.published else None,
    )
