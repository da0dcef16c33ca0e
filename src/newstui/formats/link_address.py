"""The addresses that links and images of foreign pages may have: http, https, mailto, absolute. All others are None."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

_LONGEST = 4000
_NO_BREAKS = dict.fromkeys(map(ord, "\t\n\r"))
_NOT_IN_ADDRESSES = str.maketrans({each: f"%{ord(each):02X}" for each in '()<>"\\`^{|}'})


def absolute(address: str, base: str | None) -> str | None:
    """The whole address, safe inside Markdown's parentheses; None unless it is http, https or mailto."""
    address = address.translate(_NO_BREAKS).strip().replace(" ", "%20")
    if not address or address.startswith("#") or len(address) > _LONGEST:
        return None
    try:
        whole = urljoin(base, address) if base else address
        urlsplit(whole)
    except ValueError:
        return None
    if not whole.lower().startswith(("http://", "https://", "mailto:")) or not whole.isprintable():
        return None
    return whole.translate(_NOT_IN_ADDRESSES)
