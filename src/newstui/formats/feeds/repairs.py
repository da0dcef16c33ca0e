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


def repaired(text: str) -> str:
    """Returns the text with links, names, second summaries and ends of elements as feedparser understands them.

    Second summaries get the names `itunes_summary-apart` and `media_description-apart`: feedparser would take them as
    content, or replace the first with them.
    """
    text = _GUID.sub('<guid isPermaLink="false">', text)
    text = _NO_ADDRESS_INSIDE.sub(r"\1", _NO_ADDRESS.sub(r"\1", text))
    text = _NAKED_MARKUP.sub(_without_tags, text)
    text = _WRONG_END.sub(r"<\1\2\3</\1>", text)
    prefixes = {"media": "media:description", "itunes": "itunes:summary"}
    for prefix, of_media, _ in _NAMESPACE.findall(text[:20_000]):
        prefixes[prefix] = f"{prefix}:{'description' if of_media else 'summary'}"
    names = "|".join(map(re.escape, prefixes.values()))
    return re.sub(rf"<(/?)({names})(?:\s[^<>]*?)?(/?)>", r"<\1\2-apart\3>", text)


def _without_tags(element: re.Match[str]) -> str:
    inside = element[3].replace("<", "&lt;") if element[1].lower() == "guid" else _TAG.sub("", element[3])
    return f"<{element[1]}{element[2]}{inside}</{element[1]}>"
