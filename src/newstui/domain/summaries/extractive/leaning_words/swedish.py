"""Phrases that lean on an earlier sentence in Swedish. One rule: a phrase here needs a mention.

`leaning_phrases` tells what each kind is for.
"""

from __future__ import annotations

_SAYS = (
    r"(?:säger|sa|sade|berättar|berättade|skriver|skrev|menar|menade|förklarar|förklarade|tillägger|tillade|fortsätter"
    r"|uppger|hävdar|konstaterar|anser|tror|tycker|svarar|svarade)"
)
_IS = (
    r"(?:är|var|har|hade|blev|blir|kom|kommer|gick|går|kan|kunde|ska|skulle|vill|ville|måste|fick|får|tog|står|stod"
    r"|säger"
    r"|sa|menar|gäller|gällde|dog|bor|väntar|väntas)\b"
)
_TIME = (
    r"(?:vecka|år|månad|sommar|vinter|höst|vår|morgon|kväll|natt|helg|säsong|dagar|veckor|gång|tid|sekel|decennium"
    r"|som|är"
    r"|var|har|kan|ska)"
)
TIMES = rf"(?i:(?:i |på |under )?(?:denna|detta|dessa) {_TIME}\w*)"
_ADDS = (
    r"därmed|därefter|därtill|därutöver|därvid|därav|därpå|ändå|emellertid|tvärtom|samtidigt(?! som)|i ?stället(?! för)"
    r"|å andra sidan|å ena sidan|till exempel|med andra ord|i sin tur|i gengäld|trots (?:det|detta)\b|på så (?:sätt"
    r"|vis)"
    r"|sålunda|följaktligen|likaså|på samma (?:sätt|gång)|i så fall|dels\b|för (?:hans|hennes|deras) del|enligt"
    rf" (?:honom|henne|dem)|av (?:dem|dessa)|(?:så|då) {_IS}|bland annat {_IS}|resultatet blev|totalt {_IS}|i övrigt"
    r"|det (?:rör|handlar|gäller|framgår|säger|skriver|uppger|berättar|menar|visar|innebär|betyder|beror|samma"
    r"|skedde)\b"
    r"|(?:de|den|det|dess) (?:senare|förra) (?:är|var|har|hade)"
)
_WHEN = (
    rf"senare\b(?! (?:i|under|på|samma)\b)|sedan {_IS}|"
    r"(?:strax|kort|kort tid|snart|direkt) (?:därefter|därpå|efteråt|innan|dessförinnan)|dessförinnan|sedan dess"
    r"|dittills"
    rf"|dagen (?:efter|innan|före)(?:,| {_IS})|dagen därpå|samma (?:dag|kväll|natt|morgon|vecka|år)\b(?! som)"
    r"|[^,.;]{1,40}\b(?:sekunder|minut|minuter|kvart|timme|timmar|dag|dagar|vecka|veckor|månad|månader|år) "
    r"(?:senare|tidigare|efteråt|dessförinnan|innan)\b(?! än)|vid (?:det tillfället|den tiden|tillfället)"
    r"|i (?:det läget|det ögonblicket|samma stund)"
)
_OTHERS = (
    r"de (?:två|tre|fyra|båda|andra|övriga)\b(?! (?:\w+ )?(?:som|i|av|från|på|största))|bägge\b|båda två"
    r"|(?:den|det) (?:andre|andra|tredje|fjärde|ene|ena)\b(?! (?:\w+ )?(?:som|i|av|från|på|gången|plats))"
    r"|(?:en|ett|två|tre) (?:annan|annat|andra|tredje)\b(?! \w+ som)"
    r"|(?:en|ett|två|tre|fyra|flera|många|några|ingen|inget|alla|hälften|de flesta|flertalet|båda|var och en) av "
    rf"(?:dem|dessa|de två)\b|den (?:första|sista|äldsta|yngsta|förste) {_IS}|andra {_IS}|bland de (?:döda|skadade"
    rf"|gripna)\b"
)
"""One of several, or another one."""
_TO_THAT = (
    r"(?:på|i|av|till|med|efter|före|om|för|hos|från|utan|under|mot|vid|enligt|trots|bland) (?:detta|denna|dessa|honom"
    rf"|henne|dem|sådana?)\b(?! {_TIME})|(?:när|om|medan|eftersom|innan|efter att|sedan|trots att) (?:han|hon|detta)\b"
    rf"|(?:efter|med|utan|före|om) det(?:,| {_IS})"
    r"|(?:en|ett) (?:sådan|sådant|liknande|likadan|likadant)\b(?!.{0,100} som\b)|(?:sådana|liknande)\b"
)
_COMPARES = (
    r"[^.;”\"]{1,100} (?:betydligt|mycket|ännu|avsevärt|något|procent|klart|långt) (?:högre|lägre|större|mindre"
    r"|fler|färre"
    r"|bättre|sämre|längre|kortare|dyrare|billigare|vanligare|svårare|snabbare)\b(?!.{0,200} än\b)"
    r"|[^.;”\"]{0,100}(?:dubbelt|hälften|gånger) så \w+(?!.{0,200} som\b)"
)
"""A comparison whose other half is absent."""
_SAID = rf".{{1,400}}, {_SAYS} (?:han|hon|de|hen)\b|[”\"»].{{1,400}}[”\"»],? \w+ (?:han|hon|de|hen)\b"
OPENING = rf"(?i:(?:{_ADDS}|{_WHEN}|{_OTHERS}|{_TO_THAT}|{_COMPARES}|(?:ja|nej),)(?!\w)|{_SAID})"
MEANWHILE = r"(?:\S+ ){0,4}?\S+ (?:därför|däremot|emellertid|dock|dessutom|i sin tur|i stället|samtidigt) (?!som)"
_ACTS = (
    "beslut|förslag|besked|uttalande|dom|avtal|överenskommels|olyck|händels|attack|explosion|brand|omröstning|protest"
    "|strejk|förbud|krock|skjutning|mord|rån|inbrott|stöld|gripande|uppsägning|nedläggning|stängning|evakuering|åtgärd"
    "|undersökning|rapport|studi|kritik|nyhet|affär|skandal|tragedi|utredning|anklagels"
)
"""The stems of acts, and of what was said."""
_NOUNS = (
    rf"(?i:{_ACTS}|man|kvinn|pojk|flick|förar|chaufför|polisman|sångar|skådespelar|spelar|tränar|författar|forskar"
    rf"|domar"
    r"|advokat|politiker|företag|bolag|förening|organisation|grupp|klubb|lag|par|utveckling|trend|plan|projekt"
    r"|video|bild"
    r"|brev|budskap|lösning|lag|förklaring|orsak|resultat|problem|fråg|svar|debatt|match|möte|ändring|idé|siffr|offer"
    r"|offr|misstänkt|åtalad|gärningsman|familj|barn|hus|byggnad|fartyg|båt|flygplan|tåg|bil|buss|djur|hund|varg"
    r"|film|bok"
    r"|roman|tavl|målning|pris|straff|rättegång|fabrik|hotell|skol|stad|by|kommun|land)"
)
_SPECIFIED = (
    r"(?:n?en|n|et|t|an|na|erna|orna|arna|rna|nen)(?!\w)(?! (?:i|på|av|om|för|från|till|med|mot|som|där|bakom|vid|över"
    r"|under|mellan|hos|[A-ZÅÄÖ]\w+|att|kring|inom)(?!\w))"
)
_NOUN = rf"(?P<noun>{_NOUNS}){_SPECIFIED}"
DEFINITE = rf"(?:(?:Enligt|Efter|Under|För|Om|Vid|Mot) )?{_NOUN}"
INSIDE = (
    rf"\b(?:denna|detta|dessa) (?!{_TIME})(\w{{4,}})"
    rf"|\b(?:efter|om|mot|vid|av|till) ((?:{_ACTS}))(?:en|n|et|t|an|na|erna|orna|arna)(?!\w)(?! (?:i|på|av|om|för"
    rf"|från|till"
    r"|med|mot|som|att)\b)|[”\"»],? (?:säger|sa|berättar|skriver) "
    rf"{_NOUN}"
)
MENTION = r"\b@"
ALSO = r"också|även(?! om)|dessutom|likaså|nämligen"
PRONOUN = r"[A-ZÄÖÅ][^.,«»“”\"A-ZÀ-Þ]{1,50}? (?:han|hon)\b|[A-ZÄÖÅ][a-zäöå]+ (?:dem|honom|henne)\b(?!,? som\b)"
ANSWER = (
    r"(?:Ja|Nej|Inte|Inget|Ingen|Kanske|Knappast|Aldrig|Bara|Framför allt|Delvis|Därför att|Eftersom|Troligen"
    r"|Omkring|Minst"
    rf"|Absolut)\b|[^,“”\"]{{1,80}}, (?:{_SAYS}|enligt)\b"
)
