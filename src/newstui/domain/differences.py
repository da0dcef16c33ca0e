"""What was changed in a text: paragraph by paragraph, and within a paragraph word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind = Literal["same", "added", "removed"]
_PARAGRAPHS = re.compile(r"\n\s*\n")
_WORDS = re.compile(r"\S+\s*")
_MOST_PARAGRAPHS, _MOST_WORDS = 2000, 1000
"""Beyond that matching takes seconds: a longer paragraph counts as a whole, a longer text to there."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that was changed, or how many stand as before."""

    pieces: tuple[Piece, ...] = ()
    unchanged: int = 0


def differences(before: str, after: str) -> list[Passage]:
    """From one text to the other; empty where they are the same."""
    old, new = _paragraphs(before), _paragraphs(after)
    found: list[Passage] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Passage(unchanged=b - a))
        else:
            found += (_passage(left, right) for left, right in zip_longest(old[a:b], new[c:d], fillvalue=""))
    return found if any(passage.pieces for passage in found) else []


def _paragraphs(text: str) -> list[str]:
    return [paragraph for each in _PARAGRAPHS.split(text) if (paragraph := " ".join(each.split()))][:_MOST_PARAGRAPHS]


def _passage(before: str, after: str) -> Passage:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if not old or not new or max(len(old), len(new)) > _MOST_WORDS:
        pieces = (Piece("removed", before), Piece("added", after))
        return Passage(tuple(piece for piece in pieces if piece.text))
    return Passage(tuple(_pieces(old, new)))


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    stripped = [word.strip() for word in old], [word.strip() for word in new]
    for tag, a, b, c, d in SequenceMatcher(None, *stripped, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(new[c:d]))
            continue
        for kind, words in (("removed", old[a:b]), ("added", new[c:d])):
            if words:
                yield Piece(kind, "".join(words))  # type: ignore[arg-type]
