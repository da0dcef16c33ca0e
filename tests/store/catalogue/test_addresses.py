"""The articles at an address are found by any of its notations, also after a change, and at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.store.catalogue.filling import article_of, put

if TYPE_CHECKING:
    from newstui.store.catalogue.catalogue import Catalogue

FERRY = "https://coast.example/ferry"


def test_articles_are_found_at_their_page_the_same_title_first(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a", "The ferry", "one", url=FERRY))
    put(catalogue, "b.md", article_of("b", "A ferry", "two", url="http://www.coast.example/ferry/?utm_source=x"))
    put(catalogue, "c.md", article_of("c", "The ferry", "three", url=f"{FERRY}/2"))
    put(catalogue, "d.md", article_of("d", "The ferry", "four"))
    assert catalogue.addresses.at(FERRY, "The ferry", 9) == ["a", "b"]
    assert catalogue.addresses.at(f"{FERRY}#top", "Another", 9) == ["b", "a"]
    assert catalogue.addresses.at(FERRY, "The ferry", 1) == ["a"]


def test_an_article_that_changes_or_goes_leaves_its_address(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a", url=FERRY))
    put(catalogue, "a.md", article_of("a", url=f"{FERRY}/2"), 2 * 10**9)
    assert (catalogue.addresses.at(FERRY, "", 9), catalogue.addresses.at(f"{FERRY}/2", "", 9)) == ([], ["a"])
    with catalogue.transaction():
        catalogue.files.remove(["a.md"])
    assert catalogue.addresses.at(f"{FERRY}/2", "", 9) == []


def test_no_question_reads_the_whole_table_once_there_is_an_index(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a", url=FERRY))
    for _ in range(2):  # the second time it is there
        catalogue.addresses.index()
        assert catalogue.addresses.at(FERRY, "", 9) == ["a"]
    plan = catalogue.connection.read(
        "EXPLAIN QUERY PLAN SELECT id FROM article WHERE page = 1 ORDER BY title = '' DESC"
    )
    assert not [line for *_, line in plan if line.startswith("SCAN")]
