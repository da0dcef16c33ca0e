"""Articles on their way into the library, with the marks that they have elsewhere, and the exports that hold them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newstui.domain.articles.metadata import Metadata
from newstui.domain.articles.page_status import COMPLETE, PageStatus

if TYPE_CHECKING:
    from datetime import datetime

    from newstui.domain.enclosure import Enclosure
    from newstui.domain.feed import Feed, SavedSearch


TakenAs = Literal["", "pages", "feeds"]
"""The meaning of a list of addresses; empty where the file leaves no doubt."""


@dataclass(frozen=True, slots=True)
class Incoming(Metadata):
    """An article without a file yet. Texts are clean (`domain.text.clean`); addresses are http or https, absolute."""

    title: str
    """One line, never empty."""
    body: str = ""
    """Markdown, without the title. Empty where only the address is known; `sync` fetches the text."""
    saved: datetime | None = None
    """Aware. The moment when its reader saved it."""
    feed: str | None = None
    """The address of the feed that it came with."""
    guid: str | None = None
    """Its name within that feed."""
    also_feeds: tuple[str, ...] = ()
    """The addresses of other feeds that have it too."""
    updated: datetime | None = None
    """Aware. The arrival of the publisher's last change."""
    page_status: PageStatus = COMPLETE
    enclosures: tuple[Enclosure, ...] = ()
    """The recordings and pictures that came with it."""
    first_seen: datetime | None = None
    """Aware. When it came into the library."""
    place: int | None = None
    """Its number among the articles that came together, in the order of their feed, book or export."""
    book: str | None = None
    """The title of the book that it is a chapter of."""
    chapter: int | None = None
    """Its number within that book, from 1."""
    id: str | None = None
    """Its id in the library that newstui exported it from; None for an article from elsewhere."""
    # The reader's marks elsewhere; None where they are unknown.
    read: bool | None = None
    bookmarked: bool | None = None
    position: float | None = None
    """0 to 1."""
    discarded: bool | None = None
    tagged: tuple[str, ...] = ()
    """The reader's own tags."""
    note: str = ""
    """The reader's note, with each highlight as a quotation in Markdown."""

    highlights: tuple[tuple[str, str], ...] = ()
    """(id, the journal's value) of each highlight of the reader's in newstui."""

    @property
    def has_marks(self) -> bool:
        return bool(
            self.read
            or self.bookmarked
            or self.position
            or self.discarded
            or self.tagged
            or self.note
            or self.highlights
        )


@dataclass(frozen=True, slots=True)
class Refused:
    """A part of an export that is not imported."""

    what: str
    """A name that a person knows: a title, an address, `line 12`."""
    why: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """An article that its reader removed elsewhere: a feed must not bring it back."""

    feed: str
    guid: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class SavedPicture:
    """A picture that came with articles."""

    path: str
    """Relative to the library. Named after its bytes: the same picture has the same path."""
    raw: bytes


@dataclass(frozen=True, slots=True)
class Export:
    """The content of a file from another reader."""

    format: str
    """A name that a person knows: `Pocket CSV`."""
    articles: tuple[Incoming, ...] = ()
    feeds: tuple[Feed, ...] = ()
    feed_titles: tuple[tuple[str, str], ...] = ()
    """(address, the feed's own title) of each feed whose title was known there."""
    searches: tuple[SavedSearch, ...] = ()
    rules: tuple[tuple[str, str], ...] = ()
    """(name, the journal's value) of each rule."""
    pictures: tuple[SavedPicture, ...] = ()
    """The files that texts of the articles point to, each once."""
    forgotten: tuple[Forgotten, ...] = ()
    refused: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()
    """Other remarks for a person, one sentence each."""
    doubt: str = ""
    """A name for a file whose addresses may be pages or feeds: `a list of addresses`. Empty for any other file."""
    taken_as: TakenAs = ""
    """The meaning that they were given, where there is a doubt."""
