"""The `text` field of front matter is read and written in the same words."""

from __future__ import annotations

import pytest

from newstui.domain.articles.page_status import PageStatus
from newstui.formats.articles.page_status import format_page_status, parse_page_status

WORDS = {
    "": PageStatus(),
    "wanted": PageStatus("wanted"),
    "wanted 3": PageStatus("wanted", tries=3),
    "wanted again": PageStatus("wanted", is_update=True),
    "wanted again 12": PageStatus("wanted", is_update=True, tries=12),
    "unavailable": PageStatus("unavailable"),
}


@pytest.mark.parametrize(("text", "status"), WORDS.items())
def test_a_page_status_is_written_as_it_is_read(text: str, status: PageStatus) -> None:
    assert parse_page_status(text) == status
    assert format_page_status(status) == text


def test_a_text_that_is_not_a_page_status_means_a_complete_article() -> None:
    assert parse_page_status("42") == parse_page_status("no") == PageStatus()
    assert parse_page_status("wanted " + "9" * 5000) == PageStatus("wanted")
