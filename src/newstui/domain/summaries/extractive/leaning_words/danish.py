"""Phrases that lean on an earlier sentence in Danish. One rule: a phrase here needs a mention.

`leaning_phrases` tells what each kind is for.
"""

from __future__ import annotations

OPENING = (
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
    r"|forslag|resultat|tal|budskab|spørgsmål|problem|mål|ønske|svar|arbejde)\b(?! (?:om|der|som|af))"
)
MEANWHILE = r"(?:\S+ ){0,4}\S+ (?:derfor|imidlertid|derimod|til gengæld) "
_NOUNS = (
    r"(?i:mand|kvinde|dreng|pige|bilist|chauffør|betjent|vagtchef|politimand|sanger|skuespiller|spiller|træner"
    r"|forfatter|forsker|dommer|advokat|politiker|virksomhed|selskab|forening|organisation|gruppe|klubb|hold|parr"
    r"|beslutning|forslag|udmelding|melding|udtalelse|udvikling|tendens|sag|ulykke|hændelse|episode|brand|rapport"
    r"|undersøgelse|aftale|plan|projekt|hjemmeside|video|billed|brev|budskab|kritik|løsning|ordning|lov|forklaring"
    r"|årsag|grund|resultat|problem|spørgsmål|svar|debat|kamp|møde|ændring|idé|tall)"
)
DEFINITE = (
    rf"(?P<noun>{_NOUNS})"
    r"(?:en|n|et|t|erne)(?!\w)(?! (?:om|af|på|for|fra|til|med|mod|i|der|som|bag|ved|over|under|hvor)\b)"
)
MENTION = r"\b@(?!ag)"
ALSO = r"også|nemlig|desuden|ligeledes|endvidere|ovenikøbet"
ENDS_WITH_SPEAKER = r".*, (?:siger|fortæller|mener|forklarer|tilføjer|skriver) (?:han|hun|de)\b[^,]{0,20}\.$"
MYSELF = r"\b[Jj]eg\b|\b[Mm]i(?:n|t|ne)\b|\b[Mm]ig\b"
PRONOUN = (
    r"[A-ZÆØÅ][^.,«»“”\"A-ZÀ-Þ]{1,50}? (?:han|hun)\b|[A-ZÆØÅ]\w+ (?:er|var|har|blev) den (?:for|nu|dog|ikke|også|så)\b"
    r"|[A-ZÆØÅ][a-zæøå]+ (?:dem|ham|hende)\b(?!,? (?:der|som)\b)"
)
