"""Chooses sentences of a live blog or an interview. One rule: a reader learns first what it is about, and who speaks.

A live blog is told by its key events, or by its introduction and its newest entries; an interview by its introduction
and by answers that name their speaker. A question stands for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.domain.summaries.article_shapes import run_forward

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newstui.domain.summaries.prose import Sentence


def is_shaped(sentences: Sequence[Sentence]) -> bool:
    """Returns True for the sentences of a live blog or an interview."""
    return any(each.part for each in sentences)


def shaped_choice(every: Sequence[Sentence], ranked: Sequence[Sentence], count: int) -> list[Sentence]:
    """Returns at most so many of the sentences, in their order. `ranked`: those that may be chosen, the best first."""
    turns = [each.number for each in ranked if each.part]
    opening = [each for each in ranked if each.part is None and each.number < min(turns)]
    if any(each.part in ("event", "entry") for each in ranked):
        chosen = _of_live_blog(every, ranked, opening, count)
    else:
        chosen = _of_interview(ranked, opening, count)
    rest = [each for each in ranked if each not in chosen]
    return sorted([*chosen, *rest][:count], key=lambda each: each.number)


def _of_live_blog(
    every: Sequence[Sentence], ranked: Sequence[Sentence], opening: list[Sentence], count: int
) -> list[Sentence]:
    events = [each for each in ranked if each.part == "event" and each.opens]
    if len(events) > 1:
        return [*events, *opening][:count]
    forward = run_forward(each.text for each in every if each.opens)
    entries = sorted(
        (each for each in ranked if each.part == "entry" and each.opens), key=lambda each: each.number, reverse=forward
    )
    return [*opening[:1], *entries][:count]


def _of_interview(ranked: Sequence[Sentence], opening: list[Sentence], count: int) -> list[Sentence]:
    named = [each for each in ranked if each.part == "named answer" and each.opens]
    answers = named[: max(1, count - 1)] if not opening else named[: count - max(1, count - 1)]
    about = opening[: count - len(answers)]
    more = [each for each in named if each not in answers]
    return [*about, *answers, *opening[len(about) :], *more][:count]
