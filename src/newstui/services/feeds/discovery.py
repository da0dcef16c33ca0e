"""Discovery: the feeds that an address leads to, whether it is a feed itself or a page that names some."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Feed
from newstui.domain.urls import host_of, split_login, typed_url, without_login
from newstui.formats.sniff import kind_of
from newstui.net.fetch import fetch
from newstui.net.private_hosts import names_private_host
from newstui.sandbox.client import Sandbox
from newstui.sandbox.parsers import feeds_of, parsed_feed
from newstui.services.events import FoundFeeds
from newstui.services.intake.messages import refusal

if TYPE_CHECKING:
    from collections.abc import Callable


def feeds_named_at(url: str, *, may_be_private: bool, is_cancelled: Callable[[], bool] = lambda: False) -> FoundFeeds:
    """Returns the feeds that an address leads to: itself, or those that its page names. Raises NewstuiError."""
    plain, login = split_login(url)
    answer = fetch(plain, login=login, may_be_private=may_be_private, is_cancelled=is_cancelled)
    if not 200 <= answer.status < 300:
        raise NewstuiError(f"{plain}: {refusal(answer.status)}", hint="check the address")
    with Sandbox() as sandbox:
        if kind_of(answer.body, answer.content_type or "") == "page":
            feeds = feeds_of(sandbox, answer.body, answer.url, is_cancelled)
            return FoundFeeds(url, tuple((feed.url, feed.title) for feed in feeds))
        document = parsed_feed(sandbox, answer.body, answer.url, answer.content_type or "", is_cancelled)
        return FoundFeeds(url, ((answer.moved_to or plain, document.title),), is_feed=True)


def feeds_at(url: str, *, may_be_private: bool, is_cancelled: Callable[[], bool]) -> FoundFeeds:
    """Returns the feeds that an address leads to, at least one.

    Raises NewstuiError where there is none, or no answer.
    """
    # A person who types the address of a machine nearby means it; an address that a page names is checked in `feed_of`.
    url = typed_url(url)
    is_allowed = may_be_private or names_private_host(url)
    feeds = feeds_named_at(url, may_be_private=is_allowed, is_cancelled=is_cancelled)
    if not feeds.feeds:
        raise NewstuiError(
            f"{without_login(url)} is not a feed, and names none", hint="look for a link called RSS or Atom there"
        )
    return feeds


def feed_of(feeds: FoundFeeds, address: str) -> Feed:
    """Returns one of the feeds, with the name and password that the reader typed, for the same host.

    A page on the internet may name one on this machine: that one is refused.
    """
    login = split_login(feeds.url)[1]
    if login and host_of(feeds.url) == host_of(address):
        address = address.replace("://", f"://{login}@", 1)
    return Feed(address, may_be_private=names_private_host(feeds.url) and names_private_host(address))


def discovered(feed: Feed, is_cancelled: Callable[[], bool] = lambda: False) -> tuple[Feed, tuple[str, ...]]:
    """Returns (the feed at the address, or the first that the page there names; the others that it names).

    Raises NewstuiError where there is none, or it cannot be fetched.
    """
    feeds = feeds_at(feed.url, may_be_private=feed.may_be_private, is_cancelled=is_cancelled)
    first = feed_of(feeds, feeds.feeds[0][0])
    may_be_private = feed.may_be_private or first.may_be_private
    return replace(feed, url=first.url, may_be_private=may_be_private), tuple(url for url, _ in feeds.feeds[1:])
