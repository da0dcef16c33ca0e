"""The file of names and passwords: only its owner may read it, and a broken one is as good as none."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from newstui.store.logins import read_logins, write_logins

if TYPE_CHECKING:
    from pathlib import Path


def test_only_the_owner_may_read_it_also_after_it_was_written_again(tmp_path: Path) -> None:
    path = tmp_path / "data" / "logins.json"
    for logins in ({"a": "b:c"}, {"a": "b:d", "e": "f"}):
        write_logins(path, logins)
        assert read_logins(path) == logins
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b'{"a": 1}', b"[" * 100_000])
def test_a_broken_file_holds_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "logins.json").write_bytes(content)
    assert read_logins(tmp_path / "logins.json") == {}
