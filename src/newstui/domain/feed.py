"""Feeds: what one says (FeedDocument, Entry), and what a reader subscribes to (Feed, SavedSearch)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

FullText = Literal["auto", "always", "never"]
"""Whether the page of an entry is fetched: where the feed has only a stub, for every entry, or never."""
UNTITLED = "Untitled"
"""The title of an entry that has no words and no address."""


HIDDEN_IN_JOURNAL = re.compile(r'"is_hidden": ?true')
"""Matches a part of a subscription's JSON in the journal that every hidden feed has, and no other."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that comes with an entry: a sound, a picture."""

    url: str
    type: str = ""
    length: int | None = None
    """Bytes, as the feed says."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news as a feed tells it. Texts are clean (`domain.text.clean`), addresses absolute.

    Its HTML is what can be read of what came: no script, form, frame or style, links to http, https and mailto alone.
    """

    title: str
    """One line of plain text, never empty: the first words of the text where the feed gives none."""
    url: str | None = None
    """http or https. Where it names no page: a file that comes with it, or the first that its text links to."""
    guid: str | None = None
    """Its name within the feed. A hash of its text where there is none and the address is only one it links to."""
    author: str | None = None
    published: datetime | None = None
    """UTC. A feed that has but one date may call it `updated`."""
    updated: datetime | None = None
    """UTC."""
    summary: str = ""
    """HTML, where the feed has a summary besides the content."""
    content: str = ""
    """HTML. All that there is, where the feed tells no content from a summary."""
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    lang: str | None = None
    image: str | None = None


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """What a feed says now."""

    title: str = ""
    url: str | None = None
    """Of the site that it is the feed of."""
    description: str = ""
    """HTML, as that of an entry."""
    lang: str | None = None
    author: str | None = None
    updated: datetime | None = None
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription. Its address names it."""

    url: str
    title: str = ""
    """The reader's own name for it; empty: as it calls itself."""
    site: str | None = None
    folder: str = ""
    """Names with `/` between them: folders within folders, as OPML nests them."""
    tags: tuple[str, ...] = ()
    """Given to every article of it."""
    is_disabled: bool = False
    """Whether it is left alone when feeds are fetched."""
    is_hidden: bool = False
    """True where its articles are fetched but not on the front page, and its source is not among those to choose from.
    Searches, `feed:` and `source:` find them."""
    full_text: FullText = "auto"
    has_images: bool = False
    """Whether the pictures of its articles are fetched too."""
    may_be_private: bool = False
    """Whether it may lie on this machine or in a private network."""
    known_as: str = ""
    """The address that it had first, if it has moved since: its articles name that, and it stays theirs."""
    extra: tuple[tuple[str, str], ...] = ()
    """Attributes of OPML that newstui has no use for, as they stand."""

    def called(self, by_itself: str) -> str:
        """What a person sees of it: the reader's own name, else the one that it has by itself, else its address."""
        return self.title or by_itself or self.url

    @property
    def first_address(self) -> str:
        """What its articles, and what is remembered of it, go by: the same however often it moves."""
        return self.known_as or self.url


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with a name."""

    name: str
    query: str
