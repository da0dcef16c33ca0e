"""HTML as a stream of tags and texts, in one pass whose time grows with the length of the page and nothing else.

Python's own parser reads some broken pages again and again from each `<` to the end, so it is not used.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# A `>` inside a quoted value does not end a tag. Nothing here is ever tried twice: each part gives nothing back.
_TAG = re.compile(
    r"<([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])))*+)>",
)
_SHORT_TAG = re.compile(r"<([a-zA-Z][^\s/>]*+)([^>]*+)>")
_END_TAG = re.compile(r"</([a-zA-Z][^\s/>]*+)[^>]*+>")
_ATTRIBUTE = re.compile(r"([^\s/>=\"'][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]++)))?+")
_MOST_ATTRIBUTES = 64
# No such character exists; Python refuses to read numbers of thousands of digits.
_HUGE_REFERENCE = re.compile(r"&#[xX]?[0-9a-fA-F]{8,}+;?")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe"})


class Token(NamedTuple):
    """A start tag, an end tag or a text."""

    kind: Literal["start", "end", "text"]
    name: str
    """Of the tag, lower case; empty for a text."""
    text: str
    """The text, its references resolved; of a start tag, its attributes as they are written."""


def tokens(html: str) -> Iterator[Token]:
    """The tags and texts of a page, in order. Comments and declarations are left out; what never ends is text."""
    return _Scanner(html).tokens()


def attributes(written: str) -> dict[str, str]:
    """The attributes of a start tag, the first of each name; of tags with more than 64, the first 64."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        found.setdefault(match[1].lower(), resolved(match[2] or match[3] or match[4] or ""))
        if len(found) == _MOST_ATTRIBUTES:
            break
    return found


def resolved(text: str) -> str:
    """Text with its character references as characters."""
    if "&" not in text:
        return text
    return unescape(_HUGE_REFERENCE.sub("\ufffd", text) if "&#" in text else text)


class _Scanner:
    """It keeps what it has found the page to lack, so that no end is looked for twice."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.lacking: set[str] = set()
        self.tag = _TAG

    def tokens(self) -> Iterator[Token]:
        at = start = 0
        while (less := self.html.find("<", at)) >= 0:
            end, token = self._markup(less)
            if end < 0:
                at = less + 1
                continue
            if start < less:
                yield Token("text", "", resolved(self.html[start:less]))
            at = start = end
            if token:
                yield token
            if token and token.kind == "start" and token.name in _RAW:
                close = self._raw_end(token.name, end)
                if close >= 0:
                    yield Token("text", "", resolved(self.html[end:close]))
                    at = start = close
        if start < len(self.html):
            yield Token("text", "", resolved(self.html[start:]))

    def _markup(self, less: int) -> tuple[int, Token | None]:
        """(where the markup at `less` ends, what it is if it is a tag); the end is -1 if it is text."""
        following = self.html[less + 1 : less + 2]
        if following.isascii() and following.isalpha():
            return self._start_tag(less)
        if following == "/":
            found = None if ">" in self.lacking else _END_TAG.match(self.html, less)
            if found:
                return found.end(), Token("end", found[1].lower(), "")
            return self._after(">", less), None
        if self.html.startswith("<!--", less):
            end = self._after("-->", less + 2)
            return (end if end >= 0 else self._after(">", less)), None
        return (self._after(">", less), None) if following in ("!", "?") and following else (-1, None)

    def _start_tag(self, less: int) -> tuple[int, Token | None]:
        if ">" in self.lacking:
            return -1, None
        found = self.tag.match(self.html, less)
        if not found and self.tag is _TAG:
            # A quote that never ends. From here on quotes mean nothing, or each further tag would look for their end.
            self.tag = _SHORT_TAG
            found = self.tag.match(self.html, less)
        if not found:
            self.lacking.add(">")
            return -1, None
        return found.end(), Token("start", found[1].lower(), found[2])

    def _after(self, end: str, at: int) -> int:
        """Where the next `end` is over, or -1."""
        place = -1 if end in self.lacking else self.html.find(end, at)
        if place < 0:
            self.lacking.add(end)
            return -1
        return place + len(end)

    def _raw_end(self, name: str, at: int) -> int:
        """Where the content of an element ends in which tags are no tags, or -1."""
        if name in self.lacking:
            return -1
        found = re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(self.html, at)
        if not found:
            self.lacking.add(name)
            return -1
        return found.start()
