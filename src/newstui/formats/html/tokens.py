"""HTML as a stream of tags and texts, for readers that need no tree: feeds, bookmarks, lists of addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


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
    """The tags and texts of a page, in order. Comments, declarations and a tag that never ends are left out."""
    from turbohtml import TokenType, tokenize

    for token in tokenize(html):
        if token.type == TokenType.TEXT:
            yield Token("text", "", token.data or "", {})
        elif token.type == TokenType.START_TAG:
            attributes: dict[str, str] = {}
            for name, value in token.attrs or ():
                attributes.setdefault(name, value or "")
            yield Token("start", token.tag or "", "", attributes)
        elif token.type == TokenType.END_TAG:
            yield Token("end", token.tag or "", "", {})


def unescape(text: str) -> str:
    """Returns text with its character references as characters."""
    if "&" not in text:
        return text
    from turbohtml import unescape

    return unescape(text)
