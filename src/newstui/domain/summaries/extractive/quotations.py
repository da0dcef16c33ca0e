"""Quotations over several sentences. One rule: a part of one needs the sentence that says who speaks."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

QUOTE = re.compile(r"[\"“”„«»]")
_LONGEST = 6
"""Sentences; what is longer has lost a mark."""


class Quotations:
    """The quotations of one article that go over several of its sentences."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._opened_at: dict[int, int] = {}

    @cached_property
    def speakers(self) -> dict[int, tuple[int, ...]]:
        """For each sentence of such a quotation the place that says who speaks."""
        speaker_of: dict[int, tuple[int, ...]] = {}
        opened = -1
        for place, text in enumerate(self._texts):
            odd = len(QUOTE.findall(text)) % 2 == 1
            if opened >= 0 and place - opened >= _LONGEST:
                opened = -1
            if opened > 0 and QUOTE.match(text) and text[1:2].strip():
                # Each paragraph of a long quotation opens it again; who speaks stands before it.
                speaker_of |= dict.fromkeys(range(opened, place), (opened - 1,))
                opened = -1
            if odd and opened < 0:
                opened = place
            elif odd:
                self._opened_at[place] = opened
                speaker_of |= self._of_quotation(opened, place)
                opened = -1
        return speaker_of

    def reopened(self, place: int) -> str | None:
        """Returns the last sentence of a quotation with the mark that opens it: `“[…] Go home,” Berg said.`"""
        opened = self._opened_at.get(place) if self.speakers else None  # to ask for these fills the other, too
        if opened is None or QUOTE.match(self._texts[place]):
            return None
        return f"{QUOTE.findall(self._texts[opened])[-1]}[…] {self._texts[place]}"

    def _of_quotation(self, opened: int, closed: int) -> dict[int, tuple[int, ...]]:
        if not QUOTE.match(self._texts[opened]):
            return dict.fromkeys(range(opened + 1, closed + 1), (opened,))
        if not QUOTE.search(self._texts[closed][-2:]):
            return dict.fromkeys(range(opened, closed), (closed,))
        return dict.fromkeys(range(opened, closed + 1), tuple(i for i in (opened - 1, closed + 1) if i >= 0))
