"""The table of contents of an EPUB: a nav in EPUB 3, an NCX in EPUB 2."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.errors import NewstuiError
from newstui.formats.saved.epub_archive import all_named, children_named, parse_xml, text_of
from newstui.formats.saved.epub_package import Position, inside

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newstui.formats.saved.epub_archive import BookArchive
    from newstui.formats.saved.epub_package import Package

_MOST_ENTRIES = 5_000


class Entry(NamedTuple):
    """A line of the table of contents."""

    title: str
    position: Position
    is_leaf: bool
    """False for a part that has chapters below it."""


def entries_of(archive: BookArchive, package: Package) -> list[Entry]:
    """Returns the lines that lead to a file of the book, of the first table of contents that has any."""
    for file in package.contents:
        try:
            root = parse_xml(archive.read(file.name))
        except NewstuiError:  # the text is complete without it
            continue
        if root is None:
            continue
        read = _nav_entries if "nav" in file.properties else _ncx_entries
        lines = read(root)[:_MOST_ENTRIES]
        # Some books count the addresses of their table from the folder of the package.
        for base in (file.name, package.path):
            entries = [Entry(title, inside(archive, base, address), is_leaf) for title, address, is_leaf in lines]
            if known := [entry for entry in entries if entry.position.name]:
                return known
    return []


def landmarks_of(archive: BookArchive, package: Package) -> dict[str, str]:
    """Returns name of a file → its title, for the files that the landmarks or the guide of the book name."""
    titles = dict(package.guide)
    for file in package.contents:
        if "nav" in file.properties and (root := parse_xml(archive.read(file.name))) is not None:
            for nav in all_named(root, "nav"):
                if "landmarks" in _type(nav).split():
                    for link in all_named(nav, "a"):
                        titles.setdefault(inside(archive, file.name, link.get("href", "")).name, text_of(link))
    return titles


def _type(element: _Element) -> str:
    return element.get("{http://www.idpf.org/2007/ops}type") or element.get("epub:type") or ""


def _nav_entries(root: _Element) -> list[tuple[str, str, bool]]:
    """Returns (title, address, is a leaf) of each line."""
    navs = all_named(root, "nav")
    toc = next((each for each in navs if "toc" in _type(each).split()), navs[0] if navs else None)
    entries: list[tuple[str, str, bool]] = []
    for link in all_named(toc, "a") if toc is not None else ():
        item = link.getparent()
        while item is not None and not (isinstance(item.tag, str) and item.tag.rpartition("}")[2] == "li"):
            item = item.getparent()
        is_leaf = item is None or item.find(".//{*}ol") is None
        entries.append((text_of(link), link.get("href", ""), is_leaf))
    return entries


def _ncx_entries(root: _Element) -> list[tuple[str, str, bool]]:
    entries: list[tuple[str, str, bool]] = []
    for point in all_named(root, "navPoint"):
        source = next((each.get("src", "") for each in children_named(point, "content")), "")
        label = next(iter(children_named(point, "navLabel")), None)
        entries.append((text_of(label), source, not children_named(point, "navPoint")))
    return entries
