"""The full-text index: articles are found by the words that they have now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.store.catalogue.full_text import merge_some
from tests.store.catalogue.filling import article_of, ids_of, put

if TYPE_CHECKING:
    from newstui.store.catalogue.catalogue import Catalogue


def test_an_article_is_found_by_the_words_of_its_title_and_its_body(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a", "The bison", "An evening of \u00e9tudes"))
    put(catalogue, "b.md", article_of("b", "Another", "nothing"))
    assert ids_of(catalogue, "bison") == ids_of(catalogue, "etudes") == {"a"}
    assert ids_of(catalogue, "title:bison") == {"a"}
    assert ids_of(catalogue, "title:evening") == set()


def test_former_words_and_removed_articles_are_not_found(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a", "One", "bison"))
    put(catalogue, "a.md", article_of("a", "One", "heron"), 2 * 10**9)
    assert ids_of(catalogue, "bison") == set()
    assert ids_of(catalogue, "heron") == {"a"}
    with catalogue.transaction():
        catalogue.files.remove(["a.md"])
    assert ids_of(catalogue, "heron") == set()


def test_merging_changes_no_answer(catalogue: Catalogue) -> None:
    for number in range(30):
        put(catalogue, f"{number}.md", article_of(str(number), f"Title {number}", f"word{number} common"))
    before = ids_of(catalogue, "common"), ids_of(catalogue, "word7")
    merge_some(catalogue.connection)
    assert (ids_of(catalogue, "common"), ids_of(catalogue, "word7")) == before == ({str(n) for n in range(30)}, {"7"})
