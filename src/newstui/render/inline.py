"""Turns the content of one block into paragraphs, one for each part between hard line breaks, and cleans their text."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from newstui.domain.text.clean import clean, one_line
from newstui.domain.text.line_breaks import are_verses
from newstui.render.footnotes import NOTE, mark_of
from newstui.render.html_tags import BREAKING, MEDIA, STYLES, UNSHOWN, ListSigns, tag_of
from newstui.render.markdown import inlines
from newstui.render.paragraph import NO_BREAK, Passage, Run
from newstui.render.wrap import CLOSING, IDEOGRAPHS, OPENING, joins

if TYPE_CHECKING:
    from markdown_it.token import Token

    from newstui.render.html_tags import Tag
    from newstui.render.line import Link

_STYLES = {"strong": "strong", "em": "emphasis", "s": "strike"}
_OPENABLE = re.compile("(?:https?://|mailto:)", re.IGNORECASE)
_EAST = f"[{IDEOGRAPHS}{OPENING}{CLOSING}]"
_BETWEEN_IDEOGRAPHS = re.compile(f"(?<={_EAST}) ?\n ?(?={_EAST})")
_MORE_SPACE = re.compile("(?<=[ \n\t])[ \n\t]+")
_Style = tuple[str, "Link | None", bool]
"""The role, the link and the origin of a run, as `Run` has them."""
_HARD_BREAK = "\\\n"
"""A line break that is the writer's, as Markdown writes it."""
_GONE = "\0"
"""Stands for characters to be left out, as long as places in the text must not move."""


class Links:
    """The addresses that a text leads to, each with a number of its own."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._indexes: dict[str, int] = {}

    def index(self, address: str) -> int | None:
        """Returns the number of a link, from 0 (or `first`); None for an address that newstui does not open."""
        if not _OPENABLE.match(address):
            return None
        return self._indexes.setdefault(clean(address), self._first + len(self._indexes))

    @property
    def addresses(self) -> tuple[str, ...]:
        return tuple(self._indexes)


class Inline:
    """Collects the tokens of one block."""

    def __init__(self, role: str, links: Links) -> None:
        self.captions: list[str] = []
        """The titles of the images met."""
        self.pictures: list[str] = []
        """Their addresses, as they stand in the text."""
        self.passages: list[Passage] = []
        self._role = role
        self._links = links
        self._nested = dict.fromkeys((*_STYLES.values(), "code"), 0)
        self._within: list[tuple[int | None, bool]] = []
        """The links around the text, the innermost last: the number of each, and whether it is a tag of HTML."""
        self._unshown = ""
        """The element of HTML around the text that is not shown."""
        self._lists = ListSigns()
        self._style: _Style = (role, None, True)
        self._parts: list[str] = []
        self._texts: list[str] = []
        self._styles: list[_Style] = []

    def add(self, text: str, definitions: dict[str, Any]) -> None:
        """Add the Markdown of one block; `definitions` are those of its links."""
        if "\n" in text and "`" not in text and _HARD_BREAK not in text and are_verses(text):
            text = text.replace("\n", _HARD_BREAK)
        tokens = inlines(text, definitions)
        if tokens is None:
            self._put(text)
        else:
            tags = _tags(tokens)
            for index, token in enumerate(tokens):
                if tag := tags.get(index):
                    self._add_tag(tag)
                elif not self._unshown:
                    self._add_token(token)
            self._end_tags()
        self._end_passage()

    def _add_token(self, token: Token) -> None:
        kind = token.type
        if kind == "text":
            self._put(token.content)
        elif kind == "softbreak":
            self._put("\n")
        elif kind == "hardbreak":
            self._end_passage()
        elif kind == "code_inline":
            self._put(token.content, "code")
        elif kind == "link_open":
            self._begin_link(str(token.attrs["href"]), is_tag=False)
        elif kind == "link_close":
            self._end_link(is_tag=False)
        elif kind == "image":
            self._add_image(token)
        elif kind == "footnote_ref":
            self._add_mark(token.meta["label"])
        elif token.nesting:
            self._nested[_STYLES[token.tag]] += token.nesting
        else:  # a character that was escaped or is an entity
            self._put(token.content.replace("\n", " "))

    def _begin_link(self, address: str, *, is_tag: bool) -> None:
        self._within.append((self._links.index(address), is_tag))

    def _end_link(self, *, is_tag: bool) -> None:
        if not is_tag:
            self._end_tags()
        if self._within and self._within[-1][1] == is_tag:
            if (link := self._within[-1][0]) is not None:
                self._put(f"[{link + 1}]", "link-number", own=False)
            self._within.pop()

    def _end_tags(self) -> None:
        """Ends the links whose end tag is missing."""
        while self._within and self._within[-1][1]:
            self._end_link(is_tag=True)

    def _add_mark(self, label: str) -> None:
        if self._style[1] != NOTE + label and str(self._style[1]).startswith(NOTE):
            self._put(NO_BREAK, own=False)  # two marks in a row are not one number
        self._put(mark_of(label), "link-number", own=False, link=NOTE + label)

    def _add_picture(self, alt: str, address: str) -> None:
        """Adds a picture: its description, which leads to its address where it is in no other link."""
        self.pictures.append(address)
        if is_link := not any(link is not None for link, _ in self._within) and bool(_OPENABLE.match(address)):
            self._begin_link(address, is_tag=False)
        self._put("▣" + NO_BREAK, "image", own=False)
        self._put(alt or "image", "image", own=bool(alt))
        if is_link:
            self._end_link(is_tag=False)

    def _add_image(self, token: Token) -> None:
        self._add_picture(_plain(token.children or []), str(token.attrs.get("src", "")))
        if title := token.attrs.get("title"):
            self.captions.append(str(title))

    def _add_tag(self, tag: Tag) -> None:
        if self._unshown or tag.name in UNSHOWN:
            if tag.name == self._unshown or not self._unshown:
                self._unshown = "" if tag.is_end else tag.name
            return
        if tag.name in BREAKING:
            self._end_passage()
        if (style := STYLES.get(tag.name)) is not None:
            self._nested[style] = max(0, self._nested[style] + (-1 if tag.is_end else 1))
        elif tag.name == "a":
            if tag.is_end:
                self._end_link(is_tag=True)
            else:
                self._begin_link(tag.attributes.get("href", ""), is_tag=True)
        elif tag.name == "img" and not tag.is_end:
            self._add_picture(one_line(tag.attributes.get("alt", "")), tag.attributes.get("src", ""))
        elif tag.name in MEDIA and not tag.is_end:
            self._begin_link(tag.attributes.get("src", ""), is_tag=True)
            self._put(f"▶ {MEDIA[tag.name]}", "image")
            self._end_link(is_tag=True)
        elif sign := tag.sign or self._lists.sign_of(tag):
            self._put(sign)

    def _put(self, text: str, role: str = "", *, own: bool = True, link: Link | None = None) -> None:
        if link is None and self._within:
            link = self._within[-1][0]
        names = [self._role, *(name for name, depth in self._nested.items() if depth), role]
        if link is not None and own:
            names.append("link")
        style = (" ".join(name for name in names if name), link, own)
        if style != self._style:
            self._end_run()
            self._style = style
        self._parts.append(text)

    def _end_run(self) -> None:
        if text := "".join(self._parts):
            # An entity may bring back what the article was cleaned of.
            self._texts.append(text if text.isascii() and text.isprintable() else clean(text))
            self._styles.append(self._style)
        self._parts.clear()

    def _end_passage(self) -> None:
        self._end_run()
        if passage := _passage(self._texts, self._styles):
            self.passages.append(passage)
        self._texts, self._styles = [], []


def _tags(tokens: list[Token]) -> dict[int, Tag]:
    """Returns the tags of HTML by their places among the tokens."""
    tags: dict[int, Tag] = {}
    ended: set[str] = set()
    for index in range(len(tokens) - 1, -1, -1):
        tag = tag_of(tokens[index].content) if tokens[index].type == "html_inline" else None
        if tag is None or (tag.name not in ended and not tag.is_end and (tag.may_be_text or tag.name in UNSHOWN)):
            continue
        tags[index] = tag
        if tag.is_end:
            ended.add(tag.name)
    return tags


def _plain(tokens: list[Token]) -> str:
    """The text of an image's description, without what is marked up in it."""
    parts = []
    pending = tokens[::-1]
    while pending:
        token = pending.pop()
        if token.children:
            pending += token.children[::-1]
        else:
            parts.append(" " if token.type in ("softbreak", "hardbreak") else token.content)
    return "".join(parts).replace("\n", " ")


def plain_passage(text: str, role: str) -> Passage | None:
    """Text that is no Markdown, in one style; None when there is nothing to see."""
    return _passage([clean(text)], [(role, None, True)])


def _passage(texts: list[str], styles: list[_Style]) -> Passage | None:
    text = "".join(texts)
    if not text or text.isspace():
        return None
    ends = list(accumulate(map(len, texts)))
    if "\n" in text or "\t" in text or "  " in text:
        text = _spaced(text)
        if _GONE in text:
            ends = _ends_without_gone(text, ends)
            text = text.replace(_GONE, "")
    if not text.isascii():
        ends = [_after_grapheme(text, end) for end in ends]
    return Passage(text, tuple(Run(end, *style) for end, style in zip(ends, styles, strict=True)))


def _spaced(text: str) -> str:
    """White space as it is set: a line break is a space, or nothing between ideographs; runs of it are one space."""
    if not text.isascii():
        text = _BETWEEN_IDEOGRAPHS.sub(lambda match: _GONE * len(match[0]), text)
    text = _MORE_SPACE.sub(lambda match: _GONE * len(match[0]), text)
    return text.replace("\n", " ").replace("\t", " ")


def _ends_without_gone(text: str, ends: list[int]) -> list[int]:
    moved = []
    start = gone = 0
    for end in ends:
        gone += text.count(_GONE, start, end)
        moved.append(end - gone)
        start = end
    return moved


def _after_grapheme(text: str, end: int) -> int:
    """Returns the end of a run that would end at `end`, so that no grapheme is split."""
    while 0 < end < len(text) and joins(text, end):
        end += 1
    return end
