"""The needs of a sentence: what has to come before it. One rule: any one of the places that a need names meets it.

Found by their form alone: openings that point back, definite nouns that were introduced elsewhere, surnames and
abbreviations without the sentence that gives the whole name, quotations without a speaker, answers without a question.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newstui.domain.summaries.extractive.bracketed import bracketed
from newstui.domain.summaries.extractive.dependent_openings import is_dependent
from newstui.domain.summaries.extractive.leaning_phrases import patterns
from newstui.domain.summaries.extractive.new_nouns import NewNouns
from newstui.domain.summaries.extractive.quotations import QUOTE, Quotations
from newstui.domain.summaries.extractive.surnames import Surnames
from newstui.domain.summaries.extractive.taken_up import introductions
from newstui.domain.summaries.extractive.terms import is_wide
from newstui.domain.summaries.extractive.told_above import Above
from newstui.domain.text.abbreviations import VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CAPITALS = re.compile(r"\b[A-Z][A-Za-z]?[A-Z]{1,5}\b")
_LONGEST_ANSWER = 40
"""Characters of an answer that is too short to say what it answers."""
_FIRST_CHARACTERS = 90
_NEAR = 3
"""The sentences before one that adds to them."""
_SAYS = re.compile(
    rf"\b(?:{VERBS}|säger|berättar|menar|sier|forteller|siger|fortæller|skriver|lyder|forklarer|mener"
    r"|tilføjer|udtaler|oplyser|understreger|fortsætter"
    r"|explique|expliqué|raconte|raconté|confie|confié|déclaré|affirmé|ajouté|estime|estimé|assuré|explica|explicó"
    r"|cuenta|contó|asegura|aseguró|afirma|afirmó|explained|explains|recalled|recalls|erklärt|erklärte|erzählt|meint"
    r"|meinte)\b"
)
_PERSONAL = 0.25
"""The share of sentences in the first person from which on an article speaks so itself."""
_DASHES = ("- ", "– ", "— ", "• ")
"""The marks of an item, or of what somebody says."""
_HEADING = re.compile(r"[-–—] ?[^-–—]{2,80} ?[-–—] ?(?=[A-ZÀ-Þ\"“«\d])")
"""A heading that agencies set between two dashes before the first sentence of a part."""
_QUESTION = ("?", "？", "؟", '?"', "?”", "?»", "？」", "？”", "か。", "か」")


class Leaning:
    """The needs of the sentences of one article, found when they are asked for."""

    def __init__(self, texts: Sequence[str], lang: str, title: str = "") -> None:
        self._texts = texts
        self._title, self._above = title, Above(title, lang)
        self._lang = lang
        self._phrases = patterns(lang)
        self._new_nouns, self._surnames = NewNouns(texts, lang), Surnames(texts, lang, self._above)
        self._small: list[str] = []
        self._is_personal: bool | None = None
        self._quotations = Quotations(texts)
        self._known: dict[int, list[tuple[int, ...]]] = {}
        self._bracketed: dict[int, str | None] = {}

    def needs(self, place: int) -> list[tuple[int, ...]]:
        """For each thing that the sentence leaves unsaid the places that say it; none has one behind the last."""
        if place not in self._known:
            self._known[place] = list(dict.fromkeys(self._found(place) if place else self._of_first()))
        return self._known[place]

    def bracketed(self, place: int) -> str | None:
        """Returns the sentence as it stands without the one before, with what is changed in brackets."""
        if place not in self._bracketed:
            self._bracketed[place] = bracketed(self._texts, place, self._lang)
        return self._bracketed[place]

    def as_shown(self, place: int) -> str | None:
        """Returns the sentence as a summary without the one before shows it, None where it stays as it is."""
        return self.bracketed(place) or self._quotations.reopened(place)

    def is_question(self, place: int) -> bool:
        """Returns True for a question, which tells nothing."""
        return self._texts[place].endswith(_QUESTION)

    def _of_first(self) -> list[tuple[int, ...]]:
        """Returns the needs of the first sentence: if it points at what is not told yet, the next one tells it.

        What nothing tells is a need that no place meets.
        """
        first = self._texts[0]
        speaker = self._quotations.speakers.get(0)
        teases = bool(self._phrases.teases.match(first))
        points_ahead = self._points_back(first) and not teases and not self.bracketed(0)
        if self._above.is_after_a_deck(first, points_back=points_ahead):
            return [()]
        own = self._phrases.own_needs(self._texts, 0, self._title)
        return [*([speaker] if speaker else []), *([(1,)] if points_ahead else []), *own]

    def _found(self, place: int) -> list[tuple[int, ...]]:
        text, phrases = self._texts[place], self._phrases
        needs: list[tuple[int, ...]] = []
        if speaker := self._quotations.speakers.get(place):
            needs.append(speaker)
        in_brackets = text.startswith(("(", "（")) and text.rstrip(".。")[-1:] in (")", "）")
        if in_brackets or (text.startswith(_DASHES) and not _HEADING.match(text) and not _SAYS.search(text)):
            needs.append((place - 1,))
        if self._is_said_by_nobody(text):
            needs.append((place - 1, place + 1))
        near = range(max(0, place - _NEAR), place)
        if phrases.also.match(text):
            needs.append(tuple(near))
        said_by = phrases.ends_with_speaker
        if said_by.match(text):
            # A part of the same quotation, or another one, does not name the speaker either.
            inside = self._quotations.speakers
            needs.append(
                tuple(i for i in near if i not in inside and not said_by.match(self._texts[i])) or (place - 1,)
            )
        short = _LONGEST_ANSWER // 2 if is_wide(text) else _LONGEST_ANSWER
        short_answer = len(text) < short and self.is_question(place - 1)
        if short_answer or self._answers(place) or (self._points_back(text) and not self.bracketed(place)):
            needs.append((place - 1,))
        for noun in self._nouns(text):
            if self._above.names(noun):
                continue
            needs.append(self._mentions(noun, place) or (place - 1,))
        needs += phrases.own_needs(self._texts, place, self._title)
        needs += introductions(self._texts, place, phrases.taken_up)
        needs += self._new_nouns.needs(place)
        needs += self._surnames.needs(place, self.bracketed(place) or text)
        needs += self._explained(place)
        return needs or list(phrases.unsaid(self._texts, place, self._title))

    def _explained(self, place: int) -> Iterator[tuple[int, ...]]:
        """Gives for each abbreviation that an earlier sentence explains the places that do."""
        text = self._texts[place]
        for letters in sorted(set(_CAPITALS.findall(text))):
            explained = tuple(i for i in range(place) if f"({letters})" in self._texts[i])
            is_known = letters in self._texts[0] or f"({letters})" in text or self._above.names(letters)
            if explained and not is_known:
                yield explained

    def _is_said_by_nobody(self, text: str) -> bool:
        """Returns True for what somebody says of himself without marks, in an article that does not speak so itself."""
        myself = self._phrases.myself
        if not myself.search(text) or QUOTE.search(text):
            return False
        if self._is_personal is None:
            own = [bool(myself.search(each)) for each in self._texts if not QUOTE.search(each)]
            self._is_personal = any(own[:_NEAR]) or sum(own) > _PERSONAL * len(own)
        return not self._is_personal and not _SAYS.search(text)

    def _answers(self, place: int) -> bool:
        """Returns True behind a question for what begins as an answer does."""
        return self.is_question(place - 1) and bool(self._phrases.answer.match(self._texts[place]))

    def _points_back(self, text: str) -> bool:
        """Returns True where the first words refer to the sentence before, and not to a day that all know."""
        phrases = self._phrases
        if phrases.times.match(text) or self._above.names_what_opens(text):
            return False
        begin = text[:_FIRST_CHARACTERS]
        return bool(is_dependent(text, self._lang) or phrases.opening.match(text) or phrases.meanwhile.match(begin))

    def _nouns(self, text: str) -> list[str]:
        """Returns the definite nouns of a sentence that were introduced elsewhere."""
        opening = self._phrases.definite.match(text)
        nouns = [opening["noun"] or ""] if opening else []
        for inside in self._phrases.inside.finditer(text):
            noun = next(filter(None, inside.groups()))
            # What the sentence itself has introduced needs no other one.
            if noun not in text[: inside.start()]:
                nouns.append(noun)
        return nouns

    def _mentions(self, noun: str, place: int) -> tuple[int, ...]:
        """Returns the earlier places that have that noun: the first of them is the one that introduces it."""
        if not noun:
            return ()
        word = _mention(self._phrases.mention.pattern, noun)
        if not self._small:
            self._small = [text.lower() for text in self._texts]
        return tuple(i for i in range(place) if noun.lower() in self._small[i] and word.search(self._texts[i]))


@lru_cache(maxsize=2048)
def _mention(pattern: str, noun: str) -> re.Pattern[str]:
    """Returns what finds an earlier mention of a noun. To make one takes longer than to look through an article."""
    return re.compile(pattern.replace("@", noun), re.IGNORECASE)
