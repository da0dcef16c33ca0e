"""Related articles: rare words find them, near ones come first, and no story comes twice."""

from __future__ import annotations

from newstui.domain.stories.related import Match, in_order, rarest, telling_words

_DAY = 86_400


def test_words_of_the_title_count_more_and_small_words_not_at_all() -> None:
    words = dict(telling_words("Ferry strike", "The ferry of Ostby is on strike, as all of it."))
    assert words["ferry"] == words["strike"] > words["ostby"]
    assert "of" not in words
    assert "灯台" in dict(telling_words("", "灯台の鐘"))


def test_the_rarest_words_that_others_have_are_asked_for() -> None:
    words = [("ferry", 3), ("the", 9), ("ostby", 1), ("alone", 5), ("harbour", 1)]
    assert rarest(words, {"ferry": 2, "ostby": 1, "harbour": 49}, 1000) == [
        "ferry", "ostby", "harbour",
    ]  # fmt: skip


def test_near_ones_come_first_far_ones_not_and_of_a_story_one() -> None:
    matches = [Match(1, 10.0, 0), Match(2, 6.0, 400 * _DAY), Match(3, 5.5, _DAY), Match(4, 5.4, _DAY), Match(5, 1.0, 0),
               Match(6, 9.0, 0)]  # fmt: skip
    best = in_order(matches, 1, {1: 1, 6: 1, 3: 3, 4: 3}, 5)
    assert [match.row for match in best] == [3, 2]
    assert all(0 < match.score <= 1 for match in best)
    assert in_order(matches, 99, {}, 5) == []
