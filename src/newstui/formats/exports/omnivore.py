"""Omnivore: an archive with what it knew of each article, its text as HTML and its highlights as Markdown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export, Incoming, Refused
from newstui.domain.errors import NewstuiError
from newstui.domain.text.clean import clean
from newstui.domain.urls import web_url
from newstui.formats.exports.fields import (
    export,
    line,
    listed,
    markdown,
    moment,
    names,
    page,
    parsed_json,
    rows,
    text,
)
from newstui.formats.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newstui.formats.exports.fields import Row, Taken
    from newstui.formats.zip_archive import Archive

FORMAT = "Omnivore"
_WHOLE = 100


def is_archive(archive: Archive) -> bool:
    return any(_is_metadata(name) for name in archive.names)


def is_json(first: object) -> bool:
    """Of one of its files alone, without texts."""
    return isinstance(first, dict) and {"url", "slug", "savedAt"} <= first.keys()


def of_json(value: object) -> Export:
    return export(FORMAT, (row if isinstance(row, Refused) else _article(row) for row in rows(value)))


def of_archive(archive: Archive) -> Export:
    return export(FORMAT, _articles(archive))


def _is_metadata(name: str) -> bool:
    last = name.rpartition("/")[2]
    return last.startswith("metadata_") and last.endswith(".json")


def _articles(archive: Archive) -> Iterator[Taken]:
    for name in filter(_is_metadata, archive.names):
        folder = name.rpartition("/")[0]
        found = archive.read(name)
        if isinstance(found, Refused):
            yield found
            continue
        try:
            listing = parsed_json(decode(found, uncut=True).text, name)
        except NewstuiError as fault:
            yield Refused(name, str(fault))
            continue
        for row in rows(listing):
            if isinstance(row, Refused):
                yield row
            else:
                yield from _with_files(archive, f"{folder}/" if folder else "", row)


def _with_files(archive: Archive, folder: str, row: Row) -> Iterator[Taken]:
    taken, slug = _article(row), text(row.get("slug"))
    if isinstance(taken, Incoming):
        for name in (f"{folder}content/{slug}.html", f"{folder}highlights/{slug}.md"):
            found = archive.read(name) if name in archive.names else b""
            if isinstance(found, Refused):
                yield found
            elif name.endswith(".html"):
                taken = replace(taken, body=markdown(decode(found, html=True, uncut=True).text, taken.url))
            else:
                taken = replace(taken, note=clean(decode(found, uncut=True).text).strip())
        if f"{folder}content/{slug}.pdf" in archive.names:
            yield Refused(f"content/{slug}.pdf", "it is a PDF: its address is kept, its text is not")
    yield taken


def _article(row: Row) -> Taken:
    percent = row.get("readingProgress")
    progress = percent if isinstance(percent, int | float) and not isinstance(percent, bool) else None
    state = line(row.get("state")).lower()
    return page(
        row.get("url"),
        row.get("title"),
        author=line(row.get("author")) or None,
        published=moment(row.get("publishedAt")),
        saved=moment(row.get("savedAt")),
        summary=line(row.get("description")) or None,
        image=web_url(text(row.get("thumbnail"))),
        read=state == "archived" or (progress is not None and progress >= _WHOLE),
        position=None if progress is None else min(max(progress / _WHOLE, 0.0), 1.0),
        tagged=names(listed(row.get("labels"), "name")),
    )
