"""EPUB: each leaf of a book's table of contents as a chapter. EPUB 3 names them in a nav, EPUB 2 in an NCX."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from newstui.domain.articles.metadata import Metadata
from newstui.domain.errors import NewstuiError
from newstui.domain.text.clean import one_line
from newstui.formats.saved.epub_archive import Archive, all_named, children_named, parsed, words_of
from newstui.formats.text.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from turbohtml import Node

_MOST_CHAPTERS = 5_000


@dataclass(frozen=True, slots=True)
class Chapter:
    """A leaf of the table of contents. All of it is text of the book: `fragment.markdown_of`, not `extract`."""

    title: str
    html: bytes
    """UTF-8. Empty where it could not be read."""
    book: Metadata
    """That of the whole book; its `source` is the publisher."""
    number: int
    """From 1."""
    problem: str | None = None
    """Why it is empty or not whole."""


class _Place(NamedTuple):
    """Where in the archive something begins."""

    path: str
    anchor: str


class _Entry(NamedTuple):
    """A line of the table of contents."""

    title: str
    place: _Place
    is_leaf: bool


def chapters(raw: bytes) -> Iterator[Chapter]:
    """The chapters in reading order, each read when it is asked for. Raises NewstuiError where it is no EPUB.

    A chapter reaches to where the next begins, so files between the two that no table of contents names belong to it.
    """
    archive = Archive(raw)
    package_path, package = _package(archive)
    book = _book(package)
    files = _manifest(package, package_path)
    spine = [
        files[each.get("idref", "")].path for each in all_named(package, "itemref") if each.get("idref", "") in files
    ]
    reading = [path for path in dict.fromkeys(spine) if path in archive.names]
    entries = _entries(archive, package, files) or [_Entry("", _Place(path, ""), True) for path in reading]
    starts = _starts([entry for entry in entries if entry.place.path in archive.names])
    if not starts:
        raise NewstuiError("this book has no chapters", hint="check that the file is whole")
    contents = {each.path for each in files.values() if "nav" in each.properties.split()}
    reading = [path for path in reading if path not in contents]
    for number, (place, title) in enumerate(starts.items(), 1):
        following = next(islice(starts, number, None), None)
        html, problem = _text(archive, place, following, reading)
        own = title or _own_title(html) or f"Chapter {number}"
        yield Chapter(own, html.encode("utf-8", "replace"), book, number, problem)


def _starts(entries: list[_Entry]) -> dict[_Place, str]:
    """Where each chapter begins, and its title. What a part says before its first chapter belongs to that chapter."""
    starts: dict[_Place, str] = {}
    above: _Place | None = None
    for entry in entries:
        if not entry.is_leaf:
            above = above or entry.place
        else:
            if len(starts) < _MOST_CHAPTERS and entry.place not in starts:
                starts[above or entry.place] = entry.title
            above = None
    return starts


def _package(archive: Archive) -> tuple[str, _Element]:
    container = parsed(archive.read("META-INF/container.xml"))
    path = (
        next((each.get("full-path", "") for each in all_named(container, "rootfile")), "")
        if container is not None
        else ""
    )
    package = parsed(archive.read(path))
    if package is None:
        raise NewstuiError("this is no EPUB: it names no book", hint="check that the file is whole")
    return path, package


def _book(package: _Element) -> Metadata:
    said = {name: [text for each in all_named(package, name)[:20] if (text := words_of(each))]
            for name in ("title", "creator", "date", "language", "publisher")}  # fmt: skip
    return Metadata(
        title=said["title"][0] if said["title"] else None,
        author=", ".join(said["creator"]) or None,
        published=next((date for each in said["date"] if (date := parse_date(each))), None),
        lang=said["language"][0].lower() if said["language"] else None,
        source=said["publisher"][0] if said["publisher"] else None,
    )


class _File(NamedTuple):
    """A file as the package lists it."""

    path: str
    kind: str
    properties: str


def _manifest(package: _Element, package_path: str) -> dict[str, _File]:
    """Files by their ids."""
    return {
        each.get("id", ""): _File(
            _inside(package_path, each.get("href", "")).path,
            each.get("media-type", ""),
            each.get("properties", ""),
        )
        for each in all_named(package, "item")
    }


def _inside(base: str, address: str) -> _Place:
    """What an address means in the file `base`; the path is empty where it leads out of the book."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return _Place("", "")
    if parts.scheme or parts.netloc:
        return _Place("", "")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(parts.path))) if parts.path else base
    return _Place(path.lstrip("/"), unquote(parts.fragment))


# The table of contents


def _entries(archive: Archive, package: _Element, files: dict[str, _File]) -> list[_Entry]:
    """The lines of the first table of contents that has any."""
    for file in files.values():
        if "nav" in file.properties.split() and (root := parsed(archive.read(file.path))) is not None:
            navs = all_named(root, "nav")
            toc = next((each for each in navs if "toc" in _type(each).split()), navs[0] if navs else None)
            if toc is not None and (entries := _nav_entries(toc, file.path)):
                return entries
    named = next((each.get("toc", "") for each in all_named(package, "spine")), "")
    tables = [files[named]] if named in files else []
    tables += [file for file in files.values() if file.kind == "application/x-dtbncx+xml"]
    for file in tables:
        root = parsed(archive.read(file.path))
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
        entries.append(_Entry(words_of(link), _inside(path, link.get("href", "")), is_leaf))
    return entries


def _ncx_entries(root: _Element, path: str) -> list[_Entry]:
    entries: list[_Entry] = []
    for point in all_named(root, "navPoint"):
        source = next((each.get("src", "") for each in children_named(point, "content")), "")
        label = next(iter(children_named(point, "navLabel")), None)
        entries.append(_Entry(words_of(label), _inside(path, source), not children_named(point, "navPoint")))
    return entries


# The text


def _text(archive: Archive, start: _Place, end: _Place | None, reading: list[str]) -> tuple[str, str | None]:
    """(HTML from the one place to the other, or to the end of the book; why it could not be read)."""
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
    """What is in the body from the element with the id `first` to before the one with the id `last`."""
    from turbohtml import parse

    from newstui.formats.html.normalise import is_element, shallow

    page = parse(html, positions=False).root
    body = page.select_one("body") if page else None
    if body is None:
        return ""
    shallow(body)
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
