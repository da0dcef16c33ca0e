"""Nouns of a Danish sentence that need another one. One rule: `bogen` needs the sentence that has `en bog`.

Where an article has a noun first without its article, and then with it, only that first sentence tells which one is
meant. What the title names is known without it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WHICH = r"(?!,? (?:af|i|på|for|til|fra|om|med|mod|mellem|hos|ved|bag|under|som|der|hvor|over|[A-ZÆØÅ]\w*)(?![\w-]))"
"""No words follow that say which one is meant."""
_DEFINITE = re.compile(rf" ([a-zæøå]{{5,}})(?<=ne|en|et)(?![\w-]){_WHICH}")
"""A word that may be a definite noun, as the group."""
_FIRST_WORD = re.compile(rf"([A-ZÆØÅ][a-zæøå]{{3,}})(?<=n|t|e)(?![\w-]){_WHICH}")
"""A first word that may be one."""
_ARTICLES = ("erne", "ene", "rne", "ne", "en", "et", "n", "t")
_ACTS = (
    "beslutning forslag udmelding melding udtalelse udvikling tendens sag ulykke hændelse episode brand rapport "
    "undersøgelse aftale plan projekt kritik løsning ordning forklaring årsag grund resultat problem spørgsmål svar "
    "debat kamp møde ændring idé tal angreb attentat drab overfald røveri indbrud tyveri anholdelse anklage dom straf "
    "bøde protest strejke forbud kollision eksplosion redning eftersøgning fund styrt forlis lækage fejl afstemning "
    "udspil initiativ krav tilbud besked advarsel analyse måling opdagelse forsøg test fusion handel salg køb fyring "
    "lukning aktion operation besøg rejse fest begivenhed tragedie skandale føring scoring udligning sejr nederlag "
    "kampagne ordre kontrakt henvendelse klage afgørelse retssag overgreb billede video optagelse ord"
)
_PERSONS = (
    "mand kvinde dreng pige barn børn bilist chauffør fører betjent vagtchef sanger sangerinde skuespiller spiller "
    "træner angriber forfatter forsker dommer advokat politiker minister borgmester direktør formand offer ofre mænd "
    "røver tyv vidne læge patient lærer elev studerende soldat pilot passager beboer nabo familie forældre mor far "
    "bror søster søn datter brødre søstre par kandidat demonstrant aktivist ansatte medarbejder kunde ejer køber "
    "sælger vinder taber svensker nordmand tysker brite amerikaner italiener japaner hovedperson instruktør kunstner "
    "musiker rapper stjerne duo trio gruppe hold klub virksomhed selskab forening organisation firma parti band bande "
    "kæde myndighed butik avis"
)
_THINGS = (
    "hjemmeside brev budskab bog roman film serie album sang tekst bil bus tog fly skib båd færge cykel helikopter hus "
    "bygning lejlighed villa bolig palæ hotel fabrik skole museum bro tunnel vej by område dyr hund kat ulv telefon "
    "mobil computer maskine program system app spil metode teknik stof medicin vaccine virus bakterie bombe våben "
    "pistol kniv beløb pris præmie penge gevinst regning konto liste kort lov regel teori situation koncept uddannelse "
    "kursus udstilling festival turnering løb bane rute bord dør produkt"
)
_NO_NOUNS = (
    "sid ind ig ing alligev mell ud end hverk ent meg nog int and eg vær ver allered for blev kunn skull haft lid hel "
    "villet"
)
_EVERYWHERE = (
    "politi regering folketing kommun stat sol nyhed offentlighed befolkning weekend week sted slutning fremtid fortid "
    "nutid start vest øst nord syd tid gang dag aft morg månd tirsd onsd torsd fred lørd sønd"
)
_NEVER_TAKEN_UP = frozenset(f"{_NO_NOUNS} {_EVERYWHERE}".split())
"""Words that are no nouns, and nouns that every reader knows, both without what may be an article."""
_BEFORE_PARTICIPLES = frozenset(["har", "havde", "er", "var", "blev", "bliver", "blevet", "været", "være", "få", "fik"])
_ENDINGS = frozenset(["", "er", "e", "r", "en", "et", "erne", "ene", "ens", "ets", "s", "ernes", "ne"])
_WITHOUT_ARTICLE = frozenset(["", "er", "e", "r"])
_SHORTEST = 3
"""Letters of a noun."""


def noun_needs(texts: Sequence[str], place: int, title: str) -> Iterator[tuple[int, ...]]:
    """Gives what a sentence needs by its definite nouns."""
    text = texts[place]
    opening = _FIRST_WORD.match(text)
    if opening and (noun := _bare(opening[1].lower())).endswith(_SAYS_NOTHING) and noun not in title.lower():
        yield _with(noun, texts, place) or (place - 1,)
    else:
        yield from _taken_up(texts, place, title.lower())


def _taken_up(texts: Sequence[str], place: int, title: str) -> Iterator[tuple[int, ...]]:
    """Gives for each definite noun the places with it, if it is new in the first of them. title: in small letters."""
    text = f" {texts[place][:1].lower()}{texts[place][1:]}"
    before = ""
    for found in _DEFINITE.finditer(text):
        noun, until = _bare(found[1]), text[: found.start()]
        if len(noun) < _SHORTEST or noun in _NEVER_TAKEN_UP or noun in title:
            continue
        before = before or "\n".join(texts[:place])
        if not _is_new(noun, before) or _is_new(noun, until):
            continue
        if not (found[1].endswith("et") and until.rpartition(" ")[2] in _BEFORE_PARTICIPLES):
            yield _with(noun, texts, place)


def _bare(word: str) -> str:
    """Returns a definite noun without its article: `kat` of `katten`."""
    noun = next((word.removesuffix(article) for article in _ARTICLES if word.endswith(article)), word)
    return noun[:-1] if len(noun) > _SHORTEST and noun[-1] == noun[-2] else noun


_SAYS_NOTHING = tuple(
    form
    for noun in f"{_ACTS} {_PERSONS} {_THINGS}".split()
    for form in {_bare(f"{noun}n"), _bare(f"{noun}ne")}
    if len(form) >= _SHORTEST
)
"""Such nouns as they are without the article of one and of several, for the last parts of first words."""


def _with(noun: str, texts: Sequence[str], place: int) -> tuple[int, ...]:
    """Returns the earlier places that have a noun."""
    return tuple(at for at in range(place) if noun in texts[at].lower())


def _is_new(noun: str, text: str) -> bool:
    """Returns True for a text that has a noun first without its article.

    What is searched for is the noun but for its first letter, which may be large: to make a whole text small is slow.
    """
    rest = noun[1:]
    at = text.find(rest, 1)
    while at > 0:
        end = word = at + len(rest)
        while word < len(text) and text[word].isalpha():
            word += 1
        ending = text[end:word].removeprefix(noun[-1])
        if text[at - 1].lower() == noun[0] and ending in _ENDINGS:
            return ending in _WITHOUT_ARTICLE and (at == 1 or not text[at - 2].isalpha())
        at = text.find(rest, end)
    return False
