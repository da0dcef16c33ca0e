"""Recognises pages, feeds, texts and files that newstui does not read. The content counts more than the type."""

from __future__ import annotations

from typing import Literal

from newstui.formats.feeds.parse import FEED_ROOTS, root_name

Kind = Literal["page", "feed", "text", "other"]

_LOOKED_AT = 20_000
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_TEXT_TYPES = ("text/plain", "text/markdown", "text/x-markdown")
_NEVER_TEXT = ("image/", "audio/", "video/", "font/", "application/pdf", "application/zip", "application/octet-stream")
_LISTS = ("opml", "urlset", "sitemapindex")
"""Lists of addresses: the reader of feeds says which of them it reads."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BINARY = (
    b"%PDF-", b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b\x08", b"\xd0\xcf\x11\xe0", b"\x7fELF",
    b"SQLite format 3\0", b"7z\xbc\xaf", b"Rar!\x1a", b"OggS\0", b"ID3\x03", b"ID3\x04", b"bplist0",
)  # fmt: skip
"""The beginnings of files that are no text, whatever their names end with."""
_MARKS = (b"\xef\xbb\xbf", *_UTF_16)


def kind_of(raw: bytes, content_type: str = "text/plain") -> Kind:
    """Returns the kind of some bytes. `content_type`: the header that they came with; empty without one."""
    type_ = content_type.partition(";")[0].strip().lower()
    start = raw[:_LOOKED_AT]
    if is_binary(start) or (b"\0" in start[:1000] and not start.startswith(_UTF_16)):
        return "other"
    text = start.replace(b"\0", b"").decode("latin-1")
    for mark in _MARKS:
        text = text.removeprefix(mark.decode("latin-1"))
    root = root_name(text) if text.lstrip().startswith("<") else ""
    if root in FEED_ROOTS or root in _LISTS:
        return "feed"
    if root == "html" or type_ in _PAGE_TYPES:
        return "page"
    if type_ in _TEXT_TYPES or (not type_ and not root):
        return "text"
    if type_.startswith(_NEVER_TEXT):
        return "other"
    return "page" if root and not type_ else "feed" if root or "json" in type_ or "xml" in type_ else "other"


def is_binary(raw: bytes) -> bool:
    """Returns True for documents, pictures, archives and the like: what no damaged text begins with."""
    return raw.startswith(_BINARY)
