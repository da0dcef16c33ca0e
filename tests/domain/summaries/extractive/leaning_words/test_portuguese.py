"""What leans in Portuguese, and what only looks as if it did."""

from __future__ import annotations

import pytest

from newstui.domain.summaries.extractive.leaning import Leaning

_BEFORE = ["Um incêndio destruiu uma loja em Évora.", "Ninguém ficou ferido."]


@pytest.mark.parametrize(
    "sentence",
    [
        "A proibição entra em vigor no dia 1 de janeiro.",
        "O jogador de 24 anos já tinha falhado o Mundial por lesão.",
        "Segundo os moradores, a sirene não tocou.",
        "Recusou a oferta de um clube inglês e ficou em Setúbal.",
        "Disse que nunca mais volta ao mar.",
        "Nunca escondeu a admiração pelo antigo chefe de Estado.",
        "Os seus advogados já anunciaram que vão recorrer.",
        "Um dia antes, o Parlamento tinha garantido que não haveria cortes.",
        "Nessa altura, já o navio estava a meter água.",
        "Já a oposição fala em traição.",
        "Os dois dormem ao relento.",
        "O segundo custa quase o dobro.",
        "Alguns deles estão em estado grave em Santarém.",
        "No Brasil, a taxa é bem mais baixa.",
        "Um caso parecido aconteceu em Viana do Castelo.",
        "O embaixador russo foi chamado por causa do incidente.",
        "Em Espanha, a mesma operação custa metade.",
        "“Não temos medo”, diz, de braços cruzados, à porta da oficina.",
    ],
)
def test_it_leans(sentence: str) -> None:
    assert Leaning([*_BEFORE, sentence], "pt").needs(2)


@pytest.mark.parametrize(
    "sentence",
    [
        "Este ano nasceram em Portugal mais de 80 linces.",
        "Nas últimas semanas, a Ucrânia atacou duas refinarias.",
        "Morreu aos 87 anos, em Lisboa, o fotógrafo Eduardo Gageiro.",
        "Foram detidas em Faro três pessoas por suspeita de fraude.",
        "Viseu recebe no sábado a final da Taça.",
        "Moscou rejeitou a proposta apresentada por Washington.",
        "Depois de três anos de obras, a linha circular abre em outubro.",
        "Desde que o Palmeiras contratou Abel Ferreira, chegaram vinte treinadores portugueses.",
        "O segundo maior banco de Moçambique anunciou lucros.",
        "Os dois maiores partidos portugueses rejeitam uma aliança.",
        "O preço do azeite subiu muito mais do que o da gasolina.",
        "O escritor angolano José Eduardo Agualusa publica um romance em março.",
        "O acordo entre a União Europeia e o Mercosul foi assinado em Montevidéu.",
        "“Vamos reconstruir a escola”, prometeu a presidente da Câmara de Tomar, Anabela Freitas.",
    ],
)
def test_it_stands(sentence: str) -> None:
    assert not Leaning([*_BEFORE, sentence], "pt").needs(2)


def test_a_noun_needs_the_sentence_that_introduces_it() -> None:
    texts = ["Um acidente parou a ponte de Vila Franca.", "Chovia.", "O acidente ocorreu de madrugada."]
    assert Leaning(texts, "pt").needs(2) == [(0,)]


@pytest.mark.parametrize(
    "answer", ["Com o dinheiro dos contribuintes, admite o secretário.", "Uma mistura de sorte e fé."]
)
def test_an_answer_leans_on_its_question(answer: str) -> None:
    question = "Como foi possível salvar a escola de Alcoutim do encerramento?"
    assert Leaning(["Uma escola abriu.", question, answer], "pt").needs(2)
    assert not Leaning(["Uma escola abriu.", question, "A Câmara de Faro comprou o edifício ao Estado."], "pt").needs(2)
