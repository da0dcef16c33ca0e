"""What of a web page is shown, and where in it the article is. Judged by tags alone, in one pass.

What is dropped by a rule comes back when nothing else would be left of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newstui.formats.html.tokens import Token, attributes

if TYPE_CHECKING:
    from collections.abc import Iterable


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = _names(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
"""The elements that end the line before them."""

_LEAST_TEXT = 200
"""Characters; what has fewer is no article."""
_SHARE = 0.4
"""So much of a page's text an article element holds, if it is the article."""
_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_NEVER_SHOWN = _names("head script style template noscript svg math iframe object audio video canvas title")
_AROUND = _NEVER_SHOWN | _names("nav header footer aside form button select textarea dialog menu")
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ROLES_AROUND = _names("navigation search dialog banner contentinfo complementary")
_NO_CELL_HOLDS = _names("table h1 h2 h3 h4 h5 h6 ul ol blockquote pre article section figure")
_ENDED_BY = {
    "p": BLOCKS,
    "li": _names("li"),
    "dt": _names("dt dd"),
    "dd": _names("dt dd"),
    "td": _names("td th tr"),
    "th": _names("td th tr"),
    "tr": _names("tr"),
    "option": _names("option"),
}
"""The elements whose start ends another that has no end tag."""


@dataclass(slots=True)
class _Region:
    name: str
    first: int
    """The number of the part it starts with, and of the one after its last."""
    length_before: int
    last: int = 0
    length: int = 0


@dataclass(slots=True)
class Seen:
    """The parts of a page that are shown; each start tag has its end tag."""

    parts: list[Token] = field(default_factory=list)
    length: int = 0
    """Characters of text."""
    regions: list[_Region] = field(default_factory=list)
    layout: set[int] = field(default_factory=set)
    """The parts that start tables which are no tables but the layout of a page."""


class _Pruner:
    """Keeps what is open while the page goes by, and whether it is shown."""

    def __init__(self, dropped: frozenset[str], hidden: bool) -> None:
        self.seen = Seen()
        self.dropped = dropped
        self.hidden = hidden
        self.stack: list[str] = []
        self.open: dict[str, int] = {}
        self.dropping = 0
        """The height of the stack at which something not shown began; 0 while all is shown."""
        self.regions: list[_Region] = []
        self.tables: list[int] = []

    def take(self, token: Token) -> None:
        if token.kind == "text":
            if not self.dropping:
                self.seen.parts.append(token)
                self.seen.length += len(token.text.strip())
        elif token.kind == "end":
            self._end(token.name)
        elif token.name in _VOID:
            if not self.dropping and not (token.text and self._is_hidden(token)):
                self.seen.parts.append(token)
        else:
            self._start(token)

    def finish(self) -> Seen:
        while self.stack:
            self._pop()
        return self.seen

    def _start(self, token: Token) -> None:
        name = token.name
        while self.stack and name in _ENDED_BY.get(self.stack[-1], ()):
            self._pop()
        self.stack.append(name)
        self.open[name] = self.open.get(name, 0) + 1
        if self.dropping:
            return
        if self._is_dropped(name) or (token.text and self._is_hidden(token)):
            self.dropping = len(self.stack)
            return
        parts = self.seen.parts
        if name in _NO_CELL_HOLDS and self.tables:
            self.seen.layout.add(self.tables[-1])
        if name == "table":
            self.tables.append(len(parts))
        elif name in ("article", "main"):
            self.regions.append(_Region(name, len(parts), self.seen.length))
            self.seen.regions.append(self.regions[-1])
        parts.append(token)

    def _end(self, name: str) -> None:
        if not self.open.get(name):
            return
        while self._pop() != name:
            pass

    def _pop(self) -> str:
        name = self.stack.pop()
        self.open[name] -= 1
        if self.dropping:
            if len(self.stack) < self.dropping:
                self.dropping = 0
            return name
        self.seen.parts.append(Token("end", name, ""))
        if name == "table":
            self.tables.pop()
        elif name in ("article", "main"):
            region = self.regions.pop()
            region.last = len(self.seen.parts)
            region.length = self.seen.length - region.length_before
        return name

    def _is_dropped(self, name: str) -> bool:
        if name not in self.dropped:
            return False
        if name == "header":
            return not (self.open.get("article") or self.open.get("main"))
        return not (name == "footer" and self.open.get("blockquote"))

    def _is_hidden(self, token: Token) -> bool:
        written = token.text.lower()
        if not self.hidden or not ("hidden" in written or "none" in written or "role" in written):
            return False
        said = attributes(token.text)
        return (
            "hidden" in said
            or said.get("aria-hidden") == "true"
            or said.get("role") in _ROLES_AROUND
            or bool(HIDDEN_STYLE.search(said.get("style", "")))
        )


def _without(everything: Iterable[Token], dropped: frozenset[str], *, hidden: bool = True) -> Seen:
    pruner = _Pruner(dropped, hidden)
    for token in everything:
        pruner.take(token)
    return pruner.finish()


def seen_of(page: list[Token]) -> Seen:
    """What a reader sees of a page; where that is next to nothing, also what is hidden or stands around."""
    seen = _without(page, _AROUND)
    if seen.length >= _LEAST_TEXT:
        return seen
    whole = _without(page, _NEVER_SHOWN, hidden=False)
    return whole if whole.length > 2 * seen.length else seen


def article_of(seen: Seen) -> tuple[int, int]:
    """(its first part, the part after its last): an article or main element that holds much of the text, or all."""
    for name in ("article", "main"):
        largest = max((each for each in seen.regions if each.name == name), key=lambda each: each.length, default=None)
        if largest and largest.length >= max(_LEAST_TEXT, _SHARE * seen.length):
            return largest.first, largest.last
    return 0, len(seen.parts)
