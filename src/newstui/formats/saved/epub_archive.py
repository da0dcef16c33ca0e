"""The files inside of an EPUB.

Nothing is unpacked to the disk: a path in the book is only ever looked up among the names of its own archive. Nothing
is inflated without a bound: 16 MB for a file, 256 MB for a book, whatever the archive says of sizes.
"""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from newstui.domain.errors import NewstuiError
from newstui.domain.text.clean import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_FILE = 16 * 1024 * 1024
LARGEST_BOOK = 256 * 1024 * 1024
_MOST_FILES = 20_000
_UNREADABLE = (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
"""What zipfile raises on what is damaged, locked or packed in an unknown way."""
_EMPTY_TAG = re.compile(r"<([a-zA-Z][\w:-]*)(\s[^<>]*)?/>")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


class Archive:
    """The files of a book. It keeps count of what was inflated."""

    def __init__(self, raw: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(raw))
            self.names = frozenset(self._zip.namelist()[:_MOST_FILES])
        except _UNREADABLE as error:
            raise NewstuiError("this is no EPUB: its archive cannot be read", hint="download it again") from error
        self._left = LARGEST_BOOK
        self._open = ("", "")
        self._locked = b"<enc" in self.read("META-INF/encryption.xml") and "META-INF/rights.xml" in self.names

    def read(self, name: str) -> bytes:
        """Raises NewstuiError where it is too large, locked or damaged; a file that is not there is empty."""
        if name not in self.names:
            return b""
        most = min(LARGEST_FILE, self._left)
        try:
            with self._zip.open(name) as file:
                content = file.read(most + 1)
        except _UNREADABLE as error:
            raise NewstuiError(f"{one_line(name)} in this book is locked or damaged") from error
        if len(content) > most:
            raise NewstuiError(f"{one_line(name)} in this book is too large")
        self._left -= len(content)
        return content

    def page(self, name: str) -> str:
        """A page of the book as text; raises NewstuiError."""
        from newstui.formats.text.decode import decode

        if self._open[0] != name:
            raw = self.read(name)
            if self._locked and b"<" not in raw[:1000]:
                raise NewstuiError("this book is locked for one device", hint="newstui reads books without DRM")
            self._open = (name, _EMPTY_TAG.sub(_opened, decode(raw, html=True).text))
        return self._open[1]


def _opened(tag: re.Match[str]) -> str:
    """`<a id="x"/>`, which is whole in XHTML, as HTML says it."""
    return tag[0] if tag[1].lower() in _VOID else f"<{tag[1]}{tag[2] or ''}></{tag[1]}>"


def parsed(raw: bytes) -> _Element | None:
    """The root of what can be read of it. Nothing outside is loaded, no entity of its own is resolved."""
    from lxml import etree

    if not raw.strip():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        return etree.fromstring(raw, parser)
    except (etree.LxmlError, ValueError):
        return None


def all_named(root: _Element, name: str) -> list[_Element]:
    """All elements below of that local name."""
    return [each for each in root.iter() if isinstance(each.tag, str) and each.tag.rpartition("}")[2] == name]


def children_named(element: _Element, name: str) -> list[_Element]:
    return [each for each in element if isinstance(each.tag, str) and each.tag.rpartition("}")[2] == name]


def words_of(element: _Element | None) -> str:
    return one_line("".join(map(str, element.itertext()))[:2000]) if element is not None else ""
