"""Phrases that lean in ten languages, each part of a pattern given whole. One rule: no article is taken for granted.

A sentence of Japanese, Chinese, Arabic and Hindi points back by what it opens with, by a demonstrative before an
abstract noun, in Arabic by a definite noun behind the verb, and where it tells what was said by nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newstui.domain.summaries.extractive import leaning_in_arabic as in_arabic
from newstui.domain.summaries.extractive import leaning_in_chinese as in_chinese
from newstui.domain.summaries.extractive import leaning_in_dutch as in_dutch
from newstui.domain.summaries.extractive import leaning_in_hindi as in_hindi
from newstui.domain.summaries.extractive import leaning_in_italian as in_italian
from newstui.domain.summaries.extractive import leaning_in_japanese as in_japanese
from newstui.domain.summaries.extractive import leaning_in_norwegian as in_norwegian
from newstui.domain.summaries.extractive import leaning_in_portuguese as in_portuguese
from newstui.domain.summaries.extractive import leaning_in_swedish as in_swedish

if TYPE_CHECKING:
    from newstui.domain.summaries.extractive.taken_up import TakenUp


class Forms(NamedTuple):
    """The regular expressions of one language."""

    opening: str
    meanwhile: str
    nouns: str
    """Nouns that a sentence introduces and others take up, as alternatives."""
    definite: str
    """The words between the start of a sentence and such a noun as its subject."""
    inside: str
    """The words before such a noun in the middle of a sentence."""
    specified: str
    """The words behind a noun that is told apart by it: then nothing is missing."""
    mention: str
    """The earlier mention; the noun takes the place of `@`."""
    taken_up: tuple[TakenUp, ...] = ()
    """Short forms that need the sentence with the full one, if there is such a sentence."""
    answer: str = r"(?!)"
    """The beginning of a sentence right behind a question that answers it."""
    times: str = r"(?!)"
    """Openings that look like one of these and point at today."""


class Patterns(NamedTuple):
    """The words of one language that lean."""

    opening: re.Pattern[str]
    """Openings of several words that refer to the sentence before."""
    meanwhile: re.Pattern[str]
    """The first words of a sentence with a connective behind them."""
    definite: re.Pattern[str]
    """A definite noun as the subject of a sentence, which does not say which one; the noun is the group `noun`."""
    inside: re.Pattern[str]
    """Such a noun within a sentence; one of the groups is the noun."""
    times: re.Pattern[str]
    """Openings that look like one of these and point at today."""
    mention: str = r"\b@\b"
    """The pattern of a noun in the sentences before; the noun takes the place of `@`."""
    taken_up: tuple[TakenUp, ...] = ()
    """Short forms that need the sentence with the full one, if there is such a sentence."""
    answer: re.Pattern[str] = re.compile(r"(?!)")
    """The beginning of a sentence right behind a question that answers it."""


def compiled(forms: Forms) -> Patterns:
    """Returns what leans in a language whose parts are given whole."""
    noun = f"(?P<noun>{forms.nouns}){forms.specified}"
    return Patterns(
        re.compile(rf"[\"“«„'’「『]?(?:{forms.opening})"),
        re.compile(forms.meanwhile),
        re.compile(f"{forms.definite}{noun}"),
        re.compile(f"{forms.inside}{noun}"),
        re.compile(forms.times),
        forms.mention,
        forms.taken_up,
        re.compile(forms.answer),
    )


FORMS = {
    "ja": Forms(
        in_japanese.OPENING,
        in_japanese.MEANWHILE,
        in_japanese.NOUNS,
        in_japanese.DEFINITE,
        in_japanese.INSIDE,
        in_japanese.SPECIFIED,
        in_japanese.MENTION,
        in_japanese.TAKEN_UP,
        in_japanese.ANSWER,
    ),
    "zh": Forms(
        in_chinese.OPENING,
        in_chinese.MEANWHILE,
        in_chinese.NOUNS,
        in_chinese.DEFINITE,
        in_chinese.INSIDE,
        in_chinese.SPECIFIED,
        in_chinese.MENTION,
        in_chinese.TAKEN_UP,
        in_chinese.ANSWER,
    ),
    "ar": Forms(
        in_arabic.OPENING,
        in_arabic.MEANWHILE,
        in_arabic.NOUNS,
        in_arabic.DEFINITE,
        in_arabic.INSIDE,
        in_arabic.SPECIFIED,
        in_arabic.MENTION,
        in_arabic.TAKEN_UP,
        in_arabic.ANSWER,
    ),
    "hi": Forms(
        in_hindi.OPENING,
        in_hindi.MEANWHILE,
        in_hindi.NOUNS,
        in_hindi.DEFINITE,
        in_hindi.INSIDE,
        in_hindi.SPECIFIED,
        in_hindi.MENTION,
        in_hindi.TAKEN_UP,
        in_hindi.ANSWER,
    ),
    "da": Forms(
        r"(?:Det (?:siger|fortæller|skriver|oplyser|bekræfter|fremgår|sker|skete|skyldes|viser|betyder|gælder"
        r"|handler|mener|fastslår"
        r"|oplyste|sagde|skrev|får|fik|vil han|har (?:han|hun|de))|Sådan (?:siger|lyder|skriver|ser)"
        r"|Ordene (?:kommer|falder|faldt)"
        r"|I (?:det|den) forbindelse|På den måde|For eksempel|Af (?:dem|disse)|De to|Den anden|Begge|Dermed|Derpå"
        r"|Senere|Til gengæld|Så (?:får|er|bliver|kan|skal|vil|har|blev|fik|kommer)|I begge"
        r"|Det samme|Blandt andet|Her (?:har|er|kan|får|var|blev)"
        r"|Ifølge (?:ham|hende|dem)|Med (?:det|dem|den)|Efter (?:det|den)|Siden da|(?:Da|Når|Hvis|Mens"
        r"|Fordi) (?:han|hun|de|den|det))\b"
        r"|- (?!.*\b(?:siger|fortæller|skriver|lyder|forklarer|mener|tilføjer|sagde|udtaler|oplyser|understreger"
        r"|fortsætter)\b)"
        r"|(?:\S+ ){1,8}(?:denne|dette|disse) (?!uge|år|måned|gang|sommer|vinter|efterår|forår|sæson|weekend|dage|tid"
        r"|som|der)"
        r"|[^\d]{1,60} (?:timer|dage|uger|måneder|år) (?:senere|forinden)\b"
        r"|(?:\S+ ){0,8}[Dd]e[nt] (?:periode|lejlighed|baggrund|indbrud|ulykke|hændelse|brand|rapport"
        r"|aftale|udvikling|tendens|beslutning|sag|holdning|løsning|plan|situation|tanke|melding|måde|kamp|idé"
        r"|forslag|resultat|tal|budskab|spørgsmål|problem|mål|ønske|svar|arbejde)\b(?! (?:om|der|som|af))",
        r"(?:\S+ ){0,4}\S+ (?:derfor|imidlertid|derimod|til gengæld) ",
        r"(?i:mand|kvinde|dreng|pige|bilist|chauffør|betjent|vagtchef|politimand|sanger|skuespiller|spiller|træner"
        r"|forfatter|forsker|dommer|advokat|politiker|virksomhed|selskab|forening|organisation|gruppe|klubb|hold|parr"
        r"|beslutning|forslag|udmelding|melding|udtalelse|udvikling|tendens|sag|ulykke|hændelse|episode|brand|rapport"
        r"|undersøgelse|aftale|plan|projekt|hjemmeside|video|billed|brev|budskab|kritik|løsning|ordning|lov|forklaring"
        r"|årsag|grund|resultat|problem|spørgsmål|svar|debat|kamp|møde|ændring|idé|tall)",
        r"",
        r"(?!)",
        r"(?:en|n|et|t|erne)(?!\w)(?! (?:om|af|på|for|fra|til|med|mod|i|der|som|bag|ved|over|under|hvor)\b)",
        r"\b@(?!ag)",
    ),
    "pt": Forms(
        in_portuguese.OPENING,
        in_portuguese.MEANWHILE,
        in_portuguese.NOUNS,
        in_portuguese.DEFINITE,
        in_portuguese.INSIDE,
        in_portuguese.SPECIFIED,
        in_portuguese.MENTION,
        answer=in_portuguese.ANSWERS,
        times=in_portuguese.TIMES,
    ),
    "nl": Forms(
        in_dutch.OPENING,
        in_dutch.MEANWHILE,
        in_dutch.NOUNS,
        in_dutch.DEFINITE,
        in_dutch.INSIDE,
        in_dutch.SPECIFIED,
        in_dutch.MENTION,
        answer=in_dutch.ANSWERS,
        times=in_dutch.TIMES,
    ),
    "it": Forms(
        in_italian.OPENING,
        in_italian.MEANWHILE,
        in_italian.NOUNS,
        in_italian.DEFINITE,
        in_italian.INSIDE,
        in_italian.SPECIFIED,
        in_italian.MENTION,
        answer=in_italian.ANSWERS,
        times=in_italian.TIMES,
    ),
    "sv": Forms(
        in_swedish.OPENING,
        in_swedish.MEANWHILE,
        in_swedish.NOUNS,
        in_swedish.DEFINITE,
        in_swedish.INSIDE,
        in_swedish.SPECIFIED,
        in_swedish.MENTION,
        answer=in_swedish.ANSWERS,
        times=in_swedish.TIMES,
    ),
    "no": Forms(
        in_norwegian.OPENING,
        in_norwegian.MEANWHILE,
        in_norwegian.NOUNS,
        in_norwegian.DEFINITE,
        in_norwegian.INSIDE,
        in_norwegian.SPECIFIED,
        in_norwegian.MENTION,
        answer=in_norwegian.ANSWERS,
        times=in_norwegian.TIMES,
    ),
}
