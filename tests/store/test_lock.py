"""A lock holds between processes, and ends with its process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.store.lock import locked

if TYPE_CHECKING:
    from pathlib import Path


def test_only_one_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "lock"
    with locked(path) as first:
        assert first
        with locked(path) as second:
            assert not second
    with locked(path) as third:
        assert third
