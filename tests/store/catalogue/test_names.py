"""Names follow the articles, and a query finds them by a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.store.catalogue.filling import article_of, change_of, ids_of, put

if TYPE_CHECKING:
    from newstui.store.catalogue.catalogue import Catalogue


def test_names_are_found_by_a_part_without_case_and_accents(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a", source="Le Hâvre Libre"))
    put(catalogue, "b.md", article_of("b", source="Harbour Gazette", book="Havre de paix"))
    assert catalogue.names.with_part("source", "HAVRE", 5) == ["Le Hâvre Libre"]
    assert catalogue.names.with_part("source", "", 5) == ["Harbour Gazette", "Le Hâvre Libre"]
    put(catalogue, "c.md", article_of("c", source="Old Larder"))
    assert catalogue.names.with_part("source", "L", 5) == ["Le Hâvre Libre", "Old Larder"]
    assert catalogue.names.with_part("book", "paix", 5) == ["Havre de paix"]
    assert (ids_of(catalogue, "source:havre"), ids_of(catalogue, "-book:havre")) == ({"a"}, {"a", "c"})


def test_a_name_that_a_file_got_later_is_found(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a", source="Wire"))
    put(catalogue, "a.md", article_of("a", source="The Larder"), 2 * 10**9)
    assert (ids_of(catalogue, "source:larder"), ids_of(catalogue, "source:wire")) == ({"a"}, set())


def test_tags_of_files_and_of_the_reader_are_found(catalogue: Catalogue) -> None:
    put(catalogue, "a.md", article_of("a", tags=("Sée",)))
    put(catalogue, "b.md", article_of("b", tags=()))
    assert ids_of(catalogue, "tag:see") == {"a"}
    catalogue.marks.apply([change_of(1, "tag:late", True, "b")])
    assert ids_of(catalogue, "tag:lat*") == {"b"}
