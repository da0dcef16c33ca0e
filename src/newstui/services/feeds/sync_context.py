"""One round of fetching, from the first feed to the last picture: what its parts share, and how they ask a server."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newstui.domain.errors import NewstuiError
from newstui.net.fetch import LARGEST, Fetched, fetch
from newstui.net.request import HttpClient
from newstui.services.intake.messages import refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from newstui.domain.articles.incoming import Incoming
    from newstui.sandbox.client import Sandbox
    from newstui.services.desk import Desk
    from newstui.services.intake.ingest import Taking

BUSY = (429, 503)


class LeftAloneError(NewstuiError):
    """The server wants to be left alone for a while; that is no fault of what was asked for."""

    def __init__(self, message: str, *, is_first: bool) -> None:
        """is_first: the server has just said it, else it was not even asked."""
        super().__init__(message)
        self.is_first = is_first


@dataclass(frozen=True, slots=True)
class Round:
    """Its threads read it and ask servers; only the thread that began it writes."""

    desk: Desk
    sandbox: Sandbox
    taking: Taking
    now: datetime
    is_cancelled: Callable[[], bool]
    private: dict[str, str]
    """Feed → the host of each that may lie in this network: its articles' pages and pictures may lie there too."""
    client: HttpClient = field(default_factory=HttpClient)
    """Keeps connections to the servers open while the sync runs."""
    heard: threading.Event = field(default_factory=threading.Event)
    """Some server answered: there is a network. Without one, nothing that does not come is held against it."""
    busy: set[str] = field(default_factory=set)
    """Hosts that want to be left alone: they are asked for no more pages and pictures in this round."""

    def ask(
        self,
        url: str,
        *,
        accept: str,
        may_be_private: bool,
        etag: str | None = None,
        last_modified: str | None = None,
        largest: int = LARGEST,
    ) -> Fetched:
        """What `fetch` gives. Raises what it raises."""
        answer = fetch(
            url, etag=etag, last_modified=last_modified, may_be_private=may_be_private, accept=accept, largest=largest,
            is_cancelled=self.is_cancelled, client=self.client,
        )  # fmt: skip
        self.heard.set()
        return answer

    def ask_for(self, article: Incoming, url: str, *, accept: str, largest: int = LARGEST) -> Fetched:
        """A page or a picture of an article: an answer of 2xx. Raises NewstuiError."""
        host = host_of(url)
        if host in self.busy:
            raise LeftAloneError(f"{host} wants to be left alone for a while", is_first=False)
        may_be_private = self.private.get(article.feed or "") == host
        answer = self.ask(url, accept=accept, may_be_private=may_be_private, largest=largest)
        if answer.status in BUSY:
            self.busy.add(host)
            raise LeftAloneError(refusal(answer.status), is_first=True)
        if not 200 <= answer.status < 300:
            raise NewstuiError(refusal(answer.status))
        return answer


def host_of(url: str) -> str:
    """Empty where there is none: whoever asks there is told what is wrong with the address."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
