"""A Miniflux server by its own API, with a key that its settings give. It holds `read` and stars, and no labels."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar

from newstui.domain.accounts.account import FLAGS, RemoteLists
from newstui.domain.urls import without_login
from newstui.formats.accounts.miniflux import (
    article_of,
    articles_of,
    categories_of,
    category_of,
    feeds_of,
    ids_of,
    is_starred,
    new_feed_of,
    states_of,
    total_of,
    user_of,
)
from newstui.services.accounts.remote import RefusedError, checked, read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.domain.accounts.account import RemoteArticle, RemoteFeed
    from newstui.domain.feed import Feed
    from newstui.net.api import Api, ApiAnswer

T = TypeVar("T")

_PAGE = 1_000
_IDS_A_PAGE = 10_000
_SENT_AT_ONCE = 1_000


class Miniflux:
    """One account there."""

    contents_at_once = 100

    def __init__(self, api: Api, key: str) -> None:
        self._api = api
        self._api.headers["X-Auth-Token"] = key

    def log_in(self) -> None:
        """Raises RefusedLoginError."""
        self._read(self._api.get("v1/me"), user_of)

    def feeds(self) -> list[RemoteFeed]:
        """Returns the subscriptions."""
        return self._read(self._api.get("v1/feeds"), feeds_of)

    def subscribe(self, feed: Feed) -> None:
        """Subscribes to a feed, and then gives it the reader's title."""
        body: dict[str, object] = {"feed_url": feed.url, "category_id": self._category(feed.folder)}
        answer = self._api.send("POST", "v1/feeds", json.dumps(body).encode())
        if answer.status >= 400 and answer.status not in (401, 403, 429, 503):
            raise RefusedError(f"{self._api.server} does not take {without_login(feed.url)}")
        id_ = self._read(answer, new_feed_of)
        if feed.title:
            checked(self._api.send("PUT", f"v1/feeds/{id_}", json.dumps({"title": feed.title}).encode()), self._api)

    def change_feed(self, there: RemoteFeed, title: str, folder: str) -> None:
        """Renames and moves."""
        body: dict[str, object] = {"title": title}
        if folder != there.folder:
            body["category_id"] = self._category(folder)
        checked(self._api.send("PUT", f"v1/feeds/{int(there.id)}", json.dumps(body).encode()), self._api)

    def unsubscribe(self, there: RemoteFeed) -> None:
        """Ends a subscription."""
        checked(self._api.send("DELETE", f"v1/feeds/{int(there.id)}", b""), self._api)

    def _category(self, folder: str) -> int:
        """Returns the number of a category, which is made where there is none; the first one for no folder."""
        known = self._read(self._api.get("v1/categories"), categories_of)
        if folder in known or (not folder and known):
            return known[folder] if folder else min(known.values())
        body = json.dumps({"title": folder or "All"}).encode()
        return self._read(self._api.send("POST", "v1/categories", body), category_of)

    def lists(self) -> RemoteLists:
        """Returns the lists of ids."""
        unread = self._ids(("status", "unread"))
        if unread is None:
            return self._lists_of_old_servers()
        read, starred = self._ids(("status", "read")), self._ids(("starred", "true"))
        return RemoteLists(unread.union(read or ()), unread, starred or frozenset())

    def _ids(self, which: tuple[str, str]) -> frozenset[str] | None:
        """Returns a list of ids, twice where it came in pages: an entry may move from one to another meanwhile.

        None where the server is older than these lists.
        """
        ids = set[str]()
        for _ in range(2):
            at, total = 0, 1
            while at < total:
                answer = self._api.get("v1/entries/ids", [which, ("limit", str(_IDS_A_PAGE)), ("offset", str(at))])
                if answer.status in (400, 404):
                    return None
                total, page = self._read(answer, lambda raw: (total_of(raw), ids_of(raw)))
                ids.update(page)
                at += len(page) or total
            if total <= _IDS_A_PAGE:
                break
        return frozenset(ids)

    def _lists_of_old_servers(self) -> RemoteLists:
        everything, unread, starred = set[str](), set[str](), set[str]()
        after = 0
        while states := self._states(after):
            everything.update(id_ for id_, _, _ in states)
            unread.update(id_ for id_, is_unread, _ in states if is_unread)
            starred.update(id_ for id_, _, is_starred in states if is_starred)
            last = max(int(id_) for id_, _, _ in states if id_.isdecimal())
            if last <= after:
                break
            after = last
        return RemoteLists(frozenset(everything), frozenset(unread), frozenset(starred))

    def _states(self, after: int) -> list[tuple[str, bool, bool]]:
        query = [("order", "id"), ("direction", "asc"), ("limit", str(_PAGE)), ("after_entry_id", str(after))]
        return self._read(self._api.get("v1/entries", query), lambda raw: list(states_of(raw)))

    def articles(self, ids: Sequence[str]) -> list[RemoteArticle]:
        """Returns articles with their texts: a run of neighbours in one request, what it leaves out one by one."""
        numbers = sorted(int(id_) for id_ in ids)
        query = [("order", "id"), ("direction", "asc"), ("limit", str(self.contents_at_once))]
        query += [("after_entry_id", str(numbers[0] - 1))]
        found = {article.id: article for article in self._read(self._api.get("v1/entries", query), articles_of)}
        articles = []
        for id_ in ids:
            if id_ in found:
                articles.append(found[id_])
            elif (answer := self._api.get(f"v1/entries/{id_}")).status != 404:
                articles.append(self._read(answer, article_of))
        return articles

    def send(self, field: str, value: bool, ids: Sequence[str]) -> None:
        """Sets `read` or a star."""
        change: dict[str, object] = {"status": "read" if value else "unread"} if field == "read" else {"starred": value}
        for start in range(0, len(ids), _SENT_AT_ONCE):
            some = ids[start : start + _SENT_AT_ONCE]
            body = {"entry_ids": [int(id_) for id_ in some], **change}
            answer = self._api.send("PUT", "v1/entries", json.dumps(body).encode())
            if answer.status == 400 and field == "bookmarked":
                self._turn_stars(some, value)
            else:
                checked(answer, self._api)

    def _turn_stars(self, ids: Sequence[str], value: bool) -> None:
        """Sets stars on a server of before June 2026, which can only turn each over."""
        for id_ in ids:
            answer = self._api.get(f"v1/entries/{id_}")
            if answer.status != 404 and self._read(answer, is_starred) != value:
                checked(self._api.send("PUT", f"v1/entries/{id_}/bookmark", b""), self._api)

    def can_hold(self, field: str) -> bool:
        """Returns True for `read` and stars."""
        return field in FLAGS

    def _read(self, answer: ApiAnswer, parse: Callable[[bytes], T]) -> T:
        return read(answer, self._api, parse)
