"""Fetches one address: a feed, a page, a picture. Whatever a server does, it ends in time, with an answer or an error.

Everything that a server says about the address (it moved, it is gone, ask later) is an answer; everything that keeps an
answer from coming is a NewstuiError. Nothing on this machine or in its network is asked unless allowed.
"""

from __future__ import annotations

from base64 import b64encode
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

from newstui import __version__
from newstui.domain.errors import NewstuiError, UnreadableError, UsageError
from newstui.domain.text.clean import one_line
from newstui.net.deadline import Deadline, Limits
from newstui.net.gzip_stream import UnreadableBodyError, inflated, limited
from newstui.net.private_hosts import is_public
from newstui.net.url import web_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.net.request import Answer, HttpClient
    from newstui.net.url import Address

LARGEST = 10 * 1024 * 1024
"""Bytes of the largest answer, unpacked."""
LIMITS = Limits(connect=10.0, silence=20.0, total=30.0, received=LARGEST + 1024 * 1024)
"""`received` has room for the framing, so that a body that is too large differs from one without end."""
MOST_REDIRECTS = 10
USER_AGENT = f"newstui/{__version__}"
_ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.8"
_REDIRECTS = (301, 302, 303, 307, 308)
_PERMANENT = (301, 308)
_LONGEST_TAG = 1000
"""Characters of the longest ETag that is sent back."""
_LONGEST_PAUSE = 30 * 24 * 3600
"""Seconds. A server that asks for a pause of years is asked again after a month."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The answer of a server about an address."""

    url: str
    """The address after all redirects, without a fragment."""
    status: int
    body: bytes = b""
    """Unpacked. Empty for every status but 2xx."""
    content_type: str | None = None
    """The header, for instance `text/html; charset=utf-8`."""
    etag: str | None = None
    last_modified: str | None = None
    """The date of the answer. Both it and `etag` are sent with the next request, unchanged."""
    moved_to: str | None = None
    """The new address, where every redirect was permanent and there is something there."""
    retry_after: float | None = None
    """Seconds from now, 0 to 30 days, for which the server asks for a pause."""
    is_unchanged: bool = False
    """True where it is the same as when the server sent that `etag` or `last_modified`; then it has no body."""


def fetch(
    url: str,
    *,
    is_cancelled: Callable[[], bool],
    login: str = "",
    etag: str | None = None,
    last_modified: str | None = None,
    may_be_private: bool = False,
    accept: str = _ACCEPT,
    limits: Limits = LIMITS,
    largest: int = LARGEST,
    client: HttpClient | None = None,
) -> Fetched:
    """Returns the answer at the address, after redirects. Blocks: call it in a thread.

    login: `name:password`, escaped as in an address. Only the server of `url` gets it.
    etag, last_modified: from the last answer; the server may then say that nothing changed.
    may_be_private: the host of `url`, and no other that it leads to, may be this machine or in its network.
    client: keeps connections open for further requests.
    Raises Cancelled within a moment of the wish; UsageError where it is not a web address; PrivateAddressError;
    UnreadableError for a body that is too large or damaged; NewstuiError for everything else.
    """
    # Loaded late: urllib3 and ssl take tens of milliseconds, and adding a file needs no network.
    from newstui.net.request import HttpClient

    first, deadline = web_address(url), Deadline(limits, is_cancelled, "Try again later.")
    conditions = _conditions(etag, last_modified)
    headers = {"User-Agent": USER_AGENT, "Accept": accept, "Accept-Encoding": "gzip", **conditions}
    address, seen, is_moved = first, {first}, True
    with nullcontext(client) if client else HttpClient() as http:
        while True:
            guard = _allow_all if may_be_private and address.host == first.host else is_public
            sent = {**headers, **(_authorization(login) if _is_same_server(address, first) else {})}
            with http.request("GET", address, sent, deadline, may_connect=guard) as answer:
                if answer.status not in _REDIRECTS or not answer.location:
                    moved_to = address.url if is_moved and len(seen) > 1 else None
                    return _fetched(answer, address, moved_to, largest, may_be_unchanged=bool(conditions))
                is_moved = is_moved and answer.status in _PERMANENT
                address = _next(address, answer.location, seen)
                seen.add(address)


def _authorization(login: str) -> dict[str, str]:
    name, _, password = login.partition(":")
    secret = f"{unquote(name)}:{unquote(password)}".encode("utf-8", "surrogateescape")
    return {"Authorization": f"Basic {b64encode(secret).decode()}"} if login else {}


def _is_same_server(address: Address, first: Address) -> bool:
    """Returns True for the same server, or the same host by https in place of http."""
    is_secured = (first.scheme, address.scheme, address.port) == ("http", "https", 443)
    is_same = (first.scheme, first.port) == (address.scheme, address.port)
    return address.host == first.host and (is_same or is_secured)


def _allow_all(_address: str) -> bool:
    return True


def _conditions(etag: str | None, last_modified: str | None) -> dict[str, str]:
    conditions = {}
    if etag and _is_sendable(etag):
        conditions["If-None-Match"] = etag
    if last_modified and _is_sendable(last_modified):
        conditions["If-Modified-Since"] = last_modified
    return conditions


def _is_sendable(value: str) -> bool:
    return value.isascii() and value.isprintable() and len(value) <= _LONGEST_TAG


def _next(address: Address, location: str, seen: set[Address]) -> Address:
    """Returns the target of a redirect. Raises NewstuiError where newstui does not follow it."""
    hint = "Open the address in a browser to see where it is now."
    try:
        following = web_address(urljoin(address.url, location))
    except (UsageError, ValueError) as error:  # ValueError: brackets that hold no IPv6 address
        elsewhere = one_line(location)[:200]
        message = f"{address.server} redirects to {elsewhere}, where newstui does not go."
        raise NewstuiError(message, hint=hint) from error
    if following in seen:
        raise NewstuiError(f"{address.server} redirects in a circle.", hint=hint)
    if len(seen) > MOST_REDIRECTS:
        raise NewstuiError(f"{address.server} redirects again and again, more than {MOST_REDIRECTS} times.", hint=hint)
    return following


def _fetched(
    answer: Answer, address: Address, moved_to: str | None, largest: int, *, may_be_unchanged: bool
) -> Fetched:
    has_body = 200 <= answer.status < 300
    is_unchanged = answer.status == 304 and may_be_unchanged
    etag, last_modified = (answer.headers.get(name, "") for name in ("etag", "last-modified"))
    return Fetched(
        url=address.url,
        status=answer.status,
        body=body_of(answer, address.server, largest) if has_body else b"",
        content_type=answer.headers.get("content-type") or None,
        etag=etag if etag and _is_sendable(etag) else None,
        last_modified=last_modified if last_modified and _is_sendable(last_modified) else None,
        moved_to=moved_to if has_body or is_unchanged else None,
        retry_after=pause_of(answer, datetime.now(UTC)),
        is_unchanged=is_unchanged,
    )


def body_of(answer: Answer, server: str, largest: int) -> bytes:
    """Returns the unpacked body of an answer. Raises UnreadableError where it is too large or damaged."""
    encoding = answer.headers.get("content-encoding", "identity").lower() or "identity"
    if encoding not in ("gzip", "x-gzip", "identity"):
        message = f"{server} compresses its answer in a way that newstui did not ask for: {encoding[:40]}."
        raise UnreadableError(message, hint="Try again later, or tell whoever runs the server.")
    pieces = (limited if encoding == "identity" else inflated)(answer.pieces, largest)
    body = bytearray()
    try:
        for piece in pieces:
            body += piece
    except UnreadableBodyError as error:
        raise UnreadableError(
            f"The answer of {server} {error}.", hint="Check the address, or try again later."
        ) from error
    return bytes(body)


def pause_of(answer: Answer, now: datetime) -> float | None:
    """Returns the pause in seconds that a server asks for, which it gives in seconds or as a time; None for neither."""
    value = answer.headers.get("retry-after", "")
    if value.isdecimal() and value.isascii():
        return min(float(value[:15]), _LONGEST_PAUSE)
    until = _moment(value)
    if until is None:
        return None
    # By the server's clock, where it sends one: this machine's may be wrong.
    since = _moment(answer.headers.get("date", "")) or now
    return min(max((until - since).total_seconds(), 0.0), _LONGEST_PAUSE)


def _moment(text: str) -> datetime | None:
    """Returns an HTTP date, in UTC where it names no zone; None for anything else."""
    with suppress(ValueError, OverflowError):
        moment = parsedate_to_datetime(text)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None
