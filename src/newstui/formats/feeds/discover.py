"""The feeds of a web page: first those that its head declares, then the links that look like feeds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newstui.domain.text.clean import one_line
from newstui.domain.urls import web_url
from newstui.formats.html.tokens import tokens
from newstui.formats.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPES = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/rss",
     "application/atom", "text/rss+xml", "text/atom+xml")
)  # fmt: skip
_LOOSE_TYPES = frozenset(("application/json", "application/xml", "text/xml"))
"""Types of other files too: the address must also look like a feed."""
_FEED_PATH = re.compile(
    r"(?:^|[/._-])(?:rss\d?|atom|feeds?|rdf|index\.xml|feed\.json)(?:[/._-](?:xml|json|rdf))?/?$", re.IGNORECASE
)
_FEED_WORDS = re.compile(
    r"(?:subscribe (?:via|with|by) )?(?:rss|atom|rdf|web|json)?(?: 2\.0)?[ -]?feeds?|rss|atom|rss/atom", re.IGNORECASE
)
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that a page declares or links to."""

    url: str
    title: str = ""
    """Its title on the page; empty without one."""


def find_feeds(html: str | bytes, base: str) -> tuple[FoundFeed, ...]:
    """Returns the feeds of a page at the address `base`: the likeliest first, comments last, each address once."""
    text = html if isinstance(html, str) else decode(html, html=True).text
    declared: list[FoundFeed] = []
    linked: list[FoundFeed] = []
    for name, attrs, words in _links(text):
        if name == "base":
            base = web_url(attrs.get("href", ""), base) or base
            continue
        url = web_url(attrs.get("href", ""), base)
        if url and name == "link" and _declares_feed(attrs, url):
            declared.append(FoundFeed(url, one_line(attrs.get("title", ""))[:_LONGEST_TITLE]))
        elif url and name == "a" and (attrs.get("type", "").lower() in _TYPES or _looks_like_feed(url, words)):
            linked.append(FoundFeed(url, words[:_LONGEST_TITLE]))
    once: dict[str, FoundFeed] = {}
    for feed in sorted([*declared, *linked], key=_is_of_comments):
        once.setdefault(feed.url, feed)
    return tuple(once.values())


def _links(html: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Yields (name, attributes, words) of each element `base`, `link` and `a`. Only `a` has words."""
    attrs: dict[str, str] | None = None
    words: list[str] = []
    for token in tokens(html):
        if attrs is not None and token.name == "a":  # Its end, or the start of the next.
            yield "a", attrs, one_line("".join(words))
            attrs = None
        if token.kind == "start" and token.name == "a":
            attrs, words = token.attributes, []
        elif token.kind == "start" and token.name in ("link", "base"):
            yield token.name, token.attributes, ""
        elif token.kind == "text" and attrs is not None and len(words) < 20:
            words.append(token.text[:_LONGEST_TITLE])
    if attrs is not None:
        yield "a", attrs, one_line("".join(words))


def _declares_feed(attrs: dict[str, str], url: str) -> bool:
    relations = attrs.get("rel", "").lower().split()
    kind = attrs.get("type", "").lower().partition(";")[0].strip()
    if "feed" in relations:
        return True
    if "alternate" not in relations or "stylesheet" in relations:
        return False
    return kind in _TYPES or (kind in _LOOSE_TYPES and _has_feed_path(url))


def _looks_like_feed(url: str, words: str) -> bool:
    return _has_feed_path(url) or bool(_FEED_WORDS.fullmatch(words))


def _has_feed_path(url: str) -> bool:
    return bool(_FEED_PATH.search(urlsplit(url).path[-100:]))


def _is_of_comments(feed: FoundFeed) -> bool:
    return "comment" in f"{urlsplit(feed.url).path} {feed.title}".lower()
