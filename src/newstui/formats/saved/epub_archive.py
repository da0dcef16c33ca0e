"""The files of an EPUB: pages as text, and the small XML documents that describe the book."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import unquote

from newstui.domain.errors import NewstuiError
from newstui.domain.text.clean import one_line
from newstui.formats.zip_archive import BOOK_LIMITS, ZipArchive, ZipLimits

if TYPE_CHECKING:
    from lxml.etree import _Element

_EMPTY_TAG = re.compile(r"<([a-zA-Z][\w:-]*)(\s[^<>]*)?/>")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_OF_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways of hiding fonts, which books without a lock use too."""


class LockedBookError(NewstuiError):
    """The text is encrypted."""

    def __init__(self) -> None:
        super().__init__("this book is locked to one device or program (DRM)", hint="newstui reads books without DRM")


class BookArchive(ZipArchive):
    """The archive of a book. Keeps the last page, because several questions may be asked about it."""

    def __init__(self, raw: bytes, limits: ZipLimits = BOOK_LIMITS) -> None:
        """Raises NewstuiError where the bytes are not an archive."""
        super().__init__(raw, "this book", limits)
        self._last_page = ("", "")
        encryption = self.read("META-INF/encryption.xml")
        self._is_locked = b"<enc" in encryption and "META-INF/rights.xml" in self.names
        self.locked = frozenset(filter(None, map(self.find, _encrypted(encryption))))
        """The names of the encrypted members."""

    def find(self, path: str) -> str | None:
        """Returns the name of the member that a path in an address means; None where there is none.

        Many books write `%20` where the name has it too, the other case, or letters that are composed otherwise.
        """
        for name in (unquote(path), path):
            if name in self.names:
                return name
        return self._names_by_key.get(_key(path))

    def page(self, name: str) -> str:
        """Returns a page of the book as text. Raises NewstuiError."""
        from newstui.formats.text.decode import decode

        if self._last_page[0] != name:
            raw = self.read(name)
            if name in self.locked or (self._is_locked and b"<" not in raw[:1000]):
                raise LockedBookError
            self._last_page = (name, _EMPTY_TAG.sub(_with_end_tag, decode(raw, html=True).text))
        return self._last_page[1]

    @cached_property
    def _names_by_key(self) -> dict[str, str]:
        names = {_key(name): name for name in self.names}
        for name in self.names:
            # A name in UTF-8 that the archive does not declare so is read in the encoding of DOS.
            try:
                names.setdefault(_key(name.encode("cp437").decode()), name)
            except UnicodeError:
                continue
        return names


def _key(path: str) -> str:
    return normalize("NFC", unquote(unquote(path))).replace("\\", "/").casefold()


def _encrypted(encryption: bytes) -> list[str]:
    """Returns the paths of the encrypted files, without fonts."""
    root = parse_xml(encryption)
    paths: list[str] = []
    for data in all_named(root, "EncryptedData") if root is not None else ():
        ways = [each.get("Algorithm", "") for each in all_named(data, "EncryptionMethod")]
        if not any(way in _OF_FONTS for way in ways):
            paths += [each.get("URI", "") for each in all_named(data, "CipherReference")]
    return paths


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
