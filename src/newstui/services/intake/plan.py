"""Decides what becomes of an incoming article. One rule: nothing here reads or writes a file; `Ingest` does that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newstui.domain.articles.file_names import file_name, folder_name
from newstui.domain.articles.metadata import metadata_of
from newstui.formats.articles.write import is_as_written, read_written, write_article
from newstui.formats.text.plain import without_addresses

if TYPE_CHECKING:
    from datetime import datetime

    from newstui.domain.articles.incoming import Incoming
    from newstui.services.events import Outcome


@dataclass(frozen=True, slots=True)
class Write:
    """A new article gets a file."""

    id: str
    path: str
    """Relative to the library. The file gets a number where another one has this name."""
    raw: bytes


@dataclass(frozen=True, slots=True)
class Keep:
    """The file stays as it is."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Revise:
    """The file is written again."""

    raw: bytes
    outcome: Outcome
    keeps_former: bool
    """True where the reader may have read other words: the former text is kept."""


def plan_new(id_: str, incoming: Incoming, now: datetime, place: int | None = None) -> Write:
    """Returns the file of an article that the library does not have.

    now: aware. place: its number among the articles that come together.
    """
    incoming = replace(incoming, first_seen=incoming.first_seen or now, place=incoming.place or place)
    # The page of an article that waits for its text may say when it was published.
    if not incoming.published and incoming.page_status.is_complete:
        incoming = replace(incoming, published=incoming.saved or now)
    path = f"{folder_name(incoming.source or _host(incoming.url))}/{file_name(incoming, id_)}"
    return Write(id_, path, write_article(incoming, id=id_))


def can_complete(incoming: Incoming) -> bool:
    """Returns True for an article whose text may replace a stub."""
    return bool(incoming.body) and incoming.page_status.is_complete


def plan_known(id_: str, incoming: Incoming, raw: bytes | None, now: datetime) -> Keep | Revise:
    """Decides about an article that the library has: only one that waits for its text gets a new one.

    Its file also names each feed that has it. raw: its file; None where that is gone.
    """
    if raw is None or not is_as_written(raw):
        return Keep("there")
    before = read_written(raw)
    if can_complete(incoming) and not before.page_status.is_complete:
        return plan_renewal(id_, incoming, raw, now)
    after = replace(before, also_feeds=_also_feeds(before, incoming))
    return Keep("there") if after == before else Revise(write_article(after, id=id_), "there", keeps_former=False)


def plan_renewal(id_: str, incoming: Incoming, raw: bytes | None, now: datetime) -> Keep | Revise:
    """Decides about an article of which its publisher has a new version; `raw`: its file, None where that is gone."""
    if raw is None:
        return Keep("removed")
    if not is_as_written(raw):
        return Keep("edited")
    before = read_written(raw)
    after = _merged(before, incoming, now)
    # A stub that gets its text, and a stub whose page is requested, are no news to the reader.
    has_text = before.page_status.has_text
    is_news = has_text and _words(before) != _words(after)
    if is_news:
        after = replace(after, updated=now)
    written = write_article(after, id=id_)
    if written == raw:
        return Keep("there")
    return Revise(written, "changed" if is_news or not has_text else "there", keeps_former=is_news)


def _merged(before: Incoming, incoming: Incoming, now: datetime) -> Incoming:
    """Returns the new version with the metadata of the old one where the new one has none; its identity stays."""
    since = None if incoming.page_status.is_wanted else before.saved or before.first_seen or now
    metadata = metadata_of(incoming, fallback=before)
    metadata["url"] = before.url or incoming.url
    metadata["source"] = before.source or incoming.source
    metadata["published"] = before.published or incoming.published or since
    metadata["tags"] = tuple(dict.fromkeys((*before.tags, *incoming.tags)))
    return replace(
        incoming,
        **metadata,
        feed=before.feed,
        guid=before.guid,
        also_feeds=_also_feeds(before, incoming),
        saved=before.saved,
        updated=before.updated,
        first_seen=before.first_seen,
        place=before.place,
        book=before.book,
        chapter=before.chapter,
        enclosures=incoming.enclosures or before.enclosures,
    )


def _also_feeds(before: Incoming, incoming: Incoming) -> tuple[str, ...]:
    """Returns the feeds that have the article besides the one that it came with."""
    feeds = dict.fromkeys((*before.also_feeds, incoming.feed or ""))
    return tuple(feed for feed in feeds if feed not in ("", before.feed))


def _words(incoming: Incoming) -> tuple[str, str]:
    """Returns what a person reads: addresses that change with each fetch are no news."""
    return incoming.title, without_addresses(incoming.body)


def _host(url: str | None) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
