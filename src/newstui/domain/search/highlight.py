"""The words of a query as a pattern: what is highlighted in a text that the query found."""

from __future__ import annotations

import re
from unicodedata import normalize

from newstui.domain.search.query import And, Field, Node, Not, Or, Text
from newstui.domain.text.unspaced import UNSPACED

_WORD = re.compile(r"[^\W_]+")


class _Folds(dict[int, str]):
    """Character → the same in lower case without accents, made when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = normalize("NFD", chr(code))[0].lower()[0]
        return self[code]


_FOLDS = _Folds()


def pattern_of(query: Node, *, has_title: bool = False) -> re.Pattern[str] | None:
    """Returns a pattern of the words, for text that `folded_in_place` gave; None where the query has none.

    has_title: the words of `title:` count too.
    """
    texts = [pattern for text in _texts(query, has_title=has_title) if (pattern := _of_text(text))]
    # The longest first: of "new" and "new york" the second is highlighted.
    return re.compile("|".join(sorted(dict.fromkeys(texts), key=len, reverse=True))) if texts else None


def pattern_of_text(text: Text | Field) -> str:
    """Returns the pattern of one word or phrase; a pattern that matches nothing where it has no letter."""
    return _of_text(text) or r"(?!)"


def folded_in_place(text: str) -> str:
    """Returns the text in lower case without accents; its length stays the same."""
    if text.isascii():
        return text.lower()
    return text.translate(_FOLDS)


def has_words_denied(query: Node) -> bool:
    """Returns True where an article must not hold some words of its text."""
    match query:
        case Not(part):
            return _has_words(part) or has_words_denied(part)
        case And(parts) | Or(parts):
            return any(map(has_words_denied, parts))
        case _:
            return False


def _has_words(query: Node) -> bool:
    match query:
        case Text() | Field("title"):
            return True
        case Not(part):
            return _has_words(part)
        case And(parts) | Or(parts):
            return any(map(_has_words, parts))
        case _:
            return False


def _texts(query: Node, *, has_title: bool) -> list[Text | Field]:
    """Returns the words and phrases that a match may hold, without those after NOT."""
    match query:
        case Text():
            return [query]
        case Field("title") if has_title:
            return [query]
        case And(parts) | Or(parts):
            return [text for part in parts for text in _texts(part, has_title=has_title)]
        case _:
            return []


def _of_text(text: Text | Field) -> str:
    """Returns a pattern of words next to each other, as the index matches them: case and accents do not count."""
    words = _WORD.findall(folded_in_place(text.text))
    if not words:
        return ""
    begins = "" if UNSPACED.match(words[0]) else r"(?<![^\W_])"
    ends = "" if text.prefix or UNSPACED.match(words[-1][-1]) else r"(?![^\W_])"
    return begins + r"[\W_]+".join(map(_of_word, words)) + ends


def _of_word(word: str) -> str:
    """Returns a word's pattern. Between characters of a script without spaces a line may end."""
    parts = [re.escape(character) + (r"\n?" if UNSPACED.match(character) else "") for character in word[:-1]]
    return "".join(parts) + re.escape(word[-1])
