"""Writes articles as files. `parse_article` reads each back as it was.

The last key of the front matter shows if the owner of the file changed it since: such a file is not overwritten.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Incoming
from newstui.domain.articles.metadata import metadata_of
from newstui.domain.articles.tags import without_hash
from newstui.domain.digest import blake2b
from newstui.domain.text.clean import clean, one_line
from newstui.domain.urls import web_url
from newstui.formats.articles.enclosures import enclosure_line
from newstui.formats.articles.front_matter import CHECKSUM, CHECKSUM_LENGTH
from newstui.formats.articles.page_status import format_page_status, parse_page_status
from newstui.formats.articles.parse import parse_article
from newstui.formats.text import titles
from newstui.formats.text.dates import in_range, parse_date
from newstui.formats.text.language import language_tag
from newstui.formats.text.plain import LONGEST, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newstui.domain.articles.article import Article

# Front matter is read as far as 64 KB, and quoting may double a text: all of these together stay below.
_LONGEST_NAME = 300
_LONGEST_GUID = 2000
_LONGEST_SUMMARY = 8000
_LONGEST_LIST = 12_000

OWN_TAGS = "own_tags"
"""The key of the tags that the reader gave."""

_PLAIN = re.compile(r"[^\W_][^:#\\\"'\[\]{},&*!|>%@`]*")
_FENCE = b"---\n"
_NO_DATE = datetime(2, 1, 2, tzinfo=UTC)
"""Date of a file that names none, while it is read: one that `parse_article` leaves as it is."""
_CHECKSUM_LINE = re.compile(rb"(?m)^%s: ([0-9a-f]{%d})\n\Z" % (CHECKSUM.encode(), CHECKSUM_LENGTH))


def write_article(
    incoming: Incoming,
    *,
    id: str,  # noqa: A002
    now: datetime | None = None,
    own_tags: Iterable[str] = (),
    more: Iterable[tuple[str, str | None]] = (),
) -> bytes:
    """Returns a Markdown file with front matter, in UTF-8.

    id: as `domain.articles.identity` takes it. now: the date of an article that was neither published
    nor saved at a known time; without it such a file has no date of its own.
    own_tags: those of its reader. more: (key, text) of other fields.
    """
    lines = [
        *_fields(incoming, id, now),
        *_list(OWN_TAGS, map(one_line, own_tags)),
        *(line for key, text in more for line in _field(key, text)),
    ]
    body = clean(incoming.body).strip("\n")
    head = "".join(f"{line}\n" for line in lines)
    below = f"\n{body}\n" if body else ""
    return _with_checksum(_FENCE + _encoded(head), _FENCE + _encoded(below))


def _fields(incoming: Incoming, id_: str, now: datetime | None) -> list[str]:
    return [
        *_field("title", shortened(_title(incoming), LONGEST)),
        *_field("source", _name(incoming.source)),
        *_field("author", _name(incoming.author)),
        *_date("date", incoming.published, incoming.saved, now),
        *_address("url", incoming.url),
        *_list("tags", (without_hash(one_line(tag)) for tag in incoming.tags)),
        *_field("summary", shortened(one_line(incoming.summary or ""), _LONGEST_SUMMARY)),
        *_field("lang", language_tag(incoming.lang or "")),
        *_field("id", id_),
        *_address("feed", incoming.feed),
        *_field("guid", _guid(incoming.guid)),
        *_list("also_feeds", filter(None, map(web_url, incoming.also_feeds)), is_addresses=True),
        *_field("book", _name(incoming.book)),
        *_number("chapter", incoming.chapter),
        *_date("first_seen", incoming.first_seen),
        *_number("place", incoming.place),
        *_date("saved", incoming.saved),
        *_date("updated", incoming.updated),
        *_field("text", format_page_status(incoming.page_status)),
        *_address("image", incoming.image),
        *_list("enclosures", map(enclosure_line, incoming.enclosures), is_addresses=True),
    ]


def read_written(raw: bytes, path: str = "") -> Incoming:
    """Returns the article of a file that `write_article` made; with its `path`, that of any file."""
    article = incoming_of(parse_article(raw, path, _NO_DATE))
    return replace(article, published=None) if article.published == _NO_DATE else article


def incoming_of(article: Article) -> Incoming:
    """Returns an article of the library as one that comes into another."""
    extra = dict(article.extra)
    metadata = metadata_of(article)
    metadata["published"] = article.stated or article.published
    return Incoming(
        **metadata,
        body=article.body,
        saved=parse_date(extra.get("saved", "")),
        feed=article.feed,
        guid=extra.get("guid"),
        also_feeds=article.also_feeds,
        updated=article.updated,
        page_status=parse_page_status(extra.get("text", "")),
        enclosures=article.enclosures,
        first_seen=article.first_seen,
        place=article.place,
        book=article.book,
        chapter=article.chapter,
    )


def is_as_written(raw: bytes) -> bool:
    """Returns True if newstui wrote these bytes, and nobody changed one of them since."""
    end = raw.find(b"\n" + _FENCE, len(_FENCE) - 1) + 1
    if not (raw.startswith(_FENCE) and end):
        return False
    checksum = _CHECKSUM_LINE.search(raw[:end])
    return checksum is not None and _with_checksum(raw[: checksum.start()], raw[end:]) == raw


def _with_checksum(head: bytes, below: bytes) -> bytes:
    digits = blake2b(head + below, digest_size=CHECKSUM_LENGTH // 2).hexdigest()
    return head + f"{CHECKSUM}: {digits}\n".encode() + below


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")  # Clean text has nothing to replace.


def _title(incoming: Incoming) -> str:
    return one_line(incoming.title) or titles.first_line(clean(incoming.body)) or "Untitled"


def _name(text: str | None) -> str:
    return shortened(one_line(text or ""), _LONGEST_NAME)


def _guid(guid: str | None) -> str | None:
    """Leaves out a guid that is too long: a part of it could be the guid of another article."""
    return guid if guid and len(guid) <= _LONGEST_GUID and one_line(guid) == guid else None


def _field(key: str, text: str | None) -> list[str]:
    return [f"{key}: {_scalar(text)}"] if text else []


def _number(key: str, number: int | None) -> list[str]:
    return [] if number is None else [f"{key}: {number}"]


def _address(key: str, url: str | None) -> list[str]:
    address = web_url(url) if url else None
    return [f"{key}: {_plain_address(address)}"] if address else []


def _date(key: str, *moments: datetime | None) -> list[str]:
    """Writes the first moment that is a date, with its own time zone where it has one."""
    for moment in filter(None, moments):
        utc = in_range(moment)
        if utc:
            return [f"{key}: {(moment if moment.tzinfo else utc).isoformat()}"]
    return []


def _list(key: str, texts: Iterable[str], *, is_addresses: bool = False) -> list[str]:
    """Writes the items that fit, each once."""
    written = [_plain_address(text) if is_addresses else _scalar(text) for text in dict.fromkeys(texts) if text]
    room = _LONGEST_LIST
    items: list[str] = []
    for item in written:
        room -= len(item) + 5
        if room < 0:
            break
        items.append(item)
    if not items:
        return []
    if not is_addresses and all(map(_PLAIN.fullmatch, items)):
        return [f"{key}: [{', '.join(items)}]"]
    return [f"{key}:", *(f"  - {item}" for item in items)]


def _plain_address(address: str) -> str:
    """Writes an address as plain YAML; in quotation marks where a colon at its end would make it a key."""
    return f'"{address}"' if ": " in f"{address} " else address


def _scalar(text: str) -> str:
    """Writes a line of text so that YAML reads the same text, never a date, a number or nothing."""
    if _PLAIN.fullmatch(text) and text != "null":
        return text
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
