"""A file of the library as an article. It reads any bytes: each oddity becomes a note, never an error."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from newstui.domain.articles.article import Article
from newstui.domain.articles.identity import article_id
from newstui.domain.articles.metadata import NO_METADATA, Metadata, metadata_of
from newstui.domain.text.clean import count_words, one_line
from newstui.formats.articles.enclosures import read_enclosures
from newstui.formats.articles.front_matter import FrontMatter, split_front_matter
from newstui.formats.articles.front_matter_fields import web_address
from newstui.formats.articles.page_status import parse_page_status
from newstui.formats.text import titles
from newstui.formats.text.boilerplate import without_boilerplate
from newstui.formats.text.dates import in_range, parse_date
from newstui.formats.text.decode import MAX_BYTES, decode
from newstui.formats.text.plain import LONGEST, plain_line, shortened
from newstui.formats.text.plain_text import markdown_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SUFFIXES = (".md", ".markdown", ".txt", ".html", ".htm")
"""Suffixes of files that are articles, in lower case."""
PAGES = (".html", ".htm")
"""Suffixes of files that are parsed by code which a file may bring down, or keep busy for hours."""
EMPTY = "This file is empty."
_DIGITS = 9
"""The most digits of a number in front matter that is used."""


class _Text(NamedTuple):
    """The text below the front matter, with its title and metadata."""

    title: str | None
    body: str
    notes: tuple[str, ...] = ()
    metadata: Metadata = NO_METADATA
    """Metadata of a web page; Markdown and plain text have a title at most."""


def parse_article(raw: bytes, path: str, modified: datetime) -> Article:
    """Returns the article that a file holds. Never fails.

    raw: its bytes; one more than `decode.MAX_BYTES` is enough to see that it is longer than is read.
    path: relative to the library, with `/`. Its suffix says how to read it, Markdown where it says nothing.
    modified: aware; when it was published, if it does not say so itself.
    """
    name = path.lower()
    decoded = decode(raw, html=name.endswith(PAGES))
    front, below = split_front_matter(decoded.text)
    text = _text(path, below, front)
    notes = (*decoded.notes, *front.notes, *text.notes)
    metadata = metadata_of(front, text.metadata)
    title = shortened(front.title, LONGEST) if front.title else text.title
    metadata["title"] = title or titles.of_name(path)
    metadata["source"] = metadata["source"] or _source(metadata["url"], path)
    metadata["published"] = metadata["published"] or _date_of_file(path, front, modified)
    if front.extra:
        metadata |= _further_fields(dict(front.extra))
    return Article(
        **metadata,
        id=article_id(raw[: MAX_BYTES + 1], path, front.id),
        body=text.body,
        words=count_words(text.body),
        path=path,
        extra=front.extra,
        notes=(*notes, EMPTY) if not decoded.text or decoded.text.isspace() else notes,
    )


def parse_dated(raw: bytes, path: str, modified: str) -> Article:
    """Returns the article that a file holds, as `parse_article` does. modified: as ISO 8601 writes it."""
    return parse_article(raw, path, datetime.fromisoformat(modified))


def _addresses(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(web_address, text.split(", "))))


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else None


_FURTHER_FIELDS: dict[str, tuple[str, Callable[[str], object]]] = {
    "image": ("image", web_address),
    "feed": ("feed", web_address),
    "also_feeds": ("also_feeds", _addresses),
    "updated": ("updated", parse_date),
    "text": ("wants_text", lambda text: parse_page_status(text).is_wanted),
    "first_seen": ("first_seen", parse_date),
    "place": ("place", _number),
    "book": ("book", lambda text: text or None),
    "enclosures": ("enclosures", read_enclosures),
    "chapter": ("chapter", _number),
}
"""A key of front matter → the field of an article that it stands for, and its value."""


def _further_fields(extra: Mapping[str, str]) -> dict[str, Any]:
    """Returns the fields of an article that few files name, by field name."""
    keys = extra.keys() & _FURTHER_FIELDS
    return {field: value(extra[key]) for key in keys for field, value in (_FURTHER_FIELDS[key],)}


def _text(path: str, below: str, front: FrontMatter) -> _Text:
    """Reads the text below the front matter as the suffix of the name says."""
    name = path.lower()
    if name.endswith(PAGES):
        return _page(path, below, front)
    if front.is_by_newstui and front.title:
        # A file by newstui is the article and nothing else: a heading or a label in it belongs to it.
        return _Text(None, below.strip("\n"))
    is_plain = name.endswith(".txt")
    return _plain(path, below, front) if is_plain else _markdown(path, _without_dialects(below), front)


_SIGNS_OF_DIALECTS = [
    (sign[0], sign)
    for sign in ("<", "[[", "==", "%%", "!!!", "???", ":: ", ":::", "///", "{{", "{:", "{#", "{%", "]{", "){", "^", "~")
]


def _without_dialects(text: str) -> str:
    if not _has_dialects(text):
        return text
    from newstui.formats.articles.dialects import plain_markdown  # most files need none of it

    return plain_markdown(text)


def _has_dialects(text: str) -> bool:
    for first, sign in _SIGNS_OF_DIALECTS:  # one character is found far sooner than two, and most texts have few
        if first in text and sign in text:
            return True
    return "|" in text and "![" in text


def _markdown(path: str, text: str, front: FrontMatter) -> _Text:
    body, left_out = without_boilerplate(text)
    notes = _boilerplate_note(left_out)
    heading = titles.leading_heading(body)
    if front.title:
        repeats = heading is not None and titles.same(heading[0], front.title)
        return _Text(None, heading[1] if heading and repeats else body.strip("\n"), notes=notes)
    main = titles.leading_heading(body, lowest=1) if heading else (titles.main_heading(body), body.strip("\n"))
    for found in (main, (titles.written_name(path), body.strip("\n")), heading):
        if found and found[0]:
            return _Text(*found, notes=notes)
    # A page that was copied whole has its title on the first line, like plain text.
    line = titles.title_line(body) if left_out else None
    if line:
        return _Text(plain_line(line[0]), line[1], notes=notes)
    return _Text(titles.first_line(body), body.strip("\n"), notes=notes)


def _plain(path: str, text: str, front: FrontMatter) -> _Text:
    body, left_out = without_boilerplate(text)
    notes = _boilerplate_note(left_out)
    line = titles.title_line(body)
    if front.title:
        repeats = line is not None and titles.same(line[0], front.title)
        return _Text(None, markdown_of(line[1] if line and repeats else body), notes=notes)
    if line:
        return _Text(one_line(line[0]), markdown_of(line[1]), notes=notes)
    return _Text(titles.written_name(path) or titles.first_line(body), markdown_of(body), notes=notes)


def _page(path: str, text: str, front: FrontMatter) -> _Text:
    from newstui.formats.web_page.saved_page import read_page  # A library of Markdown files never needs it.

    body, metadata = read_page(text, front.url)
    below = _markdown(path, body, front if front.title or not metadata.title else FrontMatter(title=metadata.title))
    return below._replace(title=metadata.title or below.title, metadata=metadata)


def _boilerplate_note(lines: int) -> tuple[str, ...]:
    if not lines:
        return ()
    were = "line of the page around the article was" if lines == 1 else "lines of the page around the article were"
    return (f"{lines} {were} left out.",)


def _source(url: str | None, path: str) -> str:
    """Returns the publisher by the address, or else by the folder."""
    host = _host(url) if url else None
    return host or one_line(PurePosixPath(path).parent.name) or "Library"


def _host(url: str) -> str | None:
    try:
        host = urlsplit(url).hostname
    except ValueError:  # An address in brackets that is not one.
        return None
    return one_line(host.removeprefix("www.")) or None if host else None


def _date_of_file(path: str, front: FrontMatter, modified: datetime) -> datetime:
    """Returns the day that the file's name begins with; newstui's own names have one only if the article has."""
    return (None if front.is_by_newstui else titles.date_of_name(path)) or _moment(modified)


def _moment(modified: datetime) -> datetime:
    """Returns a file's date with a year that every later step can use, also from a broken file system."""
    return in_range(modified) or modified.replace(year=min(max(modified.year, 2), 9998))
