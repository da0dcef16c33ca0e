"""Portions of a text that cost about the same to read, however dense it is: what is long is worked through in them."""

from __future__ import annotations

_STEPS = 1_024, 64
"""Characters that are weighed at once, at first and close to the end."""
_LINE = 60
"""The cost of a line, in characters of plain prose: a block of its own, with what stands around it."""
_MARK = 30
"""The cost of a character that may begin markup."""
_MARKS = "[*_`<&>#|"
_POINT = 8
"""The cost of a point: it may end a sentence."""


def portion_end(text: str, start: int, cost: int) -> int:
    """Returns the end of the portion from `start` that costs about so much; of prose, it is as many characters."""
    end = start
    while end < len(text) and cost > 0:
        last = min(len(text), end + min(_STEPS[0], max(_STEPS[1], cost // _MARK)))
        cost -= last - end + _LINE * text.count("\n", end, last) + _POINT * text.count(".", end, last)
        cost -= _MARK * sum(text.count(mark, end, last) for mark in _MARKS)
        end = last
    return end
