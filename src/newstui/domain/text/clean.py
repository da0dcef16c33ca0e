"""Text as it may be shown. What comes from outside passes `clean` or `one_line` before it is part of an Article."""

from __future__ import annotations

import re
from functools import cache
from math import ceil

WORDS_PER_MINUTE = 230
"""Silent reading of non-fiction: 238 words a minute on average (Brysbaert 2019, 190 studies), rounded down."""

_compiled = cache(re.compile)
"""Patterns are compiled when they are first needed: 4 ms that the first paint does not wait for."""

_BREAKS = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
# C0 but tab and newline, DEL, C1; the soft hyphen, zero-width space, directional marks that override, joins of words,
# the byte order mark, tags, interlinear marks, what steers shorthand and music.
# Zero-width joiner and non-joiner stay: emoji, Persian and Indic need them.
_UNSAFE = (
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_BROKEN = "[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILED_UP = f"({_MARK}{{4}}){_MARK}+"
_IN_WORDS = bytes(not chr(code).isspace() for code in range(128)).ljust(256)
_IDEOGRAPHS = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
_COUNTED_AT_ONCE = 65_536
"""Characters."""


def clean(text: str) -> str:
    """Text that can act on no terminal: of what controls, newlines and tabs are left; lone surrogates become U+FFFD."""
    if text.isascii() and text.isprintable():
        return text
    text = _compiled(_BREAKS).sub("\n", text)
    text = _compiled(_UNSAFE).sub("", text)
    if text.isascii():
        return text
    text = _compiled(_BROKEN).sub("\ufffd", text)
    return _compiled(_PILED_UP).sub(r"\1", text)


def one_line(text: str) -> str:
    """`clean`, with every run of white space as one space: a title, a name, a tag."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # as most are: a third of the time
    return " ".join(clean(text).split())


def count_words(text: str) -> int:
    """Words of running text. Two ideographs or kana count as one: scripts without spaces are read at that pace."""
    if len(text) <= _COUNTED_AT_ONCE:
        words, ideographs = _words_and_ideographs(text)
        return words + ceil(ideographs / 2) if ideographs else words
    words = ideographs = 0
    for start in range(0, len(text), _COUNTED_AT_ONCE):  # the words of a whole book would take fifty megabytes
        piece = text[start : start + _COUNTED_AT_ONCE]
        more, ideographs_here = _words_and_ideographs(piece)
        words += more - (start > 0 and _is_in_word(text[start - 1]) and _is_in_word(piece[0]))
        ideographs += ideographs_here
    return words + ceil(ideographs / 2)


def _words_and_ideographs(text: str) -> tuple[int, int]:
    """(words of other scripts, ideographs and kana)."""
    if text.isascii():
        # A byte of a word is 1, and each that differs from the one before begins or ends one: faster than making words.
        marked = int.from_bytes(text.encode("ascii").translate(_IN_WORDS), "big")
        return (marked ^ (marked << 8)).bit_count() // 2, 0
    ideographs = sum(map(len, _compiled(_IDEOGRAPHS).findall(text)))
    return len((_compiled(_IDEOGRAPHS).sub(" ", text) if ideographs else text).split()), ideographs


def _is_in_word(character: str) -> bool:
    return not character.isspace() and _compiled(_IDEOGRAPHS).match(character) is None


def minutes_to_read(words: int, pace: int = WORDS_PER_MINUTE) -> int:
    """Whole minutes that a reader needs, at least 1. pace: words a minute."""
    return max(1, (words + pace // 2) // pace)
