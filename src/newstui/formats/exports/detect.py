"""Which format a file from another reader is, by what is in it; its name only helps to speak of it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Export, Refused
from newstui.domain.errors import NewstuiError
from newstui.domain.text.clean import one_line
from newstui.formats.exports import bookmarks_html as netscape
from newstui.formats.exports import (
    chrome,
    firefox,
    instapaper,
    omnivore,
    pinboard,
    pocket,
    raindrop,
    readwise,
    wallabag,  # fmt: skip
)
from newstui.formats.exports.csv_table import table_of
from newstui.formats.exports.fields import parsed_json
from newstui.formats.exports.newsboat import cache as newsboat_cache
from newstui.formats.exports.newsboat import config as newsboat_config
from newstui.formats.exports.newsboat import urls as newsboat_urls
from newstui.formats.feeds import opml
from newstui.formats.text.decode import decode
from newstui.formats.zip_archive import START, Archive

if TYPE_CHECKING:
    from collections.abc import Callable

KNOWN = (
    "newstui knows: OPML; Pocket CSV, HTML and ZIP; Instapaper CSV; Wallabag JSON; Omnivore ZIP; Readwise Reader CSV; "
    "Raindrop CSV; bookmarks of browsers (HTML, Firefox JSON, Chrome's Bookmarks); Pinboard JSON; "
    "newsboat's urls, config and cache.db"
)
_START = 4096
_PARTS = (".csv", ".html", ".json", ".opml")
_TABLES = (
    (instapaper.is_csv, instapaper.of_csv),
    (pocket.is_csv, pocket.of_csv),
    (readwise.is_csv, readwise.of_csv),
    (raindrop.is_csv, raindrop.of_csv),
)
_LISTS: tuple[tuple[Callable[[object], bool], Callable[[object], Export]], ...] = (
    (wallabag.is_v2, wallabag.of_v2),
    (wallabag.is_v1, wallabag.of_v1),
    (pinboard.is_json, pinboard.of_json),
    (omnivore.is_json, omnivore.of_json),
    (pocket.is_highlights, pocket.of_highlights),
)


def read_export(raw: bytes, name: str) -> Export:
    """What the file holds. Raises NewstuiError when it is none of `KNOWN`, or broken as a whole.

    name: of the file, for messages.
    """
    called = one_line(PurePath(name).name) or "the file"
    if raw.startswith(newsboat_cache.START):
        return newsboat_cache.read_cache(raw, called)
    if raw.startswith(START):
        return _of_archive(Archive(raw, called), called)
    return _of_text(raw, called)


def _of_archive(archive: Archive, called: str) -> Export:
    """Omnivore's, or a bundle of files that are exports themselves."""
    if omnivore.is_archive(archive):
        return omnivore.of_archive(archive)
    parts: list[Export] = []
    refused: list[Refused] = []
    for name in archive.names:
        if name.endswith("/"):
            continue
        found = (
            archive.read(name) if name.lower().endswith(_PARTS) else Refused(name, "newstui does not know what it is")
        )
        try:
            if not isinstance(found, Refused):
                parts.append(_of_text(found, name))
                continue
        except NewstuiError as fault:
            found = Refused(name, str(fault))
        refused.append(found)
    if not parts:
        raise NewstuiError(f"{called} is an archive with no export in it that newstui knows", hint=KNOWN)
    return _joined(parts, refused)


def _joined(parts: list[Export], refused: list[Refused]) -> Export:
    articles = tuple(each for part in parts if part.format != pocket.HIGHLIGHTS for each in part.articles)
    highlights = tuple(each for part in parts if part.format == pocket.HIGHLIGHTS for each in part.articles)
    return Export(
        " and ".join(dict.fromkeys(part.format for part in parts)),
        pocket.with_highlights(articles, highlights),
        tuple(feed for part in parts for feed in part.feeds),
        refused=(*(each for part in parts for each in part.refused), *refused),
    )


def _of_text(raw: bytes, called: str) -> Export:
    written = decode(raw, html=True, uncut=True).text.lstrip()
    if not written:
        raise NewstuiError(f"{called} is empty", hint="take the export again")
    found = None
    if written[0] in "[{":
        found = _of_json(parsed_json(written, called))
    elif written[0] == "<":
        found = _of_markup(written)
    else:
        table = table_of(written)
        found = next((parse(table) for fits, parse in _TABLES if fits(table)), None)
        if not found and newsboat_urls.is_urls(written):
            found = newsboat_urls.read_urls(written)
        if not found and newsboat_config.is_config(written):
            found = newsboat_config.read_config(written)
    if found:
        return found
    raise NewstuiError(f"{called} is no export that newstui knows", hint=KNOWN)


def _of_json(value: object) -> Export | None:
    if firefox.is_json(value):
        return firefox.of_json(value)
    if chrome.is_json(value):
        return chrome.of_json(value)
    if not isinstance(value, list):
        return None
    if not value:
        return Export("an empty list")
    first = next((each for each in value if isinstance(each, dict)), None)
    return next((parse(value) for fits, parse in _LISTS if fits(first)), None)


def _of_markup(written: str) -> Export | None:
    start = written[:_START].lower()
    if opml.is_opml(start):
        return opml.read_opml(written)
    if pocket.is_html(start):
        return pocket.of_html(written)
    return netscape.of_html(written) if netscape.is_html(start) else None
