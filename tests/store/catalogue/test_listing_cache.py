"""Cached listings come back as they were."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import pytest

from newstui.store.catalogue.connection import CatalogueError

if TYPE_CHECKING:
    from newstui.store.catalogue.catalogue import Catalogue


def test_a_cached_listing_comes_back(catalogue: Catalogue) -> None:
    arrays = (array("q", [3, 1]), array("q", [0]), array("q", [700_000]), array("q", [3, 1, 0, 7]))
    assert catalogue.listing_cache.get("newest") is None
    catalogue.listing_cache.put("newest", *arrays)
    assert catalogue.listing_cache.get("newest") == arrays


def test_a_broken_cached_listing_raises_catalogue_error(catalogue: Catalogue) -> None:
    catalogue.connection.db.execute("INSERT INTO kept_listing VALUES ('x', x'00', x'', x'', x'')")
    with pytest.raises(CatalogueError, match="cached listing"):
        catalogue.listing_cache.get("x")
