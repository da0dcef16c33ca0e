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


def is_shaped(told: Sequence[Sentence]) -> bool:
    """Returns True for the sentences of a live blog or an interview."""
    return any(each.part for each in told)


def shaped_choice(every: Sequence[Sentence], ranked: Sequence[Sentence], wanted: int) -> list[Sentence]:
    """Returns at most so many of the sentences, in their order. `ranked`: those that may be chosen, the best first."""
    turns = [each.number for each in ranked if each.part]
    opening = [each for each in ranked if each.part is None and each.number < min(turns)]
    if any(each.part in ("event", "entry") for each in ranked):
        taken = _of_live_blog(every, ranked, opening, wanted)
    else:
        taken = _of_interview(ranked, opening, wanted)
    rest = [each for each in ranked if each not in taken]
    return sorted([*taken, *rest][:wanted], key=lambda each: each.number)


def _of_live_blog(
    every: Sequence[Sentence], ranked: Sequence[Sentence], opening: list[Sentence], wanted: int
) -> list[Sentence]:
    events = [each for each in ranked if each.part == "event" and each.opens]
    if len(events) > 1:
        return [*events, *opening][:wanted]
    forward = run_forward(each.text for each in every if each.opens)
    entries = sorted(
        (each for each in ranked if each.part == "entry" and each.opens), key=lambda each: each.number, reverse=forward
    )
    return [*opening[:1], *entries][:wanted]


def _of_interview(ranked: Sequence[Sentence], opening: list[Sentence], wanted: int) -> list[Sentence]:
    named = [each for each in ranked if each.part == "named answer" and each.opens]
    said = named[: max(1, wanted - 1)] if not opening else named[: wanted - max(1, wanted - 1)]
    about = opening[: wanted - len(said)]
    more = [each for each in named if each not in said]
    return [*about, *said, *opening[len(about) :], *more][:wanted]
