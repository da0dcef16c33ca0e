"""The file of paces gives what it was given, and nothing where it is damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.store.pace_file import read_paces, write_paces

if TYPE_CHECKING:
    from pathlib import Path


def test_paces_are_read_as_written_and_a_damaged_file_has_none(tmp_path: Path) -> None:
    path = tmp_path / "new" / "pace.json"
    assert read_paces(path) == []
    write_paces(path, [250.04, 300.0])
    assert read_paces(path) == [250.0, 300.0]
    path.write_text('[250, "x", -1, null, true]')
    assert read_paces(path) == [250.0]
    path.write_text("[[[")
    assert read_paces(path) == []
