"""What a sentence needs: the sentence before, the one that introduces a thing, the one that gives the whole name."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning
from tests.hostile import QUADRATIC, growth_of

FERRY = ("The port council of Brest met.", "A ferry had hit the pier on Monday.", "It rained all day.")


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "In addition to the rain, a storm came."),
        ("en", "When she left, the rain stopped."),
        ("en", "Both stayed at home."),
        ("en", "A third runs on Sundays."),
        ("en", "Formerly the mayor of Brest, Anna Berg, welcomed the ferry."),
        ("en", "The mayor, however, stayed."),
        ("en", "The statement was read aloud."),
        ("en", "Brest was careful to keep the two apart."),
        ("de", "Darüber hinaus regnete es."),
        ("de", "Der andere blieb zu Hause."),
        ("de", "Am Montag sagte er zu."),
        ("de", "Die Entscheidung kam spät."),
        ("fr", "En outre, il a plu."),
        ("fr", "Les deux sont restés."),
        ("fr", "La décision est tombée."),
        ("fr", "L'entreprise a refusé."),
        ("es", "Sin embargo, llovió."),
        ("es", "Ambos se quedaron."),
        ("es", "La decisión llegó tarde."),
        ("en", "The reason is a lack of ships."),
        ("en", "The herd had ended a few years earlier."),
        ("en", "Brest likes this proposal."),
        ("de", "Der Rat lehnt dieses Vorhaben ab."),
        ("fr", "Voté en mai, ce dispositif aide les ports."),
        ("es", "Le declararon inocente."),
        ("es", "Según Brest, ese combustible es caro."),
        ("en", "Unless you are a harbour seal."),
        ("es", "Es un puerto pequeño."),
        ("es", "Añadió que el puerto cerraría."),
        ("es", "En tercer lugar, el puente necesita obras."),
        ("de", "Kurz darauf sank die Fähre."),
        ("de", "Das Verbot gilt ab Mai."),
        ("en", "Surprisingly small, it is a fine port."),
        ("en", "In each case, Berg stayed."),
        ("es", "Celebraban el cumpleaños de Berg."),
        ("es", "Permanecieron en el puerto."),
        ("es", "Mucho tiempo después cerró el puerto."),
        ("en", "Some said that Riga is dear."),
        ("fr", "Certains veulent fermer le port."),
        ("fr", "Derrière elle, Berg fermait le port."),
        ("en", "Because sailing is anything but easy."),
        ("fr", "Longtemps malade, elle a quitté le port."),
        ("da", "Den udvikling kan man mærke."),
        ("da", "Manden blev på havnen."),
        ("pt", "No Brasil isso é raro."),
        ("en", "(Ask at the pier.)"),
        ("zh", "（港口已关闭。）"),
        ("fr", "Une décision qui fâche le port."),
        ("fr", "Une phrase provocatrice qui fâche le port."),
        ("fr", "D'où le recours au tunnel."),
        ("fr", "Le port de Riga craint que cela dure."),
        ("es", "Se llama Ana Berg."),
        ("es", "El puerto de Riga teme que eso dure."),
        ("de", "Der Rat von Riga meint, dass dies zu spät kommt."),
        ("en", "If you need a berth, this is the place."),
        ("en", "Very useful if you sail at night."),
        ("en", "Second, the council will dredge the port."),
        ("es", "Riga juega esa última carta."),
        ("en", "Berg likes this kind of port."),
        ("es", "Riga quiere ese tipo de puerto."),
        ("en", "For most of that time the port was small."),
        ("en", "In both ports, ships wait."),
        ("en", "In the days since, ships have waited."),
        ("en", "What's more, the port is closed."),
        ("en", "Not only did the port close."),
        ("es", "De ahí la idea del puerto."),
        ("fr", "Dans les deux ports, Riga attend."),
        ("en", "Berg was named in the statement."),
        ("es", "Por lo que la clave está en el puerto."),
        ("es", "- Los barcos de Riga en el puerto."),
        ("fr", "Une lourde intrusion dont parle le port."),
        ("es", "Una medida que afecta al puerto."),
        ("de", "Eine Entscheidung, die den Hafen trifft."),
        ("ru", "Тогда порт закрыли."),
        ("nl", "Daarna sloot de haven."),
    ],
)
def test_a_sentence_that_points_back_needs_the_one_before(lang: str, sentence: str) -> None:
    assert Leaning(("Anna ist da.", sentence), lang).needs(1) == [(0,)]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "The decision of the council of Brest came late."),
        ("en", "In May, it was clear that the port would close."),
        ("fr", "Selon la ville, il faut fermer le port."),
        ("da", "Manden fra Riga blev på havnen."),
        ("da", "Den 5. maj lukkede havnen."),
        ("it", "Gli ospiti del porto restano."),
        ("es", "Murieron tres marineros en el puerto."),
        ("es", "Cerró Riga su puerto."),
        ("en", "The company that runs the ferry to Brest refused."),
        ("en", "The Second World War had ended."),
        ("en", "The port of Brest reopened."),
        ("en", "Brest and Riga signed, and the two agreed."),
        ("en", "Storms closed the two largest ports."),
        ("de", "Das Haus am Hafen steht leer."),
        ("de", "Die Entscheidung des Rates kam spät."),
        ("fr", "La décision du conseil est tombée."),
        ("es", "La decisión del consejo llegó tarde."),
        ("en", "This week the port reopened."),
        ("en", "In 1927, after two wars, the herd ended years later."),
        ("en", "Brest has a plan, and this plan is new."),
        ("fr", "Le port a rouvert ce mardi."),
        ("fr", "Une ville qui aime son port reste."),
        ("en", "(Riga) closed the port (again) on Monday."),
        ("fr", "Ce mardi, le port a rouvert."),
        ("de", "In diesem Jahr kamen mehr Schiffe."),
        ("es", "Este lunes reabrió el puerto."),
        ("fi", "The statement was read aloud."),
    ],
)
def test_a_sentence_that_says_what_it_speaks_of_needs_none(lang: str, sentence: str) -> None:
    assert Leaning(("Anna left.", sentence), lang).needs(1) == []


def test_a_first_sentence_that_points_at_something_needs_the_next_one() -> None:
    assert Leaning(("Anna left.",), "en").needs(0) == []
    assert Leaning(("His jokes took Riga by storm.", "Juris Berg drew the port."), "en").needs(0) == [(1,)]
    assert Leaning(("But a port closed in Riga.", "Ships left."), "en").needs(0) == []
    assert Leaning(("But a port closed in Riga.", "Ships left."), "en").bracketed(0) == "[A] port closed in Riga."


def test_a_definite_noun_needs_the_sentence_that_introduces_it() -> None:
    texts = ("Astana’s decision was late.", "It was late.", "Berlin sees a chance for the decision to help.")
    assert Leaning(texts, "en").needs(2) == [(0,)]
    assert Leaning(texts, "en").needs(1) == [(0,)]


def test_a_surname_needs_a_sentence_with_the_whole_name() -> None:
    texts = ("It rained.", "Anna Berg left.", "In May, Berg came back.", "Anna Berg stayed.", "Berg slept.")
    leaning = Leaning(texts, "en")
    assert leaning.needs(2) == [(1,)]
    assert leaning.needs(4) == [(1, 3)]


def test_a_surname_behind_what_somebody_says_needs_the_whole_name_too() -> None:
    texts = ("Rain fell.", "Anna Berg left.", "Riga is closed, Berg said.", "Riga is closed, Lund said.")
    leaning = Leaning(texts, "en")
    assert (leaning.needs(2), leaning.needs(3)) == ([(1,)], [])


def test_a_surname_within_a_sentence_needs_the_whole_name_but_not_a_part_of_one() -> None:
    texts = ("Rain fell.", "Anna Berg left.", "The port trusts Berg.", "The port trusts Anna Berg.", "It trusts Lund.")
    assert [Leaning(texts, "en").needs(place) for place in (2, 3)] == [[(1,)], []]


@pytest.mark.parametrize("sentence", ["With the LGP-30, Berg won.", "In 1961, Berg won.", "It is told so: Berg won."])
def test_a_surname_behind_a_comma_or_colon_needs_the_whole_name(sentence: str) -> None:
    assert Leaning(("Rain fell.", "Anna Berg left.", "It rained again.", sentence), "en").needs(3)[-1] == (1,)


@pytest.mark.parametrize(
    ("lang", "whole", "short"),
    [
        ("vi", "Ngày 2/1, Sergio Fontes đến.", "Ở cảng, ông Fontes cho biết tàu chìm."),
        ("fr", "Anna Berg est là.", "Le port attend Mme Berg."),
        ("de", "Anna Berg ist da.", "Der Hafen wartet auf Frau Berg."),
    ],
)
def test_a_surname_behind_a_word_of_respect_needs_the_whole_name(lang: str, whole: str, short: str) -> None:
    assert (1,) in Leaning(("Riga.", whole, short), lang).needs(2)


def test_a_name_that_the_article_never_gives_whole_needs_none() -> None:
    texts = ("The Taliban left the town.", "Taliban fighters stayed.", "Berg, mayor of Brest, left.", "Berg slept.")
    leaning = Leaning(texts, "en")
    assert not leaning.needs(1)
    assert not leaning.needs(3)


def test_an_abbreviation_needs_the_sentence_that_explains_it() -> None:
    texts = ("It rained.", "The Port Agency (PAB) closed the pier.", "Ships wait, says PAB.")
    assert Leaning(texts, "fr").needs(2) == [(1,)]


def test_a_short_answer_needs_its_question() -> None:
    assert Leaning(("Who came?", "Mostly old sailors."), "en").needs(1) == [(0,)]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Riga also closed the pier."),
        ("fr", "Les bateaux ont également quitté le port."),
        ("es", "El puerto también cerró."),
        ("de", "Der Hafen wurde ebenfalls geschlossen."),
        ("da", "Havnen er også lukket."),
        ("vi", "Thị trưởng cũng đóng cửa bến tàu."),
        ("en", "Riga is closed for good, he told a reporter."),
        ("fr", "Le port est fermé, a-t-elle dit."),
        ("da", "Havnen er lukket, siger hun."),
    ],
)
def test_what_adds_to_something_needs_a_sentence_near_before_it(lang: str, sentence: str) -> None:
    assert Leaning(("Aa.", "Bb.", "Cc.", "Dd.", sentence), lang).needs(4) == [(1, 2, 3)]
    assert Leaning((sentence, "Aa."), lang).needs(0) == []


def test_what_is_also_known_by_a_name_needs_none() -> None:
    assert not Leaning(("It rained.", "Riga, also known as the port, closed."), "en").needs(1)


def test_a_part_of_a_quotation_needs_the_sentence_that_names_the_speaker() -> None:
    texts = ("Rain fell.", "“The port is ours.", "Nobody sails.", "Go home,” Anna Berg said.", "Ships left.")
    leaning = Leaning(texts, "en")
    assert [leaning.needs(place) for place in range(5)] == [[], [(3,)], [(3,)], [], []]


def test_a_quotation_over_several_paragraphs_needs_the_sentence_before_it() -> None:
    texts = ("Anna spoke in Riga.", "“The port is ours.", "Nobody sails.", "“Go home,” she added.")
    assert [Leaning(texts, "en").needs(place) for place in (1, 2)] == [[(0,)], [(0,)]]


def test_who_says_a_thing_is_not_told_by_another_part_of_what_is_said() -> None:
    texts = (
        "Anna spoke.",
        "“The port is ours.",
        "Go home,” she said.",
        "Ships leave, she added.",
        "Rain falls, it said.",
    )
    assert [Leaning(texts, "en").needs(place)[-1] for place in (3, 4)] == [(0,), (3,)]


def test_the_end_of_a_quotation_is_shown_with_the_mark_that_opens_it() -> None:
    texts = ("“The port is ours.", "Go home,” Anna Berg said.", "»Havnen er ny.", "»Sejl,« sagde hun.")
    shown = [Leaning(texts, "da").as_shown(place) for place in range(4)]
    assert shown == [None, "“[…] Go home,” Anna Berg said.", None, None]


def test_the_speaker_may_stand_before_the_quotation_or_beside_it() -> None:
    before = Leaning(("Rain fell.", 'Anna said: "The port is ours.', 'Sail home."', "Ships left."), "en")
    assert [before.needs(place) for place in range(4)] == [[], [], [(1,)], []]
    first = Leaning(("»Havnen er vores ...", "Sejl hjem.«", "Anna gik."), "da")
    assert [first.needs(place) for place in range(2)] == [[(2,)], [(2,)]]
    beside = Leaning(("Anna spoke.", "»Havnen er vores.", "Sejl hjem.«", "Anna gik."), "da")
    assert [beside.needs(place) for place in range(4)] == [[], [(0, 3)], [(0, 3)], []]


def test_a_quotation_that_is_never_closed_is_none() -> None:
    texts = ('"The port is ours.', *("Ships leave Riga." for _ in range(9)), 'Anna said no."')
    assert not any(map(Leaning(texts, "en").needs, range(9)))


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "I sailed from Riga at ten."),
        ("fr", "D'après ce que je sais, le port ferme."),
        ("es", "El puerto es mi casa."),
        ("de", "Am Montag war ich im Hafen."),
        ("da", "Havnen er mit hjem."),
    ],
)
def test_what_somebody_says_of_himself_without_marks_needs_a_sentence_beside_it(lang: str, sentence: str) -> None:
    texts = ("Anna sailed.", "Berg slept.", "Riga is old.", sentence, "Ships left.", "Rain fell.")
    assert (2, 4) in Leaning(texts, lang).needs(3)
    assert (2, 4) not in Leaning((*texts[:2], sentence, *texts[2:]), lang).needs(4)


def test_an_article_that_speaks_of_itself_and_one_who_says_so_need_none() -> None:
    personal = ("I sailed from Riga.", "My ship sank.", "Rain fell.", "I swam to the pier.")
    assert not any(Leaning(personal, "en").needs(place) for place in range(4))
    assert not Leaning(("Anna sailed.", "Rain fell.", "Ships left.", "I swim, Anna said."), "en").needs(3)


@pytest.mark.parametrize(
    "lang", ["ar", "da", "de", "en", "es", "fr", "hi", "it", "ja", "nl", "no", "pt", "sv", "vi", "zh"]
)
@pytest.mark.parametrize("piece", ["a", "a ", "“", "ال", "の、", "chị Lan ", "The ban "])
def test_a_sentence_without_an_end_takes_no_more_than_its_length(lang: str, piece: str) -> None:
    def looked_at(text: str) -> None:
        Leaning(["Rain fell.", text], lang).needs(1)

    looked_at(piece)  # what is made once
    assert growth_of(looked_at, lambda pieces: piece * pieces, 12_000) < QUADRATIC
