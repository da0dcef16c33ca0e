"""Recognises the format of an export by its content. The file's name is for messages only."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export, Refused
from newstui.domain.errors import NewstuiError
from newstui.domain.text.clean import one_line
from newstui.formats.exports import (
    bookmarks_html,
    chrome,
    firefox,
    instapaper,
    omnivore,
    pinboard,
    pocket,
    raindrop,
    readwise,
    wallabag,
)
from newstui.formats.exports.csv_table import rows_of, table_of
from newstui.formats.exports.fields import parsed_json, refused, rows
from newstui.formats.exports.newsboat import cache as newsboat_cache
from newstui.formats.exports.newsboat import config as newsboat_config
from newstui.formats.exports.newsboat import urls as newsboat_urls
from newstui.formats.feeds import opml
from newstui.formats.text.decode import decode
from newstui.formats.zip_archive import EXPORT_LIMITS, START, ZipArchive, ZipLimits

if TYPE_CHECKING:
    from newstui.formats.exports.fields import Row

KNOWN = (
    "newstui reads OPML; Pocket CSV, HTML and ZIP; Instapaper CSV; Wallabag JSON; Omnivore ZIP; Readwise Reader CSV; "
    "Raindrop CSV; bookmarks of browsers (HTML, Firefox JSON, Chrome's Bookmarks); Pinboard JSON; "
    "newsboat's urls, config and cache.db"
)
_START = 4096
_PARTS = (".csv", ".html", ".json", ".opml")
_TABLES = (instapaper.CSV, pocket.CSV, readwise.CSV, raindrop.CSV)
_LISTS = (wallabag.V2, wallabag.V1, pinboard.JSON, omnivore.JSON, pocket.HIGHLIGHTS)


def read_export(raw: bytes, name: str, limits: ZipLimits = EXPORT_LIMITS) -> Export:
    """Reads an export of any known format. `name`: that of the file, for messages.

    Raises NewstuiError where the format is none of `KNOWN`, or the file as a whole is broken.
    """
    called = one_line(PurePath(name).name) or "the file"
    if raw.startswith(newsboat_cache.START):
        return newsboat_cache.read_cache(raw, called)
    if raw.startswith(START):
        return _of_archive(ZipArchive(raw, called, limits), called)
    return _of_text(raw, called)


def _of_archive(archive: ZipArchive, called: str) -> Export:
    """Reads Omnivore's archive, or one whose files are exports themselves."""
    if omnivore.is_archive(archive):
        return omnivore.read_archive(archive)
    parts: list[Export] = []
    refusals: list[Refused] = []
    for name in archive.names:
        if name.endswith("/"):
            continue
        if not name.lower().endswith(_PARTS):
            refusals.append(Refused(name, "newstui does not know what it is"))
            continue
        try:
            parts.append(_of_text(archive.read(name), name))
        except NewstuiError as error:
            refusals.append(refused(name, error))
    if not parts:
        raise NewstuiError(f"{called} is an archive without an export that newstui can read", hint=KNOWN)
    return _joined(parts, refusals)


def _joined(parts: list[Export], refusals: list[Refused]) -> Export:
    articles = tuple(each for part in parts if part.format != pocket.HIGHLIGHTS.name for each in part.articles)
    highlights = tuple(each for part in parts if part.format == pocket.HIGHLIGHTS.name for each in part.articles)
    return Export(
        " and ".join(dict.fromkeys(part.format for part in parts)),
        pocket.with_highlights(articles, highlights),
        tuple(feed for part in parts for feed in part.feeds),
        refused=(*(each for part in parts for each in part.refused), *refusals),
    )


def _of_text(raw: bytes, called: str) -> Export:
    text = decode(raw, html=True, uncut=True).text.lstrip()
    if not text:
        raise NewstuiError(f"{called} is empty", hint="export it again")
    if text[0] in "[{":
        export = _of_json(parsed_json(text, called))
    elif text[0] == "<":
        export = _of_markup(text)
    else:
        export = _of_lines(text)
    if export:
        return export
    raise NewstuiError(f"{called} is not an export that newstui can read", hint=KNOWN)


def _of_lines(text: str) -> Export | None:
    table = table_of(text)
    for format_ in _TABLES:
        if format_.has(table.columns):
            return format_.export(rows_of(table))
    if newsboat_urls.is_urls(text):
        return newsboat_urls.read_urls(text)
    return newsboat_config.read_config(text) if newsboat_config.is_config(text) else None


def _of_json(value: object) -> Export | None:
    if firefox.is_json(value):
        return firefox.read_json(value)
    if chrome.is_json(value):
        return chrome.read_json(value)
    if not isinstance(value, list):
        return None
    if not value:
        return Export("an empty list")
    first: Row = next((each for each in value if isinstance(each, dict)), {})
    return next((format_.export(rows(value)) for format_ in _LISTS if format_.has(first)), None)


def _of_markup(text: str) -> Export | None:
    start = text[:_START].lower()
    if opml.is_opml(start):
        return opml.read_opml(text)
    if pocket.is_html(start):
        return pocket.read_html(text)
    return bookmarks_html.read_html(text) if bookmarks_html.is_html(start) else None
