"""The files of an EPUB: pages as text, and the small XML documents that describe the book."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.errors import NewstuiError
from newstui.domain.text.clean import one_line
from newstui.formats.zip_archive import BOOK_LIMITS, ZipArchive, ZipLimits

if TYPE_CHECKING:
    from lxml.etree import _Element

_EMPTY_TAG = re.compile(r"<([a-zA-Z][\w:-]*)(\s[^<>]*)?/>")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


class BookArchive(ZipArchive):
    """The archive of a book. Keeps the last page, because several chapters may begin in it."""

    def __init__(self, raw: bytes, limits: ZipLimits = BOOK_LIMITS) -> None:
        """Raises NewstuiError where the bytes are not an archive."""
        super().__init__(raw, "this book", limits)
        self._last_page = ("", "")
        self._is_locked = b"<enc" in self.read("META-INF/encryption.xml") and "META-INF/rights.xml" in self.names

    def page(self, name: str) -> str:
        """Returns a page of the book as text. Raises NewstuiError."""
        from newstui.formats.text.decode import decode

        if self._last_page[0] != name:
            raw = self.read(name)
            if self._is_locked and b"<" not in raw[:1000]:
                raise NewstuiError("this book is locked to one device", hint="newstui reads books without DRM")
            self._last_page = (name, _EMPTY_TAG.sub(_with_end_tag, decode(raw, html=True).text))
        return self._last_page[1]


def _with_end_tag(tag: re.Match[str]) -> str:
    """Returns `<a id="x"></a>` for `<a id="x"/>`, which is complete in XHTML but not in HTML."""
    return tag[0] if tag[1].lower() in _VOID else f"<{tag[1]}{tag[2] or ''}></{tag[1]}>"


def parse_xml(raw: bytes) -> _Element | None:
    """Returns the root of the part that can be read. Loads nothing from outside and resolves no entities."""
    from lxml import etree

    if not raw.strip():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        return etree.fromstring(raw, parser)
    except (etree.LxmlError, ValueError):
        return None


def all_named(root: _Element, name: str) -> list[_Element]:
    """Returns all elements below with that local name."""
    return [each for each in root.iter() if isinstance(each.tag, str) and each.tag.rpartition("}")[2] == name]


def children_named(element: _Element, name: str) -> list[_Element]:
    return [each for each in element if isinstance(each.tag, str) and each.tag.rpartition("}")[2] == name]


def text_of(element: _Element | None) -> str:
    return one_line("".join(map(str, element.itertext()))[:2000]) if element is not None else ""
