"""Targets of exports: whole or not there, and nothing is replaced unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import StorageError
from newstui.store.export_target import ExistsError, new_file, new_folder

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_there_once_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.txt"
    with new_file(path, overwrites=False) as file:
        file.write(b"one")
        assert not path.exists()
    assert path.read_bytes() == b"one"
    assert [each.name for each in path.parent.iterdir()] == ["a.txt"]


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")
    with pytest.raises(ZeroDivisionError), new_file(path, overwrites=True) as file:
        file.write(b"half")
        raise ZeroDivisionError
    with pytest.raises(ZeroDivisionError), new_folder(tmp_path / "f", overwrites=False) as folder:
        folder.put("x/y.md", b"half")
        raise ZeroDivisionError
    assert path.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_nothing_is_replaced_unasked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("before")
    with pytest.raises(ExistsError), new_file(tmp_path / "a.txt", overwrites=False):
        pass
    with pytest.raises(ExistsError), new_folder(tmp_path, overwrites=False):
        pass
    for wrong in (new_file(tmp_path, overwrites=True), new_folder(tmp_path / "a.txt", overwrites=True)):
        with pytest.raises(ExistsError), wrong:
            pass
    assert (tmp_path / "a.txt").read_text() == "before"


def test_a_folder_that_is_replaced_keeps_its_other_files(tmp_path: Path) -> None:
    path = tmp_path / "out"
    for text in (b"one", b"two"):
        with new_folder(path, overwrites=True) as folder:
            folder.put("a/x.md", text)
        (path / "mine.txt").write_text("mine")
    assert (path / "a" / "x.md").read_bytes() == b"two"
    assert (path / "mine.txt").read_text() == "mine"


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with new_folder(tmp_path / "out", overwrites=False) as folder:
        folder.put("x.md", b"x")
    assert (tmp_path / "out" / "x.md").read_bytes() == b"x"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError), new_file(tmp_path / "file" / "a.txt", overwrites=False):
        pass
