"""Fixtures of the tests of core."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newstui.services.desk import Desk
from tests.services.core.three import NAMES

Write = Callable[..., Path]
Open = Callable[[], Desk]


@pytest.fixture
def three(write: Write, desk: Open) -> Desk:
    """A desk on three articles with the ids a, b and c."""
    for day, name in enumerate(NAMES, 1):
        write(f"{name}.md", f"body of {name}", id=name, title=name.upper(), date=f"2024-01-0{day}", tags="[own]")
    opened = desk()
    list(opened.index.reconcile())
    return opened
