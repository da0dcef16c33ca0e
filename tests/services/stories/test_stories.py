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


def test_copies_do_not_keep_related_articles_from_being_found(write: Write, desk: Open) -> None:
    opened = desk()
    own = "Nyquist weighed haddock, gunnel, sprat, wrasse, garfish, dragonet, burbot, gurnard, lumpfish and whiting."
    for name in ("one", "two", "three", "four", "five"):
        write(f"{name}.md", f"{own} The ferry of Ostby carried them.", id=name, title=own[:40], date="2024-05-01")
    write("later.md", "The ferry of Ostby lies still; nobody knows why.", id="later", title="Still", date="2024-05-03")
    for number in range(12):
        write(f"{number}.md", f"Nothing {number} to see.", id=f"n{number}", title=str(number), date="2024-05-01")
    list(opened.index.reconcile())
    list(opened.stories.group())
    related = opened.stories.related(opened.articles.read("one"), 5)
    assert opened.articles.ids([match.row for match in related]) == ["later"]
