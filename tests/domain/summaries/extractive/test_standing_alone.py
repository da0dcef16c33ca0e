"""How well a summary stands alone: by what its sentences take as known."""

from __future__ import annotations

from newstui.domain.summaries.extractive.leaning import Leaning
from newstui.domain.summaries.extractive.standing_alone import StandingAlone
from newstui.domain.summaries.extractive.term_index import Unit, index_terms
from newstui.domain.summaries.extractive.terms import Rarity

ARTICLE = (
    "The council of Riga has closed the northern port for a week after a fire in one of its stores.",
    "Berg, a crane driver, saw smoke above the grain and woke the watchmen who slept in their hut.",
    "Trains to the islands are crowded, and hotels near the station have no room left for travellers.",
    "Watchmen praised Berg, without whom the smoke above the grain had hardly been seen before morning.",
)


def cost(*choice: int, texts: tuple[str, ...] = ARTICLE, title: str = "") -> float:
    index = index_terms([Unit(text, number) for number, text in enumerate(texts)], title, Rarity("xx", {}))
    return StandingAlone(index, Leaning(texts, "en")).cost(choice)


def test_what_an_absent_sentence_brought_up_does_not_stand_alone() -> None:
    assert cost(0, 3) > cost(0, 2) + 0.1


def test_it_stands_beside_the_sentence_that_brought_it_up() -> None:
    assert cost(1, 3) - cost(1) < cost(0, 3) - cost(0)


def test_what_the_title_tells_is_known() -> None:
    assert cost(0, 3, title="Berg saw smoke above the grain before the watchmen") < cost(0, 3)


def test_a_sentence_without_its_predecessor_is_torn_out() -> None:
    assert cost(0, 1) - cost(0) < cost(0, 2) - cost(0)


def test_a_pronoun_or_a_question_costs_more_than_a_word_that_is_taken_as_known() -> None:
    def of(opening: str, end: str) -> float:
        return cost(
            0, 3, texts=(*ARTICLE[:3], f"{opening} praised a cook who fed all islanders during that winter{end}")
        )

    assert min(of("She", "."), of("Who", "?")) > of("Anna", ".") + 0.5


def test_the_order_of_a_choice_does_not_count() -> None:
    assert cost(3, 0, 2) == cost(0, 2, 3)


def test_a_brief_sentence_tells_less_of_what_it_speaks_of() -> None:
    brief = (*ARTICLE[:3], "Ships wait.")
    long = (*ARTICLE[:3], "Ships with timber from Finland and with cars from Spain wait outside in the roadstead.")
    assert cost(0, 3, texts=brief) > cost(0, 3, texts=long)
