"""Fetching one address: a feed, a page, a picture. One rule: whatever a server does, it ends in time and in a sentence.

What a server says about the address (it moved, it is gone, ask later) is an answer; what keeps an answer from coming
is a NewstuiError. No proxy is used, no cookie kept. Nothing on this machine or in its network is asked unless allowed.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newstui import __version__
from newstui.domain.errors import NewstuiError, UnreadableError, UsageError
from newstui.domain.text.clean import one_line
from newstui.net.deadline import Limits, Patience
from newstui.net.gzip_stream import UnreadableBodyError, inflated, limited
from newstui.net.private_hosts import is_public
from newstui.net.request import asked
from newstui.net.url import web_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.net.request import Answer
    from newstui.net.url import Address

LARGEST = 10 * 1024 * 1024
"""Bytes that are kept of an answer, unpacked."""
LIMITS = Limits(connect=10.0, silence=20.0, total=30.0, received=LARGEST + 1024 * 1024)
"""`received` has room for what is around the bytes; so one that is too large is told from one without end."""
MOST_REDIRECTS = 10
USER_AGENT = f"newstui/{__version__}"
_ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.9, */*;q=0.8"
_REDIRECTS = (301, 302, 303, 307, 308)
_PERMANENT = (301, 308)
_LONGEST_TAG = 1000
"""Characters of an ETag. It is sent back with each question."""
_LONGEST_PAUSE = 30 * 24 * 3600
"""Seconds. A server that wants to be left alone for years is asked again after a month."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server says about an address."""

    url: str
    """The address that it came from in the end, without a fragment."""
    status: int
    body: bytes = b""
    """Unpacked. Empty for every status but 2xx."""
    content_type: str | None = None
    """As the server says it: `text/html; charset=utf-8`."""
    etag: str | None = None
    last_modified: str | None = None
    """This and `etag` are for the next question, as they stand."""
    moved_to: str | None = None
    """Where it is from now on: every redirect on the way was a permanent one, and there is something there."""
    retry_after: float | None = None
    """Seconds from now, 0 to 30 days: the server wants to be left alone so long."""
    is_unchanged: bool = False
    """It is as it was when the `etag` or `last_modified` of the question was given out; so it has no body."""


def fetch(
    url: str,
    *,
    is_cancelled: Callable[[], bool],
    etag: str | None = None,
    last_modified: str | None = None,
    may_be_private: bool = False,
    accept: str = _ACCEPT,
    limits: Limits = LIMITS,
    largest: int = LARGEST,
) -> Fetched:
    """What is at the address, wherever it leads. Blocks while the server thinks: for a thread.

    etag, last_modified: of the last time; the server may then say that nothing changed.
    may_be_private: the host of `url`, and no other that it leads to, may be this machine or in its network.
    Raises Cancelled within a moment of the wish; UsageError for what is no address; PrivateAddressError;
    UnreadableError for a body that is too large or damaged; NewstuiError for whatever else keeps it from coming.
    """
    address = web_address(url)
    allowed = address.host if may_be_private else None
    patience = Patience(limits, is_cancelled, "Try again later.")
    headers = {
        "User-Agent": USER_AGENT,
        "Accept": accept,
        "Accept-Encoding": "gzip",
        **_conditions(etag, last_modified),
    }
    may_be_unchanged = "If-None-Match" in headers or "If-Modified-Since" in headers
    seen = {address}
    is_moved = True
    while True:
        may_dial = _anything if address.host == allowed else is_public
        with asked("GET", address, headers, patience, may_dial=may_dial) as answer:
            if answer.status not in _REDIRECTS or not answer.location:
                moved_to = address.url if is_moved and len(seen) > 1 else None
                return _fetched(answer, address, moved_to, largest, may_be_unchanged)
            is_moved = is_moved and answer.status in _PERMANENT
            address = _next(address, answer.location, seen)
            seen.add(address)


def _anything(_address: str) -> bool:
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
    """Where a redirect leads. Raises NewstuiError where it leads nowhere."""
    hint = "Open the address in a browser to see where it is now."
    try:
        following = web_address(urljoin(address.url, location))
    except (UsageError, ValueError) as error:  # ValueError: brackets that hold no IPv6 address
        elsewhere = one_line(location)[:200]
        message = f"{address.server} leads to {elsewhere}, where newstui does not go."
        raise NewstuiError(message, hint=hint) from error
    if following in seen:
        raise NewstuiError(f"{address.server} leads round in a circle.", hint=hint)
    if len(seen) > MOST_REDIRECTS:
        raise NewstuiError(f"{address.server} leads on and on, more than {MOST_REDIRECTS} times.", hint=hint)
    return following


def _fetched(answer: Answer, address: Address, moved_to: str | None, largest: int, may_be_unchanged: bool) -> Fetched:
    has_body = 200 <= answer.status < 300
    is_unchanged = answer.status == 304 and may_be_unchanged
    etag, last_modified = (answer.headers.get(name, "") for name in ("etag", "last-modified"))
    return Fetched(
        url=address.url,
        status=answer.status,
        body=_body(answer, address.server, largest) if has_body else b"",
        content_type=answer.headers.get("content-type") or None,
        etag=etag if etag and _is_sendable(etag) else None,
        last_modified=last_modified if last_modified and _is_sendable(last_modified) else None,
        moved_to=moved_to if has_body or is_unchanged else None,
        retry_after=_pause(answer, datetime.now(UTC)),
        is_unchanged=is_unchanged,
    )


def _body(answer: Answer, server: str, largest: int) -> bytes:
    packing = answer.headers.get("content-encoding", "identity").lower() or "identity"
    if packing not in ("gzip", "x-gzip", "identity"):
        message = f"{server} packs what it sends in a way that newstui did not ask for: {packing[:40]}."
        raise UnreadableError(message, hint="Try again later, or tell whoever runs the server.")
    pieces = (limited if packing == "identity" else inflated)(answer.pieces, largest)
    body = bytearray()
    try:
        for piece in pieces:
            body += piece
    except UnreadableBodyError as error:
        raise UnreadableError(f"What {server} sends {error}.", hint="Check the address, or try again later.") from error
    return bytes(body)


def _pause(answer: Answer, now: datetime) -> float | None:
    """How long a server wants to be left alone, which it says in seconds or as a moment; None where it says neither."""
    said = answer.headers.get("retry-after", "")
    if said.isdecimal() and said.isascii():
        return min(float(said[:15]), _LONGEST_PAUSE)
    until = _moment(said)
    if until is None:
        return None
    # By its own clock, where it shows that: this machine's may be wrong.
    since = _moment(answer.headers.get("date", "")) or now
    return min(max((until - since).total_seconds(), 0.0), _LONGEST_PAUSE)


def _moment(text: str) -> datetime | None:
    """An HTTP date; UTC where it names no zone."""
    with suppress(ValueError, OverflowError):
        moment = parsedate_to_datetime(text)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None
