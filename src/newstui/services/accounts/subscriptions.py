"""Brings the subscriptions of an account and the reader's in line: what changed here goes there, else theirs come here.

What the reader ended here does not come back. It ends there only where the reader says so: a server may remove the
articles of a subscription that ends, and their stars.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newstui.domain.accounts.subscription import FeedAgreed, is_changed_here, is_changed_there
from newstui.domain.feed import Feed
from newstui.domain.urls import page_key, without_login
from newstui.services.accounts.remote import RefusedError
from newstui.services.events import Skipped

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from newstui.domain.accounts.account import RemoteFeed
    from newstui.services.accounts.remote import Remote
    from newstui.services.feeds.subscriptions import Subscriptions
    from newstui.store.agreements import Agreements


@dataclass
class FeedRound:
    """The subscriptions in one round."""

    account: str
    remote: Remote
    agreements: Agreements
    feeds: Subscriptions
    now: int
    """The time of the round, µs since 1970."""
    followed: dict[str, Feed] = field(default_factory=dict)
    """Id there → feed here, with a title."""
    there: frozenset[str] = frozenset()
    """The ids of all subscriptions there."""

    def run(self) -> Iterator[Skipped]:
        """Sends what the reader changed, and takes what the server has; yields what the server refuses.

        Raises NewstuiError.
        """
        there, known = self.remote.feeds(), self.agreements.feeds()
        self.there = frozenset(each.id for each in there)
        if known and not there:
            return  # who loses all of them at once has another trouble than a reader who ended them
        sent = yield from self._send(there, known)
        if sent:
            there = self.remote.feeds()  # lists are believed, not "OK"
        yield from self._take(there, known)

    def _own(self) -> dict[str, Feed]:
        return {page_key(feed.url): feed for feed in self.feeds.all()}

    # What goes there

    def _send(self, there: Sequence[RemoteFeed], known: dict[str, FeedAgreed]) -> Generator[Skipped, None, bool]:
        """Returns True where something was sent."""
        here, has_sent = self._own(), False
        keys = {page_key(each.url) for each in there}
        endings = {page_key(url) for url in self.agreements.endings()}
        for each in there:
            feed = here.get(page_key(each.url))
            if feed is None and page_key(each.url) in endings:
                self.remote.unsubscribe(each)
                has_sent = True
            elif feed is not None and feed.account == self.account:
                title, folder = _wanted(feed, each, known.get(each.id))
                if (title, folder) != (each.title, each.folder):
                    self.remote.change_feed(each, title, folder)
                    has_sent = True
        once = {page_key(each.url) for each in self.agreements.own_feeds().values()}
        new = [feed for key, feed in here.items()
               if feed.account == self.account and key not in keys | once]  # fmt: skip
        for feed in new:
            try:
                self.remote.subscribe(feed)
                has_sent = True
            except RefusedError:
                self.feeds.follow([replace(feed, account="")])
                address = without_login(feed.url)
                yield Skipped(address, f"{self.account} does not take this feed, so it is fetched from here")
        return has_sent

    # What comes here

    def _take(self, there: Sequence[RemoteFeed], known: dict[str, FeedAgreed]) -> Iterator[Skipped]:
        here, agreed = self._own(), dict[str, FeedAgreed]()
        new, changed = list[Feed](), list[Feed]()
        for each in there:
            feed, before = here.get(page_key(each.url)), known.get(each.id)
            if feed is None and before is not None:
                agreed[each.id] = before  # the reader ended it here
                continue
            if feed is None:
                feed = Feed(each.url, folder=each.folder, site=each.site or None, account=self.account)
                new.append(feed)
            elif feed.account == self.account:
                taken = _heard(feed, each, before)
                if taken != feed:
                    changed.append(taken)
                feed = taken
                if before is not None and _wanted(feed, each, before) != (each.title, each.folder):
                    yield Skipped(
                        self.account, f"it does not take the name or the folder of {feed.title or each.title}"
                    )
                    agreed[each.id] = before
            self.followed[each.id] = replace(feed, title=feed.title or each.title)
            agreed.setdefault(each.id, FeedAgreed(each.url, each.title, each.folder, feed.title, feed.folder, self.now))
        keys = {page_key(each.url) for each in there}  # who subscribes again there gets another id
        ended = [here[key] for before in self.agreements.own_feeds().values()
                 if (key := page_key(before.url)) not in keys and key in here
                 and here[key].account == self.account]  # fmt: skip
        self.feeds.follow([*new, *changed], ended)
        self.feeds.learn_titles((each.url, each.title) for each in there)
        self.agreements.save_feeds(agreed)


def _wanted(feed: Feed, there: RemoteFeed, before: FeedAgreed | None) -> tuple[str, str]:
    """Returns the title and the folder that the server is to have. A title of its own here is none there."""
    title, folder = (before.own_title, before.own_folder) if before else ("", "")
    return (
        feed.title if feed.title and is_changed_here(feed.title, there.title, title) else there.title,
        feed.folder if is_changed_here(feed.folder, there.folder, folder) else there.folder,
    )


def _heard(feed: Feed, there: RemoteFeed, before: FeedAgreed | None) -> Feed:
    """Returns the feed with what changed on the server. What was sent, and came out otherwise, counts as that."""
    folder = before.folder if before else feed.folder and there.folder
    if is_changed_there(feed.folder, there.folder, folder):
        feed = replace(feed, folder=there.folder)
    if before is not None and is_changed_there(feed.title, there.title, before.title):
        feed = replace(feed, title=there.title)
    return feed
