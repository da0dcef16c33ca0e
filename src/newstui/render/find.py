"""Finds words in typeset lines, across line ends."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newstui.render.line import Line

_SPACELESS = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
_NOT_TEXT = ("link-number", "bullet", "quote-bar", "table-border")


class Stretch(NamedTuple):
    """A part of one line, in characters of its text."""

    line: int
    start: int
    end: int


Match = tuple[Stretch, ...]
"""A match: a stretch on each line that it touches."""


class Text:
    """Lines as one text, put together once for every word that is looked for in them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self._texts = [line.text for line in lines]
        self._starts = list(accumulate((len(text) + 1 for text in self._texts), initial=0))
        self._whole = "\n".join(self._texts)

    def hits(self, words: str) -> Hits:
        """Every place where these words stand, without regard to case; a space in them matches a line's end too."""
        pattern = r"\s+".join(_SPACELESS.sub(r"\1\\s*", re.escape(word)) for word in words.split())
        occurrences = re.finditer(pattern, self._whole, re.IGNORECASE) if pattern else ()
        return Hits([hit.span() for hit in occurrences if hit.end() > hit.start()], self)

    def match(self, start: int, end: int) -> Match:
        """Returns the text between two places, line by line."""
        stretches: list[Stretch] = []
        line = bisect_right(self._starts, start) - 1
        while start < end:
            last = min(end, self._starts[line] + len(self._texts[line]))
            if last > start:
                stretches.append(Stretch(line, start - self._starts[line], last - self._starts[line]))
            line += 1
            start = self._starts[line]
        return tuple(stretches)


class Hits:
    """Matches in their order, each worked out when it is asked for: a letter has 80,000 in a book, a screen 40."""

    def __init__(self, spans: Sequence[tuple[int, int]], text: Text) -> None:
        self._spans, self._text = spans, text

    def __len__(self) -> int:
        return len(self._spans)

    def __getitem__(self, index: int) -> Match:
        return self._text.match(*self._spans[index])

    def __iter__(self) -> Iterator[Match]:
        return (self._text.match(start, end) for start, end in self._spans)


Matches = Hits | list[Match]
"""Matches in the order of their lines."""


def first_from(matches: Matches, line: int) -> int:
    """The index of the first match that begins on this line or below; how many there are where none does."""
    return bisect_left(matches, line, key=lambda match: match[0].line)


def on_line(matches: Matches, line: int) -> Iterator[tuple[int, Stretch]]:
    """Returns the parts of matches on one line, each with the index of its match."""
    index = bisect_left(matches, line, key=lambda match: match[-1].line)
    while index < len(matches) and (match := matches[index])[0].line <= line:
        yield from ((index, stretch) for stretch in match if stretch.line == line)
        index += 1


def sentence_matches(lines: Sequence[Line], sentences: Sequence[str]) -> list[Match]:
    """Returns the place of each sentence, compared by letters and digits alone; an empty match for one that is not
    there.
    """
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        at = 0
        for span in line.spans:
            if not any(role in _NOT_TEXT for role in span.role.split()):
                for offset, character in enumerate(span.text):
                    if character.isalnum():
                        letters.append(character)
                        places.append((number, at + offset))
            at += len(span.text)
    text = "".join(letters)
    matches: list[Match] = []
    for sentence in sentences:
        characters = "".join(filter(str.isalnum, sentence))
        at = text.find(characters) if characters else -1
        matches.append(_by_line(places[at : at + len(characters)], lines) if at >= 0 else ())
    return matches


def _by_line(places: Sequence[tuple[int, int]], lines: Sequence[Line]) -> Match:
    """A stretch for each line, with the punctuation marks that touch its ends."""
    ends: dict[int, tuple[int, int]] = {}
    for line, column in places:
        first, _ = ends.get(line, (column, column))
        ends[line] = (first, column + 1)
    stretches: list[Stretch] = []
    for line, (start, end) in ends.items():
        text = lines[line].text
        while start > 0 and _is_mark(text[start - 1]):
            start -= 1
        while end < len(text) and _is_mark(text[end]):
            end += 1
        stretches.append(Stretch(line, start, end))
    return tuple(stretches)


def _is_mark(character: str) -> bool:
    return not character.isalnum() and not character.isspace()
