"""EPUB: the chapters of a book, one for each leaf of its table of contents (a nav in EPUB 3, an NCX in EPUB 2)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from newstui.domain.articles.metadata import Metadata
from newstui.domain.errors import NewstuiError
from newstui.domain.text.clean import one_line
from newstui.formats.saved.epub_archive import BookArchive, all_named, children_named, parse_xml, text_of
from newstui.formats.text.dates import parse_date
from newstui.formats.zip_archive import BOOK_LIMITS, ZipLimits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from turbohtml import Node

_MOST_CHAPTERS = 5_000


@dataclass(frozen=True, slots=True)
class Chapter:
    """A leaf of the table of contents. All its HTML is text of the book, without a site around it."""

    title: str
    html: bytes
    """UTF-8. Empty where it could not be read."""
    book: Metadata
    """The metadata of the whole book; its `source` is the publisher."""
    number: int
    """The number of the chapter, from 1."""
    problem: str | None = None
    """Why it is empty or incomplete; None where it is neither."""


class _Position(NamedTuple):
    """A position in the archive."""

    path: str
    anchor: str


class _Entry(NamedTuple):
    """A line of the table of contents."""

    title: str
    position: _Position
    is_leaf: bool


def chapters(raw: bytes, limits: ZipLimits = BOOK_LIMITS) -> Iterator[Chapter]:
    """Yields the chapters in reading order, each read on demand. Raises NewstuiError where the bytes are not an EPUB.

    A chapter ends where the next begins. Files in between that the table of contents does not name belong to it.
    """
    archive = BookArchive(raw, limits)
    package_path, package = _package(archive)
    book = _book(package)
    files = _manifest(package, package_path)
    spine = [
        files[each.get("idref", "")].path for each in all_named(package, "itemref") if each.get("idref", "") in files
    ]
    reading = [path for path in dict.fromkeys(spine) if path in archive.names]
    entries = _entries(archive, package, files) or [_Entry("", _Position(path, ""), True) for path in reading]
    starts = _starts([entry for entry in entries if entry.position.path in archive.names])
    if not starts:
        raise NewstuiError("this book has no chapters", hint="check that the file is complete")
    contents = {each.path for each in files.values() if "nav" in each.properties.split()}
    reading = [path for path in reading if path not in contents]
    for number, (place, title) in enumerate(starts.items(), 1):
        following = next(islice(starts, number, None), None)
        html, problem = _text(archive, place, following, reading)
        own = title or _own_title(html) or f"Chapter {number}"
        yield Chapter(own, html.encode("utf-8", "replace"), book, number, problem)


def _starts(entries: list[_Entry]) -> dict[_Position, str]:
    """Returns position → title of each chapter. The text of a part before its first chapter belongs to that chapter."""
    starts: dict[_Position, str] = {}
    above: _Position | None = None
    for entry in entries:
        if not entry.is_leaf:
            above = above or entry.position
        else:
            if len(starts) < _MOST_CHAPTERS and entry.position not in starts:
                starts[above or entry.position] = entry.title
            above = None
    return starts


def _package(archive: BookArchive) -> tuple[str, _Element]:
    container = parse_xml(archive.read("META-INF/container.xml"))
    path = (
        next((each.get("full-path", "") for each in all_named(container, "rootfile")), "")
        if container is not None
        else ""
    )
    package = parse_xml(archive.read(path))
    if package is None:
        raise NewstuiError("this is not an EPUB: it has no package document", hint="check that the file is complete")
    return path, package


def _book(package: _Element) -> Metadata:
    texts = {name: [text for each in all_named(package, name)[:20] if (text := text_of(each))]
            for name in ("title", "creator", "date", "language", "publisher")}  # fmt: skip
    return Metadata(
        title=texts["title"][0] if texts["title"] else None,
        author=", ".join(texts["creator"]) or None,
        published=next((date for each in texts["date"] if (date := parse_date(each))), None),
        lang=texts["language"][0].lower() if texts["language"] else None,
        source=texts["publisher"][0] if texts["publisher"] else None,
    )


class _File(NamedTuple):
    """A file in the list of the package."""

    path: str
    kind: str
    properties: str


def _manifest(package: _Element, package_path: str) -> dict[str, _File]:
    """Returns the files of the package by id."""
    return {
        each.get("id", ""): _File(
            _inside(package_path, each.get("href", "")).path,
            each.get("media-type", ""),
            each.get("properties", ""),
        )
        for each in all_named(package, "item")
    }


def _inside(base: str, address: str) -> _Position:
    """Resolves an address in the file `base`. The path is empty where it leads out of the book."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return _Position("", "")
    if parts.scheme or parts.netloc:
        return _Position("", "")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(parts.path))) if parts.path else base
    return _Position(path.lstrip("/"), unquote(parts.fragment))


# The table of contents


def _entries(archive: BookArchive, package: _Element, files: dict[str, _File]) -> list[_Entry]:
    """Returns the lines of the first table of contents that has any."""
    for file in files.values():
        if "nav" in file.properties.split() and (root := parse_xml(archive.read(file.path))) is not None:
            navs = all_named(root, "nav")
            toc = next((each for each in navs if "toc" in _type(each).split()), navs[0] if navs else None)
            if toc is not None and (entries := _nav_entries(toc, file.path)):
                return entries
    named = next((each.get("toc", "") for each in all_named(package, "spine")), "")
    tables = [files[named]] if named in files else []
    tables += [file for file in files.values() if file.kind == "application/x-dtbncx+xml"]
    for file in tables:
        root = parse_xml(archive.read(file.path))
        if root is not None and (entries := _ncx_entries(root, file.path)):
            return entries
    return []


def _type(element: _Element) -> str:
    return element.get("{http://www.idpf.org/2007/ops}type") or element.get("epub:type") or ""


def _nav_entries(toc: _Element, path: str) -> list[_Entry]:
    entries: list[_Entry] = []
    for link in all_named(toc, "a"):
        item = link.getparent()
        while item is not None and not (isinstance(item.tag, str) and item.tag.rpartition("}")[2] == "li"):
            item = item.getparent()
        is_leaf = item is None or not all_named(item, "ol")
        entries.append(_Entry(text_of(link), _inside(path, link.get("href", "")), is_leaf))
    return entries


def _ncx_entries(root: _Element, path: str) -> list[_Entry]:
    entries: list[_Entry] = []
    for point in all_named(root, "navPoint"):
        source = next((each.get("src", "") for each in children_named(point, "content")), "")
        label = next(iter(children_named(point, "navLabel")), None)
        entries.append(_Entry(text_of(label), _inside(path, source), not children_named(point, "navPoint")))
    return entries


# The text


def _text(archive: BookArchive, start: _Position, end: _Position | None, reading: list[str]) -> tuple[str, str | None]:
    """Returns (HTML between the two positions, or to the end of the book; why it could not be read, or None)."""
    try:
        if end is not None and end.path == start.path:
            return _between(archive.page(start.path), start.anchor, end.anchor), None
        pieces = [_between(archive.page(start.path), start.anchor, "")]
        first = reading.index(start.path) + 1 if start.path in reading else len(reading)
        last = reading.index(end.path) if end and end.path in reading else len(reading)
        pieces += [_between(archive.page(path), "", "") for path in reading[first:last]]
        if end is not None and end.anchor and first <= last < len(reading):
            pieces.append(_between(archive.page(end.path), "", end.anchor))
    except NewstuiError as error:
        return "", str(error)
    return "".join(pieces), None


def _between(html: str, first: str, last: str) -> str:
    """Returns the HTML of the body from the element with the id `first` up to the one with the id `last`."""
    from turbohtml import parse

    from newstui.formats.html.elements import is_element
    from newstui.formats.html.normalise.limits import limit_tree

    page = parse(html, positions=False).root
    body = page.select_one("body") if page else None
    if body is None:
        return ""
    limit_tree(body)
    begin = next((each for each in body.select("[id]") if each.attr("id") == first), None) if first else None
    end = next((each for each in body.select("[id]") if each.attr("id") == last), None) if last else None
    for edge in (begin, end):
        up: Node | None = edge
        while is_element(up) and up != body:
            for sibling in list(up.previous_siblings if edge is begin else up.next_siblings):
                sibling.extract()
            up = up.parent
    if end is not None and begin is not end:
        end.extract()
    return body.inner_html


def _own_title(html: str) -> str:
    from turbohtml import parse_fragment

    heading = parse_fragment(html).select_one("h1, h2, h3, h4, title")
    return one_line(heading.text[:500]) if heading else ""
