"""Stories as lists and commands ask for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from newstui.services.desk import Desk
from tests.services.stories.test_grouping import come

Write = Callable[..., Path]
Open = Callable[[], Desk]


def test_a_list_has_one_line_for_a_story_unless_the_reader_wants_none(write: Write, desk: Open) -> None:
    opened = desk()
    come(write, opened, "wire", "post", "copy", "other")
    list(opened.stories.group())
    listing = opened.articles.listing()
    shown = opened.stories.folded(listing, "", folding="newest", flat=())
    assert (len(shown), shown.number) == (2, 4)
    assert len(opened.stories.folded(listing, "", folding="copies", flat=())) == 3
    assert opened.stories.folded(listing, "", folding="off", flat=()) == listing
    assert opened.stories.folded(listing, "tag:x", folding="newest", flat=["tag:x"]) == listing
    opened.articles.store_listing("front", shown)
    assert opened.articles.stored_listing("front") == shown


def test_company_names_story_and_copies(write: Write, desk: Open) -> None:
    opened = desk()
    come(write, opened, "wire", "post", "copy", "other")
    list(opened.stories.group())
    company = opened.stories.company_of(["copy", "post", "other"])
    assert company.keys() == {"copy", "post"}
    assert company["copy"].copies == [("wire", "wire")]
    assert company["post"].copies == []
    assert {each.number for each in company.values()} == {3}
