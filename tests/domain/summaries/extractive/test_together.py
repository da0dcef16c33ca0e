"""The choice of sentences that serve best together: they cover the article, and lean on nothing that is not there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.summaries.extractive.leaning import Leaning
from newstui.domain.summaries.extractive.term_index import TermIndex, Unit, index_terms
from newstui.domain.summaries.extractive.terms import Rarity
from newstui.domain.summaries.extractive.together import Coverage, best_together


def said(*texts: str, title: str = "") -> tuple[TermIndex, Leaning]:
    """Returns the terms of the sentences, and what they lean on."""
    units = [Unit(text, number) for number, text in enumerate(texts)]
    return index_terms(units, title, Rarity("xx", {})), Leaning(texts, "en")


def leaning_at(size: int, *places: int) -> tuple[TermIndex, Leaning]:
    """Sentences that have no word in common, of which those at the places open with a pronoun."""
    words = [[f"{chr(97 + i)}{chr(97 + k)}rt" for k in range(20)] for i in range(size)]
    return said(*(f"{'He' if i in places else 'Anna'} {' '.join(each)}." for i, each in enumerate(words)))


def test_a_leaning_sentence_brings_the_one_before_it() -> None:
    assert set(best_together([(3, 3.0), (0, 0.6), (2, 0.5), (1, 0.4)], *leaning_at(4, 3), 2)) == {2, 3}


def test_a_chain_is_brought_whole() -> None:
    assert set(best_together([(3, 4.0), (2, 1.5), (1, 1.4), (0, 0.6)], *leaning_at(4, 2, 3), 3)) == {1, 2, 3}


def test_a_leaning_sentence_is_dropped_where_the_one_before_it_says_little() -> None:
    assert set(best_together([(3, 2.0), (0, 1.9), (1, 1.8), (2, -5.0)], *leaning_at(4, 3), 2)) == {0, 1}


def test_a_leaning_sentence_stays_where_no_other_says_as_much() -> None:
    assert set(best_together([(3, 1.5), (0, 1.0)], *leaning_at(4, 3), 1)) == {0}
    assert set(best_together([(3, 5.0), (0, 1.0)], *leaning_at(4, 3), 1)) == {3}


def test_of_sentences_that_score_alike_those_are_chosen_that_follow_each_other() -> None:
    assert set(best_together([(0, 2.0), (3, 1.0), (1, 0.9)], *leaning_at(4), 2)) == {0, 1}
    assert set(best_together([(0, 2.0), (3, 1.0), (1, 0.5)], *leaning_at(4), 2)) == {0, 3}


def test_a_question_gives_way_to_a_sentence_that_tells() -> None:
    assert set(best_together([(1, 1.2), (0, 1.0)], *said("Anna left.", "Did Anna leave?"), 1)) == {0}


def test_a_question_may_stand_before_what_follows_it() -> None:
    texts = ("Who closed the pier?", "Anna closed the pier.", "Ships left Riga.")
    assert set(best_together([(1, 1.0), (0, 0.9), (2, 0.5)], *said(*texts), 2)) == {0, 1}


def test_of_sentences_that_score_alike_those_are_chosen_that_cover_the_title_together() -> None:
    index, leaning = said(
        "Storms closed the harbour.",
        "Storms closed it early.",
        "Ferries wait in Oslo.",
        title="Harbour storms: ferries",
    )
    assert set(best_together([(0, 1.0), (1, 1.0), (2, 0.9)], index, leaning, 2)) == {0, 2}


def test_of_sentences_that_score_alike_those_are_chosen_that_cover_what_the_article_is_about() -> None:
    index, leaning = said("Cod spawn early.", "Cod spawn now.", "Nets tear.", "Cod spawn; nets tear.", "Nets tear.")
    assert set(best_together([(0, 1.5), (1, 1.0), (2, 1.5)], index, leaning, 2)) == {0, 2}


def test_the_lead_goes_on_where_the_event_is_told_first() -> None:
    ranked = [(0, 2.0), (1, 1.5), (2, 1.0), (4, 0.9), (3, 0.2)]
    assert best_together(ranked, *leaning_at(5), 4)[3] == 4
    assert best_together(ranked, *leaning_at(5), 4, lead=4)[3] == 3
    assert best_together(ranked, *leaning_at(5), 4, lead=5)[3] == 4


def test_coverage_is_a_share() -> None:
    index, _ = said("Cod spawn early.", "Nets tear.", title="Cod, nets")
    assert Coverage(index).shares([]) == (0.0, 0.0)
    assert Coverage(index).shares([0])[1] == 0.5
    main, title = Coverage(index).shares([0, 1])
    assert (round(main, 9), round(title, 9)) == (1.0, 1.0)


@given(
    st.lists(st.floats(-3, 3), min_size=1, max_size=9).map(lambda scores: list(enumerate(scores))),
    st.sets(st.integers(1, 8)),
    st.integers(1, 6),
)
def test_as_many_sentences_as_asked_for_are_chosen_none_twice_and_a_longer_summary_holds_the_shorter(
    scored: list[tuple[int, float]], dependent: set[int], wanted: int
) -> None:
    ranked = sorted(scored, key=lambda each: -each[1])
    taken = best_together(ranked, *leaning_at(9, *dependent), wanted)
    assert len(taken) == len(set(taken)) == min(wanted, len(scored))
    assert best_together(ranked, *leaning_at(9, *dependent), wanted + 1)[: len(taken)] == taken
