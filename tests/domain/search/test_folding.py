"""Folding: articles that belong together are one line, and none is lost."""

from __future__ import annotations

from array import array
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from newstui.domain.search.folding import Folding, Grouped, folded, line_of, refolded, unfolded
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
