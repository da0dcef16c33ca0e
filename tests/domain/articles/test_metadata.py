"""Metadata passes from one record to another, whatever fields it has."""

from __future__ import annotations

from dataclasses import fields

from newstui.domain.articles.incoming import Incoming
from newstui.domain.articles.metadata import Metadata, metadata_of

FERRY = Incoming("The last ferry", "It left at noon.", author="A. Author", tags=("sea",), read=True)


def test_every_field_of_metadata_passes_and_no_other() -> None:
    metadata = metadata_of(FERRY)
    assert set(metadata) == {field.name for field in fields(Metadata)}
    assert Metadata(**metadata) == Metadata(title="The last ferry", author="A. Author", tags=("sea",))


def test_a_fallback_fills_only_the_empty_fields() -> None:
    fallback = Metadata(title="Another", author="B. Author", lang="en", url="https://e.org/")
    assert Metadata(**metadata_of(FERRY, fallback)) == Metadata(
        title="The last ferry", author="A. Author", tags=("sea",), lang="en", url="https://e.org/"
    )
