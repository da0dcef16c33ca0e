"""Feeds in tests: RSS and Atom with one entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.formats.feeds.parse import parse_feed

if TYPE_CHECKING:
    from newstui.domain.feed import Entry

NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/"'
    ' xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" xmlns:atom="http://www.w3.org/2005/Atom"'
)


def rss(item: str, channel: str = "") -> bytes:
    head = f'<rss version="2.0" {NAMESPACES}><channel><title>Harbour News</title>{channel}'
    return f"{head}<item>{item}</item></channel></rss>".encode()


def atom(entry: str, attributes: str = "") -> bytes:
    head = f'<feed xmlns="http://www.w3.org/2005/Atom" {attributes}><title>Harbour News</title>'
    return f"{head}<entry>{entry}</entry></feed>".encode()


def entry_of(raw: bytes, base: str = "") -> Entry:
    (entry,) = parse_feed(raw, base).entries
    return entry
