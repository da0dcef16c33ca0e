"""The parts of newstui's own exports: a folder of Markdown files, and lines of JSON too long to be read at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export, Refused, SavedPicture
from newstui.domain.errors import NewstuiError, StorageError
from newstui.formats.articles.images import PICTURE_FOLDER, file_pictures, picture_name, with_file_pictures
from newstui.formats.writers.markdown import read_markdown_file
from newstui.services.intake.messages import reason_of
from newstui.store.user_files import begins_with, files_below, read_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from newstui.domain.articles.incoming import Incoming

FORMAT = "newstui Markdown"
FEEDS, SEARCHES, RULES = "feeds.opml", "searches.json", "rules.json"
"""Files of such a folder that hold no articles: the subscriptions, the saved searches and the rules."""
LONG = 16 << 20
"""Bytes beyond which lines of JSON are read in parts."""
_LARGEST, _LARGEST_PICTURE = 5 << 20, 8 << 20
_START = b'{"id": "'


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an export."""

    export: Export
    pictures: Mapping[str, Sequence[SavedPicture]] = field(default_factory=dict)
    """Id of an article → the files that its text points to."""


def part_of(export: Export) -> Part:
    """Returns an export as one part."""
    by_name = {f"../{picture.path}": picture for picture in export.pictures}
    if not by_name:
        return Part(export)
    named = {each.id: file_pictures(each.body) for each in export.articles if each.id}
    return Part(export, {id_: [by_name[name] for name in names if name in by_name] for id_, names in named.items()})


def is_long_export(path: Path) -> bool:
    """Returns True for lines of JSON that newstui wrote and that are read in parts."""
    return begins_with(path, _START, LONG)


def lists_in(folder: Path) -> list[Path]:
    """Returns the files of an exported folder that hold no articles."""
    return [path for name in (FEEDS, SEARCHES, RULES) if (path := folder / name).is_file()]


def parts_of_folder(folder: Path, library: Path, now: datetime, size: int) -> Iterator[Part]:
    """Yields the articles in a folder that newstui exported, `size` files at a time; refuses files of others.

    Raises NewstuiError where it exported none of them.
    """
    below = files_below(folder, (".md",), library)
    is_any, others = bool(lists_in(folder)), 0
    for first in range(0, len(below.files), size):
        articles: list[Incoming] = []
        refused: list[Refused] = []
        pictures: dict[str, list[SavedPicture]] = {}
        for path in below.files[first : first + size]:
            try:
                article = _article(path, now)
            except StorageError as error:
                refused.append(Refused(str(path), reason_of(error)))
                continue
            if article is None:
                others += 1
                continue
            with_pictures, files = _with_pictures(article, path, folder)
            articles.append(with_pictures)
            pictures[article.id or ""] = files
        is_any = is_any or bool(articles)
        if articles or refused:
            yield Part(Export(FORMAT, tuple(articles), refused=tuple(refused)), pictures)
    if not is_any:
        raise NewstuiError(f"newstui did not export {folder.name}", hint=f"to add what is in it: newstui add {folder}")
    if others:
        number = "1 file" if others == 1 else f"{others:,} files"
        refusal = Refused(f"{number} in {folder}", "newstui did not export that; newstui add takes it")
        yield Part(Export(FORMAT, refused=(refusal,)))


def _article(path: Path, now: datetime) -> Incoming | None:
    raw = read_named(path, _LARGEST)
    try:
        modified = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        modified = now
    return read_markdown_file(raw, path.name, modified)


def _with_pictures(article: Incoming, path: Path, folder: Path) -> tuple[Incoming, list[SavedPicture]]:
    """Returns (the article with paths of the library for its pictures, the pictures)."""
    paths: dict[str, str] = {}
    files: list[SavedPicture] = []
    for name in file_pictures(article.body):
        try:
            place = (path.parent / name).resolve()
            if not place.is_relative_to(folder.resolve()):
                continue
            raw = read_named(place, _LARGEST_PICTURE)
        except (StorageError, OSError, ValueError, RuntimeError):  # the text is complete without it
            continue
        if file_name := picture_name(raw):
            picture = SavedPicture(f"{PICTURE_FOLDER}/{file_name}", raw)
            paths[name] = f"../{picture.path}"  # each article is in a folder of the library
            files.append(picture)
    return replace(article, body=with_file_pictures(article.body, paths)), files
