"""What fits into some minutes fills them with what is most worth it, and knows what is left of an article."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.reading.fitting import Waiting, fitting, minutes_left

PLAIN = Waiting(1, 1000, 0.0, is_read=False, is_bookmarked=False, days=9.0, story=1, read_share=0.0)


def waiting(row: int, minutes: int, **more: Any) -> Waiting:
    return PLAIN._replace(row=row, words=100 * minutes, story=row, **more)


def test_minutes_are_those_of_what_is_left() -> None:
    assert minutes_left(1000, 0.0, 200) == 5
    assert minutes_left(1000, 0.75, 200) == 1
    assert minutes_left(0, 0.0, 200) == 1


def test_bookmarked_begun_and_liked_sources_come_first_and_the_rest_fills_the_time() -> None:
    plain, bookmarked = waiting(1, 5), waiting(2, 5, is_bookmarked=True)
    begun = waiting(3, 20, position=0.75, is_read=True)
    liked, short = waiting(4, 5, read_share=0.9), waiting(5, 3)
    assert set(fitting([plain, bookmarked, begun, liked, short], 15, 100)) == {2, 3, 4}
    assert set(fitting([plain, bookmarked, begun, liked, short], 18, 100)) == {2, 3, 4, 5}
    assert fitting([waiting(1, 30)], 10, 100) == []


def test_what_was_read_to_the_end_is_left_out_and_of_a_story_there_is_one() -> None:
    done = waiting(1, 10, position=0.8, is_read=True)
    first, second = waiting(2, 2), waiting(3, 2, read_share=0.5)._replace(story=2)
    assert fitting([done, first, second], 30, 100) == [3]


ARTICLES = st.lists(st.tuples(st.integers(0, 4000), st.floats(0, 1), st.booleans(), st.floats(0, 1)), max_size=12)


@given(ARTICLES, st.integers(1, 60))
def test_it_never_takes_longer(articles: list[tuple[int, float, bool, float]], minutes: int) -> None:
    items = {
        row: Waiting(row, words, position, False, marked, 1.0, row, share)
        for row, (words, position, marked, share) in enumerate(articles)
    }
    rows = fitting(items.values(), minutes, 200)
    assert len(rows) == len(set(rows))
    assert sum(minutes_left(items[row].words, items[row].position, 200) for row in rows) <= minutes
