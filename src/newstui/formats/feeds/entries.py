"""Turns the entries of a feed into articles. The rule for entries that are only stubs is here."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from newstui.domain.articles.incoming import Incoming
from newstui.domain.articles.metadata import metadata_of
from newstui.domain.articles.tags import unique_tags
from newstui.domain.digest import blake2b
from newstui.domain.text.clean import count_words, one_line
from newstui.domain.urls import canonical_url, file_key, page_key
from newstui.formats.text.language import true_language
from newstui.formats.text.plain import without_addresses

if TYPE_CHECKING:
    from newstui.domain.feed import Entry, Feed, FeedDocument
    from newstui.formats.web_page.extract import Extracted

_STUB_WORDS = 120
"""Fewer words are a stub: agency news begins at about 150."""
_LONGEST_SUMMARY = 1000
_SAMPLE = 60
_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]*>")
_IMAGE = re.compile(r'<img[^<>]*?\ssrc="([^"]*)"', re.IGNORECASE)
_CUT_OFF = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&hellip;\]|(?:\bcontinue reading|\bread (?:more|on|the (?:full|whole|rest))"
    r"|\bweiterlesen|\bmehr lesen|\blire la suite|\bleer más|\bcontinua a leggere|\blees verder|\bчитать далее"
    r"|続きを読む)[^\n]{0,80})\W*$",
    re.IGNORECASE,
)


def named_entries(document: FeedDocument) -> dict[str, Entry]:
    """Returns the entries by their names within the feed: the guid, else the address, else a digest of the text.

    A guid that entries at several addresses share is not a name, nor is an address that entries with different titles
    share. The first entry of a name counts, because feeds begin with the newest.
    """
    guids: dict[str, set[str]] = {}
    addresses: dict[str, set[str]] = {}
    for entry in document.entries:
        guids.setdefault(entry.guid or "", set()).add(canonical_url(entry.url or ""))
    without = [entry for entry in document.entries if not entry.guid or len(guids[entry.guid]) > 1]
    for entry in without:
        addresses.setdefault(canonical_url(entry.url or ""), set()).add(entry.title)
    named: dict[str, Entry] = {}
    for entry in document.entries:
        if entry.guid and len(guids[entry.guid]) == 1:
            name = entry.guid
        elif entry.url and len(addresses[canonical_url(entry.url)]) == 1:
            name = entry.url
        else:
            name = _digits(f"{entry.url}\0{entry.title}\0{entry.content or entry.summary}")
        named.setdefault(name, entry)
    return named


def entry_key(name: str) -> str:
    """Returns the key under which an entry is remembered, by its name within the feed."""
    return _digits(name)


def entry_digest(entry: Entry) -> str:
    """Returns a digest that changes whenever the content of the entry changes."""
    return _digits("\0".join((entry.title, entry.url or "", entry.author or "", entry.summary, entry.content)))


def entry_likeness(entry: Entry) -> str:
    """Returns a digest of what an entry keeps when only its guid and the notation of addresses are other ones."""
    html = f"{entry.content} {entry.summary}"
    words = " ".join(_WORD.findall(_TAG.sub(" ", html))) or html
    addresses = (*(each.url for each in entry.enclosures if not each.is_page), *_IMAGE.findall(html))
    return _digits("\0".join((page_key(entry.url or ""), entry.title, words, *sorted(map(file_key, addresses)))))


def incoming_of(name: str, entry: Entry, body: str, summary: str, document: FeedDocument, feed: Feed) -> Incoming:
    """Returns an entry as an article. `body` and `summary`: its content and summary in Markdown."""
    return Incoming(
        title=entry.title,
        body=_with_long_summary(summary, body),
        url=entry.url,
        source=feed.title or document.title or None,
        author=entry.author or document.author,
        published=entry.published or entry.updated,
        lang=true_language(entry.lang or document.lang, body),
        summary=_own_words(summary, body),
        tags=unique_tags((*entry.categories, *feed.tags)),
        feed=feed.first_address,
        guid=name,
        image=entry.image,
        enclosures=entry.enclosures,
    )


def incoming_of_page(page: Extracted, url: str | None, *, title: str = "") -> Incoming:
    """Returns the article of a page that was fetched from `url`. `title`: its title where the page has none."""
    metadata = metadata_of(page)
    metadata["title"] = page.title or title or url or "Without a title"
    metadata["url"] = url or page.url
    return Incoming(body=page.body, **metadata)


def is_stub(body: str) -> bool:
    """Returns True for a text that looks as if the article continues at its address."""
    text = without_addresses(body).strip()
    return count_words(text) < _STUB_WORDS or _CUT_OFF.search(text[-200:]) is not None


def _own_words(summary: str, body: str) -> str | None:
    """Returns the publisher's summary; None where it only repeats the start of the text or breaks off."""
    text = one_line(without_addresses(summary))
    if not body or not 40 <= len(text) <= _LONGEST_SUMMARY or _CUT_OFF.search(text):
        return None
    start = one_line(without_addresses(body))[: len(text) + 200]
    return None if text[:_SAMPLE] in start else text


def _with_long_summary(summary: str, body: str) -> str:
    """Returns the text of an article. A summary that is too long for one and says something else stands before it."""
    text, whole = one_line(without_addresses(summary)), one_line(without_addresses(body))
    if not whole:
        return summary
    if len(text) <= _LONGEST_SUMMARY or _repeats(text, whole):
        return body
    return summary if _repeats(whole, text) else f"{summary}\n\n{body}"


def _repeats(text: str, other: str) -> bool:
    """Returns True if one line of text says what the other does: most of its parts stand in it."""
    starts = (0, len(text) // 3, 2 * len(text) // 3)
    return sum(text[start : start + _SAMPLE] in other for start in starts) > 1


def markdown_of_each(fragments: str) -> tuple[str, ...]:
    """Returns the Markdown of each (HTML, base address or null) in a JSON list. Many cost one sandbox request."""
    from newstui.formats.html.to_markdown import markdown_of

    return tuple(markdown_of(html, base) if html else "" for html, base in json.loads(fragments))


def _digits(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
