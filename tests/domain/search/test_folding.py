"""Folding: articles that belong together are one line, and none is lost."""

from __future__ import annotations

from array import array
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.search.folding import (
    Folding,
    Grouped,
    OfLoudFeed,
    capped,
    folded,
    index_of,
    line_of,
    refolded,
    unfolded,
    unfolded_as,
    without_articles,
)
from newstui.domain.search.listing import Fold, Listing, arrays_of, by_day, listing_of_arrays

GROUPS = {1: Grouped(1, 1, 50), 2: Grouped(1, 1, 90), 3: Grouped(1, 3, 70), 5: Grouped(5, 5, 10)}


def listing_of(*rows: int, days: int = 1) -> Listing:
    moments = [int((date(2024, 5, 9) - timedelta(days=at % days)).strftime("%s")) for at in range(len(rows))]
    return by_day(array("q", rows), array("q", sorted(moments, reverse=True)))


def lines(listing: Listing, folding: Folding) -> list[int]:
    return list(folded(listing, GROUPS, folding).rows)


def test_the_fullest_copy_stands_for_a_text_and_the_newest_for_a_story() -> None:
    listing = listing_of(1, 4, 2, 3, 5)
    shown = folded(listing, GROUPS, "newest")
    assert list(shown.rows) == [4, 2, 5]
    assert shown.folds == {2: Fold((1,), (3,))}
    assert lines(listing_of(3, 1, 2), "newest") == [3]
    assert lines(listing_of(3, 1, 2), "fullest") == [2]
    assert lines(listing, "copies") == [4, 2, 3, 5]
    assert folded(listing, GROUPS, "off") is listing
    assert folded(listing, {}, "newest") is listing


def test_what_is_alone_in_a_list_is_not_folded() -> None:
    assert lines(listing_of(3, 4, 5), "newest") == [3, 4, 5]


def test_a_line_is_unfolded_in_its_place_and_folded_again() -> None:
    shown = folded(listing_of(4, 2, 1, 3, 5, days=2), GROUPS, "newest")
    opened = unfolded(shown, 2)
    assert list(opened.rows) == [4, 2, 1, 3, 5]
    assert opened.is_below(3)
    assert not opened.is_below(2)
    assert unfolded(opened, 2) == opened
    assert refolded(opened, 2) == shown
    assert refolded(shown, 2) is shown
    assert unfolded(shown, 4) is shown
    assert (line_of(shown, 3), line_of(shown, 4)) == (2, 4)


def test_what_was_unfolded_stays_so_in_a_newer_list_whatever_stands_for_it_now() -> None:
    opened = unfolded(folded(listing_of(4, 2, 1, 3, 5), GROUPS, "newest"), 2)
    newer = folded(listing_of(5, 1, 3, 2), {**GROUPS, 5: Grouped(1, 5, 10)}, "newest")
    assert list(newer.rows) == [5]
    assert list(unfolded_as(newer, opened).rows) == [5, 1, 3, 2]
    assert unfolded_as(newer, newer) is newer
    alone = listing_of(3, 4)
    assert unfolded_as(alone, opened) is alone


def test_an_article_below_an_unfolded_line_has_its_own_place() -> None:
    shown = folded(listing_of(4, 2, 1, 3, 5), GROUPS, "newest")
    assert [index_of(shown, row) for row in (4, 2, 3, 5, 9)] == [0, 1, 1, 2, None]
    assert [index_of(unfolded(shown, 2), row) for row in (2, 3, 5)] == [1, 3, 4]


def test_a_line_that_goes_leaves_what_stood_below_it() -> None:
    opened = unfolded(folded(listing_of(4, 2, 1, 3, 5), GROUPS, "newest"), 2)
    left = without_articles(opened, {2})
    assert (list(left.rows), left.folds, left.unfolded) == ([4, 1, 3, 5], {}, frozenset())
    fewer = without_articles(opened, {1})
    assert (list(fewer.rows), list(refolded(fewer, 2).rows)) == ([4, 2, 3, 5], [4, 2, 5])
    alone = without_articles(opened, {1, 3})
    assert (list(alone.rows), alone.folds, alone.unfolded) == ([4, 2, 5], {}, frozenset())


def test_of_a_loud_feed_the_best_lines_of_a_day_stay_and_the_rest_is_under_the_last_of_them() -> None:
    shown = folded(listing_of(1, 4, 2, 3, 5, 6), GROUPS, "newest")
    loud = {row: OfLoudFeed("f", row > 5, (row != 4, row)) for row in (4, 2, 5, 6)}
    few = capped(shown, loud, {"f": 1})
    assert list(few.rows) == [5, 6]
    assert few.folds == {5: Fold(rest=(4, 2, 1, 3))}
    assert list(capped(shown, loud, {"f": 2}).rows) == [2, 5, 6]
    assert capped(shown, loud, {"f": 2}).folds == {2: Fold((1,), (3,)), 5: Fold(rest=(4,))}
    assert capped(shown, loud, {"f": 3}) is shown
    assert listing_of_arrays(arrays_of(few)) == few
    assert sorted(unfolded(few, 5).rows) == [1, 2, 3, 4, 5, 6]


@given(st.permutations(range(1, 7)), st.sampled_from(["newest", "fullest", "copies", "off"]), st.integers(1, 4))
def test_no_article_is_lost_and_days_stay_in_order(rows: list[int], folding: Folding, days: int) -> None:
    listing = listing_of(*rows, days=days)
    shown = folded(listing, GROUPS, folding)
    for opened in (shown, *(unfolded(shown, row) for row in shown.folds)):
        assert sorted(opened.all_rows) == sorted(rows)
        assert opened.number == len(rows)
        assert sorted(opened.with_folded(opened.rows)) == sorted(rows)
        assert list(opened.starts) == sorted(set(opened.starts))
        assert all(start < len(opened) for start in opened.starts)
        assert listing_of_arrays(arrays_of(opened)).all_rows == arrays_of(opened)[0] + shown.all_rows[len(shown) :]
    assert listing_of_arrays(arrays_of(shown)) == shown
