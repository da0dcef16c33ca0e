"""Recognises the kind of an export by its content. The file's name is for messages, and decides only where it must."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export, Refused
from newstui.domain.errors import NewstuiError
from newstui.domain.text.clean import one_line
from newstui.formats.exports.fields import refused
from newstui.formats.exports.kinds import GENERAL, KINDS
from newstui.formats.exports.merge import merged
from newstui.formats.exports.newsboat import cache as newsboat_cache
from newstui.formats.exports.source import Shaped, shapes_of
from newstui.formats.sniff import kind_of
from newstui.formats.zip_archive import EXPORT_LIMITS, START, ZipArchive, ZipLimits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newstui.domain.articles.incoming import TakenAs
    from newstui.formats.sniff import Kind

_FORM = re.compile(r" (?:CSV|HTML|JSON|XML|highlights|bookmarks|urls|config|cache)\b.*")
"""The part of a kind's name that says in which form it is."""
KNOWN = "newstui reads files of " + ", ".join(
    dict.fromkeys([*(_FORM.sub("", kind.name) for kind in KINDS), *(kind.name for kind in GENERAL)])
)
_TAKEN_BY: dict[Kind, str] = {
    "page": "it is a web page: newstui add takes it",
    "feed": "it is a feed: newstui feeds add takes its address",
}
_PARTS = (".csv", ".html", ".htm", ".json", ".opml", ".xml", ".plist", ".txt")


def read_export(raw: bytes, name: str, limits: ZipLimits = EXPORT_LIMITS, taken_as: TakenAs = "") -> Export:
    """Reads an export of any known kind. `name`: that of the file, for messages.

    taken_as: the meaning of addresses in a file that does not say it; empty for the more likely one.
    Raises NewstuiError where the kind is none of `KNOWN`, or the file as a whole is broken.
    """
    called = one_line(PurePath(name).name) or "the file"
    if raw.startswith(newsboat_cache.START):
        return newsboat_cache.read_cache(raw, called)
    if raw.startswith(START):
        return _of_archive(ZipArchive(raw, called, limits), called, taken_as)
    return _of_shapes(shapes_of(raw, called), called, taken_as, _TAKEN_BY.get(kind_of(raw), KNOWN))


def _of_archive(archive: ZipArchive, called: str, taken_as: TakenAs) -> Export:
    """Reads an archive of a known kind, or one whose files are exports themselves."""
    if any(kind.accepts(archive) for kind in KINDS if kind.shape == "archive"):
        return _of_shapes([Shaped("archive", archive)], called, taken_as)
    parts: list[Export] = []
    refusals: list[Refused] = []
    for name in archive.names:
        if name.endswith("/"):
            continue
        if not name.lower().endswith(_PARTS):
            refusals.append(Refused(name, "newstui does not know what it is"))
            continue
        try:
            parts.append(_of_shapes(shapes_of(archive.read(name), name), name, taken_as))
        except NewstuiError as error:
            refusals.append(refused(name, error))
    if not parts:
        raise NewstuiError(f"{called} is an archive without an export that newstui can read", hint=KNOWN)
    return _joined(parts, refusals)


def _of_shapes(shapes: Sequence[Shaped], called: str, taken_as: TakenAs, hint: str = KNOWN) -> Export:
    """Reads a file that is given in all its shapes, by the evidence for each kind. hint: for one of no known kind."""
    accepting = {
        kind.name: kind for kind in KINDS for shape, value in shapes if kind.shape == shape and kind.accepts(value)
    }
    if accepting:
        kind, *others = accepting.values()
        values = [value for shape, value in shapes if shape == kind.shape and kind.accepts(value)]
        export = _joined([kind.read(value) for value in values])
        if not others:
            return export
        names = " and ".join(other.name for other in others)
        return replace(export, notes=(*export.notes, f"Taken as {kind.name}. It also looks like {names}."))
    for general in GENERAL:
        values = [value for shape, value in shapes if shape == general.shape and general.accepts(value)]
        if values:
            # An object with an address is what is meant, and not the lists in it.
            meant = values[:1] if values[0] == [shapes[0].value] else values
            return _joined([general.read(value, called, taken_as) for value in meant])
    if _is_empty(shapes[0].value):
        return Export("an empty list")
    raise NewstuiError(f"{called} is not an export that newstui can read", hint=hint)


def _is_empty(value: object) -> bool:
    """Returns True for an empty list in JSON, and an object that holds empty lists."""
    if isinstance(value, dict):
        lists = [each for each in value.values() if isinstance(each, list)]
        return bool(lists) and not any(lists)
    return value == []


def _joined(parts: Sequence[Export], refusals: Iterable[Refused] = ()) -> Export:
    if len(parts) == 1 and not refusals:
        return parts[0]
    doubtful = next((part for part in parts if part.doubt), parts[0])
    return Export(
        " and ".join(dict.fromkeys(part.format for part in parts)),
        merged(each for part in parts for each in part.articles),
        feeds=tuple(feed for part in parts for feed in part.feeds),
        feed_titles=tuple(title for part in parts for title in part.feed_titles),
        searches=tuple(search for part in parts for search in part.searches),
        rules=tuple(rule for part in parts for rule in part.rules),
        pictures=tuple({each.path: each for part in parts for each in part.pictures}.values()),
        forgotten=tuple(each for part in parts for each in part.forgotten),
        refused=(*(each for part in parts for each in part.refused), *refusals),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
        doubt=doubtful.doubt,
        taken_as=doubtful.taken_as,
    )
