"""A server that speaks the Google Reader API: FreshRSS, Miniflux, The Old Reader, BazQux, CommaFeed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from newstui.domain.accounts.account import RemoteLists
from newstui.domain.errors import NewstuiError
from newstui.domain.marks.fields import TAG
from newstui.formats.accounts.google_reader import (
    LABEL,
    READ,
    READING_LIST,
    STARRED,
    articles_of,
    auth_of,
    ids_of,
    labels_of,
    subscriptions_of,
    token_of,
)
from newstui.services.accounts.remote import RefusedLoginError, checked, read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.domain.accounts.account import RemoteArticle, RemoteFeed
    from newstui.domain.feed import Feed
    from newstui.net.api import Api, ApiAnswer

T = TypeVar("T")

_READER = "reader/api/0/"
_PAGE = 1000
"""Ids a page where the server refuses more (The Old Reader)."""
_LARGE_PAGE = 10_000
_MOST_PAGES = 1_000
_MOST_IDS = 2_000_000
_SENT_AT_ONCE = 250
"""Ids in one change: PHP reads 1,000 variables of a form, and drops the others without a word."""
_STREAMS = {"read": READ, "bookmarked": STARRED}


class GoogleReader:
    """One account there."""

    contents_at_once = 100

    def __init__(self, api: Api, user: str, password: str) -> None:
        self._api, self._user, self._password = api, user, password
        self._token = ""
        self._folders: set[str] = set()
        self._page = _LARGE_PAGE

    def log_in(self) -> None:
        """Raises RefusedLoginError."""
        self._api.headers.pop("Authorization", None)
        form = [("Email", self._user), ("Passwd", self._password)]
        answer = self._api.post("accounts/ClientLogin", form)
        if answer.status == 400:  # a name that can be none
            raise RefusedLoginError(f"{self._api.server} has no user of this name.", hint="newstui accounts edit")
        auth = self._read(answer, auth_of)
        self._api.headers["Authorization"] = f"GoogleLogin auth={auth}"
        self._token = self._read(self._api.get(f"{_READER}token"), token_of)

    def feeds(self) -> list[RemoteFeed]:
        """Returns the subscriptions."""
        feeds = self._get("subscription/list", subscriptions_of)
        self._folders.update(feed.folder for feed in feeds if feed.folder)
        self._labels()
        return feeds

    def subscribe(self, feed: Feed) -> None:
        """Subscribes to a feed."""
        form = [("ac", "subscribe"), ("s", f"feed/{feed.url}")]
        form += [("t", feed.title)] if feed.title else []
        form += [("a", LABEL + feed.folder)] if feed.folder else []
        self._change("subscription/edit", form)

    def change_feed(self, there: RemoteFeed, title: str, folder: str) -> None:
        """Renames and moves. Of the new folder and the old one FreshRSS takes the new, others take each."""
        form = [("ac", "edit"), ("s", there.id)]
        form += [("t", title)] if title != there.title else []
        if folder != there.folder:
            form += [("a", LABEL + folder)] if folder else []
            form += [("r", LABEL + there.folder)] if there.folder else []
        self._change("subscription/edit", form)

    def unsubscribe(self, there: RemoteFeed) -> None:
        """Ends a subscription."""
        self._change("subscription/edit", [("ac", "unsubscribe"), ("s", there.id)])

    def lists(self) -> RemoteLists:
        """Returns the lists of ids. Each that came in several pages is asked for twice: paging loses some."""
        labels = self._labels()
        everything = self._ids(READING_LIST)
        return RemoteLists(
            all=everything,
            unread=self._ids(READING_LIST, without=READ) & everything,
            starred=self._ids(STARRED),
            labels={label: self._ids(LABEL + label) for label in sorted(labels)},
        )

    def articles(self, ids: Sequence[str]) -> list[RemoteArticle]:
        """Returns articles with their texts."""
        form = [("output", "json"), *(("i", id_) for id_ in ids)]
        return read(self._post("stream/items/contents", form), self._api, articles_of)

    def send(self, field: str, value: bool, ids: Sequence[str]) -> None:
        """Sets a field. The act comes before the ids, so that a server that drops the end drops ids, and no act."""
        stream = _STREAMS.get(field) or LABEL + field.removeprefix(TAG)
        for start in range(0, len(ids), _SENT_AT_ONCE):
            some = [("i", id_) for id_ in ids[start : start + _SENT_AT_ONCE]]
            self._change("edit-tag", [("a" if value else "r", stream), *some])

    def can_hold(self, field: str) -> bool:
        """Returns True for flags, and tags that are not the name of a folder."""
        return field in _STREAMS or (field.startswith(TAG) and field.removeprefix(TAG) not in self._folders)

    def _ids(self, stream: str, without: str = "") -> frozenset[str]:
        ids, pages = self._pages(stream, without)
        return frozenset(ids) if pages == 1 else frozenset(ids).union(self._pages(stream, without)[0])

    def _pages(self, stream: str, without: str) -> tuple[list[str], int]:
        """Returns (all ids of a stream, the number of pages)."""
        ids: list[str] = []
        following, seen = "", set[str]()
        for page in range(1, _MOST_PAGES + 1):
            query = [("output", "json"), ("s", stream), ("n", str(self._page))]
            query += [("xt", without)] if without else []
            query += [("c", following)] if following else []
            answer = self._ask_for_ids(query)
            if answer.status == 400 and self._page != _PAGE:
                self._page = _PAGE
                return self._pages(stream, without)
            more, following = self._read(answer, ids_of)
            ids += more
            if not following or following in seen or not more:
                return ids, page
            if len(ids) > _MOST_IDS:
                break
            seen.add(following)
        raise NewstuiError(f"A list of {self._api.server} does not end.", hint="Try again later.")

    def _ask_for_ids(self, query: list[tuple[str, str]]) -> ApiAnswer:
        return self._again(lambda: self._api.get(f"{_READER}stream/items/ids", query))

    def _labels(self) -> set[str]:
        """Returns the labels there. Folders are not among them, and empty ones are known from this list alone."""
        labels, folders = self._get("tag/list", lambda raw: labels_of(raw, self._folders))
        self._folders.update(folders)
        return labels

    def _get(self, path: str, parse: Callable[[bytes], T]) -> T:
        return self._read(self._again(lambda: self._api.get(_READER + path, [("output", "json")])), parse)

    def _post(self, path: str, form: list[tuple[str, str]]) -> ApiAnswer:
        """Posts a form. The token of now comes first, so that a server that drops the end of a form reads it."""
        return self._again(lambda: self._api.post(_READER + path, [("T", self._token), *form]))

    def _change(self, path: str, form: list[tuple[str, str]]) -> None:
        checked(self._post(path, form), self._api)

    def _again(self, ask: Callable[[], ApiAnswer]) -> ApiAnswer:
        """Asks, and once more after a new login: keys and tokens of some servers last minutes."""
        answer = ask()
        if answer.status != 401:
            return answer
        self.log_in()
        return ask()

    def _read(self, answer: ApiAnswer, parse: Callable[[bytes], T]) -> T:
        return read(answer, self._api, parse)
