"""An address on the web, taken apart. One rule: only http and https, and nothing secret in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import quote, urlsplit

from newstui.domain.errors import UsageError

_IN_PATH = "/%:@!$&'()*+,;=~-._"
_LONGEST = 4000
"""Characters. Longer ones are no addresses, and servers refuse them."""
_LONGEST_HOST = 253
_HOST = re.compile("[a-z0-9._:-]+")
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Address:
    """A server, and a path on it."""

    scheme: Literal["http", "https"]
    host: str
    """In ASCII: `xn--bcher-kva.example`."""
    port: int
    path: str
    """With the query, as it is sent; begins with `/`."""

    @property
    def server(self) -> str:
        """As a person knows it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.server}{self.path}"


def web_address(url: str, hint: str = "It looks like https://example.org/feed") -> Address:
    """The address as it is asked for: without its fragment. Raises UsageError for one that is not http or https."""
    try:
        parts = urlsplit(url.strip())
        port, host = parts.port, _ascii_host(parts.hostname or "")
    except ValueError as error:
        raise UsageError(f"{_told(url)} is no address", hint=hint) from error
    if parts.scheme not in _DEFAULT_PORTS or not host or port == 0 or len(url) > _LONGEST:
        raise UsageError(f"{_told(url)} is no http or https address", hint=hint)
    if parts.username is not None:
        # Not even to be shown: what stands there may be a password.
        raise UsageError(f"Neither a name nor a key belongs into an address ({host})", hint=hint)
    path = quote(parts.path or "/", safe=_IN_PATH)
    path += f"?{quote(parts.query, safe=_IN_PATH + '?')}" if parts.query else ""
    scheme: Literal["http", "https"] = "https" if parts.scheme == "https" else "http"
    return Address(scheme, host, port or _DEFAULT_PORTS[scheme], path)


def address_of(url: str, below: str) -> Address:
    """The address `below` a base address. Raises UsageError for one that is not http or https, or is none at all."""
    hint = "It looks like http://localhost:11434/v1; a key is named with `key_env`."
    base = web_address(url, hint)
    path, mark, query = base.path.partition("?")
    return replace(base, path=f"{path.rstrip('/')}/{below}{mark}{query}")


def _ascii_host(host: str) -> str:
    """Raises ValueError for a name that none is. What it may hold is for whoever looks it up to say."""
    if len(host) > _LONGEST_HOST:
        raise ValueError
    host = host.encode("idna").decode()  # UnicodeError is a ValueError
    if host and not _HOST.fullmatch(host):
        raise ValueError
    return host


def _told(url: str) -> str:
    """Never the whole of something endless."""
    return repr(url if len(url) <= 200 else url[:200] + "…")
