"""The window finds articles by what they are about, and knows what is rare."""

from __future__ import annotations

import pytest

from newstui.domain.stories.window import Item, Window
from tests.domain.stories.texts import FIRE, OTHER_FIRE, SAME_FIRE, SAME_PEOPLE, features


@pytest.fixture
def window() -> Window:
    made = Window()
    for row, text in enumerate((FIRE, SAME_FIRE, OTHER_FIRE, SAME_PEOPLE), 1):
        item = Item(row, row * 3600, features(*text))
        made.count(item.features.terms)
        made.add(item)
    return made


def test_the_report_of_the_same_event_is_nearest(window: Window) -> None:
    near = dict(window.near(window.items[1], 0.05))
    assert 1 not in near
    likeness = {row: window.likeness(window.items[1], window.items[row]) for row in (2, 3, 4)}
    assert (likeness[2].names or 0) > (likeness[3].names or 0)
    assert likeness[2].lead > likeness[4].lead
    assert (likeness[2].figures, likeness[3].figures) == (1.0, 0.0)
    assert likeness[2].hours == 1


@pytest.mark.parametrize(
    ("one", "other", "differ"), [("7 June", "June 7th", False), ("7 June", "9 June", True), ("7 June", "Monday", False)]
)
def test_reports_that_name_other_days_differ(one: str, other: str, differ: bool) -> None:
    items = [Item(row, 0, features("", f"The bridge fell on {day}.")) for row, day in enumerate((one, other))]
    assert Window().likeness(*items).has_other_days is differ


def test_a_few_copies_make_no_word_of_a_small_library_common(window: Window) -> None:
    before = window.likeness(window.items[1], window.items[2]).told
    window.count(window.items[1].features.terms)
    after = window.likeness(window.items[1], window.items[2]).told
    assert 0.7 * before < after < before


def test_an_article_that_was_removed_is_not_found(window: Window) -> None:
    window.remove(2)
    window.remove(2)
    assert 2 not in dict(window.near(window.items[1], 0.0))


def test_a_term_that_many_articles_have_weighs_less(window: Window) -> None:
    again = Item(9, 0, window.items[4].features)
    term = next(iter(again.features.names))
    before = window.vector(again)[term]
    for _ in range(50):
        window.count([term])
    assert window.vector(again)[term] < before


def reports_of_one_event() -> tuple[Window, list[Item]]:
    """Returns six reports of an event, and a window that has counted them and a thousand others, and holds none."""
    window = Window()
    items = [Item(row, row * 3600, features(*(FIRE, SAME_FIRE)[row % 2])) for row in range(6)]
    for terms in [[1]] * 1_000 + [list(item.features.terms) for item in items]:
        window.count(terms)
    return window, items


def test_later_reports_of_an_event_make_its_terms_no_less_rare() -> None:
    rarest = []
    for is_known in (False, True):
        window, items = reports_of_one_event()
        for item in items if is_known else ():
            window.expect(item)
        for item in items[:2]:
            window.add(item)
        rarest.append(window.signs(*items[:2]).rarest)
    assert rarest[0] + 1 < rarest[1]


def test_an_article_that_was_removed_is_no_longer_of_the_days_around() -> None:
    rarest = []
    for is_removed in (False, True):
        window, items = reports_of_one_event()
        for item in items:
            window.add(item)
        for item in items[2:] if is_removed else ():
            window.remove(item.row)
        rarest.append(window.signs(*items[:2]).rarest)
    assert rarest[1] + 1 < rarest[0]


def test_names_that_only_one_begins_with_are_told_by_how_rare_they_are(window: Window) -> None:
    assert window.signs(window.items[1], window.items[1]).lacking == 0
    same, other = (window.signs(window.items[1], window.items[row]) for row in (2, 3))
    assert same.lacking < other.lacking
    assert window.signs(window.items[3], window.items[1]).lacking == other.lacking


def test_terms_of_a_title_count_where_the_other_tells_them(window: Window) -> None:
    untitled = Item(9, 3600, window.items[1].features._replace(headline=frozenset()))
    assert window.signs(untitled, window.items[2]).title <= window.signs(window.items[1], window.items[2]).title
    bare = Item(8, 3600, window.items[2].features._replace(headline=frozenset()))
    assert window.signs(untitled, bare).title == 0
