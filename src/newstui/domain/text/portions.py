"""Portions of a text that cost about the same to read, however dense it is: what is long is worked through in them."""

from __future__ import annotations

_STEPS = 1_024, 64
"""Characters that are weighed at once, at first and close to the end."""
_COSTS = {"\n": 60, "[": 90, ".": 8, **dict.fromkeys("*_`<&>#|", 30)}
"""The costs of characters beyond one: a line is a block of its own with what stands around it, a bracket may begin a
link, a point may end a sentence, the others may begin markup.
"""
_MOST = max(_COSTS.values())


def portion_end(text: str, start: int, cost: int) -> int:
    """Returns the end of the portion from `start` that costs about so much; of prose, it is as many characters."""
    end = start
    while end < len(text) and cost > 0:
        last = min(len(text), end + min(_STEPS[0], max(_STEPS[1], cost // _MOST)))
        cost -= last - end + sum(each * text.count(character, end, last) for character, each in _COSTS.items())
        end = last
    return end
