"""The session state of each library comes back; a broken file counts as none."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from newstui.domain.errors import StorageError
from newstui.domain.session import SessionState
from newstui.store.session_file import read_session, write_session


def test_each_library_has_its_own_session_state(tmp_path: Path) -> None:
    path = tmp_path / "new/folder/session.json"
    odd = Path(os.fsdecode(b"/\xff\n"))
    write_session(path, Path("/a"), SessionState(query="is:unread"))
    write_session(path, odd, SessionState(article="x", above=3))
    assert read_session(path, Path("/a")) == SessionState(query="is:unread")
    assert read_session(path, odd) == SessionState(article="x", above=3)
    assert read_session(path, Path("/b")) == SessionState()


def test_the_state_of_the_fifty_latest_libraries_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    for number in range(52):
        write_session(path, Path(f"/{number}"), SessionState(above=number))
    write_session(path, Path("/2"), SessionState(above=99))
    assert len(json.loads(path.read_text())) == 50
    assert [read_session(path, Path(f"/{number}")).above for number in (1, 2, 3, 51)] == [0, 99, 3, 51]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[1]",
        b"null",
        b'{"/a": 3, "/b": [], "/c": {"above": -1, "query": 7}}',
        b"[" * 100_000,
        b'{"/a": NaN}',
    ],
)
def test_a_broken_session_file_counts_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "session.json"
    path.write_bytes(content)
    for library in ("/a", "/b", "/c"):
        assert read_session(path, Path(library)) == SessionState()
    write_session(path, Path("/a"), SessionState(above=1))
    assert read_session(path, Path("/a")) == SessionState(above=1)


def test_a_folder_that_cannot_be_created_raises_storage_error(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(StorageError):
        write_session(tmp_path / "data/session.json", Path("/a"), SessionState())
    assert read_session(tmp_path / "data/session.json", Path("/a")) == SessionState()
