"""Asks the API of one server. Credentials go to that server alone: no redirect is followed, and only a host of the
reader's own network is asked without encryption.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlencode

from newstui.domain.errors import NewstuiError, PrivateAddressError
from newstui.net.deadline import Deadline, Limits
from newstui.net.fetch import USER_AGENT, body_of, pause_of
from newstui.net.private_hosts import is_public
from newstui.net.url import address_of, web_address

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from newstui.net.request import HttpClient

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest answer, unpacked: a hundred articles of half a megabyte."""
_LIMITS = Limits(connect=10.0, silence=30.0, total=120.0, received=LARGEST + 1024 * 1024)
_WAIT = "Try again later."

Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]


@dataclass(frozen=True, slots=True)
class ApiAnswer:
    """The answer of a server."""

    status: int
    body: bytes
    """Unpacked; empty where it was not read, for a status of 500 and more."""
    location: str = ""
    """The target of a redirect, which is not followed."""
    retry_after: float | None = None
    """Seconds for which the server asks for a pause."""

    @property
    def is_ok(self) -> bool:
        return 200 <= self.status < 300


class Api:
    """One server's API below one address."""

    def __init__(self, url: str, client: HttpClient, is_cancelled: Callable[[], bool]) -> None:
        """Raises UsageError where the address is not http or https."""
        self.url = web_address(url).url.rstrip("/")
        self._client, self._is_cancelled = client, is_cancelled
        self.headers: dict[str, str] = {}
        """Sent with each request: a login, once it is known."""
        self.requests = 0
        """The number of requests so far."""

    @property
    def server(self) -> str:
        """The server's name for a person."""
        return web_address(self.url).server

    def get(self, path: str, query: Sequence[tuple[str, str]] = ()) -> ApiAnswer:
        """Raises NewstuiError, Cancelled."""
        return self._ask("GET", path, query)

    def post(self, path: str, form: Sequence[tuple[str, str]]) -> ApiAnswer:
        """Sends a form. Raises NewstuiError, Cancelled."""
        body = urlencode(form).encode()
        return self._ask("POST", path, (), body, {"Content-Type": "application/x-www-form-urlencoded"})

    def send(self, method: Method, path: str, body: bytes) -> ApiAnswer:
        """Sends JSON. Raises NewstuiError, Cancelled."""
        return self._ask(method, path, (), body, {"Content-Type": "application/json"})

    def _ask(
        self,
        method: Method,
        path: str,
        query: Sequence[tuple[str, str]],
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> ApiAnswer:
        address = address_of(self.url, path + (f"?{urlencode(query)}" if query else ""))
        sent = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip", **self.headers, **(headers or {})}
        deadline = Deadline(_LIMITS, self._is_cancelled, _WAIT)
        guard = _any if address.scheme == "https" else _is_private
        self.requests += 1
        try:
            with self._client.request(
                method, address, sent, deadline, body, guard, is_repeatable=True
            ) as answer:  # values are absolute
                raw = body_of(answer, address.server, LARGEST) if answer.status < 500 else b""
                return ApiAnswer(answer.status, raw, answer.location, pause_of(answer, datetime.now(UTC)))
        except PrivateAddressError as error:
            message = f"{address.server} is asked without encryption, and everybody on the way could read the password."
            raise NewstuiError(message, hint="Use an address that begins with https.") from error


def _any(_address: str) -> bool:
    return True


def _is_private(address: str) -> bool:
    return not is_public(address)
