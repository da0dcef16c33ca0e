"""Articles as an EPUB 3 for e-readers: a chapter for each article, the chapters of a source together in the contents.

The parts are written as they come, so a large book needs little memory.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from datetime import UTC
from itertools import groupby
from typing import IO, TYPE_CHECKING
from uuid import UUID

from newstui.domain.digest import blake2b
from newstui.formats.articles.images import picture_suffix
from newstui.formats.exports.newstui import RECORDS
from newstui.formats.writers.html_page import MEDIA_TYPES, STYLE, article_html
from newstui.formats.writers.record import json_line
from newstui.formats.writers.to_html import html_of, text_as_html

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from newstui.domain.marks.marked_article import MarkedArticle

_FIRST_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every part: the same articles give the same bytes."""
_XML = '<?xml version="1.0" encoding="utf-8"?>\n'
_CONTAINER = (
    f'{_XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\n<rootfiles>\n'
    '<rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/>\n</rootfiles>\n</container>\n'
)


@dataclass(frozen=True, slots=True)
class _Chapter:
    name: str
    title: str
    source: str


class EpubWriter:
    """One book. `add` writes the articles in order, `end` the contents."""

    def __init__(self, file: IO[bytes], title: str, now: datetime, *, has_records: bool = False) -> None:
        """`now`: aware; the date of the book. has_records: it holds all that `import` takes in again."""
        self._has_records = has_records
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        self._title, self._now = title, now
        self._chapters: list[_Chapter] = []
        self._has_front = False
        self._pictures: dict[str, str] = {}
        """Name within the book → media type."""
        self._put("mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        self._put("META-INF/container.xml", _CONTAINER.encode())
        self._put("EPUB/style.css", STYLE.encode())

    def add(self, marked: MarkedArticle, pictures: Mapping[str, bytes]) -> None:
        """Adds an article. pictures: what stands in its text → the bytes of the picture."""
        article = marked.article
        name = chapter_name(len(self._chapters) + 1 - self._has_front)
        names = {address: self._picture(raw) for address, raw in pictures.items()}
        body = article_html(marked, name, names)
        page = _page(article.title, body, article.lang or "en")
        self._put(f"EPUB/{name}.xhtml", page)
        if self._has_records:
            places = {address: f"EPUB/{picture}" for address, picture in names.items()}
            self._put(f"{RECORDS}{name}.json", json_line(marked, places))
        self._chapters.append(_Chapter(name, article.title, article.source))

    def add_front(self, title: str, markdown: str) -> None:
        """Adds a page before the first article. It may lead to `chapter_name(number).xhtml`, from 1."""
        self._has_front = True
        body = f"<h1>{text_as_html(title)}</h1>\n{html_of(markdown, {}, name='front')}"
        self._put("EPUB/front.xhtml", _page(title, body, "en"))
        self._chapters.append(_Chapter("front", title, title))

    def end(self) -> None:
        """Writes the contents."""
        self._put("EPUB/nav.xhtml", self._contents())
        self._put("EPUB/book.opf", self._package())
        self.close()

    def close(self) -> None:
        """Closes the archive; after an error, too."""
        self._zip.close()

    def _picture(self, raw: bytes) -> str:
        suffix = picture_suffix(raw) or "png"
        name = f"p{blake2b(raw, digest_size=8).hexdigest()}.{suffix}"
        if name not in self._pictures:
            self._pictures[name] = MEDIA_TYPES[suffix]
            self._put(f"EPUB/{name}", raw, zipfile.ZIP_STORED)
        return name

    def _contents(self) -> bytes:
        parts = []
        for source, chapters in groupby(self._chapters, lambda each: each.source):
            group = list(chapters)
            items = "".join(f'<li><a href="{each.name}.xhtml">{text_as_html(each.title)}</a></li>\n' for each in group)
            name = text_as_html(source)
            parts.append(f'<li><a href="{group[0].name}.xhtml">{name}</a>\n<ol>\n{items}</ol>\n</li>\n')
        if not parts:
            parts.append("<li><span>no articles</span></li>\n")
        nav = f'<nav epub:type="toc">\n<h1>{text_as_html(self._title)}</h1>\n<ol>\n{"".join(parts)}</ol>\n</nav>\n'
        return _page(self._title, nav, "en")

    def _package(self) -> bytes:
        date = self._now.astimezone(UTC)
        words = f"{self._title}\0{date.isoformat()}\0{len(self._chapters)}"
        id_ = UUID(bytes=blake2b(words.encode("utf-8", "replace"), digest_size=16).digest())
        items = "".join(
            f'<item id="{each.name}" href="{each.name}.xhtml" media-type="application/xhtml+xml"/>\n'
            for each in self._chapters
        ) + "".join(
            f'<item id="{name.replace(".", "-")}" href="{name}" media-type="{media_type}"/>\n'
            for name, media_type in self._pictures.items()
        )
        spine = "".join(f'<itemref idref="{each.name}"/>\n' for each in self._chapters)
        return (
            f'{_XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">\n'
            f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n<dc:identifier id="id">urn:uuid:{id_}'
            f"</dc:identifier>\n<dc:title>{text_as_html(self._title)}</dc:title>\n<dc:language>en</dc:language>\n"
            f"<dc:creator>newstui</dc:creator>\n<dc:date>{date:%Y-%m-%dT%H:%M:%SZ}</dc:date>\n"
            f'<meta property="dcterms:modified">{date:%Y-%m-%dT%H:%M:%SZ}</meta>\n</metadata>\n<manifest>\n'
            '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\n'
            f'<item id="style" href="style.css" media-type="text/css"/>\n{items}</manifest>\n'
            f'<spine>\n<itemref idref="nav"/>\n{spine}</spine>\n</package>\n'
        ).encode()

    def _put(self, name: str, raw: bytes, compression: int = zipfile.ZIP_DEFLATED) -> None:
        self._zip.writestr(zipfile.ZipInfo(name, _FIRST_TIME), raw, compression)


def chapter_name(number: int) -> str:
    """Returns the name of the chapter of an article, counted from 1."""
    return f"c{number:05}"


def _page(title: str, body: str, lang: str) -> bytes:
    lang = text_as_html(lang)
    return (
        f'{_XML}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{lang}" xml:lang="{lang}">\n<head>\n<title>{text_as_html(title)}</title>\n'
        f'<link rel="stylesheet" type="text/css" href="style.css"/>\n</head>\n<body>\n{body}</body>\n</html>\n'
    ).encode("utf-8", "replace")
