"""Files that a person names are read if they are plain files, and never waited for."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from newstui.domain.errors import StorageError
from newstui.store.user_files import begins_with, files_below, read_named

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\0\xff\r\n")
    assert read_named(tmp_path / "a", 4) == b"\0\xff\r\n"
    with pytest.raises(StorageError, match="larger"):
        read_named(tmp_path / "a", 3)


def test_anything_but_a_plain_file_gives_an_error_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    names = ["absent", "", "a/b", "x" * 300, "nul\0"]
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pipe")
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
        names += ["pipe", "/dev/null", "/dev/zero", "loop"]
    for name in names:
        assert not begins_with(tmp_path / name, b"", -1)
        with pytest.raises(StorageError) as caught:
            read_named(tmp_path / name, 100)
        assert caught.value.hint


def test_the_beginning_of_a_file_is_compared(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"{}")
    assert begins_with(tmp_path / "a", b"{", 1)
    assert not begins_with(tmp_path / "a", b"{", 2)
    assert not begins_with(tmp_path / "a", b"[", 1)


def test_a_file_that_fails_while_it_is_read_gives_an_error_sentence() -> None:
    memory = "/proc/self/mem"  # a plain file whose beginning cannot be read
    if not os.path.exists(memory):  # noqa: PTH110
        pytest.skip("this system has no such file")
    from pathlib import Path

    with pytest.raises(StorageError, match="cannot be read"):
        read_named(Path(memory), 100)


def test_a_missing_folder_is_reported(tmp_path: Path) -> None:
    below = files_below(tmp_path / "absent", (".md",), tmp_path)
    assert below.files == []
    assert below.closed == [(str(tmp_path / "absent"), "No such file or directory")]


def test_files_come_in_order_and_the_pictures_of_a_page_are_left_out(tmp_path: Path) -> None:
    for name in ("b.md", "a.MD", "c/d.md", "e.html", "e_files/f.md", "g_files/h.md", "e-other/i.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    below = files_below(tmp_path, (".md",), tmp_path / "elsewhere")
    named = [path.relative_to(tmp_path).as_posix() for path in below.files]
    assert named == ["a.MD", "b.md", "c/d.md", "e-other/i.md", "g_files/h.md"]
    assert +below.others == {".html": 1, "belonging to saved pages": 1}
