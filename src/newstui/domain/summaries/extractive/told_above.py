"""The title above an article, and the deck that may be gone. One rule: a summary stands below its title alone.

A noun or a name of the title needs no sentence of the text. Where a deck told something and is no part of the text, no
sentence tells it. French, Spanish and English have words for that: it was measured there.
"""

from __future__ import annotations

import re

from newstui.domain.summaries.extractive.leaning_phrases import patterns

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Above:
    """The title of an article. In a language that is not read with its title it tells nothing."""

    def __init__(self, title: str, lang: str) -> None:
        self._phrases = patterns(lang)
        self._is_read = bool(self._phrases.events)
        self._words = {_stem(word) for word in _WORD.findall(title)} if self._is_read else set[str]()
        self._told = self._words | self._phrases.events

    def names(self, word: str) -> bool:
        """Returns True for a noun or a name that the title has, or that stands for all that it tells."""
        return bool(self._words) and _stem(word) in self._told

    def names_what_opens(self, sentence: str) -> bool:
        """Returns True for `This ferry …` below a title that has a ferry."""
        opening = self._phrases.opens_with_this.match(sentence) if self._words else None
        return opening is not None and any(word and self.names(word) for word in opening.groups())

    def is_after_a_deck(self, first: str, *, points_back: bool) -> bool:
        """Returns True for the first sentence of a text that goes on with what neither the text nor the title tells."""
        if not self._is_read:
            return False
        phrases = self._phrases
        if phrases.goes_on.match(first) or (points_back and not phrases.told_ahead.match(first)):
            return True
        return any(
            this.start() and this[1] not in first[: this.start()] and not self.names(this[1])
            for this in phrases.this.finditer(first)
        )


def _stem(word: str) -> str:
    return word.lower().rstrip("sx")
