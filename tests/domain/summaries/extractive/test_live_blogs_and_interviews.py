"""The choice among sentences of a live blog or an interview: what it is about first, then its newest or best parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.summaries.extractive.live_blogs_and_interviews import is_shaped, shaped_choice
from newstui.domain.summaries.prose import Sentence

if TYPE_CHECKING:
    from newstui.domain.summaries.article_shapes import Part


def article(*parts: Part | None, texts: dict[int, str] | None = None) -> list[Sentence]:
    """Returns a sentence for each part, each the first one of its paragraph; None is the introduction."""
    texts = texts or {}
    return [
        Sentence(texts.get(number, f"Sentence {number}."), number, "paragraph", 20 * number, True, True, part)
        for number, part in enumerate(parts)
    ]


def numbers(sentences: list[Sentence]) -> list[int]:
    return [sentence.number for sentence in sentences]


def test_only_sentences_with_a_part_are_of_a_live_blog_or_an_interview() -> None:
    assert not is_shaped(article(None, None))
    assert is_shaped(article(None, "entry"))


def test_a_live_blog_is_its_first_sentence_and_its_newest_entries() -> None:
    times = {number: f"1{9 - number}:30 — Entry {number}." for number in range(1, 5)}
    newest_first = article(None, "entry", "entry", "entry", "entry", texts=times)
    assert numbers(shaped_choice(newest_first, newest_first[::-1], 3)) == [0, 1, 2]
    times = {number: f"1{number}:30 — Entry {number}." for number in range(1, 5)}
    oldest_first = article(None, "entry", "entry", "entry", "entry", texts=times)
    assert numbers(shaped_choice(oldest_first, oldest_first, 3)) == [0, 3, 4]


def test_the_key_events_of_a_live_blog_come_before_its_entries() -> None:
    sentences = article(None, "event", "event", "entry", "entry")
    assert numbers(shaped_choice(sentences, sentences[::-1], 2)) == [1, 2]
    assert numbers(shaped_choice(sentences, sentences[::-1], 3)) == [0, 1, 2]


def test_an_interview_is_its_introduction_and_one_answer_that_names_its_speaker() -> None:
    sentences = article(None, None, None, "answer", "named answer", "named answer")
    assert numbers(shaped_choice(sentences, sentences, 3)) == [0, 1, 4]


def test_an_interview_without_introduction_is_summarised_by_named_answers_first() -> None:
    sentences = article("answer", "answer", "named answer", "named answer")
    assert numbers(shaped_choice(sentences, sentences, 3)) == [0, 2, 3]


def test_never_more_than_asked_for_and_in_the_article_s_order() -> None:
    sentences = article(None, "answer", None, "named answer", "answer")
    for count in range(1, 7):
        chosen = numbers(shaped_choice(sentences, sentences[::-1], count))
        assert chosen == sorted(set(chosen))
        assert len(chosen) == min(count, len(sentences))
