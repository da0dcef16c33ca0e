"""Where words stand in typeset lines, across line ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.ui.render.lines import Line

_SPACELESS = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
_NOT_TEXT = ("link-number", "bullet", "quote-bar", "table-border")


class Stretch(NamedTuple):
    """A part of one line, in characters of its text."""

    line: int
    start: int
    end: int


Match = tuple[Stretch, ...]
"""One hit: a stretch on each line that it touches."""


def matches(lines: Sequence[Line], words: str) -> list[Match]:
    """Every place where these words stand, without regard to case; a space in them matches a line's end too."""
    wanted = r"\s+".join(_SPACELESS.sub(r"\1\\s*", re.escape(word)) for word in words.split())
    if not wanted:
        return []
    texts = [line.text for line in lines]
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    found = re.finditer(wanted, "\n".join(texts), re.IGNORECASE)
    return [_stretches(hit.start(), hit.end(), starts, texts) for hit in found if hit.end() > hit.start()]


def _stretches(start: int, end: int, starts: Sequence[int], texts: Sequence[str]) -> Match:
    stretches: list[Stretch] = []
    line = bisect_right(starts, start) - 1
    while start < end:
        last = min(end, starts[line] + len(texts[line]))
        if last > start:
            stretches.append(Stretch(line, start - starts[line], last - starts[line]))
        line += 1
        start = starts[line]
    return tuple(stretches)


def sentence_matches(lines: Sequence[Line], sentences: Sequence[str]) -> list[Match]:
    """Where each sentence stands, compared by letters and digits alone; an empty match where it does not."""
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
    found: list[Match] = []
    for sentence in sentences:
        wanted = "".join(filter(str.isalnum, sentence))
        at = text.find(wanted) if wanted else -1
        found.append(_by_line(places[at : at + len(wanted)], lines) if at >= 0 else ())
    return found


def _by_line(places: Sequence[tuple[int, int]], lines: Sequence[Line]) -> Match:
    """A stretch for each line, with the marks of punctuation that lean on its ends."""
    ends: dict[int, tuple[int, int]] = {}
    for line, column in places:
        first, _ = ends.get(line, (column, column))
        ends[line] = (first, column + 1)
    stretches: list[Stretch] = []
    for line, (start, end) in ends.items():
        text = lines[line].text
        while start > 0 and _leans(text[start - 1]):
            start -= 1
        while end < len(text) and _leans(text[end]):
            end += 1
        stretches.append(Stretch(line, start, end))
    return tuple(stretches)


def _leans(character: str) -> bool:
    return not character.isalnum() and not character.isspace()
