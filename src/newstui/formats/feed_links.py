"""The addresses that a feed may name: whole, http or https, and nothing in them acts on a terminal, shell or page."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

_LONGEST = 4000
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BREAKS = re.compile(r"[\t\r\n]+")
_NOT_IN_ADDRESSES = {ord(each): f"%{ord(each):02X}" for each in ' "<>\\^`{|}'}


def web_link(address: str, *bases: str | None) -> str | None:
    """`address` as an http or https address, made whole with the first base that can; None if it is none."""
    whole = link(address, *bases)
    return None if whole is None or whole.startswith("mailto:") else whole


def link(address: str, *bases: str | None) -> str | None:
    """The same, but mailto too: what the text of an entry may link to."""
    address = _BREAKS.sub("", address).strip()
    if not address or len(address) > _LONGEST:
        return None
    if _SCHEME.match(address):
        return _allowed(address)
    return next((whole for base in bases if base and (whole := _allowed(_joined(base, address)))), None)


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _allowed(address: str) -> str | None:
    scheme, _, rest = _encoded(address).partition(":")
    scheme = scheme.lower()
    if len(rest) > _LONGEST:
        return None
    if scheme == "mailto":
        return f"mailto:{rest}" if rest else None
    if scheme not in ("http", "https"):
        return None
    whole = f"{scheme}:{rest}"
    try:
        return whole if rest.startswith("//") and urlsplit(whole).hostname else None
    except ValueError:
        return None


def _encoded(address: str) -> str:
    """With percent signs for what no address may have in it as it stands."""
    address = _BREAKS.sub("", address).strip().translate(_NOT_IN_ADDRESSES)
    if address.isprintable():
        return address
    return "".join(each if each.isprintable() else quote(each, errors="replace") for each in address)
