"""HTTP requests through urllib3, with newstui's guard, limits and deadlines. Connections stay open between requests.

The system's proxies are used. No cookie is kept and no redirect followed: the caller decides where an answer may lead.
"""

from __future__ import annotations

import os
import socket
import ssl
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from http.client import HTTPException, IncompleteRead
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote
from urllib.request import getproxies, proxy_bypass

from urllib3 import PoolManager, ProxyManager
from urllib3.exceptions import HTTPError, LocationValueError, ProxyError, ProxySchemeUnknown
from urllib3.util import make_headers, parse_url

from newstui.domain.errors import NewstuiError, PrivateAddressError, UnreachableError
from newstui.domain.text.clean import one_line
from newstui.net.connect import CALL, PIECE, Call, ForbiddenError, GuardedHTTPPool, GuardedHTTPSPool
from newstui.net.private_hosts import names_private_host

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Self

    from urllib3 import BaseHTTPResponse

    from newstui.net.deadline import Deadline
    from newstui.net.url import Address

_HOSTS = 32
"""Servers whose connections stay open. More than are asked at once."""
_PER_HOST = 2
"""Open connections that are kept for each server."""
_DRAINED = 16 * 1024
"""Bytes of an unread body that are read to keep the connection; a longer one closes it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The head of an answer; its body comes piece by piece, once."""

    status: int
    headers: Mapping[str, str]
    """One line each, names in lower case; the first of those with the same name."""
    pieces: Iterator[bytes]
    """The body. Raises what `HttpClient.request` raises."""

    @property
    def location(self) -> str:
        """The target of a redirect; empty for other answers."""
        return self.headers.get("location", "")


class HttpClient:
    """Sends requests and keeps connections open between them. Any thread may use it."""

    def __init__(self, proxies: Mapping[str, str] | None = None) -> None:
        """proxies: scheme → address of a proxy; by default those that the system names."""
        self._proxies = proxies
        self._managers: dict[str, PoolManager] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections that nobody uses."""
        for manager in self._managers.values():
            # clear() alone leaves the closing of sockets to the garbage collector.
            for key in manager.pools.keys():  # noqa: SIM118  (it cannot be iterated, other threads may use it)
                if pool := manager.pools.get(key):
                    pool.close()
            manager.clear()

    @contextmanager
    def request(
        self,
        method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"],
        address: Address,
        headers: Mapping[str, str],
        deadline: Deadline,
        body: bytes | None = None,
        may_connect: Callable[[str], bool] = lambda _: True,
        *,
        is_repeatable: bool = False,
    ) -> Iterator[Answer]:
        """Sends a request and reads the head of the answer; the block may read its body.

        may_connect: the guard; True for an IP address that may be connected to.
        is_repeatable: the same request twice does no harm. GET is always repeatable.
        Raises Cancelled, PrivateAddressError where the guard refuses, and NewstuiError for everything else that keeps
        the answer from coming.
        """
        deadline.start_server(address.server)
        with _explained(address.server):
            response = self._response(method, address, headers, Call(deadline, may_connect), body, is_repeatable)
            deadline.has_head = True
            try:
                yield Answer(response.status, _headers(response), _pieces(response, address.server))
                _drain(response, address.server)
            finally:
                response.close()

    def _response(
        self,
        method: str,
        address: Address,
        headers: Mapping[str, str],
        call: Call,
        body: bytes | None,
        is_repeatable: bool,
    ) -> BaseHTTPResponse:
        proxy = self._proxy(address)
        manager = self._manager(proxy)
        CALL.set(call)
        while True:
            try:
                return manager.urlopen(
                    method, address.url, body=body, headers={"Host": address.server, **headers},
                    redirect=False, retries=False, preload_content=False, decode_content=False,
                )  # fmt: skip
            except HTTPError as error:
                # A server may close an idle connection just when the next request comes.
                may_repeat = call.is_reused and (is_repeatable or method == "GET")
                if not (may_repeat and isinstance(_cause(error), ConnectionError)):
                    raise
                call.is_reused = False

    def _proxy(self, address: Address) -> str:
        """Returns the address of the proxy for a server; empty for a direct connection.

        A private host is always asked directly, so that the guard sees its address.
        """
        if names_private_host(address.url):
            return ""
        if self._proxies is None:
            self._proxies = getproxies()  # reads the whole environment: a quarter of the work of a small answer
        proxy = self._proxies.get(address.scheme) or self._proxies.get("all") or ""
        return "" if not proxy or proxy_bypass(address.server) else proxy

    def _manager(self, proxy: str) -> PoolManager:
        with self._lock:
            if proxy not in self._managers:
                self._managers[proxy] = _new_manager(proxy)
            return self._managers[proxy]


def _new_manager(proxy: str) -> PoolManager:
    """Raises NewstuiError for a proxy that urllib3 cannot use."""
    context = _ssl_context(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))
    manager = _proxy_manager(proxy, context) if proxy else PoolManager(_HOSTS, maxsize=_PER_HOST, ssl_context=context)
    manager.pool_classes_by_scheme = {"http": GuardedHTTPPool, "https": GuardedHTTPSPool}
    return manager


def _proxy_manager(proxy: str, context: ssl.SSLContext) -> PoolManager:
    try:
        parts = parse_url(proxy if "://" in proxy else f"http://{proxy}")
        if not parts.host:
            raise LocationValueError
        login = make_headers(proxy_basic_auth=unquote(parts.auth)) if parts.auth else {}
        return ProxyManager(parts.url, _HOSTS, maxsize=_PER_HOST, ssl_context=context, proxy_headers=login)
    except (ProxySchemeUnknown, ValueError) as error:
        # The address is not quoted, because it may hold a password.
        hint = "Set http_proxy and https_proxy to an address such as http://proxy.example:3128, or to nothing."
        raise NewstuiError("The address of the proxy cannot be used.", hint=hint) from error


@cache
def _ssl_context(_file: str | None, _folder: str | None) -> ssl.SSLContext:
    """Returns the certificates that the system trusts; these variables override them. Reading takes 20 ms or more."""
    return ssl.create_default_context()


def _headers(response: BaseHTTPResponse) -> dict[str, str]:
    """Returns the headers; http.client decodes them as latin-1, and what is really sent today is UTF-8."""
    headers: dict[str, str] = {}
    for name, value in response.headers.iteritems():
        text = str(value).encode("latin-1", "replace").decode("utf-8", "replace")
        headers.setdefault(name.lower(), one_line(text))
    return headers


def _pieces(response: BaseHTTPResponse, server: str) -> Iterator[bytes]:
    with _explained(server):
        while piece := response.read1(PIECE, decode_content=False):
            yield piece


def _drain(response: BaseHTTPResponse, server: str) -> None:
    """Reads a short rest of the body, so that the connection can be used again."""
    left = _DRAINED
    if isinstance(response.length_remaining, int) and response.length_remaining > left:
        return
    with suppress(NewstuiError):  # the caller has what it needs
        for piece in _pieces(response, server) if response.length_remaining is not None else ():
            left -= len(piece)
            if left < 0:
                return


@contextmanager
def _explained(server: str) -> Iterator[None]:
    """Turns errors of the network into sentences that a person can act on."""
    try:
        yield
    except ProxyError as error:
        raise UnreachableError(
            "The proxy cannot be reached or refuses.", hint="Check http_proxy and https_proxy in your environment."
        ) from error
    except (HTTPError, HTTPException, OSError) as error:
        raise _sentence(server, _cause(error)) from error


def _cause(error: BaseException) -> BaseException:
    """Returns the error of the system that urllib3 wrapped."""
    while isinstance(error, HTTPError) and not isinstance(error, IncompleteRead):
        wrapped = [each for each in (*error.args, getattr(error, "reason", None), error.__cause__)
                   if isinstance(each, BaseException)]  # fmt: skip
        if not wrapped:
            break
        error = wrapped[-1]
    return error


def _sentence(server: str, error: BaseException) -> NewstuiError:
    match error:
        case ForbiddenError():
            commands = "`newstui add`, `newstui feeds add` or `newstui feeds edit`"
            hint = f"If you trust it, allow the feed in the list of feeds, or use --private with {commands}."
            return PrivateAddressError(f"{server} is on this machine or in a private network.", hint=hint)
        case ssl.SSLCertVerificationError():
            reason = error.verify_message.rstrip(".")
            message = f"The certificate of {server} cannot be trusted: {reason}."
            return NewstuiError(message, hint="Check the address, this machine's clock, and its certificates.")
        case ssl.SSLEOFError() | IncompleteRead():
            return _broken_off(server)
        case ssl.SSLError():
            return NewstuiError(f"{server} does not speak https.", hint="Check whether the address begins with http.")
        case socket.gaierror():
            return UnreachableError(f"No server is called {server}.", hint="Check the address and the connection.")
        case ConnectionRefusedError():
            return NewstuiError(f"Nothing answers at {server}.", hint="Start the server there, or check the address.")
        case ConnectionError():
            return _broken_off(server)
        case OSError():
            reason = error.strerror or str(error) or "the system refused"
            return UnreachableError(f"{server} cannot be reached: {reason}.", hint="Check the connection.")
        case _:
            return NewstuiError(f"{server} does not speak HTTP.", hint="Check the address.")


def _broken_off(server: str) -> NewstuiError:
    return NewstuiError(f"The connection to {server} broke off.", hint="Try again.")
