"""Highlights: words are searched for a part of the text at a time."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from newstui.render.layout import Layout
from newstui.render.page import Page
from newstui.ui.reader.highlights import Highlights

if TYPE_CHECKING:
    from newstui.ui.widgets.article_view import ArticleView

LONG = "\n\n".join(f"The keeper of lock {number} saw a heron." for number in range(2_000))
_TIME = 600.0


class View:
    """As much of a view as highlights need."""

    top = 0
    shown = -1

    def highlight(self, highlights: object, line: int = 0) -> None:
        """Draws nothing."""

    size = SimpleNamespace(height=0)

    @property
    def scroll_offset(self) -> SimpleNamespace:
        return SimpleNamespace(y=self.top)

    def scroll_to(self, *, y: int, **_: object) -> None:
        self.shown = y


@pytest.fixture
def page() -> Page:
    layout = Layout(LONG, 60)
    layout.extend()
    return Page([], layout, [])


def finish(page: Page) -> None:
    assert isinstance(page.body, Layout)
    while not page.body.is_whole:
        page.body.extend()


def test_a_match_that_is_not_set_yet_is_gone_to_when_it_is(page: Page) -> None:
    view = View()
    highlights = Highlights(cast("ArticleView", view))
    highlights.show_words(page, "lock 1900", _TIME)
    highlights.go_to_next()
    assert (len(highlights.matches), view.shown) == (0, -1)
    finish(page)
    assert not highlights.search(_TIME)
    assert "lock 1900" in page[view.shown].text
    assert highlights.step(1) == "1 of 1"


def test_words_that_stand_only_above_the_view_are_gone_to_at_the_end_of_the_search(page: Page) -> None:
    view = View()
    view.top = 100
    highlights = Highlights(cast("ArticleView", view))
    highlights.show_words(page, "lock 3 saw", _TIME)
    highlights.go_to_next()
    assert view.shown == -1
    finish(page)
    highlights.search(_TIME)
    assert view.shown == -1
    highlights.end_search()
    assert "lock 3 saw" in page[view.shown].text


def test_the_same_words_on_the_same_text_are_not_searched_for_again(page: Page) -> None:
    finish(page)
    highlights = Highlights(cast("ArticleView", View()))
    highlights.show_words(page, "heron", _TIME)
    matches = highlights.matches
    highlights.show_words(Page([], page.body, []), "heron", _TIME)
    assert highlights.matches is matches
    assert len(matches) == 2_000
    highlights.clear()
    assert highlights.step(1) == ""
