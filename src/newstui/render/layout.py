"""A layout: the text of an article set for a column, a stretch at a time. Only the lines looked at last are in memory.

Of every stretch that was set its text stays, and what is needed to set it again: four megabytes take twenty.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from newstui.render.footnotes import links_of, other_end
from newstui.render.link_words import link_words
from newstui.render.markdown import NOTHING_DEFINED, definitions_of
from newstui.render.picture_lines import NO_PICTURES
from newstui.render.stretches import stretches
from newstui.render.typeset_safely import typeset_safely

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newstui.domain.picture import Picture
    from newstui.render.code import CodeBlock
    from newstui.render.line import Line
    from newstui.render.stretches import Stretch
    from newstui.render.typeset import Setting

_MOST_SPANS = 14_000
"""Lines and their spans in memory, some two megabytes: a collection of garbage looks at each of them."""

_MOST_LINK_WORDS = 5_000


class _Part(NamedTuple):
    """A stretch that was set."""

    stretch: Stretch
    at: int
    """The visible characters of the text above it."""
    first_link: int
    text: str
    """The words of its lines, joined by newlines."""


class Layout(Sequence["Line"]):
    """The lines of a text, as far as it is set. It grows until it is whole."""

    def __init__(
        self,
        body: str,
        column: int,
        drawn: Mapping[str, Picture] = NO_PICTURES,
        definitions: Mapping[str, Any] | None = None,
    ) -> None:
        """`drawn`: the pictures that are drawn, by their addresses in the text.

        definitions: those of links in the whole text; None where they are still to be looked for.
        """
        self.column, self.drawn = column, drawn
        self.pictures: dict[str, None] = {}
        """The addresses of the pictures in the text so far, as they stand there."""
        self.links: list[str] = []
        """The addresses that the text so far leads to."""
        self.link_words: dict[int, str] = {}
        """The words that lead to these addresses, by their numbers; those of the first thousands."""
        self.characters = 0
        """The visible characters of the text so far."""
        self.is_whole = not body
        self._body = body
        self._rest = stretches(body)
        self._parts: list[_Part] = []
        self._starts = array("I", [0])
        """The first line of each part, and the number of all lines."""
        self._definitions = definitions
        """Link definitions of the whole text; None until a stretch needs them."""
        self._has_footnotes = "[^" in body
        self._footnotes: dict[str, int] = {}
        """The first line with each link of a footnote."""
        self._lines: OrderedDict[int, tuple[Line, ...]] = OrderedDict()
        """The lines of the parts that were looked at last."""
        self._spans = 0
        """The number of these lines and their spans."""
        self._code: dict[int, tuple[CodeBlock, ...]] = {}
        """The blocks of code among these lines that have no colours yet, because none was drawn."""

    def extend(self) -> int:
        """Sets the next stretch and returns the number of its lines; `is_whole` when there is none left."""
        stretch = next(self._rest, None)
        if stretch is None:
            self.is_whole = True
            return 0
        setting = self._set(stretch, self.characters, len(self.links))
        lines = setting.lines
        text = "\n".join([line.words for line in lines])
        self._parts.append(_Part(stretch, self.characters, len(self.links), text))
        self._starts.append(self._starts[-1] + len(lines))
        if setting.links and len(self.link_words) < _MOST_LINK_WORDS:
            self.link_words |= link_words(lines)
        self.links += setting.links
        self.pictures.update(dict.fromkeys(setting.pictures))
        self.characters += setting.characters
        self._code[len(self._parts) - 1] = setting.code
        self._keep(len(self._parts) - 1, lines)
        if self._has_footnotes:
            for number, line in enumerate(lines, start=len(self) - len(lines)):
                for link in links_of([line]):
                    self._footnotes.setdefault(link, number)
        self.is_whole = stretch.end == len(self._body)
        return len(lines)

    @property
    def share(self) -> float:
        """The share of the text that is set, 0 to 1."""
        return 1.0 if self.is_whole else self.source_end / len(self._body)

    @property
    def source_end(self) -> int:
        """The characters of the source that are set."""
        return self._parts[-1].stretch.end if self._parts else 0

    @property
    def total(self) -> int:
        """The visible characters of the whole text; estimated from the part that is set."""
        return self.characters if self.is_whole else round(self.characters / (self.share or 1.0))

    def position(self, line: int) -> float:
        """Returns the share of the text above a line, 0 to 1."""
        if line <= 0 or not self.total:
            return 0.0
        at = self[line].at if line < len(self) else self.characters
        return round(min(1.0, at / self.total), 6)

    def line_at(self, position: float) -> int:
        """Returns the line that begins at or before a share of the text."""
        at = round(position * self.total)
        part = bisect_right(self._parts, at, key=lambda part: part.at) - 1
        if part < 0:
            return 0
        line = self._starts[part] + bisect_right(self._lines_of(part), at, key=lambda line: line.at) - 1
        return max(0, line)

    @property
    def parts(self) -> int:
        """The number of stretches that are set."""
        return len(self._parts)

    def text(self, part: int) -> tuple[int, str] | None:
        """Returns (its first line, the words of its lines joined) of a stretch; None where it is not set yet."""
        return (self._starts[part], self._parts[part].text) if part < len(self._parts) else None

    def first_link(self, line: int) -> int:
        """Returns the number of the first link, from 0, of the stretch with a line."""
        return self._parts[self.part_at(line)].first_link if self._parts else 0

    def part_at(self, line: int) -> int:
        """Returns the number of the stretch with a line, the last one that is set for a line behind it."""
        return max(0, min(bisect_right(self._starts, line), len(self._parts)) - 1)

    def part_at_share(self, share: float) -> int:
        """Returns the number of the stretch at a share of the text, as far as it is set."""
        return max(0, bisect_right(self._parts, round(share * self.total), key=lambda part: part.at) - 1)

    def part_lines(self, first: int, last: int) -> range:
        """Returns the numbers of the lines of the stretches from the one to before the other."""
        return range(self._starts[first], self._starts[last])

    def share_above(self, part: int) -> float:
        """Returns the share of the text above a stretch, 0 to 1."""
        at = self._parts[part].at if part < len(self._parts) else self.characters
        return min(1.0, at / (self.total or 1))

    def lines_until(self, source_end: int) -> int:
        """Returns the number of lines of the stretches that begin before that place of the source."""
        return self._starts[bisect_left(self._parts, source_end, key=lambda part: part.stretch.start)]

    def footnote_line(self, link: str) -> int | None:
        """Returns the line that a link of a footnote leads to; None where it leads nowhere, or is not set yet."""
        return self._footnotes.get(other_end(link))

    # A sequence of lines

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        if isinstance(index, slice):
            return [self._line(line, self._lines_of) for line in range(*index.indices(len(self)))]
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._line(index, self._shown_lines_of)

    def _line(self, index: int, lines_of: Callable[[int], tuple[Line, ...]]) -> Line:
        part = bisect_right(self._starts, index) - 1
        return lines_of(part)[index - self._starts[part]]

    def _lines_of(self, part: int) -> tuple[Line, ...]:
        lines = self._lines.get(part)
        if lines is None:
            done = self._parts[part]
            setting = self._set(done.stretch, done.at, done.first_link)
            lines = setting.lines
            self._code[part] = setting.code
            self._keep(part, lines)
        else:
            self._lines.move_to_end(part)
        return lines

    def _shown_lines_of(self, part: int) -> tuple[Line, ...]:
        """The lines as they are drawn: code has its colours from now on."""
        lines = self._lines_of(part)
        if code := self._code.pop(part, ()):
            from newstui.render.code_colours import coloured  # most articles have no code

            self._spans -= _spans(lines)
            lines = self._lines[part] = coloured(lines, code)
            self._spans += _spans(lines)
        return lines

    def _keep(self, part: int, lines: tuple[Line, ...]) -> None:
        self._lines[part] = lines
        self._spans += _spans(lines)
        while len(self._lines) > 1 and self._spans > _MOST_SPANS:
            dropped, lines = self._lines.popitem(last=False)
            self._spans -= _spans(lines)
            self._code.pop(dropped, None)

    def _set(self, stretch: Stretch, at: int, first_link: int) -> Setting:
        is_all = stretch.start == 0 and stretch.end == len(self._body)
        return typeset_safely(
            stretch.of(self._body),
            self.column,
            first_link=first_link,
            at=at,
            defined=NOTHING_DEFINED if is_all else self._defined(),
            goes_on=bool(stretch.before),
            pictures=self.drawn,
        )

    def _defined(self) -> Mapping[str, Any]:
        if self._definitions is None:
            self._definitions = definitions_of(self._body)
        return self._definitions


def _spans(lines: tuple[Line, ...]) -> int:
    return len(lines) + sum(len(line.spans) for line in lines)
