"""A web address in its parts. One rule: only http and https, and nothing secret in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import quote, urlsplit

from newstui.domain.errors import UsageError
from newstui.domain.urls import without_login

_IN_PATH = "/%:@!$&'()*+,;=~-._"
_LONGEST = 4000
"""Characters. Servers refuse longer addresses."""
_LONGEST_HOST = 253
_HOST = re.compile("[a-z0-9._:-]+")
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """A server, and a path on it."""

    scheme: Literal["http", "https"]
    host: str
    """The name in ASCII: `xn--bcher-kva.example`."""
    port: int
    path: str
    """Path and query as they are sent; begins with `/`."""

    @property
    def server(self) -> str:
        """The server's name for a person, with its port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address, without a fragment."""
        return f"{self.scheme}://{self.server}{self.path}"


def web_address(url: str, hint: str = "It looks like https://example.org/feed") -> Address:
    """Returns the address in its parts, without its fragment. Raises UsageError where it is not http or https."""
    try:
        parts = urlsplit(url.strip())
        port, host = parts.port, _ascii_host(parts.hostname or "")
    except ValueError as error:
        raise UsageError(f"{_shortened(url)} is not an address", hint=hint) from error
    if parts.scheme not in _DEFAULT_PORTS or not host or port == 0 or len(url) > _LONGEST:
        raise UsageError(f"{_shortened(url)} is not an http or https address", hint=hint)
    if parts.username is not None:
        # The address is not shown: it may contain a password.
        raise UsageError(f"An address must not contain a name or a key ({host})", hint=hint)
    try:
        path = _sent(parts.path or "/") + (f"?{_sent(parts.query, '?')}" if parts.query else "")
    except UnicodeError as error:
        raise UsageError(f"{_shortened(url)} is not an address", hint=hint) from error
    scheme: Literal["http", "https"] = "https" if parts.scheme == "https" else "http"
    return Address(scheme, host, port or _DEFAULT_PORTS[scheme], path)


def address_of(url: str, below: str) -> Address:
    """Returns the address of the path `below` a base address. Raises UsageError where it is not http or https."""
    hint = "It looks like http://localhost:11434/v1; a key is named with `key_env`."
    base = web_address(url, hint)
    path, mark, query = base.path.partition("?")
    return replace(base, path=f"{path.rstrip('/')}/{below}{mark}{query}")


def _sent(text: str, also: str = "") -> str:
    """Returns a part of an address as it is sent: other bytes are escaped, also those that are no UTF-8."""
    return quote(text, safe=_IN_PATH + also, errors="surrogateescape")


def _ascii_host(host: str) -> str:
    """Returns the name in ASCII. Raises ValueError where it cannot be the name of a host."""
    if len(host) > _LONGEST_HOST:
        raise ValueError
    host = host.encode("idna").decode()  # UnicodeError is a ValueError
    if host and not _HOST.fullmatch(host):
        raise ValueError
    return host


def _shortened(url: str) -> str:
    """Returns the address in quotes, at most 200 characters of it."""
    url = without_login(url)
    return repr(url if len(url) <= 200 else url[:200] + "…")
