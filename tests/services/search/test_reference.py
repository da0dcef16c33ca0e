"""The index gives the same answers as a search that reads every file, in six scripts and for queries of all kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.search.differences import differences

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("seed", [1, 2])
def test_there_is_no_difference_to_a_search_without_an_index(tmp_path: Path, seed: int) -> None:
    assert differences(tmp_path, articles=150, queries=120, seed=seed) == []
