"""The title above an article, and the deck that may be gone. One rule: a summary stands below its title alone.

A noun or a name of the title needs no sentence of the text. Where a deck told something and is no part of the text, no
sentence tells it. French alone: that was measured there.
"""

from __future__ import annotations

import re

from newstui.domain.summaries.extractive.leaning_words import french as in_french

_LANGUAGES = frozenset({"fr"})
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_EVENTS = frozenset(["affaire", "drame", "événement"])
"""Nouns for whatever the title tells."""
_OPENS_WITH_THIS = re.compile(r"(?:Face à |\w+ )?[Cc](?:e|et|ette|es) ([^\W\d_]{4,})(?: ([^\W\d_]{4,}))?")
_GOES_ON = re.compile(rf"(?:\S+ ){{1,7}}?(?:{in_french.GOES_ON})(?![\w-])", re.IGNORECASE)
_THIS = re.compile(in_french.THIS)
_TOLD_AHEAD = re.compile(in_french.TOLD_AHEAD)


class Above:
    """The title of an article. In a language that is not read with its title it tells nothing."""

    def __init__(self, title: str, lang: str) -> None:
        self._is_read = lang in _LANGUAGES
        self._words = {_stem(word) for word in _WORD.findall(title)} if self._is_read else set[str]()

    def names(self, word: str) -> bool:
        """Returns True for a noun or a name that the title has, or that stands for all that it tells."""
        return bool(self._words) and (_stem(word) in self._words or _stem(word) in _EVENTS)

    def names_what_opens(self, sentence: str) -> bool:
        """Returns True for `This ferry …` below a title that has a ferry."""
        opening = _OPENS_WITH_THIS.match(sentence) if self._words else None
        return opening is not None and any(word and self.names(word) for word in opening.groups())

    def is_after_a_deck(self, first: str, *, points_back: bool) -> bool:
        """Returns True for the first sentence of a text that goes on with what neither the text nor the title tells."""
        if not self._is_read:
            return False
        if _GOES_ON.match(first) or (points_back and not _TOLD_AHEAD.match(first)):
            return True
        return any(
            this.start() and this[1] not in first[: this.start()] and not self.names(this[1])
            for this in _THIS.finditer(first)
        )


def _stem(word: str) -> str:
    return word.lower().rstrip("sx")
