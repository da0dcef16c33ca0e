"""Mends, in the text of an XML feed, what feedparser would lose or misread."""

from __future__ import annotations

import re

_GUID = re.compile(r"<guid(?:\s[^<>]*)?(?<!/)>", re.IGNORECASE)
"""feedparser would turn `<guid>17</guid>` into an address, which changes with the address of the feed."""
_NAMESPACE = re.compile(
    r"xmlns:([\w.-]{1,40})\s*=\s*[\"'][^\"'<>]*(?:(search\.yahoo\.com/mrss)|(itunes\.com/dtds))", re.IGNORECASE
)
_NO_ADDRESS = re.compile(
    r"(<(?:[\w.-]+:)?link\b[^<>]*?)\s(?:href|url|uri)\s*=\s*([\"'])\s*(?:#[^\"'<>]*|(?!https?:)[a-z][\w+.-]*:[^\"'<>]*)?\2",
    re.IGNORECASE,
)
"""A link to nothing or to its own page, which feedparser would turn into the address of the feed."""
_NO_ADDRESS_INSIDE = re.compile(r"(<link(?:\s[^<>]*)?>)\s*#[^<>\s]*\s*(?=</link>)", re.IGNORECASE)
_NO_SCHEME = re.compile(r"(<link(?:\s[^<>]*)?>\s*)(?=www\.[\w-]+\.\w)", re.IGNORECASE)
_NAKED_MARKUP = re.compile(
    r"<((?:[\w.-]+:)?(?:category|guid|creator|author|subject))((?:\s[^<>]*)?(?<!/)>)"
    r"((?:[^<>]*</?(?:a|abbr|b|br|div|em|font|i|p|small|span|strong|u)(?:\s[^<>]*)?/?>)+[^<>]*)</\1\s*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")
_WRONG_END = re.compile(
    r"<(title|link|language|description|pubDate|lastBuildDate|guid|category|name|id|updated|published|summary)"
    r"((?:\s[^<>]*)?(?<!/)>)([^<>]*|\s*<div\b[^<>]*>(?:(?!</div)[^\0]){0,2000}</div\s*>\s*)</(?!\1\s*>|[\w.-]*:)[\w.-]+\s*>"
)

_EMPTY = re.compile(
    r"<((?:dc:)?(?:title|description|pubDate|author|creator|date|updated|published))(?:\s*/>"
    r"|>\s*(?:<!\[CDATA\[\s*\]\]>\s*)?</\1\s*>)",
    re.IGNORECASE,
)
"""An element that says nothing, which would take the place of one that does."""
_BESIDE = re.compile(r"<(/?)(?:podcast:(?:transcript|chapters)|media:peerLink)(?=[\s/>])", re.IGNORECASE)
"""Files that come with an entry beside its enclosures: feedparser would keep the last of each only."""
_OTHER_VERSION = re.compile(
    r"<podcast:alternateEnclosure\b([^<>]*)(?<!/)>((?:(?!</?podcast:alternateEnclosure)[^\0]){0,5000})"
    r"</podcast:alternateEnclosure\s*>",
    re.IGNORECASE,
)
_ITS_ADDRESS = re.compile(
    r"<podcast:source\b[^<>]*?\suri\s*=\s*(\"\s*https?:[^\"<>]*\"|'\s*https?:[^'<>]*')", re.IGNORECASE
)
_MOST_PREFIXES = 20
_IMAGE = re.compile(
    r"<image>\s*((?:https?:)?/[^<>\s]*|<!\[CDATA\[\s*(?:https?:)?/[^<>\s]*\s*\]\]>)\s*</image>", re.IGNORECASE
)
"""The picture of an entry as a bare address; feedparser knows only the one with elements inside."""


def repaired(text: str) -> str:
    """Returns the text with links, names, second summaries and ends of elements as feedparser understands them.

    Second summaries get the names `itunes_summary-apart` and `media_description-apart`: feedparser would take them as
    content, or replace the first with them. So do titles of files, `media_title-apart`: it would take one for the
    entry's.
    """
    text = _GUID.sub('<guid isPermaLink="false">', text)
    text = _NO_ADDRESS_INSIDE.sub(r"\1", _NO_ADDRESS.sub(r"\1", text))
    text = _NO_SCHEME.sub(r"\1https://", text)
    text = _EMPTY.sub("", text)
    text = _NAKED_MARKUP.sub(_without_tags, text)
    text = _WRONG_END.sub(r"<\1\2\3</\1>", text)
    text = _BESIDE.sub(r"<\1enclosure", _OTHER_VERSION.sub(_as_enclosure, text))
    text = _IMAGE.sub(r"<thumbnail>\1</thumbnail>", text)
    prefixes = {"media": "media:description", "itunes": "itunes:summary"}
    for prefix, of_media, _ in _NAMESPACE.findall(text[:20_000])[:_MOST_PREFIXES]:
        prefixes[prefix] = f"{prefix}:{'description' if of_media else 'summary'}"
        if of_media:
            text = _titles_of_files_apart(text, re.escape(prefix))
    names = "|".join(map(re.escape, prefixes.values()))
    return re.sub(rf"<(/?)({names})(?:\s[^<>]*?)?(/?)>", r"<\1\2-apart\3>", text)


def _without_tags(element: re.Match[str]) -> str:
    inside = element[3].replace("<", "&lt;") if element[1].lower() == "guid" else _TAG.sub("", element[3])
    return f"<{element[1]}{element[2]}{inside}</{element[1]}>"


def _as_enclosure(element: re.Match[str]) -> str:
    """Returns another version of a recording as an enclosure, at the first of its addresses on the web."""
    address = _ITS_ADDRESS.search(element[2])
    return f"<enclosure{element[1]} url={address[1]}/>" if address else element[0]


def _titles_of_files_apart(text: str, media: str) -> str:
    files = rf"<{media}:content\b[^<>]*(?<!/)>(?:(?!</?{media}:content)[^\0]){{0,5000}}</{media}:content\s*>"
    title = re.compile(rf"(</?{media}:title)(?=[\s/>])")
    return re.sub(files, lambda found: title.sub(r"\1-apart", found[0]), text)
