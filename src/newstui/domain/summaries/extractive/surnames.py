"""Surnames, and the sentences that give the whole names. One rule: who has only a surname was introduced before."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from newstui.domain.summaries.extractive.leaning_phrases import patterns
from newstui.domain.summaries.extractive.names_in_german import surnames, surnames_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newstui.domain.summaries.extractive.told_above import Above

_SURNAMED = frozenset({"en", "fr", "es", "it", "pt", "nl", "sv", "da", "no"})
"""Languages that write only names with a capital, and the surname last."""
_FIRST_NAME = re.compile(r"(?<!\w)([A-ZÀ-Þ][\w.'’-]*)(?: (?:de|la|van|von|der|bin|al))* $")
_INSTITUTION = (
    "Ayuntamiento Universidad Comunidad Gobierno Parlamento Junta Audiencia Ministerio Tribunal Diputación Estado "
    "República Banco Hospital Instituto Museo Feria Puerto Bolsa Policía Fiscalía Universidade Câmara Governo "
    "Prefeitura Université Mairie Cour Ministère Università Comune"
)
_INSTITUTIONS = frozenset(_INSTITUTION.split())
"""Words before a place that `de` joins to it as it joins a surname to a first name."""
_LONGEST_NAME = 40
"""Characters before a surname that may be the rest of the name."""
_SUBJECT = re.compile(
    r"(?=([A-ZÀ-Þ][^\W\d_]{2,})(?:(?:[’']s?)? (?=[^\W\d_])|, (?:who|whose|so|qui|dont|que|quien|cuy[oa]|che|die|wiens"
    r"|cuj[oa]|som|der|hvis|de(?= \d))\b))?(?:[^,;“\"«]{1,40}, ([A-ZÀ-Þ][^\W\d_]{2,})(?:[’']s?)? (?=[^\W\d_]))?"
)
"""A name before a verb, first or behind a comma; what stands behind a comma says who it is, but for a clause."""
_ALONE = re.compile(r"(?<=[\w,:)]) ([A-ZÀ-Þ][^\W\d_]{3,})\b(?![ -][A-ZÀ-Þ]|-| \d)")
"""A name of one word within a sentence."""
_BEFORE_ALONE = re.compile(
    r"(?:\b[a-zà-ÿ][^\W\d_]*,?|[\w)][,:]|^(?:Although|When|While|After|Before|If|Since|As|For|With|Without|Because|Once"
    r"|Until|Though|On|By))$"
)
"""The end of the word before it: it has no capital, or a comma or colon behind it, or opens the sentence."""
_TITLED = re.compile(
    r"\b(?:M|Mr|Mrs|Ms|Mme|Dr|Herr|Herrn|Frau|Señora?|Hr|Fru)\.? ([A-ZÀ-Þ][^\W\d_]+)\b(?![ -][A-ZÀ-Þ])"
)
"""A surname behind the word of respect."""
_SPEAKER = re.compile(r".*,[”\"]? ([A-Z][^\W\d_]{2,}) (?:said|says|told|added|explained)\b")


class Surnames:
    """The sentences of one article, by whom they call by the surname."""

    def __init__(self, texts: Sequence[str], lang: str, above: Above | None = None) -> None:
        self._texts, self._lang, self._above = texts, lang, above
        self._known_to_all = patterns(lang).known_to_all
        self._joined = ""

    def needs(self, place: int, shown: str) -> list[tuple[int, ...]]:
        """Returns for each surname the earlier places of the whole name. shown: the sentence as a summary has it."""
        text = self._texts[place]
        names = set(_TITLED.findall(text))
        if self._lang in _SURNAMED:
            subject, told_by = _SUBJECT.match(shown.removeprefix("[…] ")), _SPEAKER.match(text)
            names |= {name for found in (subject, told_by) if found for name in found.groups() if name}
            names.update(_alone(text))
        elif self._lang == "de":
            names |= surnames_in(text, self._german)
        return [need for name in sorted(names) for need in self._introductions(name, place)]

    @cached_property
    def _german(self) -> frozenset[str]:
        return surnames(self._texts)

    def _introductions(self, surname: str, place: int) -> list[tuple[int, ...]]:
        """Returns the places of the whole name, where the article gives that before it calls anybody by the surname.

        None for a name of the title, or that all know.
        """
        whole: list[int] = []
        if self._above and self._above.names(surname):
            return []
        for i in range(place):
            text = self._texts[i]
            if surname not in text:
                continue
            name = _first_name(text, surname)
            if f"{name} {surname}" in self._known_to_all:
                return []
            if name and self._is_name(name):
                whole.append(i)
            elif not whole:
                return []
        return [tuple(whole)] if whole else []

    def _is_name(self, word: str) -> bool:
        """Returns False for a word that has a capital only where it begins a sentence, such as `The`."""
        self._joined = self._joined or " ".join(self._texts)
        return word not in _INSTITUTIONS and f" {word.lower()} " not in self._joined


def _alone(text: str) -> Iterator[str]:
    """Gives the names of one word within a sentence, or behind a comma or colon whatever stands before that."""
    for name in _ALONE.finditer(text):
        before = text[max(0, name.start() - _LONGEST_NAME) : name.start()]
        if _BEFORE_ALONE.search(before.rpartition(" ")[2]):
            yield name[1]


def _first_name(text: str, surname: str) -> str | None:
    """Returns the name that stands before a surname in a text."""
    at = text.find(f" {surname}")
    while at >= 0:
        end = at + 1 + len(surname)
        name = _FIRST_NAME.search(text, max(0, at - _LONGEST_NAME), at + 1)
        if name and not text[end : end + 1].isalnum():
            return name[1]
        at = text.find(f" {surname}", end)
    return None
