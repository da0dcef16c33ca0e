"""The meaning of the line breaks within a paragraph: an editor's, at its margin, or a writer's, as in a poem."""

from __future__ import annotations

from itertools import pairwise

_NARROWEST = 40
_WIDEST = 120
_NARROWEST_BLOCK = 20
_FEWEST_VERSES = 3
"""The verses of a poem without commas at the ends of its lines."""
_WIDEST_VERSE = 72
_SENTENCE_ENDS = tuple(".!?:…")
_PAUSES = (*_SENTENCE_ENDS, ",", ";", "—", "–")
_LONGEST_POEM = 20_000
"""Characters without a blank line; more is no poem."""


def is_wrapped(lines: list[str]) -> bool:
    """Returns True if the lines are one wrapped paragraph: the first word of each would not fit on the line before."""
    if len(lines) < 2:
        return True
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST:
        return False
    pairs = pairwise(lines)
    too_short = sum(len(line) + 1 + len(after.split(None, 1)[0]) < width - 2 for line, after in pairs)
    return too_short <= len(lines) // 10


def are_verses(paragraph: str) -> bool:
    """Returns True if the line breaks of a paragraph are the writer's: a poem, an address.

    Its lines are short and do not go on in lower case; they were not wrapped, or most of them end at a comma or the
    like, as wrapped ones do not. Sentences that stand on a line each are not verses: many write prose like that.
    """
    if len(paragraph) > _LONGEST_POEM:
        return False
    lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
    widths = [len(line) for line in lines] or [0]
    going_on = sum(line[:1].islower() for line in lines[1:])
    sentences = sum(line.endswith(_SENTENCE_ENDS) for line in lines)
    if len(lines) < 2 or max(widths) > _WIDEST_VERSE or going_on > len(lines) // 10 or 3 * sentences > 2 * len(lines):
        return False
    if 2 * sum(line.endswith(_PAUSES) for line in lines) > len(lines):
        return True
    is_block = max(widths) >= _NARROWEST_BLOCK and min(widths[:-1]) >= max(widths) - 3  # as ideographs are wrapped
    return len(lines) >= _FEWEST_VERSES and not is_block and not is_wrapped(lines)
