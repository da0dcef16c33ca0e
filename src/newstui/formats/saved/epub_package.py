"""The package of an EPUB: what the book is, its files, and the order in which they are read."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from newstui.domain.articles.metadata import Metadata
from newstui.domain.errors import NewstuiError
from newstui.formats.saved.epub_archive import all_named, parse_xml, text_of
from newstui.formats.text.dates import stated_date

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newstui.formats.saved.epub_archive import BookArchive


class Position(NamedTuple):
    """A position in the book."""

    name: str
    """The name of a member of the archive; empty where an address leads out of the book, or to no file."""
    anchor: str = ""
    """The id of an element there; empty for the start of the file."""


class File(NamedTuple):
    """A file in the list of the package."""

    name: str
    kind: str
    """Its media type."""
    properties: frozenset[str] = frozenset()

    @property
    def is_page(self) -> bool:
        return "html" in self.kind or "oeb1" in self.kind

    @property
    def is_picture(self) -> bool:
        return self.kind.startswith("image/")


@dataclass(frozen=True, slots=True)
class Package:
    """The package document."""

    path: str
    metadata: Metadata
    """The metadata of the whole book; its `source` is the publisher."""
    files: dict[str, File]
    """By id; files that the archive lacks are left out."""
    spine: tuple[File, ...]
    """The files in reading order, each once; also those that a reader may skip."""
    contents: tuple[File, ...]
    """The files that may hold a table of contents, the best first."""
    cover: str | None
    """The name of the picture on the cover."""
    guide: dict[str, str]
    """Name of a file → its title, where the guide of the book names it."""


def read_package(archive: BookArchive) -> Package:
    """Returns the package of a book. Raises NewstuiError where there is none."""
    container = parse_xml(archive.read("META-INF/container.xml"))
    roots = all_named(container, "rootfile") if container is not None else []
    path = next((name for each in roots if (name := archive.find(each.get("full-path", "")))), "")
    path = path or next((name for name in archive.names if name.lower().endswith(".opf")), "")
    root = parse_xml(archive.read(path))
    if root is None:
        raise NewstuiError("this is not an EPUB: it has no package document", hint="check that the file is complete")
    files = {
        each.get("id", ""): File(name, each.get("media-type", ""), frozenset(each.get("properties", "").split()))
        for each in all_named(root, "item")
        if (name := inside(archive, path, each.get("href", "")).name)
    }
    named = next((each.get("toc", "") for each in all_named(root, "spine")), "")
    ids = [each.get("idref", "") for each in all_named(root, "itemref")]
    return Package(
        path=path,
        metadata=_metadata(root),
        files=files,
        spine=_spine(ids, files, {each.get("id", ""): each.get("fallback", "") for each in all_named(root, "item")}),
        contents=tuple(
            dict.fromkeys(
                [file for file in files.values() if "nav" in file.properties]
                + ([files[named]] if named in files else [])
                + [file for file in files.values() if file.kind == "application/x-dtbncx+xml"]
            )
        ),
        cover=_cover(archive, root, path, files),
        guide={
            inside(archive, path, each.get("href", "")).name: title
            for each in all_named(root, "reference")
            if (title := each.get("title", "").strip())
        },
    )


def _spine(ids: list[str], files: dict[str, File], fallbacks: dict[str, str]) -> tuple[File, ...]:
    """Returns the files of the spine, for one that is no page its fallback; all pages where the spine names none."""
    spine: dict[str, File] = {}
    for id_ in ids:
        file = files.get(id_)
        if file and not file.is_page and (instead := files.get(fallbacks.get(id_, ""))):
            file = instead
        if file:
            spine.setdefault(file.name, file)
    return tuple(spine.values()) or tuple(file for file in files.values() if file.is_page)


def inside(archive: BookArchive, base: str, address: str) -> Position:
    """Resolves an address in the file `base`."""
    nowhere = Position("")
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return nowhere
    if parts.scheme or parts.netloc:
        return nowhere
    anchor = unquote(parts.fragment)
    if not parts.path:
        return Position(base, anchor)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(base), parts.path)).lstrip("/")
    name = archive.find(path)
    return Position(name, anchor) if name else nowhere


def _metadata(root: _Element) -> Metadata:
    texts = {name: [text for each in all_named(root, name)[:20] if (text := text_of(each))]
             for name in ("title", "creator", "date", "language", "publisher")}  # fmt: skip
    return Metadata(
        title=texts["title"][0] if texts["title"] else None,
        author=", ".join(texts["creator"]) or None,
        published=next((date for each in texts["date"] if (date := stated_date(each))), None),
        lang=texts["language"][0].lower() if texts["language"] else None,
        source=texts["publisher"][0] if texts["publisher"] else None,
    )


def _cover(archive: BookArchive, root: _Element, path: str, files: dict[str, File]) -> str | None:
    """Returns the picture that EPUB 3 calls the cover, or EPUB 2, or the guide."""
    named = [each.get("content", "") for each in all_named(root, "meta") if each.get("name") == "cover"]
    candidates = [file for file in files.values() if "cover-image" in file.properties]
    candidates += [files[id_] for id_ in named if id_ in files]
    for each in all_named(root, "reference"):
        if each.get("type", "").lower() == "cover":
            name = inside(archive, path, each.get("href", "")).name
            candidates += [file for file in files.values() if file.name == name]
    return next((file.name for file in candidates if file.is_picture), None)
