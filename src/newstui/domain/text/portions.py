"""Portions of a text that cost about the same to read, however dense it is: what is long is worked through in them."""

from __future__ import annotations

_STEPS = 1_024, 64
"""Characters that are weighed at once, at first and close to the end."""
_COSTS = {
    "://": 200,
    "\n": 60,
    "[": 150,
    "@": 100,
    "www.": 100,
    ".": 8,
    "  ": 10,
    **dict.fromkeys("*_`~<&>#|\\", 30),
    **dict.fromkeys("${}", 15),
}
"""The costs of signs beyond one for each byte: an address is taken apart, a line is a block of its own with what stands
around it, a bracket may begin a link, an @ an address, a point may end a sentence, spaces may nest lists, the others
may be markup.
"""
_MOST = max(_COSTS.values())


def portion_end(text: str, start: int, cost: int) -> int:
    """Returns the end of the portion from `start` that costs about so much; of prose, it is as many characters."""
    if 0 < len(text) - start <= cost and _weight(text, start, len(text)) <= cost:
        return len(text)  # nearly every article: weighed in one go
    end = start
    while end < len(text) and cost > 0:
        last = min(len(text), end + min(_STEPS[0], max(_STEPS[1], cost // _MOST)))
        cost -= _weight(text, end, last)
        end = last
    return end


def _weight(text: str, start: int, end: int) -> int:
    size = len(text[start:end].encode("utf-8", "surrogatepass"))  # scripts of many characters have short words
    return size + sum(each * text.count(sign, start, end) for sign, each in _COSTS.items())
