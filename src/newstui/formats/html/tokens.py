"""HTML as a stream of tags and texts, for readers that need no tree: feeds, bookmarks, lists of addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


_RAW = re.compile(r"<(/?)(script|style|textarea|title|xmp|noembed|noframes|iframe|plaintext)(?=[\s/>])", re.IGNORECASE)
"""A tag of an element in which tags are text, until its end tag."""
_OPENED = "x-opened-"


class Token(NamedTuple):
    """A start tag, an end tag or a text."""

    kind: Literal["start", "end", "text"]
    name: str
    """The name of the tag in lower case; empty for a text."""
    text: str
    """The text, its character references resolved; empty for a tag."""
    attributes: dict[str, str]
    """The attributes of a start tag, the first of each name."""


def tokens(html: str) -> Iterator[Token]:
    """Yields tags and texts in order, without comments and declarations. A tag that never ends is text."""
    from turbohtml import TokenType, tokenize

    for token in tokenize(_opened(_ended(html))):
        if token.type == TokenType.TEXT:
            yield Token("text", "", (token.data or "").replace(f"<{_OPENED}", "<"), {})
        elif token.type == TokenType.START_TAG:
            attributes: dict[str, str] = {}
            for name, value in token.attrs or ():
                attributes.setdefault(name, value or "")
            yield Token("start", (token.tag or "").removeprefix(_OPENED), "", attributes)
        elif token.type == TokenType.END_TAG:
            yield Token("end", token.tag or "", "", {})


def _ended(html: str) -> str:
    """Ends a comment without an end at its next `>`, and makes text of a tag without an end."""
    end = html.rfind("-->") + 1
    html = html[:end] + html[end:].replace("<!--", "<!") if html.rfind("<!--") >= end else html
    end = html.rfind(">") + 1
    return html[:end] + html[end:].replace("<", "&lt;") if "<" in html[end:] else html


def _opened(html: str) -> str:
    """Renames raw elements without an end tag, which would swallow all that follows: `<iframe/>` in a feed."""
    ends: dict[str, int] = {}
    starts: dict[str, int] = {}
    for tag in _RAW.finditer(html):
        (ends if tag[1] else starts)[tag[2].lower()] = tag.start()
    if all(at < ends.get(name, -1) for name, at in starts.items()):
        return html

    def renamed(tag: re.Match[str]) -> str:
        return tag[0] if tag[1] or tag.start() < ends.get(tag[2].lower(), -1) else f"<{_OPENED}{tag[2]}"

    return _RAW.sub(renamed, html)


def unescape(text: str) -> str:
    """Returns text with its character references as characters."""
    if "&" not in text:
        return text
    from turbohtml import unescape

    return unescape(text)
