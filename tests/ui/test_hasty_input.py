"""Keys, clicks and sizes that come faster than the screen: nothing ends the app but `q`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.hasty import hurry, write_everything

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("seed", [1, 2])
async def test_nothing_that_is_typed_or_clicked_in_a_hurry_ends_the_app(root: Path, seed: int) -> None:
    await hurry(write_everything(root), seed, 400)
