"""The context of one sync: what its parts share, and how they ask a server."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError, StorageError, UnreachableError
from newstui.domain.urls import host_of
from newstui.net.deadline import Cancelled
from newstui.net.fetch import LARGEST, Fetched, fetch
from newstui.net.private_hosts import names_private_host
from newstui.services.feeds.decide import BUSY
from newstui.services.feeds.network import NEARBY, Network
from newstui.services.intake.messages import refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from newstui.domain.articles.incoming import Incoming
    from newstui.net.request import HttpClient
    from newstui.sandbox.client import Sandbox
    from newstui.services.core.marks import Marks
    from newstui.services.feeds.subscriptions import Subscriptions
    from newstui.services.intake.ingest import Ingest


class BusyServerError(NewstuiError):
    """A server that wants to be asked later. The page or image itself may be fine."""

    def __init__(self, message: str, *, is_first: bool) -> None:
        """`is_first`: the server has just answered so; otherwise it was not even asked."""
        super().__init__(message)
        self.is_first = is_first


@dataclass(frozen=True, slots=True)
class SyncContext:
    """Shared by the threads of one sync. They read it and ask servers; only the thread that made it writes files."""

    ingest: Ingest
    feeds: Subscriptions
    marks: Marks
    sandbox: Sandbox
    client: HttpClient
    """Keeps connections to the servers open until the sync ends."""
    is_cancelled: Callable[[], bool]
    private_hosts: dict[str, str]
    """Feed → its host, for feeds that may be in the reader's network: pages and images may be on that host too."""
    network: Network
    logins: dict[str, str]
    """Address of a feed → its name and password."""
    has_network: threading.Event = field(default_factory=threading.Event)
    """Set once a server answered. Without a network, a page that does not come does not count as tried."""
    busy_hosts: set[str] = field(default_factory=set)
    """Hosts that are asked for no more pages and images in this sync."""

    @property
    def now(self) -> datetime:
        """The start of the sync, aware."""
        return self.ingest.now

    def fetch(
        self,
        url: str,
        *,
        accept: str,
        may_be_private: bool,
        login: str = "",
        etag: str | None = None,
        last_modified: str | None = None,
        largest: int = LARGEST,
    ) -> Fetched:
        """Fetches an address as `net.fetch` does, and raises the same errors, and NoNetworkError."""
        is_nearby = may_be_private or names_private_host(url)
        network = NEARBY if is_nearby else self.network
        network.check()
        try:
            answer = fetch(
                url, login=login, etag=etag, last_modified=last_modified, may_be_private=may_be_private, accept=accept,
                largest=largest, client=self.client,
                is_cancelled=lambda: self.is_cancelled() or network.is_off,
            )  # fmt: skip
        except UnreachableError:
            network.missed(host_of(url))
            raise
        except Cancelled:
            if not self.is_cancelled():
                network.check()
            raise
        network.answered()
        self.has_network.set()
        return answer

    def is_in_doubt(self, url: str, error: object, *, may_be_private: bool) -> bool:
        """Returns True for a failure that may be the network's, not the server's: it waits for the other servers."""
        is_nearby = may_be_private or names_private_host(url)
        return isinstance(error, UnreachableError) and self.network.is_in_doubt and not is_nearby

    def is_at_home(self, article: Incoming, url: str) -> bool:
        """Returns True for an address on the host of the article's feed, where that may be in the reader's network."""
        return self.private_hosts.get(article.feed or "") == host_of(url) != ""

    def fetch_for(self, article: Incoming, url: str, *, accept: str, largest: int = LARGEST) -> Fetched:
        """Fetches a page or an image of an article: an answer of 2xx. Raises NewstuiError."""
        host = host_of(url)
        if host in self.busy_hosts:
            raise BusyServerError(f"{host} wants to be asked later", is_first=False)
        may_be_private = self.is_at_home(article, url)
        answer = self.fetch(url, accept=accept, may_be_private=may_be_private, largest=largest)
        if answer.status in BUSY:
            self.busy_hosts.add(host)
            raise BusyServerError(refusal(answer.status), is_first=True)
        if not 200 <= answer.status < 300:
            raise NewstuiError(refusal(answer.status))
        return answer


def written_article(context: SyncContext, id_: str) -> Incoming | None:
    """Returns an article as newstui wrote it; None where its file is gone, edited, or cannot be read now."""
    try:
        return context.ingest.written(id_)
    except StorageError:
        return None
