"""An article's Markdown typeset for a width: lines of spans, a pure function. It never fails and never drops text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from newstui.render.code import CodeBlock, language_of
from newstui.render.direction import aligned_right, is_right_to_left, mirrored
from newstui.render.footnotes import BACK, mark_of
from newstui.render.inline import Inline, Links, plain_passage
from newstui.render.line import Line, Span, joined_spans
from newstui.render.list_items import BULLETS, marker_of
from newstui.render.list_shapes import list_shapes
from newstui.render.markdown import NOTHING_DEFINED, blocks
from newstui.render.paragraph import SetLine, fold
from newstui.render.picture_lines import NO_PICTURES, picture_lines_of
from newstui.render.table import HEAD, Table, table_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from markdown_it.token import Token

    from newstui.domain.picture import Picture
    from newstui.render.paragraph import Passage

_BAR = Span("│ ", "quote-bar")
_CAPTION = Span("└ ", "caption")
_SMALLEST_HEADING = 3
_CLOSING = frozenset(
    f"{box}_close" for box in ("blockquote", "list_item", "bullet_list", "ordered_list", "footnote_reference")
)
_CALLOUT = re.compile(r"\[!([A-Za-z][\w-]{0,30})(?:\|[^\]\n]*)?\][+-]?[ \t]*([^\n]*)(?:\n|$)")


@dataclass(frozen=True, slots=True)
class Setting:
    """A typeset stretch of an article."""

    lines: tuple[Line, ...]
    links: tuple[str, ...]
    """The addresses that it leads to, each once, in the order of their numbers; the first is `first_link` + 1."""
    characters: int
    """The number of visible characters (without white space) of the article's text: the same at any width."""
    code: tuple[CodeBlock, ...] = ()
    """Its blocks of code, which have no colours yet."""
    pictures: tuple[str, ...] = ()
    """The addresses of its pictures, as they stand in the text."""


@dataclass(slots=True)
class _Box:
    """A container of blocks, such as a quotation or a list item, which decides what is drawn to the left of their
    lines.
    """

    left: Span | None = None
    tight: bool = False
    """True where its blocks follow each other without a blank line."""
    marker: Span | None = None
    """Stands in the place of `left` on the first line; None when it is set."""
    bullet: str | None = None
    """The bullet of a list."""
    number: int = 0
    """The number of the next item of a list."""
    digits: int = 0


def typeset(
    markdown: str,
    width: int,
    *,
    first_link: int = 0,
    at: int = 0,
    defined: Mapping[str, Any] = NOTHING_DEFINED,
    goes_on: bool = False,
    pictures: Mapping[str, Picture] = NO_PICTURES,
) -> Setting:
    """Set Markdown in lines of at most `width` cells (a character of two cells in a column of one excepted).

    `first_link` and `at` say how many links and visible characters stand in the stretches before. If there are any,
    the first line is a blank one, unless the block there `goes_on`. `defined` are the links that any stretch defines
    (`markdown.definitions_of`). `pictures`: those that are drawn, by their addresses.
    """
    tokens, definitions = blocks(markdown, defined)
    typesetter = _Typesetter(max(1, width), Links(first_link), at, definitions, goes_on=goes_on)
    typesetter.pictures = pictures
    shapes = list_shapes(tokens)
    for index, token in enumerate(tokens):
        begins = token.type in ("list_item_open", "blockquote_open") and index + 2 < len(tokens)
        typesetter.add(token, tokens[index + 2] if begins else None, shapes.get(index))
    lines, links, seen = tuple(typesetter.lines), typesetter.links.addresses, tuple(typesetter.names)
    return Setting(lines, links, typesetter.at - at, tuple(typesetter.code), seen)


class _Typesetter:
    """Takes the tokens of blocks one after the other and keeps the lines."""

    def __init__(
        self, width: int, links: Links, at: int, definitions: dict[str, Any], *, goes_on: bool = False
    ) -> None:
        self.lines: list[Line] = []
        self.code: list[CodeBlock] = []
        self.names: list[str] = []  # of pictures
        self.pictures: Mapping[str, Picture] = NO_PICTURES
        self.links = links
        self.at = at
        self._width = width
        self._definitions = definitions
        self._boxes: list[_Box] = []
        self._left: tuple[Span, ...] = ()
        self._indent = 0
        self._quotations = 0
        self._goes_on = goes_on
        self._shared = 0 if at and not goes_on else None
        """The number of boxes shared with the last block; None before the first block."""
        self._heading = ""
        self._title = ""
        """The title of the callout that has just begun."""
        self._table: Table | None = None

    def add(self, token: Token, text: Token | None, shape: tuple[bool, int] | None) -> None:
        """Set one token; an item or quotation comes with the text that may name its kind, a list with its shape."""
        kind = token.type
        if kind == "inline":
            self._add_text(token.content)
        elif kind == "heading_open":
            self._heading = f"heading-{min(int(token.tag[1]), _SMALLEST_HEADING)}"
        elif kind == "heading_close":
            self._heading = ""
        elif kind in ("fence", "code_block"):
            self._add_code(token.content, language_of(token.info))
        elif kind == "hr":
            self._add_rule()
        elif kind == "blockquote_open":
            self._open_quotation(text)
        elif kind == "list_item_open":
            self._open_item(text)
        elif shape is not None:
            self._open_list(token, *shape)
        elif kind == "footnote_reference_open":
            self._open_note(token.meta["label"])
        elif kind in _CLOSING:
            self._close(kind)
        elif kind.startswith(("table", "th", "tr")):
            self._add_to_table(token)

    @property
    def _room(self) -> int:
        return self._width - self._indent

    def _block(self, lines: Iterable[SetLine], *, is_right: bool = False) -> None:
        """Set a block, below a blank line if it is not the first; on the right with what else would be left of it."""
        if self._shared is not None and not (self._shared and self._boxes[self._shared - 1].tight):
            self.lines.append(Line(self._blank(), self.at))
        self._shared = len(self._boxes)
        first = True
        for line in lines:
            left = self._first_left() if first else self._left
            spans = (*aligned_right(line.spans, self._room), *mirrored(left)) if is_right else (*left, *line.spans)
            self.lines.append(Line(spans, self.at, line.is_cut))
            self.at += line.visible
            first = False

    def _blank(self) -> tuple[Span, ...]:
        """A blank line between blocks: it has the bars of the quotations that both stand in."""
        left = joined_spans(box.left for box in self._boxes[: self._shared])
        return left if any(span.role for span in left) else ()

    def _first_left(self) -> tuple[Span, ...]:
        """Returns the left side of a first line: markers that are not drawn yet, in their places."""
        if all(box.marker is None for box in self._boxes):
            return self._left
        spans: list[Span] = []
        for box in self._boxes:
            if box.marker and box.left is None:
                spans = _ending_with(joined_spans(spans), box.marker)
            elif piece := box.marker or box.left:
                spans.append(piece)
            box.marker = None
        return joined_spans(spans)

    def _open(self, box: _Box) -> None:
        """Begin a box. One that leaves too little room stands where the box around it does."""
        cells = cell_len(box.left.text) if box.left else 0
        if self._room - cells < min(self._width, max(4, self._width // 3)):
            box.left = None
            cells = 0
        self._boxes.append(box)
        self._indent += cells
        self._left = joined_spans(box.left for box in self._boxes)

    def _open_quotation(self, text: Token | None) -> None:
        self._open(_Box(_BAR))
        self._quotations += 1
        if text and text.type == "inline" and (callout := _CALLOUT.match(text.content)):
            self._title = callout[2].strip() or callout[1].capitalize()
            text.content = text.content[callout.end() :]

    def _open_note(self, label: str) -> None:
        mark = Span(mark_of(label) + " ", "link-number", BACK + label)
        self._open(_Box(Span(" " * len(mark.text)), marker=mark))

    def _open_list(self, token: Token, tight: bool, items: int) -> None:
        if token.type == "bullet_list_open":
            depth = sum(box.bullet is not None for box in self._boxes)
            self._open(_Box(tight=tight, bullet=BULLETS[depth % len(BULLETS)]))
        else:
            start = int(token.attrs.get("start", 1))
            self._open(_Box(tight=tight, number=start, digits=len(str(start + items - 1))))

    def _open_item(self, text: Token | None) -> None:
        around = self._boxes[-1]
        opening = text.content if text and text.type == "inline" else ""
        marker, words = marker_of(opening, around.number, around.digits, around.bullet)
        around.number += 1
        if text and opening:
            text.content = words
        self._open(_Box(Span(" " * (len(marker) + 1)), around.tight, Span(marker + " ", "bullet")))

    def _close(self, kind: str) -> None:
        if self._boxes[-1].marker:
            self._block([SetLine((), 0)])
        box = self._boxes.pop()
        self._quotations -= kind == "blockquote_close"
        self._indent -= cell_len(box.left.text) if box.left else 0
        self._left = joined_spans(box.left for box in self._boxes)
        if self._shared is not None:
            self._shared = min(self._shared, len(self._boxes))

    def _add_text(self, text: str) -> None:
        role = "quote" if self._quotations else ""
        if self._table is not None:
            self._add_cell(text, HEAD if not self._table.rows else role)
            return
        inline = Inline(self._heading or role, self.links)
        if self._title:
            title = Inline(f"{role} strong", self.links)
            title.add(self._title, self._definitions)
            self._title = ""
            inline.passages += title.passages
        inline.add(text, self._definitions)
        self.names += inline.pictures
        lines = [
            *(line for name in inline.pictures for line in picture_lines_of(self.pictures, name, self._room)),
            *(line for passage in inline.passages for line in fold(passage, self._room)),
        ]
        lines += self._caption_lines(inline.captions)
        if lines:
            self._block(lines, is_right=any(is_right_to_left(passage.text) for passage in inline.passages[:1]))

    def _caption_lines(self, captions: list[str]) -> list[SetLine]:
        lines = []
        hanging = len(_CAPTION.text) if self._room > 2 * len(_CAPTION.text) else 0
        for passage in _passages(captions):
            for number, line in enumerate(fold(passage, self._room - hanging)):
                before = _CAPTION if number == 0 else Span(" " * hanging)
                lines.append(SetLine((before, *line.spans), line.visible) if hanging else line)
        return lines

    def _add_code(self, code: str, language: str) -> None:
        block = CodeBlock(0, code, language, self._room, is_named=bool(self.lines) or not self._goes_on)
        self._block(lines := [*block.lines()])
        self.code.append(block._replace(line=len(self.lines) - len(lines)))

    def _add_rule(self) -> None:
        text = "* * *" if self._room > len("* * *") else "*"
        self._block([SetLine((Span(text.center(self._room).rstrip(), "rule"),), 0)])

    def _add_to_table(self, token: Token) -> None:
        if token.type == "table_open":
            self._table = Table()
        elif self._table and token.type == "table_close":
            table, self._table = self._table, None
            self._block(table_lines(table, self._room))
        elif self._table and token.type == "th_open":
            self._table.alignments.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
        elif self._table and token.type == "tr_open" and self._table.head:
            self._table.rows.append([])

    def _add_cell(self, text: str, role: str) -> None:
        assert self._table is not None
        inline = Inline(role, self.links)
        inline.add(text, self._definitions)
        cell = (*inline.passages, *_passages(inline.captions))
        (self._table.rows[-1] if self._table.rows else self._table.head).append(cell)


def _passages(captions: list[str]) -> list[Passage]:
    return [passage for caption in captions if (passage := plain_passage(caption, "caption"))]


def _ending_with(left: tuple[Span, ...], marker: Span) -> list[Span]:
    """Returns the left side, ending with the marker of an item that has no room of its own, if there is space."""
    space = len(left[-1].text) - len(marker.text) if left and left[-1].text.isspace() else -1
    return [*left[:-1], Span(" " * space), marker] if space >= 0 else [*left]
