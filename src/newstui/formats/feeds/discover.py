"""The feeds that a web page names: those its head states first, then what its links give away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newstui.domain.text.clean import one_line
from newstui.domain.urls import web_url
from newstui.formats.html.tokens import attributes, tokens
from newstui.formats.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPES = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/rss",
     "application/atom", "text/rss+xml", "text/atom+xml")
)  # fmt: skip
_LOOSE_TYPES = frozenset(("application/json", "application/xml", "text/xml"))
"""Of feeds too, but not of feeds alone: the address must look like one."""
_FEED_PATH = re.compile(
    r"(?:^|[/._-])(?:rss\d?|atom|feeds?|rdf|index\.xml|feed\.json)(?:[/._-](?:xml|json|rdf))?/?$", re.IGNORECASE
)
_FEED_WORDS = re.compile(
    r"(?:subscribe (?:via|with|by) )?(?:rss|atom|rdf|web|json)?(?: 2\.0)?[ -]?feeds?|rss|atom|rss/atom", re.IGNORECASE
)
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that a page names."""

    url: str
    title: str = ""
    """What the page calls it; empty if nothing."""


def find_feeds(html: str | bytes, base: str) -> tuple[FoundFeed, ...]:
    """The feeds of a page at `base`, the likeliest first, each address once; those of comments come last."""
    text = html if isinstance(html, str) else decode(html, html=True).text
    stated: list[FoundFeed] = []
    linked: list[FoundFeed] = []
    for name, said, words in _links(text):
        if name == "base":
            base = web_url(said.get("href", ""), base) or base
            continue
        url = web_url(said.get("href", ""), base)
        if url and name == "link" and _states_feed(said, url):
            stated.append(FoundFeed(url, one_line(said.get("title", ""))[:_LONGEST_TITLE]))
        elif url and name == "a" and (said.get("type", "").lower() in _TYPES or _gives_away_feed(url, words)):
            linked.append(FoundFeed(url, words[:_LONGEST_TITLE]))
    once: dict[str, FoundFeed] = {}
    for found in sorted([*stated, *linked], key=_is_of_comments):
        once.setdefault(found.url, found)
    return tuple(once.values())


def _links(html: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """(element, attributes, the words of a link) of each `base`, `link` and `a`."""
    said: dict[str, str] | None = None
    words: list[str] = []
    for token in tokens(html):
        if said is not None and token.name == "a":  # Its end, or the start of the next.
            yield "a", said, one_line("".join(words))
            said = None
        if token.kind == "start" and token.name == "a":
            said, words = attributes(token.text), []
        elif token.kind == "start" and token.name in ("link", "base"):
            yield token.name, attributes(token.text), ""
        elif token.kind == "text" and said is not None and len(words) < 20:
            words.append(token.text[:_LONGEST_TITLE])
    if said is not None:
        yield "a", said, one_line("".join(words))


def _states_feed(said: dict[str, str], url: str) -> bool:
    relations = said.get("rel", "").lower().split()
    kind = said.get("type", "").lower().partition(";")[0].strip()
    if "feed" in relations:
        return True
    if "alternate" not in relations or "stylesheet" in relations:
        return False
    return kind in _TYPES or (kind in _LOOSE_TYPES and _has_feed_path(url))


def _gives_away_feed(url: str, words: str) -> bool:
    return _has_feed_path(url) or bool(_FEED_WORDS.fullmatch(words))


def _has_feed_path(url: str) -> bool:
    return bool(_FEED_PATH.search(urlsplit(url).path[-100:]))


def _is_of_comments(found: FoundFeed) -> bool:
    return "comment" in f"{urlsplit(found.url).path} {found.title}".lower()
