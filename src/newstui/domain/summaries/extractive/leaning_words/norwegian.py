"""Phrases that lean on an earlier sentence in Norwegian. One rule: a phrase here needs a mention.

`leaning_phrases` tells what each kind is for.
"""

from __future__ import annotations

_SAYS = (
    r"(?:sier|sa|forteller|fortalte|skriver|skrev|mener|mente|forklarer|forklarte|legger|la|fortsetter|opplyser|hevder"
    r"|påpeker|understreker|tror|synes|svarer|svarte|fastslår)"
)
_IS = (
    r"(?:er|var|har|hadde|ble|blir|kom|kommer|gikk|går|kan|kunne|skal|skulle|vil|ville|må|måtte|fikk|får|tok|står|sto"
    r"|sier|sa|mener|gjelder|gjaldt|døde|bor|venter|ventes)\b"
)
_TIME = (
    r"(?:uke|år|måned|sommer|vinter|høst|vår|morgen|kveld|natt|helg|sesong|dager|gang|tid|århundre|tiår|som|er|var"
    r"|har|kan"
    r"|skal)"
)
TIMES = rf"(?i:(?:i |på |under )?(?:denne|dette|disse) {_TIME}\w*)"
_ADDS = (
    r"dermed|deretter|dertil|derfra|derav|dessuten|imidlertid|tvert imot|samtidig(?! som)|i ?stedet(?! for)"
    r"|på den andre"
    r" siden|på den ene siden|for eksempel|med andre ord|i sin tur|til gjengjeld|til tross for (?:det|dette)\b"
    r"|på den måten"
    r"|således|følgelig|likeledes|på samme (?:måte|tid)|i så fall|på sin side|ifølge (?:ham|henne|dem)|av (?:dem|disse)"
    rf"|(?:så|da) {_IS}|blant annet {_IS}|resultatet ble|totalt {_IS}|for øvrig|likevel|derimot|nettopp derfor"
    r"|det (?:dreier|handler|gjelder|fremgår|framgår|sier|skriver|opplyser|forteller|mener|viser|innebærer|betyr"
    r"|skyldes"
    r"|samme|skjedde)\b"
)
_WHEN = (
    rf"senere\b(?! (?:i|under|på|samme)\b)|siden {_IS}|"
    r"(?:kort|kort tid|rett|like|straks) (?:etterpå|etter(?=,)|senere|før(?=,))|etterpå\b|siden da|inntil da|til da"
    rf"|dagen (?:etter|før)(?:,| {_IS})|samme (?:dag|kveld|natt|morgen|uke|år)\b(?! som)"
    r"|[^,.;]{1,40}\b(?:sekunder|minutt|minutter|kvarter|time|timer|dag|dager|uke|uker|måned|måneder|år) "
    r"(?:senere|tidligere|etterpå)\b(?! enn)|på (?:det|dette) tidspunktet?\b(?! da)|den gangen\b|på den tiden\b"
)
_OTHERS = (
    r"de (?:to|tre|fire|andre|øvrige)\b(?! (?:\w+ )?(?:som|i|av|fra|på|største))|begge to|den (?:andre|tredje"
    r"|fjerde|ene)\b"
    r"(?! (?:\w+ )?(?:som|i|av|fra|på|gangen|plass))|(?:en|et|to|tre) (?:annen|annet|andre|tredje)\b(?! \w+ som)"
    r"|(?:en|et|én|ett|to|tre|fire|flere|mange|noen|ingen|alle|halvparten|de fleste|flertallet|begge|hver) av "
    rf"(?:dem|disse|de to)\b|den (?:første|siste|eldste|yngste) {_IS}|andre {_IS}|blant de (?:døde|skadde|pågrepne)\b"
)
"""One of several, or another one."""
_TO_THAT = (
    r"(?:på|i|av|til|med|etter|før|om|for|hos|fra|uten|under|mot|ved|ifølge|tross|blant) (?:dette|denne|disse|ham|henne"
    rf"|dem|slike?)\b(?! {_TIME})|(?:når|hvis|mens|fordi|ettersom|før|etter at|siden|selv om|da) (?:han|hun|dette)\b"
    rf"|(?:etter|med|uten|før|om) det(?:,| {_IS})"
    r"|(?:en|et) (?:slik|slikt|lignende|liknende|tilsvarende)\b(?!.{0,100} som\b)|(?:slike|lignende|tilsvarende)\b"
)
_COMPARES = (
    r"[^.;”\"]{1,100} (?:betydelig|mye|enda|vesentlig|noe|prosent|klart|langt) (?:høyere|lavere|større|mindre|flere"
    r"|færre"
    r"|bedre|dårligere|lengre|kortere|dyrere|billigere|vanligere|vanskeligere|raskere)\b(?!.{0,200} enn\b)"
    r"|[^.;”\"]{0,100}(?:dobbelt|halvparten|ganger) så \w+(?!.{0,200} som\b)"
)
"""A comparison whose other half is absent."""
_SAID = rf".{{1,400}}, {_SAYS} (?:han|hun|de)\b|[”\"»«].{{1,400}}[”\"»],? \w+ (?:han|hun|de)\b"
OPENING = rf"(?i:(?:{_ADDS}|{_WHEN}|{_OTHERS}|{_TO_THAT}|{_COMPARES}|(?:ja|nei),)(?!\w)|{_SAID})"
MEANWHILE = r"(?:\S+ ){0,4}?\S+ (?:derfor|derimot|imidlertid|dessuten|i sin tur|i stedet|på sin side|samtidig) (?!som)"
_ACTS = (
    "beslutning|vedtak|forslag|kunngjøring|uttalels|dom|avtal|ulykk|hendels|angrep|eksplosjon|brann|avstemning|protest"
    "|streik|forbud|kollisjon|skyting|drap|ran|innbrudd|tyveri|pågripels|oppsigels|nedleggels|stenging|evakuering"
    "|tiltak"
    "|undersøkels|rapport|studi|kritikk|nyhet|skandal|tragedi|etterforskning|anklag"
)
"""The stems of acts, and of what was said."""
_NOUNS = (
    rf"(?i:{_ACTS}|mann|kvinn|gutt|jent|sjåfør|bilist|politimann|sanger|skuespiller|spiller|trener|forfatter|forsker"
    r"|dommer|advokat|politiker|bedrift|selskap|forening|organisasjon|grupp|klubb|lag|par|utvikling|trend|plan|prosjekt"
    r"|video|bild|brev|budskap|løsning|lov|forklaring|årsak|resultat|problem|spørsmål|svar|debatt|kamp|møt|endring|idé"
    r"|tall|offer|ofr|mistenkt|siktet|tiltalt|gjerningsmann|famili|barn|hus|bygning|skip|båt|fly|tog|bil|buss|dyr|hund"
    r"|ulv|film|bok|roman|maleri|pris|straff|rettssak|fabrikk|hotell|skol|by|kommun|land)"
)
_SPECIFIED = (
    r"(?:en|n|et|t|a|ene|ne|erne|lene)(?!\w)(?! (?:i|på|av|om|for|fra|til|med|mot|som|der|bak|ved|over|under|mellom|hos"
    r"|[A-ZÆØÅ]\w+|at|rundt|innen)(?!\w))"
)
_NOUN = rf"(?P<noun>{_NOUNS}){_SPECIFIED}"
DEFINITE = rf"(?:(?:Ifølge|Etter|Under|For|Om|Ved|Mot) )?{_NOUN}"
INSIDE = (
    rf"\b(?:denne|dette|disse) (?!{_TIME})(\w{{4,}})"
    rf"|\b(?:etter|om|mot|ved|av|til) ((?:{_ACTS}))(?:en|n|et|t|a|ene|ne)(?!\w)(?! (?:i|på|av|om|for|fra|til|med"
    rf"|mot|som"
    r"|at)\b)|[”\"»],? (?:sier|sa|forteller|skriver) "
    rf"{_NOUN}"
)
MENTION = r"\b@"
ALSO = r"også|dessuten|likeledes|nemlig"
PRONOUN = r"[A-ZÆØÅ][^.,«»“”\"A-ZÀ-Þ]{1,50}? (?:han|hun)\b|[A-ZÆØÅ][a-zæøå]+ (?:dem|ham|henne)\b(?!,? som\b)"
ANSWER = (
    r"(?:Ja|Nei|Ikke|Ingenting|Ingen|Kanskje|Neppe|Aldri|Bare|Først og fremst|Delvis|Fordi|Trolig|Rundt|Minst"
    r"|Absolutt)\b"
    rf"|[^,“”\"]{{1,80}}, (?:{_SAYS}|ifølge)\b"
)
