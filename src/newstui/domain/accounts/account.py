"""An account on a server that keeps feeds and marks, and what such a server says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from newstui.domain.marks.fields import TAG, storable

Kind = Literal["google-reader", "miniflux", "wallabag", "readeck", "linkding", "karakeep"]
"""The language that a server speaks: the Google Reader API is that of FreshRSS and many others."""
KINDS: tuple[Kind, ...] = get_args(Kind)

KIND_NAMES: dict[Kind, str] = {
    "google-reader": "a server with the Google Reader API", "miniflux": "Miniflux", "wallabag": "wallabag",
    "readeck": "Readeck", "linkding": "linkding", "karakeep": "Karakeep",
}  # fmt: skip
FEED_KINDS: tuple[Kind, ...] = ("google-reader", "miniflux")
"""Those that have subscriptions."""

FLAGS = ("read", "bookmarked")
"""The fields of a mark that every server holds. Tags follow, as `tag:NAME`."""


@dataclass(frozen=True, slots=True)
class Account:
    """A server, and the reader's name there. The password is kept apart, or asked for."""

    name: str
    """The reader's name for it: one word."""
    kind: Kind
    url: str
    """The address below which the API is."""
    user: str = ""
    password_command: str = ""
    """A command whose first line of output is the password."""
    password_env: str = ""
    """The environment variable that holds the password."""
    client: str = ""
    """The id and the secret of an API client, with a colon between them; only wallabag wants it."""


@dataclass(frozen=True, slots=True)
class RemoteFeed:
    """A subscription there."""

    id: str
    url: str
    title: str = ""
    site: str = ""
    folder: str = ""


@dataclass(frozen=True, slots=True)
class RemoteArticle:
    """An article there, with its text."""

    id: str
    feed: str
    """The id of its feed there; empty for a page that the reader saved."""
    guid: str
    """A name that it keeps."""
    title: str
    url: str = ""
    html: str = ""
    author: str = ""
    published: int = 0
    """Seconds since 1970; 0 where it is not known."""
    tags: tuple[str, ...] = ()
    """Its publisher's tags."""
    source: str = ""
    """The name of its site, where it has no feed."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page that the reader saved there, with its marks."""

    article: RemoteArticle
    is_read: bool
    is_starred: bool
    tags: dict[str, str]
    """The reader's tags: name → its number there, which may be empty."""


@dataclass(frozen=True, slots=True)
class RemoteLists:
    """The ids of articles there, in lists."""

    all: frozenset[str]
    unread: frozenset[str]
    starred: frozenset[str]
    labels: dict[str, frozenset[str]] = field(default_factory=dict)
    """Label → ids. A label that the server does not have is not here."""

    def value(self, field: str, id_: str) -> bool:
        """Returns what the server says of a field of an article that it has."""
        if field == "read":
            return id_ not in self.unread
        if field == "bookmarked":
            return id_ in self.starred
        return id_ in self.labels.get(field.partition(":")[2], ())

    def tags_of_each(self) -> dict[str, list[str]]:
        """Returns id → its labels as fields of a mark; a label that can be no tag here is left out."""
        fields: dict[str, list[str]] = {}
        for label, ids in self.labels.items():
            try:
                tag, _ = storable(TAG + label, True)
            except ValueError:
                continue
            if tag == TAG + label:
                for id_ in ids:
                    fields.setdefault(id_, []).append(tag)
        return fields
