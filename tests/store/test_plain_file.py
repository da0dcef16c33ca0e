"""Only plain files are opened: nothing is waited for, and nothing without an end is read."""

from __future__ import annotations

import os
import socket
import sys
from typing import TYPE_CHECKING

import pytest

from newstui.store.plain_file import NotPlainError, read_plain

if TYPE_CHECKING:
    from pathlib import Path


def test_a_plain_file_is_read_also_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\0\xff")
    (tmp_path / "b").symlink_to("a")
    assert read_plain(tmp_path / "b") == b"\0\xff"


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such files")
def test_pipes_devices_sockets_and_folders_are_errors_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    for name in ("pipe", "zero", "."):
        with pytest.raises(NotPlainError):
            read_plain(tmp_path / name)
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("socket")
        with pytest.raises(OSError, match="socket"):
            read_plain(tmp_path / "socket")
