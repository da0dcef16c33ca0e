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
from newstui.domain.summaries.extractive.leaning_words import dutch as in_dutch
from newstui.domain.summaries.extractive.leaning_words import french as in_french
from newstui.domain.summaries.extractive.leaning_words import german as in_german
from newstui.domain.summaries.extractive.leaning_words import italian as in_italian
from newstui.domain.summaries.extractive.leaning_words import norwegian as in_norwegian
from newstui.domain.summaries.extractive.leaning_words import portuguese as in_portuguese
from newstui.domain.summaries.extractive.leaning_words import spanish as in_spanish
from newstui.domain.summaries.extractive.leaning_words import swedish as in_swedish
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
_ALSO = {
    lang: re.compile(rf"(?:\S+ ){{1,7}}?(?:{words})(?![\w-])", re.IGNORECASE)
    for lang, words in {
        "en": "also(?! known| called| named)|indeed",
        "fr": in_french.ALSO,
        "es": in_spanish.ALSO,
        "de": in_german.ALSO,
        "da": "også|nemlig|desuden|ligeledes|endvidere|ovenikøbet",
        "it": in_italian.ALSO,
        "pt": in_portuguese.ALSO,
        "nl": in_dutch.ALSO,
        "sv": in_swedish.ALSO,
        "no": in_norwegian.ALSO,
        "vi": "cũng(?! như)",
    }.items()
}
"""Words among the first that add something to what was said before."""
_ENDS_WITH_SPEAKER = {
    "en": re.compile(
        r"[^“\"].*,[”\"]? (?:he|she|they|it) (?:said|says?|added|adds?|explained|explains?|told [^,]{2,30}"
        r"|recalled)"
        r"[^,]{0,20}\.$"
    ),
    "fr": re.compile(in_french.ENDS_WITH_SPEAKER),
    "vi": re.compile(
        r"[^“\"].*[”\"] ?,? ?[-–]? ?(?:ông|bà|anh|chị|cô|em|người) (?:nói|kể|cho|chia sẻ|thêm|ta|này|trả lời|tâm sự)\b"
    ),
    "de": re.compile(in_german.ENDS_WITH_SPEAKER),
    "es": re.compile(in_spanish.ENDS_WITH_SPEAKER),
    "nl": re.compile(in_dutch.ENDS_WITH_SPEAKER),
    "da": re.compile(r".*, (?:siger|fortæller|mener|forklarer|tilføjer|skriver) (?:han|hun|de)\b[^,]{0,20}\.$"),
}
"""Words of somebody whom only a sentence near before them names."""
_NEAR = 3
"""The sentences before one that adds to them."""
_MYSELF = {
    lang: re.compile(words)
    for lang, words in {
        "en": r"\bI\b(?![.\w])|\b[Mm]y\b",
        "fr": r"\b[Jj](?:e |['’])|\b[Mm](?:on|es) |\b[Mm]oi\b",
        "es": r"\b[Yy]o\b|\b[Mm]is? \w",
        "de": r"\b[Ii]ch\b|\b[Mm]ein(?:e|en|em|er)?\b|\b[Mm]ir\b",
        "da": r"\b[Jj]eg\b|\b[Mm]i(?:n|t|ne)\b|\b[Mm]ig\b",
    }.items()
}
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
            self._known[place] = self._found(place) if place else self._of_first()
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
        speaker = self._quotations.speakers.get(0)
        points_ahead = self._points_back(self._texts[0]) and not self.bracketed(0)
        if self._above.is_after_a_deck(self._texts[0], points_back=points_ahead):
            return [()]
        names = self._in_vietnamese(0) if self._lang == "vi" else ()
        return [*([speaker] if speaker else []), *([(1,)] if points_ahead else []), *names]

    def _found(self, place: int) -> list[tuple[int, ...]]:
        text, lang = self._texts[place], self._lang
        needs: list[tuple[int, ...]] = []
        if speaker := self._quotations.speakers.get(place):
            needs.append(speaker)
        in_brackets = text.startswith(("(", "（")) and text.rstrip(".。")[-1:] in (")", "）")
        if in_brackets or (text.startswith(_DASHES) and not _SAYS.search(text)):
            needs.append((place - 1,))
        if self._is_said_by_nobody(text):
            needs.append((place - 1, place + 1))
        said_by = _ENDS_WITH_SPEAKER.get(lang)
        near = range(max(0, place - _NEAR), place)
        if lang in _ALSO and _ALSO[lang].match(text):
            needs.append(tuple(near))
        if said_by and said_by.match(text):
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
        if lang == "vi":
            needs += self._in_vietnamese(place)
        if self._phrases:
            needs += introductions(self._texts, place, self._phrases.taken_up)
        needs += self._new_nouns.needs(place)
        needs += self._surnames.needs(place, self.bracketed(place) or text)
        for letters in sorted(set(_CAPITALS.findall(text))):
            explained = tuple(i for i in range(place) if f"({letters})" in self._texts[i])
            if explained and letters not in self._texts[0] and f"({letters})" not in text:
                needs.append(explained)
        return needs

    def _in_vietnamese(self, place: int) -> Iterator[tuple[int, ...]]:
        """Gives what a Vietnamese sentence needs by its names, and but for the first by its nouns and pronouns."""
        from newstui.domain.summaries.extractive.leaning_words import vietnamese  # 15 ms for one language

        needed = vietnamese.vietnamese_needs if place else vietnamese.names_needed
        yield from needed(self._texts, place, self._title)

    def _is_said_by_nobody(self, text: str) -> bool:
        """Returns True for what somebody says of himself without marks, in an article that does not speak so itself."""
        if self._lang not in _MYSELF or not _MYSELF[self._lang].search(text) or QUOTE.search(text):
            return False
        if self._is_personal is None:
            own = [bool(_MYSELF[self._lang].search(each)) for each in self._texts if not QUOTE.search(each)]
            self._is_personal = any(own[:_NEAR]) or sum(own) > _PERSONAL * len(own)
        return not self._is_personal and not _SAYS.search(text)

    def _answers(self, place: int) -> bool:
        """Returns True behind a question for what begins as an answer does."""
        return bool(self.is_question(place - 1) and self._phrases and self._phrases.answer.match(self._texts[place]))

    def _points_back(self, text: str) -> bool:
        """Returns True where the first words refer to the sentence before, and not to a day that all know."""
        phrases = self._phrases
        if not phrases:
            return is_dependent(text, self._lang)
        if phrases.times.match(text) or self._above.names_what_opens(text):
            return False
        begin = text[:_FIRST_CHARACTERS]
        return bool(is_dependent(text, self._lang) or phrases.opening.match(text) or phrases.meanwhile.match(begin))

    def _nouns(self, text: str) -> list[str]:
        """Returns the definite nouns of a sentence that were introduced elsewhere."""
        if not self._phrases:
            return []
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
        if not noun or not self._phrases:
            return ()
        word = _mention(self._phrases.mention, noun)
        if not self._small:
            self._small = [text.lower() for text in self._texts]
        return tuple(i for i in range(place) if noun.lower() in self._small[i] and word.search(self._texts[i]))


@lru_cache(maxsize=2048)
def _mention(pattern: str, noun: str) -> re.Pattern[str]:
    """Returns what finds an earlier mention of a noun. To make one takes longer than to look through an article."""
    return re.compile(pattern.replace("@", noun), re.IGNORECASE)
