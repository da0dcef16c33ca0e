"""Made-up reports of made-up events in three languages, several of each in different words: our own texts.

Between the events stand hard negatives: the same people at another event some days later, and the same kind of event in
another place on the same day.
"""

from __future__ import annotations

import random
from typing import NamedTuple

Kind = tuple[tuple[str, ...], ...]
"""Ways to say each fact; the first are headlines. {p} place, {q} another place, {a} {A} a person in full and by
surname, {b} {B} another, {o} {O} an organisation and its other name, {n} {m} numbers, {d} the day."""

KINDS: dict[str, dict[str, Kind]] = {
    "en": {
        "fire": (
            ("Warehouse blaze in {p} forces hundreds from homes", "{p} evacuated after depot goes up in flames",
             "Smoke over {p}: {o} storehouse burns for hours", "Fire guts {o} building, {n} flee"),
            ("A fire that broke out in a storehouse of {o} in {p} on {d} drove {n} people from their homes.",
             "Some {n} residents of {p} had to leave their flats on {d} when a depot owned by {O} caught fire.",
             "Flames swept through the {o} site at {p} on {d}, and around {n} neighbours were told to get out."),
            ("Fire chief {a} said {m} engines fought the flames through the night.",
             "It took {m} crews until dawn to bring the blaze under control, according to {a}, who led them.",
             "{A}, in charge of the brigade, spoke of {m} vehicles and a long night."),
            ("{b}, who lives across the road, heard two explosions before the roof fell in.",
             "Witness {b} told reporters of loud bangs and a collapsing roof.",
             "The roof gave way after a pair of blasts, said {B}, a neighbour."),
            ("The cause is not known; {O} says that paint and solvents were kept there.",
             "Investigators do not yet know how it began. Chemicals were stored inside, {o} admitted.",
             "Paint and thinner were in the hall, the owner said, but nobody knows what set them alight."),
        ),
        "court": (
            ("{a} cleared of bribery by {p} court", "Judges in {p} acquit former minister {A}",
             "Bribery trial: {A} walks free", "Not guilty: {p} bench throws out case against {a}"),
            ("A court in {p} acquitted {a} of taking {n} thousand crowns from {o} on {d}.",
             "{A}, once a minister, did not accept bribes of {n} thousand crowns, judges in {p} ruled on {d}.",
             "There is no proof that {a} was paid {n} thousand crowns by {O}, the {p} bench found."),
            ("Judge {b} called the testimony of the main witness worthless.",
             "The chief witness could not be believed, said presiding judge {b}.",
             "{B}, who presided, dismissed what the key witness had told the court."),
            ("The prosecution had asked for {m} years in prison and will appeal.",
             "Prosecutors, who wanted {m} years, announced an appeal.",
             "An appeal is on its way: the state had demanded a sentence of {m} years."),
            ("{O} won the contract for the tram lines when the defendant was in office.",
             "At the heart of the affair was a tram contract given to {o}.",
             "The case turned on an order for trams that went to {O}."),
        ),
        "strike": (
            ("Ferry crews at {o} walk out over pay", "No boats from {p}: sailors strike",
             "Strike halts {O} ferries", "Thousands stranded as {p} seamen down tools"),
            ("Ferry crews of {o} stopped work in {p} on {d}, leaving {n} passengers on the quay.",
             "About {n} travellers were stuck in {p} on {d} as sailors of {O} went on strike.",
             "No ship of {o} left {p} on {d}; {n} people were waiting."),
            ("The union of {a} wants {m} percent more.",
             "{A}, who speaks for the crews, demands a rise of {m} percent.",
             "Wages should grow by {m} percent, union leader {a} said."),
            ("The company's head, {b}, called the demand absurd and offered talks.",
             "{B}, who runs the line, is ready to talk but finds the claim out of touch.",
             "Managing director {b} spoke of an unreal claim, yet invited the union to negotiate."),
            ("Buses to {q} were full within an hour.", "Many tried to get to {q} by coach instead.",
             "Coaches to {q} sold out at once."),
        ),
        "quake": (
            ("Earthquake shakes {p}", "{p} hit by strong tremor", "Tremor near {p} damages {n} houses",
             "Ground moves under {p}, hospital evacuated"),
            ("An earthquake damaged {n} houses in and around {p} on {d}.",
             "{n} homes were hurt when the earth shook near {p} on {d}.",
             "A strong tremor struck the region of {p} on {d}; {n} buildings have cracks."),
            ("Its centre was {m} kilometres below {q}, the {o} institute reported.",
             "Seismologists at {o} put the focus under {q}, {m} kilometres down.",
             "According to {O}, the shock started {m} kilometres beneath {q}."),
            ("Mayor {a} had the hospital cleared as a precaution.",
             "Patients were brought out of the clinic on the orders of mayor {a}.",
             "{A}, the mayor, sent everyone out of the hospital."),
            ("{b}, a teacher, said the children hid under their desks.",
             "Pupils crawled below their tables, their teacher {b} recalled.",
             "In class everybody got under the desks, said {B}, who teaches there."),
        ),
    },
    "de": {
        "fire": (
            ("Lagerhalle in {p} in Flammen, Hunderte müssen ihre Wohnungen verlassen", "{p}: Großbrand bei {o}",
             "Feuer zerstört Halle von {O}", "Rauch über {p}, {n} Menschen in Sicherheit gebracht"),
            ("Ein Feuer in einer Lagerhalle von {o} in {p} hat am {d} {n} Menschen aus ihren Wohnungen vertrieben.",
             "Rund {n} Anwohner in {p} mussten am {d} ins Freie, weil ein Depot von {O} brannte.",
             "Am {d} ging ein Gebäude von {o} in {p} in Flammen auf; {n} Nachbarn wurden weggebracht."),
            ("Brandmeister {a} zufolge waren {m} Löschzüge die ganze Nacht im Einsatz.",
             "Erst am Morgen hatten {m} Züge die Flammen im Griff, sagte Einsatzleiter {a}.",
             "{A}, der die Feuerwehr führte, sprach von {m} Fahrzeugen und einer langen Nacht."),
            ("{b}, die gegenüber wohnt, hörte zwei Explosionen, bevor das Dach einstürzte.",
             "Von lauten Schlägen und einem einbrechenden Dach berichtete die Zeugin {b}.",
             "Nach zwei Detonationen gab das Dach nach, sagte die Nachbarin {B}."),
            ("Die Ursache ist unklar; nach Angaben von {O} lagerten dort Farben und Lösungsmittel.",
             "Wie es dazu kam, weiß noch niemand. In der Halle standen Chemikalien, räumte {o} ein.",
             "Farbe und Verdünner lagen in der Halle, hieß es beim Besitzer, was sie entzündete, ist offen."),
        ),
        "court": (
            ("{a} vom Vorwurf der Bestechlichkeit freigesprochen", "Gericht in {p} spricht Ex-Ministerin {A} frei",
             "Freispruch für {A}", "Richter in {p} weisen Anklage gegen {a} ab"),
            ("Ein Gericht in {p} hat {a} am {d} davon freigesprochen, {n} Tausend Kronen von {o} genommen zu haben.",
             "{A}, früher Ministerin, hat keine {n} Tausend Kronen angenommen, entschieden die Richter in {p} am {d}.",
             "Dass {a} von {O} {n} Tausend Kronen bekam, ist nicht bewiesen, befand die Kammer in {p}."),
            ("Die Aussage des Hauptzeugen nannte Richter {b} wertlos.",
             "Dem wichtigsten Zeugen sei nicht zu glauben, sagte der Vorsitzende {b}.",
             "{B}, der den Vorsitz hatte, verwarf, was der Kronzeuge gesagt hatte."),
            ("Die Anklage hatte {m} Jahre Haft verlangt und geht in Berufung.",
             "Die Staatsanwälte, die {m} Jahre wollten, kündigten Berufung an.",
             "Berufung folgt: gefordert waren {m} Jahre Gefängnis."),
            ("{O} hatte in ihrer Amtszeit den Auftrag für die Straßenbahn bekommen.",
             "Im Mittelpunkt stand ein Vertrag über Straßenbahnen für {o}.",
             "Es ging um eine Bestellung von Bahnen bei {O}."),
        ),
        "strike": (
            ("Fährleute von {o} legen die Arbeit nieder", "Keine Schiffe ab {p}: Matrosen streiken",
             "Streik lähmt Fähren von {O}", "Tausende sitzen in {p} fest"),
            ("Die Besatzungen von {o} haben am {d} in {p} die Arbeit niedergelegt, {n} Reisende standen am Kai.",
             "Etwa {n} Fahrgäste saßen am {d} in {p} fest, weil die Matrosen von {O} streikten.",
             "Am {d} verließ kein Schiff von {o} den Hafen von {p}; {n} Menschen warteten."),
            ("Die Gewerkschaft von {a} will {m} Prozent mehr.",
             "{A}, der für die Besatzungen spricht, verlangt ein Plus von {m} Prozent.",
             "Um {m} Prozent sollen die Löhne steigen, sagte Gewerkschafter {a}."),
            ("Firmenchefin {b} nannte die Forderung absurd und bot Gespräche an.",
             "{B}, die die Reederei leitet, will reden, findet das Verlangen aber weltfremd.",
             "Von einer unwirklichen Forderung sprach Direktorin {b}, lud aber zu Verhandlungen ein."),
            ("Die Busse nach {q} waren nach einer Stunde voll.", "Viele wollten mit dem Bus nach {q} ausweichen.",
             "Plätze im Reisebus nach {q} waren sofort vergeben."),
        ),
    },
    "fr": {
        "fire": (
            ("Un entrepôt en feu à {p}, des centaines d'habitants évacués", "{p} : violent incendie chez {o}",
             "Les flammes détruisent un dépôt de {O}", "Fumée sur {p}, {n} personnes mises à l'abri"),
            ("Un incendie dans un entrepôt de {o} à {p} a chassé {n} personnes de chez elles {d}.",
             "Environ {n} riverains de {p} ont dû quitter leur logement {d} quand un dépôt de {O} a pris feu.",
             "Le bâtiment de {o} à {p} est parti en fumée {d} ; {n} voisins ont été éloignés."),
            ("Selon le commandant {a}, {m} véhicules ont lutté toute la nuit.",
             "Il a fallu attendre l'aube et {m} équipes pour maîtriser le sinistre, a dit {a}, chef des pompiers.",
             "{A}, qui dirigeait les secours, parle de {m} camions et d'une longue nuit."),
            ("{b}, qui habite en face, a entendu deux explosions avant que le toit ne tombe.",
             "Une témoin, {b}, raconte de fortes détonations et un toit qui s'effondre.",
             "Le toit a cédé après deux déflagrations, d'après {B}, une voisine."),
            ("L'origine est inconnue ; {O} indique que des peintures et des solvants s'y trouvaient.",
             "On ignore comment le feu a pris. Des produits chimiques étaient stockés là, reconnaît {o}.",
             "De la peinture et du diluant étaient dans le hangar, selon le propriétaire."),
        ),
        "court": (
            ("{a} relaxé à {p} dans une affaire de corruption", "Corruption : les juges de {p} blanchissent {A}",
             "L'ancien ministre {A} relaxé", "Le tribunal de {p} écarte les accusations contre {a}"),
            ("Un tribunal de {p} a relaxé {d} {a}, accusé d'avoir touché {n} mille couronnes de {o}.",
             "{A}, ancien ministre, n'a pas reçu {n} mille couronnes, ont jugé les magistrats de {p} {d}.",
             "Rien ne prouve que {a} ait été payé {n} mille couronnes par {O}, selon la cour de {p}."),
            ("La juge {b} a estimé sans valeur le récit du témoin principal.",
             "Le premier témoin n'était pas crédible, a dit la présidente {b}.",
             "{B}, qui présidait, a écarté ce qu'avait affirmé le témoin clé."),
            ("Le parquet, qui demandait {m} ans de prison, fera appel.",
             "Les procureurs réclamaient {m} ans et annoncent un recours.",
             "Un appel est prévu : {m} ans avaient été requis."),
            ("{O} avait obtenu le marché des tramways quand il était en fonction.",
             "Au cœur du dossier, un contrat de tramways donné à {o}.",
             "L'affaire portait sur une commande de rames à {O}."),
        ),
        "strike": (
            ("Les marins de {o} cessent le travail", "Aucun bateau au départ de {p} : grève des équipages",
             "Une grève bloque les ferries de {O}", "Des milliers de voyageurs bloqués à {p}"),
            ("Les équipages de {o} ont cessé le travail {d} à {p}, laissant {n} passagers à quai.",
             "Quelque {n} voyageurs étaient bloqués {d} à {p}, les marins de {O} étant en grève.",
             "Aucun navire de {o} n'a quitté {p} {d} ; {n} personnes attendaient."),
            ("Le syndicat de {a} veut {m} pour cent de plus.",
             "{A}, porte-parole des équipages, exige une hausse de {m} pour cent.",
             "Les salaires doivent monter de {m} pour cent, a déclaré le syndicaliste {a}."),
            ("La patronne, {b}, juge la demande absurde et propose de discuter.",
             "{B}, à la tête de la compagnie, veut bien parler mais trouve l'exigence hors de propos.",
             "La directrice {b} évoque une demande irréelle, tout en invitant à négocier."),
            ("Les cars pour {q} étaient complets en une heure.", "Beaucoup ont tenté de gagner {q} en autocar.",
             "Les places en car vers {q} sont parties aussitôt."),
        ),
    },
}  # fmt: skip
DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}
_SYLLABLES = "bar bel bor cal cor dal den dor fal gar hal kar kel lan lor mar mel mon nar nor par ras sel sor tal tor val ver".split()  # noqa: E501, SIM905
_ENDS = {"place": ("by", "ford", "stad", "ona", "ville", "berg"), "person": ("en", "ic", "ay", "sson", "i", "ard"),
         "house": (" Lines", " Holding", " & Sons", " Group")}  # fmt: skip


class Report(NamedTuple):
    """One report of one event."""

    event: int
    lang: str
    at: int
    """Seconds since the first one."""
    title: str
    body: str


def reports(events: int, seed: int, *, days: int = 30) -> list[Report]:
    """Returns 4 to 7 reports of each event, a third of the events with a hard negative beside it."""
    chance = random.Random(seed)
    made: list[Report] = []
    number = 0
    while number < events:
        lang = chance.choice(list(KINDS))
        kind = chance.choice(list(KINDS[lang]))
        at = chance.randrange(days * 86_400)
        slots = _slots(chance)
        made += _reports(number, lang, kind, at, slots, chance)
        number += 1
        match chance.randrange(6):
            case 0:  # the same people, some days later, at something else
                other = chance.choice([each for each in KINDS[lang] if each != kind])
                later = {**_slots(chance), **{key: slots[key] for key in "aAbB"}}
                made += _reports(number, lang, other, at + chance.randrange(1, 5) * 86_400, later, chance)
                number += 1
            case 1:  # the same kind of event elsewhere, on the same day
                made += _reports(number, lang, kind, at + chance.randrange(40_000), _slots(chance), chance)
                number += 1
    return made


def _slots(chance: random.Random) -> dict[str, str]:
    def name(kind: str) -> str:
        return "".join(chance.sample(_SYLLABLES, 2)).capitalize() + chance.choice(_ENDS[kind])

    first, second, house = name("person"), name("person"), name("house")
    forenames = [f"{chance.choice(_SYLLABLES).capitalize()}a" for _ in range(2)]
    return {
        "p": name("place"), "q": name("place"), "a": f"{forenames[0]} {first}", "A": first,
        "b": f"{forenames[1]} {second}", "B": second, "o": house, "O": house.split()[0],
        "n": str(chance.randrange(20, 900)), "m": str(chance.randrange(3, 40)),
    }  # fmt: skip


def _reports(event: int, lang: str, kind: str, at: int, slots: dict[str, str], chance: random.Random) -> list[Report]:
    headlines, *facts = KINDS[lang][kind]
    made = []
    for _ in range(chance.randrange(4, 8)):
        told = facts if chance.random() < 0.5 else [facts[0], *chance.sample(facts[1:], len(facts) - 2)]
        order = [told[0], *chance.sample(list(told[1:]), len(told) - 1)]
        filled = {**slots, "d": chance.choice(DAYS[lang][at // 86_400 % 7 :][:1])}
        body = "\n\n".join(chance.choice(ways).format(**filled) for ways in order)
        made.append(Report(event, lang, at + chance.randrange(64_800), chance.choice(headlines).format(**filled), body))
    return made


def templates(number: int, chance: random.Random) -> list[tuple[str, str, str]]:
    """Returns (title, text, language) of weather, market reports and obituaries: alike but for names and numbers."""
    return [chance.choice((_weather, _market, _obituary))(chance) for _ in range(number)]


def _weather(chance: random.Random) -> tuple[str, str, str]:
    slots = _slots(chance)
    high, low, wind, rain, later = (chance.randrange(99) for _ in range(5))
    sky, side = chance.choice(("cloudy", "sunny", "wet")), chance.choice(("north", "south", "east", "west"))
    text = (
        f"Today will be mostly {sky} in {slots['p']} with a high of {high} degrees and a low of {low} degrees. Winds "
        f"will blow from the {side} at {wind} kilometres an hour.\n\nThe chance of rain is {rain} percent, rising to "
        f"{later} percent near {slots['q']} in the evening.\n\nThe weather office in {slots['q']} expects little "
        f"change. For the rest of the week the outlook is {chance.choice(('mild', 'cold', 'fair'))}."
    )
    return f"Weather for {slots['p']}", text, "en"


def _market(chance: random.Random) -> tuple[str, str, str]:
    one, other, third = (_slots(chance) for _ in range(3))
    text = (
        f"Shares closed {chance.choice(('higher', 'lower'))} on {chance.choice(DAYS['en'])}, the leading index at "
        f"{chance.randrange(2000, 9000)} points.\n\n{one['o']} was the biggest gainer, up {chance.randrange(90) / 10} "
        f"percent, while {other['o']} lost {chance.randrange(90) / 10} percent. Volume was {chance.randrange(900)} "
        f"million shares.\n\nAnalysts at {third['o']} said investors waited for figures. Bonds yielded "
        f"{chance.randrange(500) / 100} percent, and a barrel of oil cost more than the day before."
    )
    return f"Shares close {chance.choice(('higher', 'lower', 'mixed'))}", text, "en"


def _obituary(chance: random.Random) -> tuple[str, str, str]:
    one, other = _slots(chance), _slots(chance)
    age = chance.randrange(50, 101)
    text = (
        f"{one['a']}, {age}, of {one['p']}, died on {chance.choice(DAYS['en'])} surrounded by family. Born in "
        f"{one['q']}, {one['a'].split()[0]} was a child of the late {one['b']} and {other['b']}.\n\nA graduate of "
        f"{other['p']} High School, {one['A']} worked as a {chance.choice(('teacher', 'nurse'))} {one['m']} years\n\n"
        f"Survivors include a sister, {other['a']}. A service will be held in {one['p']}. In lieu of flowers, "
        "donations may be made to the library."
    )
    return f"{one['a']}, {age}", text, "en"
