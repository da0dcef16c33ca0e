"""The page status of an article: what follows from a request and from a failure."""

from __future__ import annotations

import pytest

from newstui.domain.articles.page_status import PageStatus

WANTED, UPDATE = PageStatus("wanted", tries=3), PageStatus("wanted", is_update=True, tries=3)
COMPLETE, UNAVAILABLE = PageStatus(), PageStatus("unavailable")


@pytest.mark.parametrize(
    ("status", "has_text"), [(COMPLETE, True), (UPDATE, True), (WANTED, False), (UNAVAILABLE, False)]
)
def test_an_article_has_a_text_when_it_is_complete_or_is_being_updated(status: PageStatus, has_text: bool) -> None:
    assert status.has_text is has_text
    assert status.is_complete is (status == COMPLETE)
    assert status.is_wanted is (status in (WANTED, UPDATE))


def test_a_new_request_starts_counting_again_and_remembers_that_there_is_a_text() -> None:
    assert WANTED.requested() == UNAVAILABLE.requested() == PageStatus("wanted")
    assert UPDATE.requested() == COMPLETE.requested() == PageStatus("wanted", is_update=True)


def test_a_page_that_never_comes_leaves_an_older_text_complete() -> None:
    assert UPDATE.after_failure() == PageStatus("wanted", is_update=True, tries=4)
    assert UPDATE.given_up() == COMPLETE
    assert WANTED.given_up() == UNAVAILABLE
