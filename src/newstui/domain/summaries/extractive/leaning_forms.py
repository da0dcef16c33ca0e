"""Phrases that lean in ten languages, each part of a pattern given whole: Danish is here, the others are put together.

A sentence of Japanese, Chinese, Arabic and Hindi points back by what it opens with, by a demonstrative before an
abstract noun, in Arabic by a definite noun behind the verb, and where it tells what was said by nobody.
"""

from __future__ import annotations

from newstui.domain.summaries.extractive.leaning_words import arabic as in_arabic
from newstui.domain.summaries.extractive.leaning_words import chinese as in_chinese
from newstui.domain.summaries.extractive.leaning_words import dutch as in_dutch
from newstui.domain.summaries.extractive.leaning_words import hindi as in_hindi
from newstui.domain.summaries.extractive.leaning_words import italian as in_italian
from newstui.domain.summaries.extractive.leaning_words import japanese as in_japanese
from newstui.domain.summaries.extractive.leaning_words import norwegian as in_norwegian
from newstui.domain.summaries.extractive.leaning_words import portuguese as in_portuguese
from newstui.domain.summaries.extractive.leaning_words import swedish as in_swedish
from newstui.domain.summaries.extractive.leaning_words.forms import Forms

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
