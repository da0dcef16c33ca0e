"""New sentences: those most of whose words stand in no text that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.summaries.extractive.terms import terms
from newstui.domain.summaries.prose import body_sentences, telling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LEAST_TERMS, _LEAST_NEW = 4, 0.5
"""A sentence of fewer words says little; a known thing in other words keeps half of them."""
_SHORT = 3
"""Letters of words that mostly tell nothing: and, the, von, les."""
_LONGEST = 20_000
"""Characters of a text that are looked at."""


def new_sentences(read: Iterable[str], unread: Sequence[tuple[str, str | None]]) -> Iterator[tuple[int, str]]:
    """Gives (index of the text, sentence) of what is new in texts, in their order. unread: (text, language).

    What one of them says is not new in the next.
    """
    known = {term for text in read for term in terms(text)}
    for at, (text, lang) in enumerate(unread):
        for sentence in telling(body_sentences(text[:_LONGEST], lang)):
            own = {term for term in terms(sentence.text) if len(term) > _SHORT or not term.isascii() or term.isdigit()}
            if len(own) >= _LEAST_TERMS and len(own - known) >= _LEAST_NEW * len(own):
                known |= own
                yield at, sentence.text
