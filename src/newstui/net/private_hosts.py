"""Which addresses of machines are out in the world: the others are this machine's, or its neighbours'.

One rule: it judges what the system has looked up, never how someone wrote it: `2130706433`, `0x7f.1` and a name that
leads to 127.0.0.1 are all the same address here.
"""

from __future__ import annotations

from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

_NAT64 = IPv6Network("64:ff9b::/96")
"""What a gateway turns into the IPv4 address in the last 32 bits (RFC 6052)."""
_IN_IPV4 = IPv6Network("::/96")
"""IPv4 addresses as IPv6 once wrote them (RFC 4291, 2.5.5.1); some systems still take them so."""


def is_public(address: str) -> bool:
    """Whether an IP address, as `socket.getaddrinfo` gives it, may belong to anyone but this machine's own network."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv4Address):
        return _is_global(ip)
    within = _within(ip)
    return _is_global(within) if within else _is_global(ip) and not ip.is_site_local


def names_private_host(url: str) -> bool:
    """Whether an address says by itself that it lies on this machine or in its network."""
    with suppress(ValueError):
        host = (urlsplit(url).hostname or "").rstrip(".")
        return host == "localhost" or host.endswith((".localhost", ".local")) or not is_public(host)
    return False


def _is_global(ip: IPv4Address | IPv6Address) -> bool:
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_link_local or ip.is_unspecified)


def _within(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that it stands for, whatever way it is wrapped."""
    if ip in _NAT64 or ip in _IN_IPV4:
        return IPv4Address(int(ip) & 0xFFFF_FFFF)
    if ip.teredo:
        return ip.teredo[1]
    return ip.ipv4_mapped or ip.sixtofour
