"""Feeds: their content (FeedDocument, Entry), subscriptions (Feed), and saved searches (SavedSearch)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newstui.domain.urls import without_login

if TYPE_CHECKING:
    from datetime import datetime

    from newstui.domain.enclosure import Enclosure

FullText = Literal["auto", "always", "never"]
"""The entries whose pages are fetched: those of which the feed has only a stub, all, or none."""
UNTITLED = "Untitled"
"""The title of an entry that has no words and no address."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news in a feed. Texts are clean (`domain.text.clean`), addresses absolute.

    Its HTML holds readable text only: no script, form, frame or style, and links to http, https and mailto alone.
    """

    title: str
    """One line of plain text, never empty: the first words of the text where the feed gives none."""
    url: str | None = None
    """http or https. Without a page of its own: a file that comes with it, or the first link of its text."""
    guid: str | None = None
    """Its name within the feed; a hash of its text where it has no name and its address is only a link of its text."""
    author: str | None = None
    published: datetime | None = None
    """UTC. A feed that has only one date may call it `updated`."""
    updated: datetime | None = None
    """UTC."""
    summary: str = ""
    """HTML, where the feed has a summary besides the content."""
    content: str = ""
    """HTML. Everything that there is, where the feed does not separate content and summary."""
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    lang: str | None = None
    image: str | None = None


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """The content of a feed at one time."""

    title: str = ""
    url: str | None = None
    """The address of its site."""
    description: str = ""
    """HTML, in the form of an entry's."""
    lang: str | None = None
    author: str | None = None
    updated: datetime | None = None
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription. Its address names it."""

    url: str
    title: str = ""
    """The reader's own name for it; empty: the feed's own."""
    site: str | None = None
    folder: str = ""
    """Names with `/` between them: folders within folders, as OPML nests them."""
    tags: tuple[str, ...] = ()
    """Tags that every article of it gets."""
    is_disabled: bool = False
    """True where a sync leaves it out."""
    is_hidden: bool = False
    """True where its articles are fetched but not on the front page, and its source is not among those to choose from.
    Searches, `feed:` and `source:` find them."""
    full_text: FullText = "auto"
    has_images: bool = False
    """True where the pictures of its articles are fetched too."""
    may_be_private: bool = False
    """True where it may be on this machine or in a private network."""
    account: str = ""
    """The account whose server brings its articles: then it is not fetched from here. Empty for the reader's own."""
    known_as: str = ""
    """Its first address, if it has moved since: its articles carry that one."""
    most_a_day: int = 0
    """Articles of one day that lists show, the best; the others are folded under the last of them. 0: all."""
    extra: tuple[tuple[str, str], ...] = ()
    """Attributes of OPML that newstui does not use, unchanged."""

    def display_title(self, own_title: str) -> str:
        """Returns its name for a person: the reader's own, otherwise the feed's own, otherwise its address."""
        return self.title or own_title or without_login(self.url)

    @property
    def folder_path(self) -> str:
        """Returns its folder without names that are empty, as an import may bring them."""
        return "/".join(filter(None, self.folder.split("/")))

    @property
    def first_address(self) -> str:
        """Returns the address that its articles and its state go by: the same however often it moves."""
        return self.known_as or self.url


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with a name."""

    name: str
    query: str
