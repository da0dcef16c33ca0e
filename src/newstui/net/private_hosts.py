"""Tells public IP addresses from those of this machine and its own network.

One rule: it judges the address that the system has looked up, never its spelling: `2130706433`, `0x7f.1` and a name
that leads to 127.0.0.1 are all the same address.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

_NAT64 = IPv6Network("64:ff9b::/96")
"""Addresses that a gateway turns into the IPv4 address in the last 32 bits (RFC 6052)."""
_IN_IPV4 = IPv6Network("::/96")
"""IPv4 addresses in an old IPv6 notation (RFC 4291, 2.5.5.1), which some systems still accept."""


def is_public(address: str) -> bool:
    """Returns True for an IP address, as `socket.getaddrinfo` gives it, outside this machine and its own network."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv4Address):
        return _is_global(ip)
    embedded = _embedded(ip)
    return _is_global(embedded) if embedded else _is_global(ip) and not ip.is_site_local


def names_private_host(url: str) -> bool:
    """Returns True for a web address whose host is written as one of this machine or its network."""
    with suppress(ValueError):
        host = (urlsplit(url).hostname or "").rstrip(".")
        return host == "localhost" or host.endswith((".localhost", ".local")) or not is_public(_ip(host))
    return False


def _ip(host: str) -> str:
    """Returns `127.0.0.1` for `0x7f.1` and `2130706433`, as the system's look-up does, and other hosts unchanged."""
    with suppress(OSError, UnicodeError):
        return socket.inet_ntoa(socket.inet_aton(host))
    return host


def _is_global(ip: IPv4Address | IPv6Address) -> bool:
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_link_local or ip.is_unspecified)


def _embedded(ip: IPv6Address) -> IPv4Address | None:
    """Returns the IPv4 address inside an IPv6 address, in whatever notation; None where there is none."""
    if ip in _NAT64 or ip in _IN_IPV4:
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    if ip.teredo:
        return ip.teredo[1]
    return ip.ipv4_mapped or ip.sixtofour
