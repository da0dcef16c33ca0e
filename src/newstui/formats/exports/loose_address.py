"""Addresses as people write them in lists and tables of their own: without a scheme, or with the one of feeds."""

from __future__ import annotations

import re

from newstui.domain.urls import of_the_web, web_url

_FEED_SCHEME = re.compile(r"feed:(?://)?", re.IGNORECASE)
_LIKE_A_FEED = re.compile(r"(?:^|[/._?=&-])(?:rss2?|atom|feeds?|rdf|xml)(?:[/._?=&#]|$)", re.IGNORECASE)


def loose_url(written: str) -> str | None:
    """Returns the web address of `www.e.org`, `feed://e.org/rss` or a whole address; None for anything else."""
    return web_url(f"https://{written}" if written.lower().startswith("www.") else of_the_web(written))


def is_like_a_feed(written: str) -> bool:
    """Returns True for an address that is more likely a feed than a page."""
    return bool(_FEED_SCHEME.match(written) or _LIKE_A_FEED.search(written.partition("//")[2]))
