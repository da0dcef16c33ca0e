"""A catalogue starts with the marks of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.store.catalogue.catalogue import Catalogue
from tests.store.catalogue.filling import change_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_catalogue_has_the_first_changes_and_an_existing_one_is_left_as_it_is(tmp_path: Path) -> None:
    for is_new in (True, False):
        catalogue = Catalogue(tmp_path / "c.sqlite", first=lambda: [change_of(1, "read", True)])
        assert catalogue.is_new is is_new
        assert list(catalogue.marks.fields("a")) == ["read"]
        catalogue.close()
