"""A highlight is found again in a text that changed, and never at a wrong place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.highlights.highlight import Highlight
from newstui.domain.highlights.locate import Words
from tests import REPOSITORY
from tests.domain.highlights.edits import Case, cases, cases_of_sentences, highlighted

if TYPE_CHECKING:
    from collections.abc import Callable

FERRY = (
    "The last ferry left at nine. Nobody waved. The captain had kept the timetable in a drawer for thirty years, "
    "and on that evening he gave it to the museum. Nobody waved. The bridge opened in the morning."
)


def found(highlight: Highlight, text: str) -> str | None:
    place = Words(text).find(highlight)
    return None if place is None else text[slice(*place)]


def of(quote: str, text: str = FERRY) -> Highlight:
    return highlighted(text, text.index(quote), text.index(quote) + len(quote))


def test_a_sentence_is_found_behind_one_that_was_added() -> None:
    quote = "kept the timetable in a drawer"
    assert found(of(quote), f"A correction was made. {FERRY}") == quote


def test_words_that_were_changed_within_and_around_do_no_harm() -> None:
    highlight = of("The captain had kept the timetable in a drawer for thirty years")
    text = FERRY.replace("Nobody waved. The captain had", "No one waved. Its captain had").replace("thirty", "40")
    assert found(highlight, text) == "Its captain had kept the timetable in a drawer for 40 years"


def test_of_two_equal_sentences_the_one_that_was_meant_is_found() -> None:
    second = FERRY.rindex("Nobody waved")
    place = Words(f"Again. {FERRY}").find(highlighted(FERRY, second, second + len("Nobody waved")))
    assert place == (second + 7, second + 7 + len("Nobody waved"))
    verse = "row on, row on. " * 8
    place = Words(verse).find(highlighted(verse, 64, 78))
    assert place == (64, 78)


@pytest.mark.parametrize(
    "text",
    [
        FERRY.replace(" Nobody waved.", ""),
        "Nobody waved at the airport either.",
        "Nothing of it is left here, not one word of the old story about boats and water.",
        "",
    ],
)
def test_rather_no_place_than_a_wrong_one(text: str) -> None:
    assert found(of("Nobody waved"), text) is None


def test_scripts_without_spaces_and_words_broken_elsewhere_are_found() -> None:
    text = "最終フェリーは九時に出た。誰も手を振らなかった。橋は翌朝に開通した。"
    assert found(of("誰も手を振らなかった", text), f"訂正があった。{text}") == "誰も手を振らなかった"
    assert found(of("kept the timetable in a drawer"), FERRY.replace("timetable", "time-\ntable")) == (
        "kept the time-\ntable in a drawer"
    )
    assert found(Highlight("h", "…"), FERRY) is None


@given(st.text(max_size=40), st.text(max_size=10), st.text(max_size=10))
def test_no_text_makes_it_fail(text: str, quote: str, around: str) -> None:
    place = Words(text).find(Highlight("h", quote, around, around))
    assert place is None or 0 <= place[0] < place[1] <= len(text)


def is_right(case: Case, place: tuple[int, int] | None) -> bool:
    """Returns True for the passage itself, give or take a word at its edges where that was changed."""
    if place is None or case.place is None:
        return place is case.place is None
    most = max(15, (case.place[1] - case.place[0]) // 5)
    return all(abs(found - wanted) <= most for found, wanted in zip(place, case.place, strict=True))


@pytest.mark.parametrize("edited", [cases, cases_of_sentences])
def test_of_five_hundred_in_edited_articles_nearly_all_are_found_and_none_at_a_wrong_place(
    edited: Callable[[list[str], int], list[Case]],
) -> None:
    files = sorted((REPOSITORY / "articles").glob("*.md"))
    texts = [" ".join(path.read_text().partition("\n---\n")[2].split()) for path in files]
    outcomes = Counter[str]()
    wrong = []
    for case in edited(texts, 500):
        place = Words(case.text).find(case.highlight)
        outcome = "right" if is_right(case, place) else "lost" if place is None else "wrong"
        outcomes[outcome] += 1
        if outcome == "wrong":
            wrong.append((case.edit, case.highlight.quote, case.text[slice(*(place or (0, 0)))]))
    assert wrong == []
    assert outcomes["right"] >= 475
