"""Enclosures in front matter: an address, then its media type, its bytes and its seconds as far as they are known."""

from __future__ import annotations

import re

from newstui.domain.enclosure import Enclosure
from newstui.domain.urls import web_url

_UNKNOWN = "-"
_TYPE = re.compile(r"[\w.+-]{1,60}(?:/[\w.+-]{1,60})?", re.ASCII)
_BETWEEN = re.compile(r", (?=https?://)", re.IGNORECASE)
"""A pattern of what stands between two items. An address may end with a comma itself."""
_LONGEST_NUMBER = 15


def enclosure_line(enclosure: Enclosure) -> str:
    """Returns it as one line without a comma and a space; empty without an address of the web."""
    url = web_url(enclosure.url)
    if url is None:
        return ""
    media_type = enclosure.type.partition(";")[0].strip()
    parts = [
        url,
        media_type if _TYPE.fullmatch(media_type) else _UNKNOWN,
        *(_UNKNOWN if number is None else str(number) for number in (enclosure.length, enclosure.duration)),
    ]
    while parts[-1] == _UNKNOWN:
        parts.pop()
    return " ".join(parts)


def read_enclosures(text: str) -> tuple[Enclosure, ...]:
    """Returns the enclosures in the items of a list, with `, ` between them. What is no address is left out."""
    read = []
    for item in _BETWEEN.split(text):
        address, media_type, length, duration = (*item.split(" ")[:4], "", "", "", "")[:4]
        url = web_url(address)
        if url:
            is_type = media_type != _UNKNOWN and _TYPE.fullmatch(media_type)
            read.append(Enclosure(url, media_type if is_type else "", _number(length), _number(duration)))
    return tuple(read)


def _number(digits: str) -> int | None:
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST_NUMBER
    return int(digits) if is_number else None
