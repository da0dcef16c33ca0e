"""A library of one file: texts of any name, nothing else, and not many of them are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import StorageError
from newstui.store.one_file import one_file_library
from newstui.store.paths import user_paths

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_that_is_changed_is_read_as_it_is_now(tmp_path: Path) -> None:
    file = tmp_path / "notes.log"
    file.write_text("before")
    _, root = one_file_library(user_paths(), file)
    file.write_text("after")
    assert [path.read_text() for path in root.iterdir()] == ["after"]
    assert [path.name for path in root.iterdir()] == ["notes.log.txt"]


def test_what_is_not_a_text_is_refused(tmp_path: Path) -> None:
    book = tmp_path / "book.epub"
    book.write_bytes(b"PK\x03\x04\0\0")
    with pytest.raises(StorageError, match="is not a text") as raised:
        one_file_library(user_paths(), book)
    assert "newstui add" in raised.value.hint
    with pytest.raises(StorageError, match="cannot be read"):
        one_file_library(user_paths(), tmp_path / "gone.md")


def test_only_the_latest_are_kept(tmp_path: Path) -> None:
    roots = []
    for number in range(22):
        file = tmp_path / f"{number}.md"
        file.write_text("text")
        roots.append(one_file_library(user_paths(), file)[1])
    assert [root.exists() for root in roots] == [False] * 2 + [True] * 20
