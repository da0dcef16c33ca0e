"""A server of pages that the reader saved, such as wallabag: they come one way in, and marks go both ways."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.accounts.account import FLAGS, RemoteLists
from newstui.domain.errors import NewstuiError
from newstui.domain.marks.fields import TAG
from newstui.services.accounts.remote import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newstui.domain.accounts.account import RemoteArticle, RemoteFeed, SavedPage
    from newstui.domain.feed import Feed
    from newstui.net.api import Api

PAGE = 100
"""Rows in one answer."""
_MOST = 10_000
"""Answers of the longest list."""


class SavedPages(ABC):
    """A server with a list of pages and their marks, which takes one mark a request."""

    contents_at_once = 20

    def __init__(self, api: Api) -> None:
        self._api = api
        self._pages: dict[str, SavedPage] = {}

    @abstractmethod
    def log_in(self) -> None:
        """Raises RefusedLoginError."""

    def can_hold(self, field: str) -> bool:
        """Returns True for flags and tags."""
        return field in FLAGS or field.startswith(TAG)

    @abstractmethod
    def _all(self) -> Iterator[list[SavedPage]]:
        """Yields the pages that are there, answer by answer, without their texts."""

    @abstractmethod
    def _html(self, page: SavedPage) -> str:
        """Returns the text of a page; empty where this server has none, and it comes from the page itself."""

    @abstractmethod
    def _send(self, page: SavedPage, field: str, *, value: bool) -> None:
        """Sets a field of a page."""

    def feeds(self) -> list[RemoteFeed]:
        """Returns nothing: such a server has no subscriptions."""
        return []

    def subscribe(self, feed: Feed) -> None:
        """Raises RefusedError, as the two that follow: there are no feeds."""
        raise RefusedError(f"{self._api.server} has no feeds")

    def change_feed(self, there: RemoteFeed, title: str, folder: str) -> None:
        raise RefusedError(f"{self._api.server} has no feeds")

    def unsubscribe(self, there: RemoteFeed) -> None:
        raise RefusedError(f"{self._api.server} has no feeds")

    def lists(self) -> RemoteLists:
        """Returns the ids of all pages. One that an answer left out, as paging may, only waits for the next round."""
        self._pages = {}
        for number, pages in enumerate(self._all()):
            before = len(self._pages)
            self._pages.update((page.article.id, page) for page in pages)
            if pages and len(self._pages) == before:
                break  # the same again
            if number >= _MOST:
                raise NewstuiError(f"A list of {self._api.server} does not end.", hint="Try again later.")
        labels: dict[str, set[str]] = {}
        for id_, page in self._pages.items():
            for tag in page.tags:
                labels.setdefault(tag, set()).add(id_)
        return RemoteLists(
            all=frozenset(self._pages),
            unread=frozenset(id_ for id_, page in self._pages.items() if not page.is_read),
            starred=frozenset(id_ for id_, page in self._pages.items() if page.is_starred),
            labels={label: frozenset(ids) for label, ids in labels.items()},
        )

    def articles(self, ids: Sequence[str]) -> list[RemoteArticle]:
        """Returns pages with their texts."""
        pages = [self._pages[id_] for id_ in ids if id_ in self._pages]
        return [replace(page.article, html=self._html(page)) for page in pages]

    def send(self, field: str, value: bool, ids: Sequence[str]) -> None:
        """Sets a field of pages, one by one: these servers know no more at once."""
        if not self._pages:
            self.lists()  # tags are named by number there
        for id_ in ids:
            if id_ in self._pages:
                self._send(self._pages[id_], field, value=value)
