"""Files on their way into the library: written at once or together, former texts first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.services.intake.staged_files import StagedFiles
from newstui.store.library.write import REVISIONS

if TYPE_CHECKING:
    from pathlib import Path

FORMER = f"{REVISIONS}/a/1.md"


def test_a_file_is_written_at_once(tmp_path: Path) -> None:
    StagedFiles(tmp_path).put("wire/a.md", b"text")
    assert (tmp_path / "wire" / "a.md").read_bytes() == b"text"


def test_staged_files_are_seen_before_they_are_written(tmp_path: Path) -> None:
    files = StagedFiles(tmp_path)
    with files.together():
        files.put("wire/a.md", b"text")
        files.put(FORMER, b"former")
        assert files.content("wire/a.md") == b"text"
        assert not (tmp_path / "wire").exists()
    assert (tmp_path / "wire" / "a.md").read_bytes() == b"text"
    assert (tmp_path / FORMER).read_bytes() == b"former"


def test_a_block_that_fails_writes_nothing(tmp_path: Path) -> None:
    files = StagedFiles(tmp_path)
    with pytest.raises(ZeroDivisionError), files.together():
        files.put("wire/a.md", b"text")
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []
    files.put("wire/b.md", b"text")
    assert files.content("wire/a.md") is None
    assert files.content("wire/b.md") == b"text"


def test_a_trial_writes_nothing(tmp_path: Path) -> None:
    files = StagedFiles(tmp_path, is_dry=True)
    with files.together():
        files.put("wire/a.md", b"text")
    files.put("wire/b.md", b"text")
    assert list(tmp_path.iterdir()) == []
