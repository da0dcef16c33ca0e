"""Markdown written piece by piece: marks, links, paragraphs, lists, quotations, tables. It is told what comes.

However deep its pieces are nested, each text is copied a few times only: one mark of a kind is open at a time, and
quotations and lists inside one another are counted to a depth that fits on a screen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from newstui.formats.text.plain_text import escaped, escaped_start

Mark = Literal["strong", "em", "code", "link"]

_DEEPEST = 10
_MOST_COLUMNS = 24
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BACKTICKS = re.compile("`+")


@dataclass(slots=True)
class _Span:
    """Text inside of one mark, or of none."""

    mark: Mark | None
    address: str = ""
    pieces: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Container:
    """A list item or a quotation: what its first line and its other lines begin with."""

    first: str
    rest: str
    used: bool = False


class MarkdownWriter:
    """Keeps the document so far and what is open in it."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._spans = [_Span(None)]
        self._counts = [True]
        """Whether each open mark has a span of its own."""
        self._containers: list[_Container] = []
        self._transparent = 0
        self._after_item = False
        self._level = 0
        self._code: list[str] | None = None
        self._language = ""
        self._rows: list[list[str]] | None = None
        self._captions: list[str] = []
        """Texts of the open table that are in no cell."""

    def markdown(self) -> str:
        self.end_block()
        return "\n".join(self._lines).strip("\n")

    # Inside a line

    def text(self, text: str) -> None:
        """Text as a reader sees it; white space counts as one space, but in code blocks as it stands."""
        if self._code is not None:
            self._code.append(text)
            return
        text = _SPACE.sub(" ", text)
        marks = [span.mark for span in self._spans]
        if "code" not in marks:
            text = escaped(text)
            if "link" in marks:
                text = text.replace("]", "\\]")
        self._spans[-1].pieces.append(text)

    def open_mark(self, mark: Mark, address: str = "") -> None:
        counts = self._code is None and all(span.mark != mark for span in self._spans)
        counts = counts and all(span.mark != "code" for span in self._spans)
        self._counts.append(counts)
        if counts:
            self._spans.append(_Span(mark, address))

    def close_mark(self) -> None:
        """Of the mark that was opened last."""
        if len(self._counts) > 1 and self._counts.pop():
            span = self._spans.pop()
            self._spans[-1].pieces.append(_marked(span))

    def image(self, alt: str, address: str) -> None:
        if self._code is None:
            text = escaped(_SPACE.sub(" ", alt)).replace("]", "\\]")
            self._spans[-1].pieces.append(f"![{text}]({address})")

    def line_break(self) -> None:
        """Two of them in a row end the paragraph."""
        if self._code is not None:
            self._code.append("\n")
        elif self._rows is not None:
            self.text(" ")
        elif self._spans[-1].pieces and not self._spans[-1].pieces[-1].strip(" ").strip("\n"):
            self.end_block()
        else:
            self._spans[-1].pieces.append("\n")

    # Blocks

    def end_block(self) -> None:
        """What was written since the last block is a paragraph, or the heading that was begun."""
        if self._code is not None:
            if self._code and not self._code[-1].endswith("\n"):
                self._code.append("\n")
            return
        if self._rows is not None:
            self.text(" ")
            return
        lines = [line.strip() for line in self._taken().split("\n")]
        lines = [line for line in lines if line]
        if lines and self._level:
            self._emit([f"{'#' * self._level} {' '.join(lines)}"])
        elif lines:
            starts = [escaped_start(line) for line in lines]
            self._emit([*(f"{line}\\" for line in starts[:-1]), starts[-1]])
        self._level = 0

    def begin_heading(self, level: int) -> None:
        self.end_block()
        self._level = level if self._rows is None else 0

    def rule(self) -> None:
        self.end_block()
        if self._rows is None and self._code is None:
            self._emit(["* * *"])

    def begin_quotation(self) -> None:
        self._begin("> ", "> ")

    def begin_item(self, number: int | None) -> None:
        sign = "- " if number is None else f"{number}. "
        self._begin(sign, " " * len(sign))

    def end_container(self) -> None:
        """Of the quotation or list item that was begun last."""
        self.end_block()
        if self._transparent:
            self._transparent -= 1
        elif self._containers:
            self._containers.pop()

    def begin_code(self, language: str) -> None:
        self.end_block()
        self._code = []
        self._language = language

    def end_code(self) -> None:
        code = "".join(self._code or ()).strip("\n")
        self._code = None
        if self._rows is not None:
            self.text(code)
        elif code.strip():
            fence = "`" * max(3, 1 + max(map(len, _BACKTICKS.findall(code)), default=0))
            self._emit([f"{fence}{self._language}", *code.split("\n"), fence])

    # Tables

    def begin_table(self) -> None:
        self.end_block()
        self._rows = []

    def begin_row(self) -> None:
        if self._rows is not None:
            self._captions.append(" ".join(self._taken().split()))
            self._rows.append([])

    def end_cell(self) -> None:
        if self._rows is not None:
            cell = " ".join(self._taken().split()).replace("|", "\\|")
            if not self._rows:
                self._rows.append([])
            if len(self._rows[-1]) < _MOST_COLUMNS:
                self._rows[-1].append(cell)
            else:
                self._rows[-1][-1] += " " + cell

    def end_table(self) -> None:
        """A table of one column is a sequence of paragraphs. What is in no cell stands above."""
        rows = [row for row in self._rows or () if any(row)]
        self._rows = None
        for caption in filter(None, [*self._captions, " ".join(self._taken().split())]):
            self._emit([escaped_start(caption)])
        self._captions = []
        columns = max(map(len, rows), default=0)
        if columns == 1:
            for row in rows:
                self._emit([escaped_start(row[0].replace("\\|", "|"))])
        elif rows:
            lines = ["| " + " | ".join([*row, *[""] * (columns - len(row))]) + " |" for row in rows]
            self._emit([lines[0], "|" + " --- |" * columns, *lines[1:]])

    # How

    def _begin(self, first: str, rest: str) -> None:
        self.end_block()
        if len(self._containers) < _DEEPEST and self._rows is None and self._code is None:
            self._containers.append(_Container(first, rest))
        else:
            self._transparent += 1

    def _taken(self) -> str:
        """The line so far. Marks that are open are closed in it, and open again in the next."""
        still_open = [_Span(span.mark, span.address) for span in self._spans]
        while len(self._spans) > 1:
            span = self._spans.pop()
            self._spans[-1].pieces.append(_marked(span))
        text = "".join(self._spans[0].pieces)
        self._spans = still_open
        return text

    def _emit(self, lines: list[str]) -> None:
        starts_item = bool(self._containers) and not self._containers[-1].used and self._containers[-1].first != "> "
        if self._lines and not (starts_item and self._after_item):
            self._lines.append("".join(each.rest for each in self._containers if each.used).rstrip())
        first = "".join(each.rest if each.used else each.first for each in self._containers)
        rest = "".join(each.rest for each in self._containers)
        self._lines.append(first + lines[0])
        self._lines.extend((rest + line).rstrip() for line in lines[1:])
        for container in self._containers:
            container.used = True
        self._after_item = any(each.first != "> " for each in self._containers)


def _marked(span: _Span) -> str:
    text = "".join(span.pieces)
    core = text.strip(" \n")
    if not core or span.mark is None:
        return text
    before, after = text[: text.index(core[0])], text[len(text.rstrip(" \n")) :]
    if span.mark == "strong":
        return f"{before}**{core}**{after}"
    if span.mark == "em":
        return f"{before}*{core}*{after}"
    if span.mark == "code":
        return before + _code(core.replace("\n", " ")) + after
    return f"{before}[{core}]({span.address}){after}" if span.address else text


def _code(text: str) -> str:
    ticks = "`" * (1 + max(map(len, _BACKTICKS.findall(text)), default=0))
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"
