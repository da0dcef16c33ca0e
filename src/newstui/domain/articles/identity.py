"""The id of an article: declared by its file, or a digest of its content. A moved file keeps its id and its marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.digest import blake2b
from newstui.domain.text.clean import one_line
from newstui.domain.urls import canonical_url

if TYPE_CHECKING:
    from newstui.domain.articles.incoming import Incoming

LONGEST = 200
"""The most characters of a declared id that is kept unchanged."""

_BLANK = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"
_CONTENT_ID = re.compile("[0-9a-f]{16}")
_OF_A_SITE = re.compile("[a-z]+://[^/?]*/?", re.IGNORECASE)
# What a person can type in a shell without quotes, and what no command takes for an option or a home folder.
_TYPEABLE = re.compile(r"[A-Za-z0-9._:/@+][A-Za-z0-9._:/@~+-]*")


def article_id(raw: bytes, path: str, declared: str | None) -> str:
    """Returns the declared id, else 16 hexadecimal digits of the content. Safe to type: no space, quote, leading dash.

    A declared id that cannot be typed becomes digits of its own text. A file without content gets digits of its path.
    """
    name = one_line(declared) if declared else ""
    if name:
        return name if is_id(name) else _digits(name.encode(), b"declared")
    if raw.strip(_BLANK):
        return _digits(raw, b"content")
    return _digits(raw + b"\0" + path.encode("utf-8", "surrogatepass"), b"path")


def is_id(name: str) -> bool:
    """Returns True for a name that can be an id as it stands."""
    return len(name) <= LONGEST and _TYPEABLE.fullmatch(name) is not None


def incoming_id(incoming: Incoming) -> str:
    """Returns the id for the file of a new article: the one it had, else digits of its feed and guid, else of its
    address without tracking parameters, else of its text. The same article always has the same id.
    """
    if incoming.id:
        return incoming.id
    if incoming.feed and incoming.guid:
        return entry_id(incoming.feed, incoming.guid)
    if incoming.url:
        return _digits(canonical_url(incoming.url).encode(), b"address")
    return _digits(f"{incoming.title}\0{incoming.body}".encode(), b"text")


def entry_id(feed: str, name: str) -> str:
    """Returns the id for an entry of a feed by its name within it."""
    return _digits(f"{feed}\0{name}".encode(), b"entry")


def other_id(incoming: Incoming) -> str:
    """Returns the id for an article whose `incoming_id` is that of another one at the same address."""
    return _digits(f"{incoming.url}\0{incoming.title}\0{incoming.body}".encode(), b"text")


def is_of_content(id_: str) -> bool:
    """Returns True for a digest of content: an edited file with such an id is another article."""
    return _CONTENT_ID.fullmatch(id_) is not None


def is_page(url: str) -> bool:
    """Returns True for the address of a single page; the address of a whole site stands in many articles."""
    return _OF_A_SITE.fullmatch(url) is None


def _digits(text: bytes, kind: bytes) -> str:
    return blake2b(text, digest_size=8, person=kind).hexdigest()
