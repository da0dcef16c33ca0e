"""Subscriptions and saved searches. They are acts of the reader and kept like marks: journalled, undone with `undo`."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.domain.feed import Feed, SavedSearch
from newstui.domain.urls import canonical
from newstui.net.private_hosts import names_private_host
from newstui.sandbox.codec import from_json, to_json
from newstui.store.feed_state import read_state

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newstui.domain.marks.change import Value
    from newstui.services.desk import Desk
    from newstui.services.events import FoundFeeds


def feeds(desk: Desk) -> list[Feed]:
    """What the reader subscribes to, by folder and name."""
    found = (_feed(address, value) for address, value in desk.named("subscription").items() if value)
    return sorted(found, key=lambda feed: (feed.folder.casefold(), (feed.title or feed.url).casefold(), feed.url))


def feed_named(desk: Desk, name: str) -> Feed:
    """The feed that a person means: by its address, its name, or a part of either that no other has.

    Raises NewstuiError.
    """
    known = feeds(desk)
    titles = {feed.url: feed.title or read_state(desk.places.feeds, feed.first_address).title for feed in known}
    wanted = name.strip().casefold()
    exact = [feed for feed in known if wanted in (feed.url.casefold(), titles[feed.url].casefold())]
    exact = exact or [feed for feed in known if canonical(feed.url) == canonical(name.strip())]
    near = exact or [feed for feed in known if wanted and wanted in f"{feed.url}\n{titles[feed.url]}".casefold()]
    if len(near) == 1:
        return near[0]
    if near:
        shown = ", ".join(feed.url for feed in near[:3])
        raise NewstuiError(f"{name!r} is the name of {len(near)} feeds: {shown}", hint="type more of the address")
    raise NewstuiError(f"there is no feed {name!r}", hint="`newstui feeds` lists them")


def feeds_at(url: str, *, may_be_private: bool, is_cancelled: Callable[[], bool]) -> FoundFeeds:
    """The feeds that an address leads to, at least one. Raises NewstuiError where there is none, or no answer."""
    from newstui.services.intake.add import found_feeds

    # Who types the address of a machine nearby means it; where it leads to is another matter: see `one_of`.
    is_allowed = may_be_private or names_private_host(url)
    found = found_feeds(url, may_be_private=is_allowed, is_cancelled=is_cancelled)
    if not found.feeds:
        raise NewstuiError(f"{url} is no feed, and names none", hint="look for a link called RSS or Atom there")
    return found


def one_of(found: FoundFeeds, address: str) -> Feed:
    """One of the feeds that were found. A page out in the world may name one on this machine: it is not asked."""
    return Feed(address, may_be_private=names_private_host(found.url) and names_private_host(address))


def discovered(feed: Feed, is_cancelled: Callable[[], bool] = lambda: False) -> tuple[Feed, tuple[str, ...]]:
    """(the feed at the address, or the first that the page there names; the others that it names).

    Raises NewstuiError where there is none, or it cannot be fetched.
    """
    found = feeds_at(feed.url, may_be_private=feed.may_be_private, is_cancelled=is_cancelled)
    first = one_of(found, found.feeds[0][0])
    may_be_private = feed.may_be_private or first.may_be_private
    return replace(feed, url=first.url, may_be_private=may_be_private), tuple(url for url, _ in found.feeds[1:])


def subscribe_all(desk: Desk, wanted: Sequence[Feed], *, is_dry: bool = False) -> int:
    """Those that the reader does not subscribe to yet, as one change; how many they are."""
    known = {canonical(address) for feed in feeds(desk) for address in (feed.url, feed.first_address)}
    new: dict[str, Value] = {}
    for feed in wanted:
        if canonical(feed.url) not in known:
            known.add(canonical(feed.url))
            new[feed.url] = _told(feed)
    if new and not is_dry:
        desk.set_each("subscription", new)
    return len(new)


def change_feed(desk: Desk, feed: Feed) -> None:
    """From now on the subscription is as this one."""
    desk.set("subscription", [feed.url], _told(feed), feed.title or feed.url)


def unsubscribe(desk: Desk, feed: Feed) -> None:
    """Its articles stay, and so does what the reader did with them."""
    desk.set("subscription", [feed.url], "", feed.title or feed.url)


def follow_move(desk: Desk, feed: Feed, address: str) -> None:
    """Its server says that it has moved for good. No act of the reader, so undo leaves it alone."""
    known = {each.url: each for each in feeds(desk)}
    if feed.url in known and address not in known:
        moved = replace(known[feed.url], url=address, known_as=feed.first_address)
        desk.set_each("subscription", {address: _told(moved), feed.url: ""}, is_own_act=False)


def switch_off(desk: Desk, feed: Feed) -> None:
    """Its server says that it is gone for good. No act of the reader, so undo leaves it alone."""
    now = next((each for each in feeds(desk) if each.url == feed.url), None)
    if now is not None:
        desk.set_each("subscription", {feed.url: _told(replace(now, is_disabled=True))}, is_own_act=False)


def searches(desk: Desk) -> list[SavedSearch]:
    """By name."""
    kept = desk.named("search")
    return [SavedSearch(name, query) for name, query in sorted(kept.items()) if isinstance(query, str) and query]


def save_searches(desk: Desk, wanted: Sequence[SavedSearch], *, is_dry: bool = False) -> int:
    """Those whose names are not taken yet, as one change; how many they are."""
    known = desk.named("search")
    new: dict[str, Value] = {search.name: search.query for search in wanted if not known.get(search.name)}
    if new and not is_dry:
        desk.set_each("search", new)
    return len(new)


def _told(feed: Feed) -> str:
    """As the journal keeps it: all but its address."""
    return json.dumps({name: value for name, value in to_json(feed).items() if name != "url"})


def _feed(address: str, value: object) -> Feed:
    """What the journal says of a subscription; a plain one where it makes no sense."""
    plain = Feed(address)
    try:
        kept = json.loads(str(value))
        # What another version of newstui knows of a feed, this one may not know, and the other way round.
        told = {name: kept.get(name, default) for name, default in to_json(plain).items()}
        return from_json(Feed, {**told, "url": address})
    except (ValueError, AttributeError, RecursionError):
        return plain
