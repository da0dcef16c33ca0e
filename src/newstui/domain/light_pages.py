"""Mobile and AMP versions of web pages: the addresses of the pages that they are versions of.

Only to be compared: an address that looks like a version may be a page of its own, so whoever compares looks at titles
and texts too.
"""

from __future__ import annotations

import re

_MAY_BE = re.compile(r"//(?:[^/?#]{1,100}\.)?(?:m|mobile|amp|touch|wap)\.|[/.?&=]amp", re.IGNORECASE)
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
_END = re.compile(r"(?:(?P<suffix>\.html?)?/amp/?|\.amp(?P<html>\.html?)?)\Z", re.IGNORECASE)
_LONGEST_END = 20
_OF_ARTICLE = re.compile(r"-|\d{3}")
"""Matches what the last part of a path has that names an article, and not one that is called amp."""
_IN_QUERY = re.compile(r"(?<=[?&])(?:amp(?:=(?:1|true))?|outputtype=amp|view=amp)(?:&|(?=#)|\Z)", re.IGNORECASE)
_EMPTY_QUERY = re.compile(r"[?&](?=#|\Z)")


def full_address(url: str) -> str:
    """Returns the address of the page that another is a mobile or AMP version of; any other address as it is."""
    if not _may_be(url.lower()) or not _MAY_BE.search(url):
        return url
    if copied := _CACHE.match(url):
        url = f"http{'s' if copied['safe'] else ''}://{url[copied.end() :]}"
    url = _HOST.sub(r"\g<scheme>\g<before>", url, count=1)
    path_end = min((at for sign in "?#" if (at := url.find(sign)) >= 0), default=len(url))
    url = _without_end(url[:path_end]) + url[path_end:]
    return _EMPTY_QUERY.sub("", _IN_QUERY.sub("", url), count=1)


def _may_be(lower: str) -> bool:
    """Returns True for every address that `_MAY_BE` matches, and few others, in a tenth of the time."""
    if "m." in lower or "mobile." in lower or "touch." in lower or "wap." in lower:
        return True
    if "amp" not in lower:
        return False
    return "/amp" in lower or ".amp" in lower or "?amp" in lower or "&amp" in lower or "=amp" in lower


def _without_end(path: str) -> str:
    """Returns an address up to the end of its path without the part that says AMP."""
    end = _END.search(path, max(0, len(path) - _LONGEST_END))
    if end is None or not _OF_ARTICLE.search(path[: end.start()].rpartition("/")[2]):
        return path
    return f"{path[: end.start()]}{end['suffix'] or end['html'] or ''}"
