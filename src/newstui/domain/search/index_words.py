"""Text as words for the full-text index.

Chinese, Japanese, Thai, Lao, Khmer and Burmese have no spaces between words, so their text is indexed and searched as
pairs of characters. The vowel points of Hebrew and Arabic are optional, so the index has none; nor has it accents,
of which SQLite knows only some.
"""

from __future__ import annotations

import re
from unicodedata import normalize

from newstui.domain.text.unspaced import UNSPACED_CHARACTERS

_AT_ONCE = 65_536
"""Characters that are made pairs together: those of a book would take sixty megabytes."""
_RUN = re.compile(f"[{UNSPACED_CHARACTERS}]+")
POINTS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed]+"  # Arabic
)
"""Vowel points, and the stroke that stretches an Arabic word."""


_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
"""Marks that are written over and under letters of European scripts. Those of other scripts are vowels."""


def _folded(text: str) -> str:
    """Returns text without accents and vowel points, each letter as one character where there is one for it."""
    return POINTS.sub("", normalize("NFC", _ACCENTS.sub("", normalize("NFD", text))))


def indexable(text: str) -> str:
    """Returns text for the index: each run without spaces as overlapping pairs and, to be found alone, its last one."""
    if text.isascii():
        return text
    folded = _folded(text)
    return "".join([_indexable_piece(folded, start) for start in range(0, len(folded), _AT_ONCE)])


def _indexable_piece(folded: str, start: int) -> str:
    """Returns a piece of a text for the index; the pair at its end may reach into the next piece."""
    piece, after = folded[start : start + _AT_ONCE], folded[start + _AT_ONCE : start + _AT_ONCE + 1]

    def words(run: re.Match[str]) -> str:
        goes_on = run.end() == len(piece) and _RUN.match(after) is not None
        return f" {_pairs(run[0] + after, with_last=False) if goes_on else _pairs(run[0], with_last=True)} "

    return _RUN.sub(words, piece)


def askable(text: str) -> tuple[str, bool]:
    """Returns (words, True where the last is a prefix) to search an index of `indexable` text for."""
    text = _folded(text).rstrip()
    words = _RUN.sub(lambda run: f" {_pairs(run[0], with_last=run.end() < len(text))} ", text).strip()
    last = words.rsplit(" ", 1)[-1]
    return words, len(last) == 1 and _RUN.fullmatch(last) is not None


def _pairs(run: str, *, with_last: bool) -> str:
    pairs = [run[at : at + 2] for at in range(len(run) - 1)]
    if with_last or not pairs:
        pairs.append(run[-1])
    return " ".join(pairs)
