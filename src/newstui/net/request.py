"""One question to one server, whose answer is read as it comes. One rule: no server can keep the reader waiting.

The standard library's time limits are for one read: a server that sends a byte a second never meets them. So here a
socket is only waited for a moment at a time; between moments the reader's wish and the deadlines are looked at.
No proxy is used, no cookie kept and no redirect followed: where an answer leads is for the caller to judge.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newstui.domain.errors import NewstuiError, PrivateAddressError
from newstui.domain.text.clean import one_line
from newstui.net.connect import PIECE, ForbiddenError, line_to
from newstui.net.deadline import Cancelled, Limits, Patience
from newstui.net.url import Address, address_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["Address", "Answer", "Cancelled", "Limits", "address_of", "asked", "posted"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The head of an answer; its body comes piece by piece, once."""

    status: int
    headers: Mapping[str, str]
    """One line each, names in lower case; the first of those with the same name."""
    pieces: Iterator[bytes]
    """Ends where the connection ends. Raises what `asked` raises."""

    @property
    def location(self) -> str:
        """Where a redirect leads; empty for other answers."""
        return self.headers.get("location", "")


@contextmanager
def posted(
    address: Address, body: bytes, headers: Mapping[str, str], limits: Limits, is_cancelled: Callable[[], bool]
) -> Iterator[Answer]:
    """POSTs to a server of the reader's own choice, wherever it is; see `asked`."""
    patience = Patience(limits, is_cancelled, "Try again, or use a faster server or a smaller model.")
    with asked("POST", address, headers, patience, body) as answer:
        yield answer


@contextmanager
def asked(
    method: Literal["GET", "POST"],
    address: Address,
    headers: Mapping[str, str],
    patience: Patience,
    body: bytes | None = None,
    may_dial: Callable[[str], bool] = lambda _: True,
) -> Iterator[Answer]:
    """Sends it and reads the head of the answer; the connection is closed at the end of the block.

    may_dial: says of each IP address that the name has whether it may be connected to.
    Raises Cancelled, PrivateAddressError where none of them may, and NewstuiError for whatever keeps the answer from
    coming.
    """
    patience.turn_to(address.server)
    with _told(address.server), line_to(address, patience, may_dial) as line:
        connection = http.client.HTTPConnection(address.host, address.port)
        connection.sock = line
        # A server that has already refused may stop reading, and its answer says why.
        with suppress(ConnectionError):
            connection.request(method, address.path, body, {"Host": address.server, "Connection": "close", **headers})
        response = connection.getresponse()
        patience.has_head = True
        yield Answer(response.status, _headers(response), _pieces(response))


def _headers(response: http.client.HTTPResponse) -> dict[str, str]:
    """http.client reads every byte as a character; what is really sent today is UTF-8."""
    headers: dict[str, str] = {}
    for name, value in response.headers.items():
        text = str(value).encode("latin-1", "replace").decode("utf-8", "replace")
        headers.setdefault(name.lower(), one_line(text))
    return headers


def _pieces(response: http.client.HTTPResponse) -> Iterator[bytes]:
    while piece := response.read1(PIECE):
        yield piece
    if response.length:
        raise ConnectionResetError


@contextmanager
def _told(server: str) -> Iterator[None]:
    """What the system says, as a sentence that a person understands and can act on."""
    try:
        yield
    except ForbiddenError as error:
        raise PrivateAddressError(
            f"{server} is on this machine or in a private network.",
            hint="If you trust it, say so: --private with `newstui add`, `newstui feeds add` or `newstui feeds edit`.",
        ) from error
    except ssl.SSLCertVerificationError as error:
        reason = error.verify_message.rstrip(".")
        message = f"The certificate of {server} is not to be trusted: {reason}."
        raise NewstuiError(message, hint="Check the address, this machine's clock, and its certificates.") from error
    except ssl.SSLEOFError as error:
        raise _broken_off(server) from error
    except ssl.SSLError as error:
        raise NewstuiError(
            f"{server} does not speak https.", hint="Check whether the address begins with http."
        ) from error
    except socket.gaierror as error:
        raise NewstuiError(f"No server is called {server}.", hint="Check the address and the connection.") from error
    except ConnectionRefusedError as error:
        raise NewstuiError(
            f"Nothing answers at {server}.", hint="Start the server there, or check the address."
        ) from error
    except (ConnectionError, http.client.IncompleteRead) as error:
        raise _broken_off(server) from error
    except http.client.HTTPException as error:
        raise NewstuiError(f"What is at {server} does not speak HTTP.", hint="Check the address.") from error
    except OSError as error:
        reason = error.strerror or str(error) or "the system refused"
        raise NewstuiError(f"{server} cannot be reached: {reason}.", hint="Check the connection.") from error


def _broken_off(server: str) -> NewstuiError:
    return NewstuiError(f"The connection to {server} broke off.", hint="Try again.")
