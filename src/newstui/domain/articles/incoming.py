"""What is on its way into the library: an article and what its reader did with it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.domain.articles.metadata import Metadata
from newstui.domain.articles.page_status import COMPLETE, PageStatus

if TYPE_CHECKING:
    from datetime import datetime

    from newstui.domain.feed import Feed, SavedSearch


@dataclass(frozen=True, slots=True)
class Incoming(Metadata):
    """An article without a file yet. Texts are clean (`domain.text.clean`); addresses are http or https, absolute."""

    title: str
    """One line, never empty."""
    body: str = ""
    """Markdown, without the title. Empty: only its address is known, and `sync` fetches the text."""
    saved: datetime | None = None
    """When its reader put it aside, aware."""
    feed: str | None = None
    """The address of the feed that it came with."""
    guid: str | None = None
    """Its name within that feed."""
    updated: datetime | None = None
    """When its publisher's change of it came in, aware."""
    page_status: PageStatus = COMPLETE
    enclosures: tuple[str, ...] = ()
    """Addresses of the sounds and pictures that came with it."""
    # What its reader did with it; None: nothing is known.
    read: bool | None = None
    bookmarked: bool | None = None
    position: float | None = None
    """0 to 1."""
    tagged: tuple[str, ...] = ()
    """The reader's own tags."""
    note: str = ""
    """The reader's words, and what the reader highlighted: a quotation in Markdown each."""

    @property
    def has_marks(self) -> bool:
        return bool(self.read or self.bookmarked or self.position or self.tagged or self.note)


@dataclass(frozen=True, slots=True)
class Refused:
    """Something in an export that is not taken."""

    what: str
    """As a person knows it: a title, an address, `line 12`."""
    why: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """An article that its reader removed elsewhere: a feed must not bring it back."""

    feed: str
    guid: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """What a file from another reader holds."""

    format: str
    """As a person knows it: `Pocket CSV`."""
    articles: tuple[Incoming, ...] = ()
    feeds: tuple[Feed, ...] = ()
    searches: tuple[SavedSearch, ...] = ()
    forgotten: tuple[Forgotten, ...] = ()
    refused: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()
    """What a person should know of it besides, one sentence each."""
