"""Phrases that lean in ten languages, each part of a pattern given whole: Danish is here, the others are put together.

A sentence of Japanese, Chinese, Arabic and Hindi points back by what it opens with, by a demonstrative before an
abstract noun, in Arabic by a definite noun behind the verb, and where it tells what was said by nobody.
"""

from __future__ import annotations

from newstui.domain.summaries.extractive.leaning_words import (
    arabic,
    chinese,
    dutch,
    hindi,
    italian,
    japanese,
    norwegian,
    portuguese,
    swedish,
)
from newstui.domain.summaries.extractive.leaning_words.forms import Forms, forms_of

_WORDS = {
    "ja": japanese, "zh": chinese, "ar": arabic, "hi": hindi, "pt": portuguese, "nl": dutch, "it": italian,
    "sv": swedish, "no": norwegian,
}  # fmt: skip
FORMS = {
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
} | {lang: forms_of(words) for lang, words in _WORDS.items()}
