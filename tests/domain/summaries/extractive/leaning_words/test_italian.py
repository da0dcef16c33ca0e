"""What leans in Italian, and what only looks as if it did."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

_BEFORE = ["Una tempesta ha distrutto un mulino a Trani.", "Non ci sono testimoni."]


@pytest.mark.parametrize(
    "sentence",
    [
        "La decisione ha sorpreso i commercianti.",
        "Il divieto entra in vigore il primo gennaio.",
        "Secondo i residenti, la sirena non ha suonato.",
        "Ha rifiutato un'offerta del club inglese ed è rimasto a Lecce.",
        "Dice di non voler più tornare in mare.",
        "I suoi avvocati hanno già annunciato ricorso.",
        "Il giorno prima, il governo aveva garantito che non ci sarebbero stati tagli.",
        "A quel punto la nave imbarcava già acqua.",
        "I due dormono all'aperto.",
        "Il secondo costa quasi il doppio.",
        "Alcuni di loro sono gravi all'ospedale di Siena.",
        "In Francia l'aliquota è molto più bassa.",
        "Un caso simile è avvenuto a Trieste nel 2017.",
        "L'ambasciatore russo è stato convocato dopo l'incidente.",
        "“Non abbiamo paura”, dice a braccia conserte sulla porta dell'officina.",
        "Per questo motivo la squadra ha cambiato tutto.",
        "Nel frattempo, a Torino è cominciato lo sgombero.",
        "Gli altri due, una coppia di Lodi, sono stati denunciati.",
        "Il 34enne era già noto alle forze dell'ordine.",
        "L'azienda, dal canto suo, promette di pagare.",
        "Si tratta del più grande investimento dal 1998.",
        "È stato condannato a nove anni per corruzione.",
    ],
)
def test_it_leans(sentence: str) -> None:
    assert Leaning([*_BEFORE, sentence], "it").needs(2)


@pytest.mark.parametrize(
    "sentence",
    [
        "Il presidente della Repubblica ha promulgato martedì la legge sul salario minimo.",
        "La polizia ha arrestato due sospettati della rapina a una banca di Bologna.",
        "È morto a 87 anni, a Roma, il fotografo Gianni Berengo Gardin.",
        "È cominciato lunedì il processo ai dodici imputati di Catania.",
        "Sono state arrestate a Bari tre persone per traffico di droga.",
        "Secondo l'Istat, l'inflazione è scesa al 2,1 per cento in maggio.",
        "Molti italiani passano le vacanze in Grecia perché i prezzi in Sardegna sono saliti.",
        "Dopo tre anni di lavori, la linea C della metropolitana apre a ottobre.",
        "Prima dell'inizio della stagione, la Juventus ha comprato quattro giocatori argentini.",
        "La seconda banca del Mozambico ha annunciato utili per 80 milioni.",
        "La terza edizione del festival di Spoleto si tiene dal 4 al 12 agosto.",
        "Questa settimana il Senato vota la riforma della giustizia.",
        "Quest'anno sono nati in Abruzzo più di ottanta orsi.",
        "Negli ultimi mesi l'Ucraina ha intensificato gli attacchi con droni.",
        "Il ministro della Salute, Orazio Schillaci, ha annunciato l'acquisto di vaccini.",
        "Quando Francesco Totti esordì in serie A, lui aveva sedici anni.",
        "“Ricostruiremo la scuola entro settembre”, ha promesso la sindaca di Genova, Silvia Salis.",
        "Un uomo di 45 anni è stato trovato morto su una spiaggia di Rimini.",
        "Due anni dopo il crollo del ponte Morandi, metà delle case è ancora da ricostruire.",
        "È necessario investire di più nella formazione, sostiene un rapporto dell'Ocse.",
        "L'accordo tra l'Unione europea e il Mercosur è stato firmato a Montevideo.",
        "I due maggiori partiti italiani respingono la proposta della Lega.",
        "Ha vinto il Milan per 3-1 a San Siro, con due gol di Pulisic.",
        "Lo scrittore torinese Paolo Giordano pubblica a marzo un romanzo.",
        "Dal 2010 il numero dei medici in Albania è raddoppiato.",
        "Il caso Orlandi torna in Parlamento la prossima settimana.",
    ],
)
def test_it_stands(sentence: str) -> None:
    assert not Leaning([*_BEFORE, sentence], "it").needs(2)


def test_a_noun_needs_the_sentence_that_introduces_it() -> None:
    texts = ["Un incidente ha chiuso il ponte di Pavia.", "Pioveva.", "L'incidente è costato molto."]
    assert Leaning(texts, "it").needs(2) == [(0,)]


@pytest.mark.parametrize(
    "answer", ["Con i soldi dei contribuenti, ammette il ministro.", "Un misto di fortuna e fede."]
)
def test_an_answer_leans_on_its_question(answer: str) -> None:
    question = "Come è stato possibile salvare la scuola di Ostuni dalla chiusura?"
    assert Leaning(["Una scuola ha riaperto.", question, answer], "it").needs(2)
