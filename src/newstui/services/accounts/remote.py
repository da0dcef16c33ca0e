"""The protocol of a server: all that a round asks of it. A third kind of server is one more file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from newstui.domain.errors import NewstuiError
from newstui.formats.accounts.shape import ShapeError
from newstui.services.intake.messages import refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.domain.accounts.account import RemoteArticle, RemoteFeed, RemoteLists
    from newstui.domain.feed import Feed
    from newstui.net.api import Api, ApiAnswer

T = TypeVar("T")

_LONGEST_PAUSE = 86_400.0
"""Seconds: nobody shuts an account for longer than a day."""


class RefusedLoginError(NewstuiError):
    """The server does not take the name, the password or the key."""


class BusyError(NewstuiError):
    """The server wants to be left alone for some seconds."""

    def __init__(self, message: str, seconds: float, *, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.seconds = seconds


class RefusedError(NewstuiError):
    """The server does not do what it is asked."""


class Remote(Protocol):
    """A server. Every method raises NewstuiError, and Cancelled."""

    contents_at_once: int
    """Articles that one request brings."""

    def log_in(self) -> None:
        """Raises RefusedLoginError for a wrong name or password."""

    def feeds(self) -> list[RemoteFeed]:
        """Returns the subscriptions there."""

    def subscribe(self, feed: Feed) -> None:
        """Subscribes to a feed, with its title and folder. Raises RefusedError where the server finds none there."""

    def change_feed(self, there: RemoteFeed, title: str, folder: str) -> None:
        """Gives a subscription a title and a folder, which may be none. Whether it counts, the next list shows."""

    def unsubscribe(self, there: RemoteFeed) -> None:
        """Ends a subscription. The server may remove its articles and their stars."""

    def lists(self) -> RemoteLists:
        """Returns the ids of all, unread, starred and labelled articles."""

    def articles(self, ids: Sequence[str]) -> list[RemoteArticle]:
        """Returns articles, of up to `contents_at_once` ids; those that are gone are left out."""

    def send(self, field: str, value: bool, ids: Sequence[str]) -> None:
        """Sets a field of articles, of any number. Whether it counts, only the next lists show."""

    def can_hold(self, field: str) -> bool:
        """Returns True for a field that this server has."""


def checked(answer: ApiAnswer, api: Api) -> bytes:
    """Returns the body of an answer that went well.

    Raises RefusedLoginError, or NewstuiError with what a person can do.
    """
    if answer.is_ok:
        return answer.body
    if answer.status in (401, 403):
        hint = (
            "Check the name and the password of the API, which may differ from that of the page: newstui accounts edit"
        )
        raise RefusedLoginError(f"{api.server} does not take the name or the password.", hint=hint)
    if answer.location:
        hint = "Check the address in a browser; newstui sends a password to no other place."
        raise NewstuiError(f"{api.server} sends newstui to another address.", hint=hint)
    if answer.status == 429 or (answer.status == 503 and answer.retry_after):
        seconds = min(answer.retry_after or 0.0, _LONGEST_PAUSE)
        wait = f" for {max(1, round(seconds / 60))} minutes" if seconds else " for a while"
        raise BusyError(f"{api.server} wants to be left alone{wait}.", seconds, hint="Sync again after that.")
    if answer.status == 503:
        hint = "Switch on the API in its settings, or try again later."
        raise NewstuiError(f"{api.server} does not answer for its API now.", hint=hint)
    kind = RefusedError if answer.status < 500 else NewstuiError
    raise kind(f"{api.server}: {refusal(answer.status)}.", hint="Check the address of the API.")


def read(answer: ApiAnswer, api: Api, parse: Callable[[bytes], T]) -> T:
    """Returns what an answer holds. A wrong path answers 200 with a page, so each shape is looked at."""
    raw = checked(answer, api)
    try:
        return parse(raw)
    except ShapeError as error:
        raise unexpected(api) from error


def unexpected(api: Api) -> NewstuiError:
    """Returns the error for an answer that no such API gives."""
    hint = "Check the address: it is that of the API, such as https://example.org/api/greader.php"
    return NewstuiError(f"{api.url} answers, but not as this API does.", hint=hint)
