"""Mobile and AMP versions of web pages: the addresses of the pages that they are versions of.

Only to be compared: an address that looks like a version may be a page of its own, so whoever compares looks at titles
and texts too.
"""

from __future__ import annotations

import re

_MAY_BE = re.compile(r"//(?:[^/?#]{1,100}\.)?(?:m|mobile|amp|touch|wap)\.|amp", re.IGNORECASE)
_HOST = re.compile(
    r"(?P<scheme>https?://)(?P<before>[a-z]{2,3}\.|)(?:m|mobile|amp|touch|wap)\.(?=[^/?#@:]+\.[^/?#@.:]{2,})",
    re.IGNORECASE,
)
"""Matches a host like m.example.org or en.m.example.org."""
_CACHE = re.compile(
    r"https?://(?:(?:[\w-]{1,200}\.)?cdn\.ampproject\.org/(?:[acvwr]/)+|(?:www\.)?google\.[a-z.]{2,6}/amp/)(?P<safe>s/)?"
    r"(?=[^/?#]+\.[^/?#]+/)",
    re.IGNORECASE,
)
"""Matches what stands before the address of a page in that of its copy."""
_IN_PATH = re.compile(
    r"(?P<slug>/[^/?#]*(?:-[^/?#]*|\d{3}[^/?#]*))(?:/amp/?|\.amp(?P<html>\.html?)?|(?P<suffix>\.html?)/amp/?)(?=[?#]|\Z)",
    re.IGNORECASE,
)
"""Matches the end of a path that names an article, not one that is called amp."""
_IN_QUERY = re.compile(r"(?<=[?&])(?:amp(?:=(?:1|true))?|outputtype=amp|view=amp)(?:&|(?=#)|\Z)", re.IGNORECASE)
_EMPTY_QUERY = re.compile(r"[?&](?=#|\Z)")


def full_address(url: str) -> str:
    """Returns the address of the page that another is a mobile or AMP version of; any other address as it is."""
    if not _MAY_BE.search(url):
        return url
    if copied := _CACHE.match(url):
        url = f"http{'s' if copied['safe'] else ''}://{url[copied.end() :]}"
    url = _HOST.sub(r"\g<scheme>\g<before>", url, count=1)
    url = _IN_PATH.sub(lambda end: f"{end['slug']}{end['html'] or end['suffix'] or ''}", url, count=1)
    return _EMPTY_QUERY.sub("", _IN_QUERY.sub("", url), count=1)
