"""An open catalogue, and ways to fill and ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.store.catalogue.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue(tmp_path / "catalogue.sqlite")
    yield opened
    opened.close()
