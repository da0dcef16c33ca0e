"""Short forms that a sentence takes up from an earlier one. One rule: what was introduced in full needs that place.

`the airport` behind `Kuwait's airport`, `Sharma` behind `the engineer Ravi Sharma`: neither leans by its form alone,
as there are airports and names that every reader knows. What tells is that the article itself gave the full form first.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


_MOST = 8
"""Short forms of one kind in a sentence; one with more is no sentence but a list, and each costs an expression."""


class TakenUp(NamedTuple):
    """A kind of short form, as two regular expressions."""

    short: str
    """The form in the sentence; the first group that matches is the word that both forms have."""
    full: str
    """The form that introduces it; that word takes the place of `@`."""


def introductions(texts: Sequence[str], place: int, kinds: Sequence[TakenUp]) -> list[tuple[int, ...]]:
    """Returns, for each short form of a sentence, the earlier places that have the full one.

    The first mention has to be one of these, and the sentence itself none.
    """
    found: list[tuple[int, ...]] = []
    text = texts[place]
    for kind in kinds:
        words = {next(filter(None, each.groups()), "") for each in _compiled(kind.short).finditer(text)}
        for word in sorted(words - {""})[:_MOST]:
            told = [i for i in range(place) if word in texts[i]]
            if not told:
                continue
            full = _compiled(kind.full.replace("@", re.escape(word)))
            if not full.search(texts[told[0]]):
                continue
            whole = tuple(i for i in told if full.search(texts[i]))
            if not full.search(text) and whole not in found:
                found.append(whole)
    return found


@lru_cache(maxsize=2048)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Returns what finds a form. To make one takes longer than to look through an article."""
    return re.compile(pattern)
