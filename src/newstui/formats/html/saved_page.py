"""A saved web page as Markdown: its article, without what stands around it. No recursion, any input, linear time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from newstui.domain.text.clean import clean, one_line
from newstui.formats.html.links import absolute
from newstui.formats.html.markdown_writer import Mark, MarkdownWriter
from newstui.formats.html.tokens import Token, attributes, tokens
from newstui.formats.html.visible import BLOCKS, article_of, seen_of

_MOST_TOKENS = 250_000
"""Tags and texts of a page that are looked at: more than any article has."""

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
    address = absolute(said.get("url", ""), url)
    base = absolute(said.get("base", ""), url or address) or url or address
    seen = seen_of(everything)
    first, last = article_of(seen)
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
        elif name in BLOCKS and not (name in ("td", "th") and self.tables and self.tables[-1]):
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
        elif name in BLOCKS:
            if name == "dt":
                self.out.close_mark()
            self.out.end_block()

    def _open_mark(self, name: str, part: Token) -> None:
        address = absolute(attributes(part.text).get("href", ""), self.base) if name == "a" else None
        self.out.open_mark(_MARKS[name], address or "")

    def _image(self, said: dict[str, str]) -> None:
        alt = one_line(said.get("alt") or said.get("title") or "")
        written = next(
            (said[key] for key in ("src", "data-src", "data-original") if said.get(key, "data:")[:5] != "data:"), ""
        )
        address = absolute(written, self.base)
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
