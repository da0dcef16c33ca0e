"""The parts of newstui's own exports."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from newstui.domain.articles.incoming import Incoming
from newstui.domain.errors import NewstuiError
from newstui.formats.articles.write import write_article
from newstui.services.intake import own_exports
from newstui.services.intake.own_exports import is_long_export, parts_of_folder
from newstui.store.user_files import read_lines

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)


def test_a_folder_comes_in_parts_and_files_of_others_are_told_once(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.md").write_bytes(write_article(Incoming(f"A{number}", "B"), id=f"a{number}"))
    for name in ("x.md", "y.md"):
        (tmp_path / name).write_text("# Mine")
    parts = [part.export for part in parts_of_folder(tmp_path, tmp_path / "library", NOW, 2)]
    ids = [[each.id for each in part.articles] for part in parts if part.articles]
    assert ids == [["a0", "a1"], ["a2", "a3"], ["a4"]]
    assert [each.what for part in parts for each in part.refused] == [f"2 files in {tmp_path}"]


def test_a_folder_without_an_export_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("# Mine")
    with pytest.raises(NewstuiError, match="did not export"):
        list(parts_of_folder(tmp_path, tmp_path / "library", NOW, 2))


def test_a_picture_outside_the_folder_is_left_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "a.md").write_bytes(write_article(Incoming("A", "![x](../secret.png)"), id="a"))
    (part,) = parts_of_folder(folder, tmp_path / "library", NOW, 2)
    assert part.pictures == {"a": []}
    assert part.export.articles[0].body == "![x](../secret.png)"


def test_long_lines_are_read_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "a", "title": "b"}\n' * 100)
    assert not is_long_export(path)
    monkeypatch.setattr(own_exports, "LONG", 1000)
    assert is_long_export(path)
    parts = list(read_lines(path, 1000, 1000))
    assert len(parts) == 3
    assert b"".join(parts) == path.read_bytes()
    assert all(part.endswith(b"}\n") for part in parts)
