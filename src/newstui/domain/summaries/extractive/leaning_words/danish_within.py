"""Words within a Danish sentence that lean, and whole ones that lean. One rule: each needs the sentence before.

These patterns are searched for, as that is faster than to match all words before one; each begins with a space.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newstui.domain.summaries.extractive.leaning_words.danish_nouns import noun_needs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TIME = (
    r"(?:uge|år|måned|sommer|vinter|efterår|forår|sæson|weekend|dage|tid|som|der|morgen|aften|nat|formiddag"
    r"|eftermiddag|århundrede|årti|[a-zæøå]+dag)"
)
"""Times that every reader knows: a demonstrative before them points at today."""
_THAT = (
    rf"(?:denne|dette|disse) (?!{TIME}\b)"
    r"|de[nt] (?:periode|lejlighed|baggrund|indbrud|ulykke|hændelse|brand|rapport|mulighed|gæld"
    r"|aftale|udvikling|tendens|beslutning|sag|holdning|løsning|plan|situation|tanke|melding|måde|kamp|idé|viden|kritik"
    r"|forslag|resultat|tal|budskab|spørgsmål|problem|mål|ønske|svar|arbejde|grund|udspil|linje|type|risiko|opgave"
    r"|betegnelse|proces|rolle|titel|ret|pris|vej|retning|debat|fejl|ordning|regel|udtalelse|erkendelse|information"
    r"|konklusion|påstand|vurdering|strategi|ansvar|post|tidspunkt|øjeblik|beløb|forløb|fald|møde|angreb|drab)\b"
    r"(?!,? (?:om|der|som|af|hvor|hvorpå|at|til)\b)"
    r"|(?:pågældende|ovenstående|vedkommende|førnævnte|samtlige|omtalte|sidstnævnte|førstnævnte)\b"
    r"|de[nt]? (?:anden|andet|andre|tredje|ene|øvrige|resterende)\b"
    r"(?!,? (?:som|der|side|halvdel|ende|[a-zæøå]+ (?:som|der))\b)"
    r"|af (?:dem|disse)\b|(?:der|her|hen)(?:inde|nede|henne|over|ude|oppe|op|ned|til|fra|i|på|imod|overfor)\b"
    r"|(?:den slags|den type|sådan noget|sådan en|sådan et|sådanne|sådant|de her|det her|den her)\b"
    r"(?!,? (?:der|som|at)\b)"
)
"""A demonstrative: a Danish noun with `den` before it and nothing between points back."""
_THAN = (
    r"(?:endnu|meget|langt|lidt|væsentligt|betydeligt|noget|markant|klart) (?:mere|mindre|flere|færre|bedre|værre"
    r"|dårligere|større|højere|lavere|længere|kortere|yngre|ældre|[a-zæøå]{3,}ere)\b(?!.{0,150} end\b)"
    r"|(?:lige|dobbelt|halvt|gange) så \w+(?!.{0,150} som\b)"
)
"""A comparison whose other half is absent."""
_POINTS_BACK = re.compile(rf" (?:{_THAT}|{_THAN})")
_CONNECTS = re.compile(
    r" (?:dog|heller (?:ikke|ingen|intet|aldrig)|derfor|imidlertid|derimod|til gengæld|nemlig|dermed|derved|derefter"
    r"|herefter|hermed|altså|alligevel|eksempelvis|ligeledes|desuden|endvidere|tillige|i stedet(?! for)|i mellemtiden"
    r"|efterfølgende|forinden|undervejs|sidenhen|samtidig(?! (?:med|som))|tilfældet|deriblandt|heriblandt|tværtimod)"
    r"(?!\w)"
)
"""Connectives behind the first words."""
_CLAUSE_ENDS = re.compile(r"[.;:»\"”]")
_AMONG_THE_FIRST = 90
"""Characters."""
_VERBLESS = re.compile(
    r"(?=.{5,110}\.$)(?!.*\b(?:er|var|har|kan|kunne|vil|skal|blev|kom|får|fik|må|går|gik|står|stod|gør|så|tog|lå|ved"
    r"|lod|lød|gav|sad|skrev|faldt|vandt|trak|bad|fløj|løb|hed|holdt|stak|greb|drak|sang|sprang|skød|bør|tør|slog|dør"
    r"|fandt|ses|tror|bor|slap|brød|drog|frøs|led|steg|sov|svor|tav|[a-zæøå]+(?:er|[dt]e|es|år|ør))\b)"
)
"""A sentence without a verb: it goes on with the one before."""
_NO_VERB_BUT_OF_WHICH = re.compile(
    r"(?:En|Et|Den|Det|De) (?![^,.]*\b(?:er|var|har|kan|vil|skal|blev|kom|fik|må|går|gik|står|stod|gør|tog|[a-zæøå]+er"
    r"|[a-zæøå]+[dt]e)\b[^,.]*, (?:som|der|hvis|hvor)\b)[^,.]{3,60}, (?:som|der|hvis|hvor) [^,]*\.$"
)
"""One with no verb but that of its relative clause: `Et krav, som havnen afviste.`"""


def own_needs(texts: Sequence[str], place: int, title: str) -> Iterator[tuple[int, ...]]:
    """Gives what a sentence needs by a colon at its end, by the words within it or having no verb, or by its nouns."""
    text = texts[place]
    next_one = (place + 1,) if place + 1 < len(texts) else ()
    if text.endswith(":"):
        yield next_one
    if _points_back(text):
        yield (place - 1,) if place else next_one
    elif place and (_VERBLESS.match(text) or _NO_VERB_BUT_OF_WHICH.match(text)):
        yield (place - 1,)
    elif place:
        yield from noun_needs(texts, place, title)


def _points_back(text: str) -> bool:
    back = _POINTS_BACK.search(text)
    if back and back.start() < _AMONG_THE_FIRST:
        return True
    connective = _CONNECTS.search(text, 0, _AMONG_THE_FIRST)
    return bool(connective and not _CLAUSE_ENDS.search(text, 0, connective.start()))
