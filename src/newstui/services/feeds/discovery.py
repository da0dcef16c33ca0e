"""Discovery: the feeds that an address leads to, whether it is a feed itself or a page that names some."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Feed
from newstui.net.private_hosts import names_private_host

if TYPE_CHECKING:
    from collections.abc import Callable

    from newstui.services.events import FoundFeeds


def feeds_at(url: str, *, may_be_private: bool, is_cancelled: Callable[[], bool]) -> FoundFeeds:
    """Returns the feeds that an address leads to, at least one.

    Raises NewstuiError where there is none, or no answer.
    """
    from newstui.services.intake.add import found_feeds

    # A person who types the address of a machine nearby means it; an address that a page names is checked in `feed_of`.
    is_allowed = may_be_private or names_private_host(url)
    found = found_feeds(url, may_be_private=is_allowed, is_cancelled=is_cancelled)
    if not found.feeds:
        raise NewstuiError(f"{url} is not a feed, and names none", hint="look for a link called RSS or Atom there")
    return found


def feed_of(found: FoundFeeds, address: str) -> Feed:
    """Returns one of the feeds found. A page on the internet may name one on this machine: that one is refused."""
    return Feed(address, may_be_private=names_private_host(found.url) and names_private_host(address))


def discovered(feed: Feed, is_cancelled: Callable[[], bool] = lambda: False) -> tuple[Feed, tuple[str, ...]]:
    """Returns (the feed at the address, or the first that the page there names; the others that it names).

    Raises NewstuiError where there is none, or it cannot be fetched.
    """
    found = feeds_at(feed.url, may_be_private=feed.may_be_private, is_cancelled=is_cancelled)
    first = feed_of(found, found.feeds[0][0])
    may_be_private = feed.may_be_private or first.may_be_private
    return replace(feed, url=first.url, may_be_private=may_be_private), tuple(url for url, _ in found.feeds[1:])
