"""A saved web page as Markdown: its article, without what stands around it. One pass, no recursion, any input.

It judges by tags alone. What is dropped by a rule comes back when nothing else would be left of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newstui.domain.text import clean, one_line
from newstui.formats.html_tags import Token, attributes, tokens
from newstui.formats.markdown_writer import MarkdownWriter, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_TOKENS = 250_000
"""Tags and texts of a page that are looked at: more than any article has."""
_LEAST_TEXT = 200
_SHARE = 0.4

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_NEVER_SHOWN = frozenset("head script style template noscript svg math iframe object audio video canvas title".split())
_AROUND = _NEVER_SHOWN | frozenset("nav header footer aside form button select textarea dialog menu".split())
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ROLES_AROUND = frozenset(("navigation", "search", "dialog", "banner", "contentinfo", "complementary"))
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 "
    "h2 h3 h4 h5 h6 header li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_NO_CELL_HOLDS = frozenset("table h1 h2 h3 h4 h5 h6 ul ol blockquote pre article section figure".split())
_ENDED_BY: dict[str, frozenset[str]] = {
    "p": _BLOCKS,
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": frozenset(("td", "th", "tr")),
    "th": frozenset(("td", "th", "tr")),
    "tr": frozenset(("tr",)),
    "option": frozenset(("option",)),
}
_MARKS: dict[str, Mark] = {
    "strong": "strong",
    "b": "strong",
    "em": "em",
    "i": "em",
    "cite": "em",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "a": "link",
}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ITEMS = frozenset(("li", "blockquote"))
_LANGUAGE_CLASS = re.compile(r"\b(?:language|lang|highlight-source|brush)[-:]\s*([\w+#-]{1,20})", re.IGNORECASE)
_META = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "author": ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author"),
    "published": ("article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publish-date",
                  "publishdate", "dc.date", "dc.date.issued", "parsely-pub-date", "sailthru.date"),
    "source": ("og:site_name", "application-name"),
    "description": ("og:description", "description", "twitter:description"),
    "url": ("og:url",),
}  # fmt: skip
_NOT_IN_ADDRESSES = str.maketrans({each: f"%{ord(each):02X}" for each in "()<>\"\\`^{|}"})
_TITLE_JOINTS = re.compile(r"\s+[|–—·»:-]\s+")


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page says, all of it clean. Fields are None where it does not."""

    markdown: str
    title: str | None = None
    author: str | None = None
    published: str | None = None
    """As it is written; `written_dates` reads it."""
    source: str | None = None
    """The name of the site."""
    lang: str | None = None
    url: str | None = None
    description: str | None = None


def to_markdown(html: str, url: str | None = None) -> Page:
    """The article of a page. `url`: where it was, if known; its links are made whole with that. Never fails."""
    everything = list(islice(tokens(html), _MOST_TOKENS))
    said = _said(everything)
    address = _absolute(said.get("url", ""), url)
    base = _absolute(said.get("base", ""), url or address) or url or address
    seen = _seen(everything, _AROUND)
    if seen.length < _LEAST_TEXT:
        whole = _seen(everything, _NEVER_SHOWN, hidden=False)
        seen = whole if whole.length > 2 * seen.length else seen
    first, last = _article(seen)
    writer = _Writer(base, seen.layout)
    for number in range(first, last):
        writer.take(number, seen.parts[number])
    return Page(
        markdown=clean(writer.out.markdown()),
        title=_title(said, _first_heading(seen.parts[first:last])),
        author=_byline(said.get("author")),
        published=said.get("published") or said.get("time"),
        source=said.get("source"),
        lang=said.get("lang"),
        url=address,
        description=said.get("description"),
    )


# What is seen


@dataclass(slots=True)
class _Region:
    name: str
    first: int
    """The number of the part it starts with, and of the one after its last."""
    length_before: int
    last: int = 0
    length: int = 0


@dataclass(slots=True)
class _Seen:
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
        self.seen = _Seen()
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

    def finish(self) -> _Seen:
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
            or bool(_HIDDEN_STYLE.search(said.get("style", "")))
        )


def _seen(everything: Iterable[Token], dropped: frozenset[str], *, hidden: bool = True) -> _Seen:
    pruner = _Pruner(dropped, hidden)
    for token in everything:
        pruner.take(token)
    return pruner.finish()


def _article(seen: _Seen) -> tuple[int, int]:
    """(its first part, the part after its last): an article or main element that holds much of the text, or all."""
    for name in ("article", "main"):
        largest = max((each for each in seen.regions if each.name == name), key=lambda each: each.length, default=None)
        if largest and largest.length >= max(_LEAST_TEXT, _SHARE * seen.length):
            return largest.first, largest.last
    return 0, len(seen.parts)


# What it says of itself


def _said(everything: list[Token]) -> dict[str, str]:
    """The fields of `_META`, and `url`, `base`, `lang`, `time` and `head` (the title of the window)."""
    said: dict[str, str] = {}
    meta: dict[str, str] = {}
    in_drawing = False
    for number, token in enumerate(everything):
        name = token.name
        if name == "svg":
            in_drawing = token.kind == "start"
        if token.kind != "start" or name not in ("meta", "link", "base", "html", "time", "title"):
            continue
        if name == "title":
            following = everything[number + 1] if number + 1 < len(everything) else token
            if following.kind == "text" and not in_drawing:
                said.setdefault("head", one_line(following.text))
            continue
        written = attributes(token.text)
        if name == "meta":
            key = written.get("property") or written.get("name") or written.get("itemprop") or ""
            meta.setdefault(key.lower(), one_line(written.get("content", "")[:2000]))
        elif name == "link" and "canonical" in written.get("rel", "").lower().split():
            said.setdefault("url", written.get("href", ""))
        elif name == "base":
            said.setdefault("base", written.get("href", ""))
        elif name == "html" and written.get("lang"):
            said.setdefault("lang", one_line(written["lang"]))
        elif name == "time" and written.get("datetime"):
            said.setdefault("time", one_line(written["datetime"]))
    for field_name, names in _META.items():
        value = next((meta[each] for each in names if meta.get(each)), "")
        if value:
            said.setdefault(field_name, value)
    return said


def _first_heading(parts: list[Token]) -> str | None:
    for number, token in enumerate(parts):
        if token.kind == "start" and token.name == "h1":
            texts: list[str] = []
            for part in islice(parts, number + 1, number + 200):
                if part.kind == "end" and part.name == "h1":
                    break
                texts.append(part.text if part.kind == "text" else "")
            return one_line("".join(texts)) or None
    return None


def _title(said: dict[str, str], heading: str | None) -> str | None:
    """The headline, without the name of the site that many a page adds to it."""
    named = said.get("title") or said.get("head")
    if not named:
        return heading
    if heading and heading.casefold() in named.casefold():
        return heading
    pieces = _TITLE_JOINTS.split(named)
    site = said.get("source", "").casefold()
    if len(pieces) > 1 and site and pieces[-1].casefold() == site:
        return named[: named.rindex(pieces[-1])].rstrip(" \t|–—·»:-") or named
    return named


def _byline(author: str | None) -> str | None:
    if not author or author.startswith(("http://", "https://")):
        return None
    return author[3:] if author[:3].lower() == "by " else author


def _absolute(address: str, base: str | None) -> str | None:
    """The whole address, safe inside Markdown's parentheses; None unless it is http, https or mailto."""
    address = "".join(address.split())
    if not address or address.startswith("#") or len(address) > 4000:
        return None
    try:
        whole = urljoin(base, address) if base else address
    except ValueError:
        return None
    if not whole.lower().startswith(("http://", "https://", "mailto:")) or not whole.isprintable():
        return None
    return whole.translate(_NOT_IN_ADDRESSES)


# What is written


class _Writer:
    """Tells a Markdown writer what the parts of a page mean."""

    def __init__(self, base: str | None, layout: set[int]) -> None:
        self.out = MarkdownWriter()
        self.base = base
        self.layout = layout
        self.lists: list[int | None] = []
        self.tables: list[bool] = []
        self.code = 0

    def take(self, number: int, part: Token) -> None:
        if part.kind == "text":
            self.out.text(part.text)
        elif part.kind == "start":
            self._start(number, part)
        else:
            self._end(part.name)

    def _start(self, number: int, part: Token) -> None:
        name = part.name
        if name in _MARKS:
            self._open_mark(name, part)
        elif name == "br":
            self.out.line_break()
        elif name == "img":
            self._image(attributes(part.text))
        elif name in _HEADINGS:
            self.out.begin_heading(_HEADINGS[name])
        elif name == "pre":
            self._begin_code(part)
        elif name == "table":
            self.tables.append(number not in self.layout)
            if self.tables[-1]:
                self.out.begin_table()
            else:
                self.out.end_block()
        elif name == "q":
            self.out.text("“")
        elif name == "hr":
            self.out.rule()
        else:
            self._start_block(name, part)

    def _start_block(self, name: str, part: Token) -> None:
        if name in ("ul", "ol"):
            self.out.end_block()
            start = attributes(part.text).get("start", "") if name == "ol" else ""
            first = int(start) if start.isdecimal() and start.isascii() and len(start) < 7 else 1
            self.lists.append(first if name == "ol" else None)
        elif name == "li":
            self.out.begin_item(self._next_number())
        elif name == "blockquote":
            self.out.begin_quotation()
        elif name == "tr" and self.tables and self.tables[-1]:
            self.out.begin_row()
        elif name == "dt":
            self.out.end_block()
            self.out.open_mark("strong")
        elif name in _BLOCKS and not (name in ("td", "th") and self.tables and self.tables[-1]):
            self.out.end_block()

    def _end(self, name: str) -> None:
        if name in _MARKS:
            self.out.close_mark()
        elif name == "pre":
            self.code -= 1
            if not self.code:
                self.out.end_code()
        elif name == "q":
            self.out.text("”")
        elif name in _ITEMS:
            self.out.end_container()
        elif name in ("ul", "ol"):
            self.out.end_block()
            self.lists.pop()
        elif name == "table":
            if self.tables.pop():
                self.out.end_table()
            else:
                self.out.end_block()
        elif name in ("td", "th") and self.tables and self.tables[-1]:
            self.out.end_cell()
        elif name in _BLOCKS:
            if name == "dt":
                self.out.close_mark()
            self.out.end_block()

    def _open_mark(self, name: str, part: Token) -> None:
        address = _absolute(attributes(part.text).get("href", ""), self.base) if name == "a" else None
        self.out.open_mark(_MARKS[name], address or "")

    def _image(self, said: dict[str, str]) -> None:
        alt = one_line(said.get("alt") or said.get("title") or "")
        written = next((said[key] for key in ("src", "data-src", "data-original") if said.get(key, "data:")[:5] != "data:"), "")
        address = _absolute(written, self.base)
        speck = said.get("width") in ("0", "1") or said.get("height") in ("0", "1")
        if (alt or address) and not speck:
            self.out.image(alt, address or "")

    def _begin_code(self, part: Token) -> None:
        self.code += 1
        if self.code == 1:
            found = _LANGUAGE_CLASS.search(attributes(part.text).get("class", ""))
            self.out.begin_code(found[1].lower() if found else "")

    def _next_number(self) -> int | None:
        number = self.lists[-1] if self.lists else None
        if number is not None:
            self.lists[-1] = number + 1
        return number
